// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspacefeedback.h"

#include "ui/feedback/messagebar.h"
#include "ui/feedback/noticesentences.h"
#include "ui/feedback/storesentences.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"
#include "ui/window/workspacedialogs.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString demoBar = u"demo"_s;
const QString keyBar = u"key"_s; ///< with a key that is not in the keychain
const QString saveBar = u"save"_s; ///< a save that waits for the keychain
const QString keptBar = u"kept"_s; ///< what became of a key that was saved
const QString lateBar = u"late"_s; ///< the same, after another workspace was opened
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
    connect(&controller, &ViewController::closed, this, [this] {
        m_page.messages().remove(demoBar);
        drop(keyBar);
    });
    watchBars();
    watchDialogs();
}

void WorkspaceFeedback::tellStoreNotice(const StoreNotice &notice)
{
    m_fileError = {.kind = ErrorKind::File, .detail = notice.detail};
    m_page.messages().put(fileBar, storeMessage(notice), true);
}

void WorkspaceFeedback::tellFileError(const QString &path, const Error &error)
{
    m_fileError = error;
    m_page.messages().put(fileBar, viewFileMessage(path, error), true);
}

void WorkspaceFeedback::tell(const QString &bar,
                             const QString &workspaceId,
                             const Message &message,
                             bool closable)
{
    m_about.insert(bar, workspaceId);
    m_page.messages().put(bar, message, closable);
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
    if (m_about.value(lateBar) == workspace.id) {
        drop(lateBar);
    }
    if (m_controller.needsKey()) { // OpeningFeedback says so
        drop(keyBar);
    } else {
        tellSessionKey(workspace);
    }
    if (workspace.isDemo() && !m_isDemoBarClosed) {
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

void WorkspaceFeedback::watchBars()
{
    const MessageBarStack &bars = m_page.messages();
    connect(&bars,
            &MessageBarStack::actionTriggered,
            this,
            [this](const QString &bar, MessageAction action) {
                if (bar == saveBar) {
                    actOnSave(action);
                } else if (bar == removalBar) {
                    actOnRemoval(action);
                } else if (bar == fileBar && action == MessageAction::Details) {
                    m_page.showDetails(m_fileError);
                }
            });
    connect(&bars, &MessageBarStack::closed, this, [this](const QString &bar) {
        m_isDemoBarClosed = m_isDemoBarClosed || bar == demoBar;
    });
}

void WorkspaceFeedback::watchDialogs()
{
    connect(&m_dialogs, &WorkspaceDialogs::keyKept, this, &WorkspaceFeedback::tellKept);
    connect(&m_dialogs, &WorkspaceDialogs::saveStalled, this, [this](const QString &workspaceId) {
        tell(saveBar, workspaceId, keychainStalledMessage());
    });
    connect(&m_dialogs,
            &WorkspaceDialogs::storeTrouble,
            this,
            [this](const StoreError &error, const QString &name) {
                m_fileError = errorOf(error);
                m_page.messages().put(fileBar, storeErrorMessage(error, name), true);
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

void WorkspaceFeedback::tellKept(const Workspace &workspace, const KeyOutcome &outcome, bool isLate)
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
    drop(keptBar);
    if (isUnrecorded || (isLate && outcome.problem)) {
        tell(isLate ? lateBar : keptBar,
             workspace.id,
             keyMessage(*outcome.problem, workspace.name, KeyTask::Save),
             true);
    } else if (isLate) {
        tell(lateBar, workspace.id, keyStoredMessage(workspace.name), true);
    }
}

void WorkspaceFeedback::tellRemoved(const QString &workspaceId)
{
    m_sessionKeys.remove(workspaceId);
    for (const QString &bar : {saveBar, keptBar, lateBar, removalBar, keyBar}) {
        if (m_about.value(bar) == workspaceId) {
            drop(bar);
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
    if (action == MessageAction::EditConnection && m_controller.isOpen()) {
        m_dialogs.edit(m_controller.workspace().id);
    } else if (action == MessageAction::EnterKey && m_controller.isOpen()) {
        m_dialogs.enterKey(m_controller.workspace().id);
    } else if (action == MessageAction::Connect) {
        m_dialogs.connectNew();
    } else if (action == MessageAction::ChangeQuery) {
        Q_EMIT queryChangeRequested();
    }
}

} // namespace emberline
