// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/openingfeedback.h"

#include "ui/feedback/messagebar.h"
#include "ui/feedback/noticesentences.h"
#include "ui/feedback/obstacle.h"
#include "ui/feedback/storesentences.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"
#include "ui/window/workspacedialogs.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString openingBar = u"opening"_s;

} // namespace

OpeningFeedback::OpeningFeedback(ViewController &controller,
                                 WorkspaceDialogs &dialogs,
                                 WorkPage &page,
                                 QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_dialogs(dialogs)
    , m_page(page)
{
    const WorkspaceOpener &opener = controller.opener();
    connect(&opener, &WorkspaceOpener::keyMissing, this, &OpeningFeedback::tellKeyMissing);
    connect(&opener, &WorkspaceOpener::stalled, this, &OpeningFeedback::tellStalled);
    connect(&opener, &WorkspaceOpener::failed, this, &OpeningFeedback::tellFailed);
    connect(&controller, &ViewController::workspaceOpened, this, &OpeningFeedback::clear);
    connect(&dialogs, &WorkspaceDialogs::workspaceRemoved, this, &OpeningFeedback::forget);
    connect(&page, &WorkPage::obstacleActed, this, &OpeningFeedback::act);
    connect(&page.messages(),
            &MessageBarStack::actionTriggered,
            this,
            [this](const QString &bar, MessageAction action) {
                if (bar == openingBar) {
                    act(action);
                }
            });
}

void OpeningFeedback::tellKeyMissing(const Workspace &workspace, const KeyOutcome &outcome)
{
    const Obstacle obstacle = keyObstacle(outcome.problem.value_or(KeyProblem::NoKey),
                                          workspace.name);
    if (showsHeldOf(workspace)) {
        m_about = workspace.id;
        m_page.messages().put(openingBar, obstacle.message);
        return;
    }
    m_controller.close();
    clear();
    m_about = workspace.id;
    m_page.showObstacle(obstacle);
}

/// What is kept of it is on screen, though its key is not there.
bool OpeningFeedback::showsHeldOf(const Workspace &workspace) const
{
    return m_controller.needsKey() && m_controller.workspace().id == workspace.id;
}

void OpeningFeedback::tellStalled(const Workspace &workspace)
{
    m_about = workspace.id;
    if (m_controller.isOpen()) {
        m_page.messages().put(openingBar, keychainStalledMessage());
    } else {
        m_page.showObstacle(stalledObstacle(workspace.name));
    }
}

void OpeningFeedback::tellFailed(const QString &asked, const Error &error)
{
    clear();
    m_error = error;
    if (!m_controller.isOpen()) {
        m_page.showWelcome();
    }
    m_page.messages().put(openingBar, openingMessage(asked, error), true);
}

void OpeningFeedback::act(MessageAction action)
{
    if (action == MessageAction::Retry) {
        m_page.messages().remove(openingBar); // until the keychain has answered again
        m_controller.open(m_about);
    } else if (action == MessageAction::EnterKey) {
        m_dialogs.enterKey(m_about);
    } else if (action == MessageAction::UseSessionKey) {
        // The keychain is what does not answer: it is not asked for more.
        m_dialogs.enterKey(m_about, KeepFor::Session);
    } else if (action == MessageAction::Connect) {
        m_dialogs.connectNew();
    } else if (action == MessageAction::KeepWaiting) {
        m_page.messages().remove(openingBar);
    } else if (action == MessageAction::Details) {
        m_page.showDetails(m_error);
    }
}

void OpeningFeedback::clear()
{
    m_about.clear();
    m_page.messages().remove(openingBar);
}

void OpeningFeedback::forget(const QString &workspaceId)
{
    if (m_about != workspaceId) {
        return;
    }
    m_controller.opener().cancel();
    clear();
    if (!m_controller.isOpen()) {
        m_page.showWelcome();
    }
}

} // namespace emberline
