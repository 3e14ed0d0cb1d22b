// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspaceopener.h"

#include "app/history/historyplace.h"
#include "app/query/range.h"

#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

/// Members end in the right order: the load before its session.
struct WorkspaceOpener::Look
{
    std::shared_ptr<Session> session;
    std::unique_ptr<Load> load;
};

namespace {

bool hasAnyValue(const Dataset &dataset)
{
    return std::any_of(dataset.series.begin(), dataset.series.end(), [](const Series &series) {
        return std::any_of(series.states.begin(), series.states.end(), hasValue);
    });
}

} // namespace

WorkspaceOpener::WorkspaceOpener(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{ }

WorkspaceOpener::~WorkspaceOpener() = default;

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
    connect(m_keyCall, &KeyCall::stalled, this, [this, copy = *workspace] {
        showHeld(copy, true, [this, copy] { Q_EMIT stalled(copy); });
    });
    connect(
        m_keyCall, &KeyCall::finished, this, [this, copy = *workspace](const KeyOutcome &outcome) {
            m_keyCall->deleteLater();
            m_keyCall.clear();
            if (outcome.key.isEmpty()) {
                showHeld(copy, false, [this, copy, outcome] { Q_EMIT keyMissing(copy, outcome); });
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
    m_look.reset();
}

/// What was shown last, if anything of it is held; then says why there is no more.
void WorkspaceOpener::showHeld(const Workspace &workspace,
                               bool isWaiting,
                               const std::function<void()> &tell)
{
    m_look.reset();
    const QString file = historyFileOf(workspace);
    const Result<View> last = viewFromJson(m_services.preferences.lastView(workspace.id));
    const bool isWorthALook = m_offersHeld && !file.isEmpty() && QFile::exists(file) && last
                           && !problemOf(
                                  last->query,
                                  m_services.clock.now(),
                                  {.zone = workspace.zone, .weekStart = workspace.weekStart});
    if (!isWorthALook) {
        tell();
        return;
    }
    m_look = std::make_unique<Look>();
    m_look->session = makeSession(workspace, {});
    Session &session = *m_look->session;
    m_look->load.reset(session.start(last->query, {.mode = LoadMode::Offline}, nullptr));
    connect(m_look->load.get(),
            &Load::finished,
            this,
            [this, workspace, isWaiting, tell](const DatasetPtr &dataset) {
                m_look->load.release()->deleteLater(); // we are inside its signal
                const std::shared_ptr<Session> held = std::exchange(m_look->session, {});
                m_look.reset();
                if (hasAnyValue(*dataset)) {
                    Q_EMIT heldOpened(workspace, held, isWaiting);
                }
                tell();
            });
}

void WorkspaceOpener::openSession(const Workspace &workspace, const ApiKey &key)
{
    m_look.reset();
    std::shared_ptr<Session> session = makeSession(workspace, key);
    Q_EMIT opened(workspace, session);
}

std::shared_ptr<Session> WorkspaceOpener::makeSession(const Workspace &workspace,
                                                      const ApiKey &key) const
{
    const SessionOptions options{.endpoint = workspace.endpoint,
                                 .key = key,
                                 .zone = workspace.zone,
                                 .maxWait = m_maxWait,
                                 .historyFile = historyFileOf(workspace)};
    return m_services.openSession(options);
}

QString WorkspaceOpener::historyFileOf(const Workspace &workspace) const
{
    if (m_historyFile) {
        return *m_historyFile;
    }
    if (workspace.isDemo()) { // it is always there: what was read once is enough for a session
        return historyInMemory.toString();
    }
    return m_services.historyFolder.isEmpty()
             ? QString()
             : historyPath(m_services.historyFolder, workspace.id, workspace.endpoint);
}

} // namespace emberline
