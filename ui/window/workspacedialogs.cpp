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
    show(new ConnectDialog(m_services.tester, m_window), {}); // the window's; deletes itself
}

void WorkspaceDialogs::edit(const QString &workspaceId)
{
    const std::optional<Workspace> workspace = m_services.workspaces.find(workspaceId);
    if (!workspace) {
        return;
    }
    m_storedKeyTester = std::make_unique<StoredKeyTester>(
        m_services.tester, m_services.keys, workspaceId);
    show(new ConnectDialog(*m_storedKeyTester, *workspace, m_window), workspaceId); // the window's
}

void WorkspaceDialogs::show(ConnectDialog *dialog, const QString &ownId) const
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList taken;
    for (const Workspace &workspace : m_services.workspaces.list()) {
        if (workspace.id != ownId) {
            taken.append(workspace.name);
        }
    }
    dialog->setTakenNames(taken);
    connect(dialog, &ConnectDialog::connected, this, &WorkspaceDialogs::keep);
    dialog->open();
}

void WorkspaceDialogs::keep(const ConnectResult &result)
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
    KeyCall *call = m_services.keys.save(id, *result.newKey, this);
    connect(call,
            &KeyCall::finished,
            this,
            [this, call, id, name = workspace.name](const KeyOutcome &outcome) {
                call->deleteLater();
                Q_EMIT openRequested(id);
                if (outcome.problem) {
                    Q_EMIT keyTrouble(name, *outcome.problem);
                }
            });
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
    const QString name = m_services.workspaces.find(workspaceId).value_or(Workspace()).name;
    KeyCall *call = m_services.keys.remove(workspaceId, this);
    connect(
        call, &KeyCall::finished, this, [this, call, workspaceId, name](const KeyOutcome &outcome) {
            call->deleteLater();
            // A key that may still be there keeps its workspace: else nobody could find it.
            if (outcome.problem) {
                Q_EMIT keyTrouble(name, *outcome.problem);
            } else {
                forget(workspaceId);
            }
        });
}

void WorkspaceDialogs::forget(const QString &workspaceId)
{
    if (const std::optional<Error> error = m_services.workspaces.remove(workspaceId)) {
        Q_EMIT storeTrouble(*error);
        return;
    }
    m_services.preferences.removeLastView(workspaceId);
    Q_EMIT workspaceRemoved(workspaceId);
}

} // namespace emberline
