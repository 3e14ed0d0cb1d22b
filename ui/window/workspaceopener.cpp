// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspaceopener.h"

#include "app/history/historyplace.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

WorkspaceOpener::WorkspaceOpener(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{ }

void WorkspaceOpener::open(const QString &id)
{
    cancel();
    if (id == u"demo") {
        const Result<Workspace> demo = m_services.demoWorkspace();
        if (!demo) {
            Q_EMIT failed(id, demo.error());
            return;
        }
        openSession(*demo, m_services.demoKey);
        return;
    }
    const std::optional<Workspace> workspace = m_services.workspaces.find(id);
    if (!workspace) {
        Q_EMIT failed(id, {.kind = ErrorKind::NotFound, .detail = u"No workspace has this id"_s});
        return;
    }
    m_keyCall = m_services.keys.load(id, this);
    connect(
        m_keyCall, &KeyCall::stalled, this, [this, copy = *workspace] { Q_EMIT stalled(copy); });
    connect(
        m_keyCall, &KeyCall::finished, this, [this, copy = *workspace](const KeyOutcome &outcome) {
            m_keyCall->deleteLater();
            m_keyCall.clear();
            if (outcome.key.isEmpty()) {
                Q_EMIT keyMissing(copy, outcome);
            } else {
                openSession(copy, outcome.key);
            }
        });
}

void WorkspaceOpener::openWithKey(const QString &id, const ApiKey &key)
{
    cancel();
    if (const std::optional<Workspace> workspace = m_services.workspaces.find(id)) {
        openSession(*workspace, key);
    }
}

void WorkspaceOpener::cancel()
{
    delete m_keyCall.data();
}

void WorkspaceOpener::openSession(const Workspace &workspace, const ApiKey &key)
{
    const SessionOptions options{.endpoint = workspace.endpoint,
                                 .key = key,
                                 .zone = workspace.zone,
                                 .maxWait = m_maxWait,
                                 .historyFile = historyFileOf(workspace)};
    std::shared_ptr<Session> session = m_services.openSession(options);
    Q_EMIT opened(workspace, session);
}

QString WorkspaceOpener::historyFileOf(const Workspace &workspace) const
{
    if (m_historyFile) {
        return *m_historyFile;
    }
    // The demo is always there.
    return workspace.isDemo() || m_services.historyFolder.isEmpty()
             ? QString()
             : historyPath(m_services.historyFolder, workspace.id, workspace.endpoint);
}

} // namespace emberline
