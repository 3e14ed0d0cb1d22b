// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/workspace/keykeeper.h"
#include "ui/feedback/sentences.h"

#include <QHash>
#include <QObject>

namespace emberline {

class ViewController;
class WorkPage;
class WorkspaceDialogs;

/// Says in the window what is to be said of the workspace: that it is the demo, where its key is,
/// that a file could not be used; and does what these messages offer. Why it is not open is said by
/// OpeningFeedback.
class WorkspaceFeedback final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive the feedback.
    WorkspaceFeedback(ViewController &controller,
                      WorkspaceDialogs &dialogs,
                      WorkPage &page,
                      QObject *parent = nullptr);

    void tellStoreNotice(const StoreNotice &notice);
    void tellFileError(const QString &path, const Error &error);

    /// Does @p action, if it is about the workspace that is open or the query.
    void act(MessageAction action);

Q_SIGNALS:
    void queryChangeRequested();

private:
    void watchBars();
    void watchDialogs();
    void watchRemovals();
    void tellOpened();
    void tellSessionKey(const Workspace &workspace);
    void tellKept(const Workspace &workspace, const KeyOutcome &outcome, bool isLate);
    void tellRemoved(const QString &workspaceId);
    void actOnSave(MessageAction action);
    void actOnRemoval(MessageAction action);
    /// Shows @p message, which is about the workspace @p workspaceId.
    void tell(const QString &bar,
              const QString &workspaceId,
              const Message &message,
              bool closable = false);
    void drop(const QString &bar);

    ViewController &m_controller;
    WorkspaceDialogs &m_dialogs;
    WorkPage &m_page;
    QHash<QString, QString> m_about; ///< the workspace that a bar is about
    /// The workspaces with a key for this session, and why it is not in the keychain; nothing: it
    /// was to be so.
    QHash<QString, std::optional<KeyProblem>> m_sessionKeys;
    Error m_fileError; ///< what the message about a file has for *Details*
    bool m_isDemoBarClosed = false; ///< for this session
};

} // namespace emberline
