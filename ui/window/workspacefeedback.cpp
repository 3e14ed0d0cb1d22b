// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspacefeedback.h"

#include "ui/feedback/messagebar.h"
#include "ui/feedback/noticesentences.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"
#include "ui/window/workspacedialogs.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString demoBar = u"demo"_s;
const QString keyBar = u"key"_s; ///< why nothing is open
const QString keptBar = u"kept"_s; ///< what became of a key that was saved or removed
const QString fileBar = u"file"_s;

} // namespace

WorkspaceFeedback::WorkspaceFeedback(ViewController &controller,
                                     WorkspaceDialogs &dialogs,
                                     WorkPage &page,
                                     QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_dialogs(dialogs)
    , m_page(page)
{
    connect(&controller, &ViewController::workspaceOpened, this, &WorkspaceFeedback::tellOpened);
    connect(
        &controller, &ViewController::closed, this, [this] { m_page.messages().remove(demoBar); });
    watchOpener();
    watchDialogs();
}

void WorkspaceFeedback::tellStoreNotice(const StoreNotice &notice)
{
    m_page.messages().put(fileBar, storeMessage(notice), true);
    Q_EMIT pageNeeded();
}

void WorkspaceFeedback::tellFileError(const QString &path, const Error &error)
{
    m_page.messages().put(fileBar, cannotOpenFileMessage(path, error), true);
    Q_EMIT pageNeeded();
}

void WorkspaceFeedback::tellOpened()
{
    const Workspace &workspace = m_controller.workspace();
    m_workspaceId = workspace.id;
    if (workspace.keyPlace == KeyPlace::Session) {
        m_page.messages().put(keyBar, sessionKeyMessage(workspace.name), true);
    } else {
        m_page.messages().remove(keyBar);
    }
    if (workspace.isDemo()) {
        m_page.messages().put(demoBar, demoMessage(), true);
    } else {
        m_page.messages().remove(demoBar);
    }
}

void WorkspaceFeedback::watchOpener()
{
    WorkspaceOpener &opener = m_controller.opener();
    connect(&opener,
            &WorkspaceOpener::keyMissing,
            this,
            [this](const Workspace &workspace, const KeyOutcome &outcome) {
                m_controller.close();
                m_workspaceId = workspace.id;
                const KeyProblem problem = outcome.problem.value_or(KeyProblem::NoKey);
                m_page.messages().put(keyBar, keyMessage(problem, workspace.name));
                Q_EMIT pageNeeded();
            });
    connect(&opener, &WorkspaceOpener::stalled, this, [this](const Workspace &workspace) {
        m_workspaceId = workspace.id;
        m_page.messages().put(keyBar, keychainStalledMessage());
        Q_EMIT pageNeeded();
    });
    connect(&opener, &WorkspaceOpener::failed, this, [this](const Error &error) {
        m_page.messages().put(keyBar, workspaceErrorMessage(error), true);
        Q_EMIT pageNeeded();
    });
    connect(&m_page.messages(),
            &MessageBarStack::actionTriggered,
            this,
            [this](const QString &bar, MessageAction action) {
                if ((bar == keyBar || bar == keptBar) && action == MessageAction::Retry) {
                    m_controller.open(m_workspaceId);
                }
            });
}

void WorkspaceFeedback::watchDialogs()
{
    connect(&m_dialogs,
            &WorkspaceDialogs::keyTrouble,
            this,
            [this](const QString &name, KeyProblem problem) {
                // Not in the bar of opening: the workspace opens right after, and that clears it.
                m_page.messages().put(keptBar, keyMessage(problem, name), true);
                Q_EMIT pageNeeded();
            });
    connect(&m_dialogs, &WorkspaceDialogs::storeTrouble, this, [this](const Error &error) {
        m_page.messages().put(fileBar, workspaceErrorMessage(error), true);
        Q_EMIT pageNeeded();
    });
}

void WorkspaceFeedback::act(MessageAction action)
{
    if (action == MessageAction::EditConnection || action == MessageAction::EnterKey
        || action == MessageAction::UseSessionKey) {
        m_dialogs.edit(m_workspaceId);
    } else if (action == MessageAction::Connect) {
        m_dialogs.connectNew();
    } else if (action == MessageAction::ChangeQuery) {
        Q_EMIT queryChangeRequested();
    } else if (action == MessageAction::KeepWaiting) {
        m_page.messages().remove(keyBar);
    }
}

} // namespace emberline
