// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspacedialogs.h"

#include "ui/feedback/storesentences.h"
#include "ui/window/storedkeytester.h"

namespace emberline {

WorkspaceDialogs::WorkspaceDialogs(const Services &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{ }

WorkspaceDialogs::~WorkspaceDialogs() = default;

void WorkspaceDialogs::connectNew()
{
    m_services.workspaces.readAgain();
    // The window's; deletes itself.
    show(new ConnectDialog(m_services.tester, m_window), {}, KeepFor::Good);
}

void WorkspaceDialogs::edit(const QString &workspaceId)
{
    if (ConnectDialog *dialog = makeEditor(workspaceId)) {
        show(dialog, workspaceId, KeepFor::Good);
    }
}

void WorkspaceDialogs::enterKey(const QString &workspaceId, KeepFor keepFor)
{
    if (ConnectDialog *dialog = makeEditor(workspaceId)) {
        dialog->askForKey();
        show(dialog, workspaceId, keepFor);
    }
}

/// Nothing if the workspace is gone.
ConnectDialog *WorkspaceDialogs::makeEditor(const QString &workspaceId)
{
    m_services.workspaces.readAgain();
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    if (!workspace) {
        return nullptr;
    }
    m_storedKeyTester = std::make_unique<StoredKeyTester>(
        m_services.tester, m_services.keys, workspaceId);
    return new ConnectDialog(*m_storedKeyTester, *workspace, m_window); // the window's
}

void WorkspaceDialogs::show(ConnectDialog *dialog, const QString &ownId, KeepFor keepFor)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList taken;
    for (const Workspace &workspace : m_services.workspaces.list()) {
        if (workspace.id != ownId) {
            taken.append(workspace.name);
        }
    }
    dialog->setTakenNames(taken);
    connect(
        dialog,
        &ConnectDialog::saveRequested,
        this,
        [this, dialog, keepFor](const ConnectResult &result) { keep(dialog, result, keepFor); });
    dialog->open();
}

void WorkspaceDialogs::keep(ConnectDialog *dialog, const ConnectResult &result, KeepFor keepFor)
{
    const QString id = result.workspace.id;
    if (const std::optional<StoreError> error = store(result.workspace)) {
        dialog->showProblem(storeErrorMessage(*error, result.workspace.name));
        return;
    }
    dialog->accept();
    if (!result.newKey) {
        Q_EMIT openRequested(id);
    } else if (keepFor == KeepFor::Session) {
        useForSession(id, *result.newKey);
    } else {
        save(id, *result.newKey);
    }
}

/// Of a known workspace only what the connect dialog asks for: the rest may have changed while it
/// was open.
std::optional<StoreError> WorkspaceDialogs::store(const Workspace &workspace)
{
    std::optional<Workspace> known = m_services.workspaces.find(workspace.id);
    if (!known) {
        return m_services.workspaces.insert(workspace);
    }
    known->name = workspace.name;
    known->endpoint = workspace.endpoint;
    known->zone = workspace.zone;
    known->weekStart = workspace.weekStart;
    return m_services.workspaces.update(*known);
}

void WorkspaceDialogs::save(const QString &workspaceId, const ApiKey &key)
{
    dropSave(workspaceId);
    KeyCall *call = m_services.keys.save(workspaceId, key, this);
    m_saves[workspaceId] = {.call = call, .key = key};
    connect(
        call, &KeyCall::stalled, this, [this, workspaceId] { Q_EMIT saveStalled(workspaceId); });
    connect(call, &KeyCall::finished, this, [this, call, workspaceId](const KeyOutcome &outcome) {
        call->deleteLater();
        const bool isLate = m_saves.at(workspaceId).isLate;
        m_saves.erase(workspaceId);
        tellKept(workspaceId, outcome, isLate);
    });
}

void WorkspaceDialogs::useForSession(const QString &workspaceId, const ApiKey &key)
{
    dropSave(workspaceId);
    KeyCall *call = m_services.keys.useForSession(workspaceId, key, this);
    connect(call, &KeyCall::finished, this, [this, call, workspaceId](const KeyOutcome &outcome) {
        call->deleteLater();
        tellKept(workspaceId, outcome, false);
    });
}

void WorkspaceDialogs::useKeyInHand(const QString &workspaceId)
{
    const auto save = m_saves.find(workspaceId);
    if (save != m_saves.end()) {
        const ApiKey key = save->second.key;
        useForSession(workspaceId, key);
    }
}

void WorkspaceDialogs::dropSave(const QString &workspaceId)
{
    const auto save = m_saves.find(workspaceId);
    if (save != m_saves.end()) {
        delete save->second.call;
        m_saves.erase(save);
    }
}

void WorkspaceDialogs::noteOpening(const QString &workspaceId)
{
    for (auto &[id, save] : m_saves) {
        save.isLate = id != workspaceId;
    }
}

void WorkspaceDialogs::tellKept(const QString &workspaceId, const KeyOutcome &outcome, bool isLate)
{
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    if (!workspace) {
        return; // deleted meanwhile
    }
    Q_EMIT keyKept(*workspace,
                   {.place = outcome.place, .problem = outcome.problem, .detail = outcome.detail},
                   isLate);
    if (!isLate) {
        Q_EMIT openRequested(workspaceId);
    }
}

void WorkspaceDialogs::manage(const QString &currentId)
{
    if (m_manager) {
        m_manager->raise();
        return;
    }
    m_manager = new WorkspacesDialog(m_window); // the window's; deletes itself
    m_manager->setAttribute(Qt::WA_DeleteOnClose);
    m_services.workspaces.readAgain();
    m_manager->setWorkspaces(m_services.workspaces.list());
    m_manager->setCurrent(currentId);
    connect(&m_services.workspaces, &WorkspaceStore::changed, m_manager, [this] {
        m_manager->setWorkspaces(m_services.workspaces.list());
    });
    connect(m_manager, &WorkspacesDialog::workspaceEdited, this, &WorkspaceDialogs::update);
    connect(m_manager, &WorkspacesDialog::workspaceRemoved, this, &WorkspaceDialogs::remove);
    const auto closeAnd = [this](auto next) {
        return [this, next](auto... arguments) {
            m_manager->close();
            next(arguments...);
        };
    };
    connect(m_manager, &WorkspacesDialog::openRequested, this, closeAnd([this](const QString &id) {
                Q_EMIT openRequested(id);
            }));
    connect(
        m_manager, &WorkspacesDialog::connectRequested, this, closeAnd([this] { connectNew(); }));
    connect(m_manager, &WorkspacesDialog::editRequested, this, closeAnd([this](const QString &id) {
                edit(id);
            }));
    m_manager->open();
}

void WorkspaceDialogs::update(const Workspace &workspace)
{
    const std::optional<StoreError> error = m_services.workspaces.update(workspace);
    if (error && m_manager) {
        listAgain(workspace.id);
        m_manager->showProblem(storeErrorMessage(*error, workspace.name));
    }
}

void WorkspaceDialogs::remove(const QString &workspaceId)
{
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    if (!workspace || m_removals.contains(workspaceId)) {
        return;
    }
    dropSave(workspaceId);
    KeyCall *call = m_services.keys.remove(workspaceId, this);
    m_removals[workspaceId] = call;
    connect(call, &KeyCall::stalled, this, [this, copy = *workspace] {
        listAgain(copy.id);
        Q_EMIT removalStalled(copy);
    });
    connect(
        call, &KeyCall::finished, this, [this, call, copy = *workspace](const KeyOutcome &outcome) {
            call->deleteLater();
            m_removals.erase(copy.id);
            // A key that may still be there keeps its workspace: else nobody could find it.
            if (outcome.problem) {
                listAgain(copy.id);
                Q_EMIT removalFailed(copy, *outcome.problem);
            } else {
                forget(copy.id);
            }
        });
}

void WorkspaceDialogs::removeAnyway(const QString &workspaceId)
{
    const auto removal = m_removals.find(workspaceId);
    if (removal != m_removals.end()) {
        delete removal->second;
        m_removals.erase(removal);
    }
    forget(workspaceId);
}

/// The dialog has taken it off its list already.
void WorkspaceDialogs::listAgain(const QString &workspaceId)
{
    if (m_manager) {
        m_manager->setWorkspaces(m_services.workspaces.list());
        m_manager->setCurrent(workspaceId);
    }
}

void WorkspaceDialogs::forget(const QString &workspaceId)
{
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    const std::optional<StoreError> error = m_services.workspaces.remove(workspaceId);
    if (error && error->refusal != StoreRefusal::Gone) {
        const QString name = workspace ? workspace->name : QString();
        listAgain(workspaceId);
        if (m_manager) {
            m_manager->showProblem(storeErrorMessage(*error, name));
        } else {
            Q_EMIT storeTrouble(*error, name);
        }
        return;
    }
    m_services.preferences.removeLastView(workspaceId);
    Q_EMIT workspaceRemoved(workspaceId);
}

} // namespace emberline
