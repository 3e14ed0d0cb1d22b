// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspacedialogs.h"

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
    // The window's; deletes itself.
    show(new ConnectDialog(m_services.tester, m_window), {}, KeepFor::Good);
}

void WorkspaceDialogs::edit(const QString &workspaceId, KeepFor keepFor)
{
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    if (!workspace) {
        return;
    }
    m_storedKeyTester = std::make_unique<StoredKeyTester>(
        m_services.tester, m_services.keys, workspaceId);
    show(new ConnectDialog(*m_storedKeyTester, *workspace, m_window), // the window's
         workspaceId,
         keepFor);
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
    connect(dialog, &ConnectDialog::connected, this, [this, keepFor](const ConnectResult &result) {
        keep(result, keepFor);
    });
    dialog->open();
}

void WorkspaceDialogs::keep(const ConnectResult &result, KeepFor keepFor)
{
    WorkspaceStore &store = m_services.workspaces;
    const Workspace &workspace = result.workspace;
    const bool isKnown = store.find(workspace.id).has_value();
    std::optional<Error> error;
    QString id = workspace.id;
    if (isKnown) {
        error = store.update(workspace);
    } else {
        const Result<QString> added = store.add(workspace);
        if (added) {
            id = *added;
        } else {
            error = added.error();
        }
    }
    if (error) {
        Q_EMIT storeTrouble(*error);
        return;
    }
    if (!result.newKey) {
        Q_EMIT openRequested(id);
        return;
    }
    if (keepFor == KeepFor::Session) {
        useForSession(id, *result.newKey);
    } else {
        save(id, *result.newKey);
    }
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
        m_saves.erase(workspaceId);
        tellKept(workspaceId, outcome);
    });
}

void WorkspaceDialogs::useForSession(const QString &workspaceId, const ApiKey &key)
{
    dropSave(workspaceId);
    KeyCall *call = m_services.keys.useForSession(workspaceId, key, this);
    connect(call, &KeyCall::finished, this, [this, call, workspaceId](const KeyOutcome &outcome) {
        call->deleteLater();
        tellKept(workspaceId, outcome);
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

void WorkspaceDialogs::tellKept(const QString &workspaceId, const KeyOutcome &outcome)
{
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    if (!workspace) {
        return; // deleted meanwhile
    }
    Q_EMIT keyKept(*workspace,
                   {.place = outcome.place, .problem = outcome.problem, .detail = outcome.detail});
    Q_EMIT openRequested(workspaceId);
}

void WorkspaceDialogs::manage(const QString &currentId)
{
    if (m_manager) {
        m_manager->raise();
        return;
    }
    m_manager = new WorkspacesDialog(m_window); // the window's; deletes itself
    m_manager->setAttribute(Qt::WA_DeleteOnClose);
    m_manager->setWorkspaces(m_services.workspaces.list());
    m_manager->setCurrent(currentId);
    connect(&m_services.workspaces, &WorkspaceStore::changed, m_manager, [this] {
        m_manager->setWorkspaces(m_services.workspaces.list());
    });
    connect(
        m_manager, &WorkspacesDialog::workspaceEdited, this, [this](const Workspace &workspace) {
            if (const std::optional<Error> error = m_services.workspaces.update(workspace)) {
                Q_EMIT storeTrouble(*error);
            } else {
                Q_EMIT workspaceEdited(workspace);
            }
        });
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
    if (const std::optional<Error> error = m_services.workspaces.remove(workspaceId)) {
        listAgain(workspaceId);
        Q_EMIT storeTrouble(*error);
        return;
    }
    m_services.preferences.removeLastView(workspaceId);
    Q_EMIT workspaceRemoved(workspaceId);
}

} // namespace emberline
