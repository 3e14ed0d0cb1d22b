// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace emberline {

/// Turns the name of a workspace into a session: finds it, fetches its key, opens it. A newer call
/// to open() drops an older one.
class WorkspaceOpener final : public QObject
{
    Q_OBJECT

public:
    /// @p services outlive the opener.
    explicit WorkspaceOpener(const Services &services, QObject *parent = nullptr);
    ~WorkspaceOpener() override;

    /// @p id is of a saved workspace or "demo".
    void open(const QString &id);
    /// The same with a key that has not been stored, for this session only.
    void openWithKey(const QString &id, const ApiKey &key);
    void cancel();
    /// See SessionOptions; of sessions opened from now on.
    void setMaxWait(std::chrono::seconds maxWait) { m_maxWait = maxWait; }
    /// Whether what is kept of a workspace may be shown while its key can't be had.
    void setOffersHeld(bool offersHeld) { m_offersHeld = offersHeld; }
    /// Where they keep what they load, instead of the workspace's own place; empty: nowhere.
    void setHistoryFile(const QString &path) { m_historyFile = path; }

Q_SIGNALS:
    /// Not emitted inside open(), except for the demo.
    void opened(const emberline::Workspace &workspace,
                const std::shared_ptr<emberline::Session> &session);
    /// There is no key, or not yet, but something is kept of what was shown last: @p session has no
    /// key and must not be asked to send anything. Then comes stalled(), if the key is waited for,
    /// or else keyMissing().
    void heldOpened(const emberline::Workspace &workspace,
                    const std::shared_ptr<emberline::Session> &session,
                    bool isWaiting);
    void keyMissing(const emberline::Workspace &workspace, const emberline::KeyOutcome &outcome);
    /// The keychain has not answered for a while; it may be waiting for the user.
    void stalled(const emberline::Workspace &workspace);
    /// @p asked is what open() was called with. NotFound: no workspace has this id.
    void failed(const QString &asked, const emberline::Error &error);

private:
    struct Look; ///< at what is held

    void openSession(const Workspace &workspace, const ApiKey &key);
    [[nodiscard]] std::shared_ptr<Session> makeSession(const Workspace &workspace,
                                                       const ApiKey &key) const;
    void showHeld(const Workspace &workspace, bool isWaiting, const std::function<void()> &tell);

    [[nodiscard]] QString historyFileOf(const Workspace &workspace) const;

    const Services &m_services;
    std::optional<std::chrono::seconds> m_maxWait;
    bool m_offersHeld = false;
    std::unique_ptr<Look> m_look;
    std::optional<QString> m_historyFile;
    QPointer<KeyCall> m_keyCall; ///< a child
};

} // namespace emberline
