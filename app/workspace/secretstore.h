// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/apikey.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace emberline {

/// Why a secret store could not do what was asked.
enum class KeychainProblem {
    NotFound, ///< nothing there; on Linux also a locked keyring and a declined prompt
    Unavailable, ///< no keychain service, or it failed
    Declined, ///< access was denied
    NotKept, ///< the store said yes, but does not give back what was written
    NotRemoved, ///< the store said yes, but still gives what was to be removed
    Unreadable ///< what is stored there is no key
};

/// What became of a read, a write or a removal.
struct SecretOutcome
{
    ApiKey key = {}; ///< what was read or written
    std::optional<KeychainProblem> problem = {};
    QString detail = {}; ///< for the log and "Details"; never a key

    [[nodiscard]] bool isOk() const { return !problem.has_value(); }

    friend bool operator==(const SecretOutcome &, const SecretOutcome &) = default;
};

/// One thing asked of a secret store.
struct SecretTask
{
    enum class Kind { Read, Write, Remove };

    Kind kind = Kind::Read;
    QString workspaceId = {};
    ApiKey key = {}; ///< to write
};

/// A read, a write or a removal under way. Emits finished() exactly once, never inside the call
/// that started it; deleting it cancels silently (what the keychain is already doing, it ends).
class SecretCall : public QObject
{
    Q_OBJECT

public:
    SecretCall(SecretTask task, std::chrono::milliseconds patience, QObject *parent);

Q_SIGNALS:
    void finished(const emberline::SecretOutcome &outcome);
    /// The store has not answered for a while: it may wait for the user, or hang. Emitted at most
    /// once, before finished(); the call goes on.
    void stalled();

private:
    friend class SecretStore;

    enum class Step {
        Looking, ///< whether what is to be removed is there
        Doing,
        Checking, ///< what the store has now
        Settled
    };

    SecretTask m_task;
    Step m_step = Step::Doing;
    QTimer m_watchdog;
};

/// Keeps one key per workspace. A store outlives its calls.
class SecretStore
{
public:
    /// How long a call may take before it says stalled().
    static constexpr std::chrono::milliseconds usualPatience = std::chrono::seconds(5);

    explicit SecretStore(std::chrono::milliseconds patience = usualPatience);
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /// The caller's @p parent owns the calls.
    [[nodiscard]] SecretCall *read(const QString &workspaceId, QObject *parent);
    /// Reads back what was written: some services report failed writes as success.
    [[nodiscard]] SecretCall *write(const QString &workspaceId, const ApiKey &key, QObject *parent);
    /// Looks before and after: a locked keyring reports every removal as success and removes
    /// nothing. NotFound therefore means that nobody can tell whether there is still a key.
    [[nodiscard]] SecretCall *remove(const QString &workspaceId, QObject *parent);

protected:
    /// Carries @p task out and answers @p call once, later. A task whose call is deleted before it
    /// began need not be done.
    virtual void perform(const SecretTask &task, const QPointer<SecretCall> &call) = 0;
    /// What perform() found out; nothing happens when @p call is no more.
    void answer(const QPointer<SecretCall> &call, const SecretOutcome &outcome);
    /// answer() from the event loop.
    void answerLater(const QPointer<SecretCall> &call, const SecretOutcome &outcome);

private:
    SecretCall *start(const SecretTask &task, QObject *parent);
    static void settle(SecretCall *call, const SecretOutcome &outcome);

    std::chrono::milliseconds m_patience;
};

} // namespace emberline
