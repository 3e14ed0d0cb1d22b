// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/secretstore.h"
#include "app/workspace/workspacestore.h"

namespace emberline {

/// Why a workspace's key is not there, or not where it should be.
enum class KeyProblem {
    NoKey, ///< none was ever stored
    SessionEnded, ///< it was for one session only
    /// The keychain should have it and does not give it: the keyring is locked, the request was
    /// declined, or the key was removed. Nobody can tell which.
    LockedDeclinedOrRemoved,
    KeychainUnavailable, ///< no keychain service, or it failed
    KeychainDeclined, ///< access was denied; a locked keyring answers a save so
    KeychainNotKept, ///< the keychain said yes, but did not keep the key
    KeychainNotRemoved, ///< the keychain said yes, but still has the key
    KeychainUnreadable, ///< what the keychain has is no key
    NotRecorded ///< the key is kept, but the workspace's settings could not be written
};

/// What became of a key.
struct KeyOutcome
{
    ApiKey key = {}; ///< saved or loaded; empty when there is none
    KeyPlace place = KeyPlace::None; ///< where that key is: Session asks for a banner
    std::optional<KeyProblem> problem = {};
    QString detail = {}; ///< for the log and "Details"; never a key

    friend bool operator==(const KeyOutcome &, const KeyOutcome &) = default;
};

/// A key being saved, loaded or removed. Emits finished() exactly once, never inside the call that
/// started it; deleting it cancels silently.
class KeyCall : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void finished(const emberline::KeyOutcome &outcome);
    /// The keychain has not answered for a while. The call goes on; or delete it and call
    /// useForSession().
    void stalled();
};

/// Knows where the keys of all workspaces are, and keeps the marks in their settings true. The mark
/// changes only after the keychain gave a new key back, never because it did not find one.
class KeyKeeper
{
public:
    /// All three outlive the keeper, and the keeper its calls.
    KeyKeeper(WorkspaceStore &workspaces, SecretStore &keychain, SecretStore &session);

    /// Into the keychain; where that fails, for this session: the outcome then has the key and the
    /// problem.
    [[nodiscard]] KeyCall *save(const QString &workspaceId, const ApiKey &key, QObject *parent);
    /// For this session only. A key that is in the keychain stays there and is used next time.
    [[nodiscard]] KeyCall *useForSession(const QString &workspaceId,
                                         const ApiKey &key,
                                         QObject *parent);
    [[nodiscard]] KeyCall *load(const QString &workspaceId, QObject *parent);
    /// From everywhere. With a problem (of the keychain) the key may still be there, the mark
    /// stays.
    [[nodiscard]] KeyCall *remove(const QString &workspaceId, QObject *parent);

private:
    [[nodiscard]] KeyPlace markOf(const QString &workspaceId) const;
    void savedInKeychain(KeyCall *call, const QString &workspaceId, const ApiKey &key);
    void keepForSession(KeyCall *call,
                        const QString &workspaceId,
                        const KeyOutcome &outcome,
                        KeyPlace mark);
    void loadMarked(KeyCall *call, const QString &workspaceId);
    void removedFromKeychain(KeyCall *call,
                             const QString &workspaceId,
                             const SecretOutcome &outcome);
    [[nodiscard]] KeyOutcome recorded(const QString &workspaceId,
                                      KeyPlace mark,
                                      KeyOutcome outcome);

    WorkspaceStore &m_workspaces;
    SecretStore &m_keychain;
    SecretStore &m_session;
};

} // namespace emberline
