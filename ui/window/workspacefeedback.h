// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/workspace/workspacestore.h"
#include "ui/feedback/sentences.h"

#include <QObject>

namespace emberline {

class ViewController;
class WorkPage;
class WorkspaceDialogs;

/// Says in the window what is to be said of the workspace: that it is the demo, that its key is not
/// there, that a file could not be used; and does what these messages offer.
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

    /// Does @p action, if it is about the workspace or the query.
    void act(MessageAction action);

Q_SIGNALS:
    /// There is something to say: the page with the messages should be in sight.
    void pageNeeded();
    void queryChangeRequested();

private:
    void watchOpener();
    void watchDialogs();
    void tellOpened();

    ViewController &m_controller;
    WorkspaceDialogs &m_dialogs;
    WorkPage &m_page;
    QString m_workspaceId; ///< that the messages are about
};

} // namespace emberline
