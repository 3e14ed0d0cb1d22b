// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewcontroller.h"

#include "app/models/serieslooks.h"
#include "app/workspace/colorslots.h"

namespace emberline {

namespace {

constexpr qsizetype mostRecentEvents = 10;

} // namespace

ViewController::ViewController(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_opener(services)
{
    connect(&m_opener, &WorkspaceOpener::opened, this, &ViewController::begin);
    connect(&services.workspaces, &WorkspaceStore::changed, this, &ViewController::followStore);
}

ViewController::~ViewController() = default;

void ViewController::open(const QString &workspaceId, const std::optional<View> &first)
{
    // A view that was asked for waits until its workspace did open: the key may come later.
    if (first || workspaceId != m_asked) {
        m_first = first;
    }
    m_asked = workspaceId;
    Q_EMIT openAsked(workspaceId);
    m_opener.open(workspaceId);
}

void ViewController::close()
{
    m_opener.cancel();
    m_runner.reset();
    m_catalogLoad.reset();
    m_session.reset();
    m_workspace = {};
    m_view = {};
    m_answeredView = {};
    m_catalog = {};
    m_model.setDataset(std::make_shared<const Dataset>(), {});
    Q_EMIT closed();
}

void ViewController::begin(const Workspace &workspace, const std::shared_ptr<Session> &session)
{
    m_runner.reset();
    m_catalogLoad.reset();
    m_session = session;
    m_workspace = workspace;
    m_catalog = {};
    m_answeredView = {};
    m_model.setDataset(std::make_shared<const Dataset>(), {});

    m_runner = std::make_unique<QueryRunner>(*m_session);
    connect(m_runner.get(), &QueryRunner::started, this, &ViewController::loadStarted);
    connect(m_runner.get(), &QueryRunner::progressed, this, &ViewController::loadProgressed);
    connect(m_runner.get(), &QueryRunner::waiting, this, &ViewController::loadWaiting);
    connect(m_runner.get(), &QueryRunner::cancelled, this, &ViewController::loadCancelled);
    connect(m_runner.get(), &QueryRunner::answered, this, &ViewController::show);

    // A failure to remember what was open last costs a click at the next start, no more.
    static_cast<void>(m_services.workspaces.setCurrentId(workspace.id));
    m_view = m_first.value_or(firstView());
    m_first.reset();
    m_services.preferences.setLastView(m_workspace.id, toJson(m_view));
    takeColorSlots();
    Q_EMIT workspaceOpened();
    Q_EMIT viewChanged();
    load(true);
    readCatalog();
}

View ViewController::firstView() const
{
    const Result<View> last = viewFromJson(m_services.preferences.lastView(m_workspace.id));
    if (last) {
        return *last;
    }
    return m_workspace.isDemo() ? m_services.demoView : View();
}

void ViewController::readCatalog()
{
    m_catalogLoad.reset(static_cast<CatalogLoader &>(*m_session).start(nullptr));
    connect(m_catalogLoad.get(), &CatalogLoad::finished, this, [this](const Catalog &catalog) {
        m_catalogLoad.release()->deleteLater(); // we are inside its signal
        m_catalog = catalog;
        Q_EMIT catalogChanged();
    });
}

void ViewController::setView(const View &view)
{
    if (!isOpen() || view == m_view) {
        return;
    }
    const bool asksAnew = view.query != m_view.query;
    m_view = view;
    m_services.preferences.setLastView(m_workspace.id, toJson(view));
    takeColorSlots();
    noteRecentEvent();
    Q_EMIT viewChanged();
    if (asksAnew) {
        load(false);
    }
}

void ViewController::setQuery(const Query &query)
{
    View view = m_view;
    view.query = query;
    setView(view);
}

void ViewController::refresh()
{
    if (isOpen()) {
        load(true);
        if (m_catalog.eventsState != ListState::Read
            || m_catalog.segmentsState != ListState::Read) {
            readCatalog();
        }
    }
}

void ViewController::reload()
{
    refresh();
}

void ViewController::retryFailed()
{
    if (!isOpen()) {
        return;
    }
    const bool isOnScreen = m_answeredView.query == m_view.query
                         && !m_model.dataset()->failures.empty();
    if (isOnScreen) {
        m_runner->complete(m_view.query, m_model.dataset());
    } else {
        refresh();
    }
}

void ViewController::cancel()
{
    if (m_runner) {
        m_runner->cancel();
    }
}

void ViewController::retryNow()
{
    if (m_runner) {
        m_runner->retryNow();
    }
}

void ViewController::load(bool now)
{
    if (problemOf(m_view.query)) {
        m_runner->cancel();
        return;
    }
    if (now) {
        m_runner->askNow(m_view.query);
    } else {
        m_runner->askSoon(m_view.query);
    }
}

void ViewController::show(const Query &query, const DatasetPtr &dataset)
{
    if (!dataset->series.empty()) {
        m_answeredView = m_view;
        m_answeredView.query = query;
        m_model.setDataset(dataset,
                           looksOf(query, *dataset, m_workspace.colorSlots, allUsersName()));
    }
    Q_EMIT answered(dataset);
}

void ViewController::takeColorSlots()
{
    const Workspace before = m_workspace;
    for (const Choice &segment : m_view.query.segments) {
        static_cast<void>(colorSlotFor(m_workspace, segment.id));
    }
    if (m_workspace != before) {
        keepWorkspace();
    }
}

void ViewController::noteRecentEvent()
{
    if (m_view.query.events.isEmpty()
        || m_workspace.recentEvents.value(0) == m_view.query.events.constFirst()) {
        return;
    }
    m_workspace.recentEvents.removeAll(m_view.query.events.constFirst());
    m_workspace.recentEvents.prepend(m_view.query.events.constFirst());
    m_workspace.recentEvents = m_workspace.recentEvents.mid(0, mostRecentEvents);
    keepWorkspace();
}

void ViewController::toggleStar(const QString &event)
{
    if (m_workspace.starredEvents.removeAll(event) == 0) {
        m_workspace.starredEvents.append(event);
    }
    keepWorkspace();
}

void ViewController::addSegment(const QString &id, const QString &name)
{
    m_workspace.segments.push_back({.id = id, .name = name});
    keepWorkspace();
}

void ViewController::keepWorkspace()
{
    if (!m_workspace.isDemo()) {
        m_isKeeping = true;
        // It stays as it is on screen; what could not be written is forgotten at the next start.
        if (!m_services.workspaces.update(m_workspace)) {
            m_workspace = m_services.workspaces.find(m_workspace.id).value_or(m_workspace);
        }
        m_isKeeping = false;
    }
    Q_EMIT workspaceChanged();
}

/// It was renamed in a dialog, or changed in another window.
void ViewController::followStore()
{
    if (!isOpen() || m_workspace.isDemo() || m_isKeeping) {
        return;
    }
    const std::optional<Workspace> stored = m_services.workspaces.find(m_workspace.id);
    if (stored && *stored != m_workspace) {
        m_workspace = *stored;
        Q_EMIT workspaceChanged();
    }
}

} // namespace emberline
