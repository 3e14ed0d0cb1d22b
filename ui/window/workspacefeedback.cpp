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
const QString keyBar = u"key"_s; ///< why nothing is open, or with which key
const QString saveBar = u"save"_s; ///< a save that waits for the keychain
const QString keptBar = u"kept"_s; ///< what became of a key that was saved
const QString removalBar = u"removal"_s; ///< why a workspace is still there
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

void WorkspaceFeedback::tell(const QString &bar,
                             const QString &workspaceId,
                             const Message &message,
                             bool closable)
{
    m_about.insert(bar, workspaceId);
    m_page.messages().put(bar, message, closable);
    Q_EMIT pageNeeded();
}

void WorkspaceFeedback::drop(const QString &bar)
{
    m_about.remove(bar);
    m_page.messages().remove(bar);
}

void WorkspaceFeedback::tellOpened()
{
    const Workspace &workspace = m_controller.workspace();
    for (const QString &bar : {saveBar, keptBar, removalBar}) {
        if (m_about.value(bar) != workspace.id) {
            drop(bar);
        }
    }
    tellSessionKey(workspace);
    if (workspace.isDemo()) {
        m_page.messages().put(demoBar, demoMessage(), true);
    } else {
        m_page.messages().remove(demoBar);
    }
}

/// A banner that stays: closing it would not put the key anywhere.
void WorkspaceFeedback::tellSessionKey(const Workspace &workspace)
{
    const auto known = m_sessionKeys.constFind(workspace.id);
    if (known != m_sessionKeys.constEnd()) {
        tell(keyBar,
             workspace.id,
             *known ? keyMessage(**known, workspace.name, KeyTask::Save)
                    : chosenSessionKeyMessage(workspace.name));
    } else if (workspace.keyPlace == KeyPlace::Session) {
        tell(keyBar, workspace.id, sessionKeyMessage(workspace.name));
    } else {
        drop(keyBar);
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
                const KeyProblem problem = outcome.problem.value_or(KeyProblem::NoKey);
                tell(keyBar, workspace.id, keyMessage(problem, workspace.name, KeyTask::Load));
            });
    connect(&opener, &WorkspaceOpener::stalled, this, [this](const Workspace &workspace) {
        tell(keyBar, workspace.id, keychainStalledMessage());
    });
    connect(&opener, &WorkspaceOpener::failed, this, [this](const Error &error) {
        tell(keyBar, {}, workspaceErrorMessage(error), true);
    });
    connect(&m_page.messages(),
            &MessageBarStack::actionTriggered,
            this,
            [this](const QString &bar, MessageAction action) {
                if (bar == keyBar) {
                    actOnOpening(action);
                } else if (bar == saveBar) {
                    actOnSave(action);
                } else if (bar == removalBar) {
                    actOnRemoval(action);
                }
            });
}

void WorkspaceFeedback::watchDialogs()
{
    connect(&m_dialogs, &WorkspaceDialogs::keyKept, this, &WorkspaceFeedback::tellKept);
    connect(&m_dialogs, &WorkspaceDialogs::saveStalled, this, [this](const QString &workspaceId) {
        tell(saveBar, workspaceId, keychainStalledMessage());
    });
    connect(&m_dialogs, &WorkspaceDialogs::storeTrouble, this, [this](const Error &error) {
        m_page.messages().put(fileBar, workspaceErrorMessage(error), true);
        Q_EMIT pageNeeded();
    });
    watchRemovals();
}

void WorkspaceFeedback::watchRemovals()
{
    connect(&m_dialogs,
            &WorkspaceDialogs::removalFailed,
            this,
            [this](const Workspace &workspace, KeyProblem problem) {
                m_sessionKeys.remove(workspace.id); // that one is gone
                tell(removalBar,
                     workspace.id,
                     keyMessage(problem, workspace.name, KeyTask::Remove),
                     true);
            });
    connect(
        &m_dialogs, &WorkspaceDialogs::removalStalled, this, [this](const Workspace &workspace) {
            tell(removalBar, workspace.id, removalStalledMessage(workspace.name));
        });
    connect(&m_dialogs, &WorkspaceDialogs::workspaceRemoved, this, &WorkspaceFeedback::tellRemoved);
}

void WorkspaceFeedback::tellKept(const Workspace &workspace, const KeyOutcome &outcome)
{
    if (m_about.value(saveBar) == workspace.id) {
        drop(saveBar);
    }
    const bool isUnrecorded = outcome.problem == KeyProblem::NotRecorded;
    if (outcome.place == KeyPlace::Session) {
        m_sessionKeys.insert(workspace.id, isUnrecorded ? std::nullopt : outcome.problem);
    } else {
        m_sessionKeys.remove(workspace.id);
    }
    // Of everything else the banner tells, as soon as the workspace is open.
    if (isUnrecorded) {
        tell(keptBar,
             workspace.id,
             keyMessage(KeyProblem::NotRecorded, workspace.name, KeyTask::Save),
             true);
    } else {
        drop(keptBar);
    }
}

void WorkspaceFeedback::tellRemoved(const QString &workspaceId)
{
    m_sessionKeys.remove(workspaceId);
    for (const QString &bar : {saveBar, keptBar, removalBar}) {
        if (m_about.value(bar) == workspaceId) {
            drop(bar);
        }
    }
    if (m_about.value(keyBar) == workspaceId) {
        drop(keyBar);
        m_controller.opener().cancel();
        if (!m_controller.isOpen()) {
            m_controller.close(); // there is nothing left to be said on the page
        }
    }
}

void WorkspaceFeedback::actOnOpening(MessageAction action)
{
    const QString workspaceId = m_about.value(keyBar);
    if (action == MessageAction::Retry) {
        m_controller.open(workspaceId);
    } else if (action == MessageAction::EnterKey) {
        m_dialogs.edit(workspaceId);
    } else if (action == MessageAction::UseSessionKey) {
        // The keychain is what does not answer: it is not asked for more.
        m_dialogs.edit(workspaceId, KeepFor::Session);
    } else if (action == MessageAction::KeepWaiting) {
        drop(keyBar);
        if (m_controller.isOpen()) {
            tellSessionKey(m_controller.workspace()); // it stood here before
        }
    }
}

void WorkspaceFeedback::actOnSave(MessageAction action)
{
    const QString workspaceId = m_about.value(saveBar);
    drop(saveBar);
    if (action == MessageAction::UseSessionKey) {
        m_dialogs.useKeyInHand(workspaceId);
    }
}

void WorkspaceFeedback::actOnRemoval(MessageAction action)
{
    const QString workspaceId = m_about.value(removalBar);
    drop(removalBar);
    if (action == MessageAction::RetryRemoval) {
        m_dialogs.remove(workspaceId);
    } else if (action == MessageAction::DeleteAnyway) {
        m_dialogs.removeAnyway(workspaceId);
    }
}

void WorkspaceFeedback::act(MessageAction action)
{
    const bool asksForKey = action == MessageAction::EditConnection
                         || action == MessageAction::EnterKey;
    if (asksForKey && m_controller.isOpen()) {
        m_dialogs.edit(m_controller.workspace().id);
    } else if (action == MessageAction::Connect) {
        m_dialogs.connectNew();
    } else if (action == MessageAction::ChangeQuery) {
        Q_EMIT queryChangeRequested();
    }
}

} // namespace emberline
