// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/workspace/keykeeper.h"
#include "ui/feedback/sentences.h"

#include <QObject>

namespace emberline {

class ViewController;
class WorkPage;
class WorkspaceDialogs;

/// Shows why the workspace that was asked for is not open, and does what can be done about it.
/// There is one rule: what is open stays, with a message above it, and so does what is kept of the
/// workspace itself; where there is nothing to show, a missing key takes the place of the
/// workspace, and an unknown name leaves the welcome page.
class OpeningFeedback final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive the feedback.
    OpeningFeedback(ViewController &controller,
                    WorkspaceDialogs &dialogs,
                    WorkPage &page,
                    QObject *parent = nullptr);

private:
    void tellKeyMissing(const Workspace &workspace, const KeyOutcome &outcome);
    [[nodiscard]] bool showsHeldOf(const Workspace &workspace) const;
    void tellStalled(const Workspace &workspace);
    void tellFailed(const QString &asked, const Error &error);
    void act(MessageAction action);
    void clear();
    void forget(const QString &workspaceId);

    ViewController &m_controller;
    WorkspaceDialogs &m_dialogs;
    WorkPage &m_page;
    QString m_about; ///< the workspace that waits for its key
    Error m_error; ///< of the last one that failed
};

} // namespace emberline
