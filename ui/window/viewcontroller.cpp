// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewcontroller.h"

#include "app/workspace/colorslots.h"
#include "ui/window/answerchecks.h"

namespace emberline {

namespace {

constexpr qsizetype mostRecentEvents = 10;
/// More requests than that are said before they are sent: twelve months by the day of a dozen
/// series are 48.
constexpr int mostUnasked = 50;

} // namespace

ViewController::ViewController(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_opener(services)
    , m_base(std::make_shared<const Dataset>())
{
    m_opener.setOffersHeld(true);
    connect(&m_opener,
            &WorkspaceOpener::opened,
            this,
            [this](const Workspace &workspace, const std::shared_ptr<Session> &session) {
                m_needsKey = false;
                begin(workspace, session);
            });
    connect(&m_opener,
            &WorkspaceOpener::heldOpened,
            this,
            [this](const Workspace &workspace,
                   const std::shared_ptr<Session> &session,
                   bool isWaiting) {
                const bool stays = isWaiting && isOpen() && !m_needsKey;
                if (!stays) {
                    m_needsKey = true;
                    begin(workspace, session);
                }
            });
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
    m_keeper.reset();
    m_session.reset();
    m_needsKey = false;
    m_agreed.reset();
    m_workspace = {};
    m_view = {};
    m_answeredView = {};
    m_catalog = {};
    showNothing();
    Q_EMIT closed();
}

void ViewController::begin(const Workspace &workspace, const std::shared_ptr<Session> &session)
{
    m_runner.reset();
    m_keeper.reset();
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    connect(m_session.get(), &Session::requestFinished, this, &ViewController::requestFinished);
    connect(m_session.get(), &Session::bucketsRead, this, &ViewController::bucketsRead);
    connect(m_session.get(), &Session::rateLimitChanged, this, &ViewController::rateLimitChanged);
    m_workspace = workspace;
    m_agreed.reset();
    m_catalog = {};
    m_answeredView = {};
    showNothing();

    connect(m_session.get(), &Session::historyTroubled, this, &ViewController::historyTroubled);
    connectRunner();

    // A failure to remember what was open last costs a click at the next start, no more.
    static_cast<void>(m_services.workspaces.setCurrentId(workspace.id));
    m_view = m_first.value_or(firstView());
    if (!m_needsKey) { // else it may still be wanted when the key is there
        m_first.reset();
    }
    m_services.preferences.setLastView(m_workspace.id, toJson(m_view));
    takeColorSlots();
    Q_EMIT workspaceOpened();
    Q_EMIT viewChanged();
    load(true);
    keepCatalog();
}

void ViewController::connectRunner()
{
    m_runner = std::make_unique<QueryRunner>(*m_session);
    connect(m_runner.get(), &QueryRunner::started, this, &ViewController::loadStarted);
    connect(m_runner.get(), &QueryRunner::progressed, this, &ViewController::loadProgressed);
    connect(m_runner.get(), &QueryRunner::waiting, this, &ViewController::loadWaiting);
    connect(m_runner.get(), &QueryRunner::costly, this, &ViewController::noteCostly);
    connect(m_runner.get(),
            &QueryRunner::arrived,
            this,
            [this](const Query &query, const DatasetPtr &partial) { showPartial(query, partial); });
    connect(m_runner.get(), &QueryRunner::cancelled, this, [this] {
        settleBase();
        Q_EMIT loadCancelled();
    });
    connect(m_runner.get(),
            &QueryRunner::answered,
            this,
            [this](const Query &query, const DatasetPtr &dataset) {
                show(query, dataset);
                settleBase(); // nothing more of an older part will come
                Q_EMIT answered(dataset);
            });
}

void ViewController::noteCostly(int perSeries, int total)
{
    if (m_isQuiet) {
        m_runner->cancel(); // a question that nobody expects
    } else {
        Q_EMIT loadCostly(perSeries, total);
    }
}

View ViewController::firstView() const
{
    const Result<View> last = viewFromJson(m_services.preferences.lastView(m_workspace.id));
    if (last) {
        return *last;
    }
    return m_workspace.isDemo() ? m_services.demoView : View();
}

void ViewController::keepCatalog()
{
    const CatalogKeeperOptions options{.onlyHeld = m_needsKey};
    m_keeper = std::make_unique<CatalogKeeper>(
        *m_session, m_session->history(), m_services.clock, options);
    connect(m_keeper.get(), &CatalogKeeper::changed, this, [this] {
        m_catalog = m_keeper->catalog();
        Q_EMIT catalogChanged();
    });
    m_keeper->start();
}

void ViewController::refreshCatalog()
{
    if (m_keeper) {
        m_keeper->refresh();
    }
}

void ViewController::setView(const View &view)
{
    if (!isOpen() || view == m_view) {
        return;
    }
    const bool asksAnew = !differsInGranularityOnly(view.query, m_view.query);
    const bool showsAnew = !asksAnew && view.query != m_view.query;
    m_view = view;
    m_services.preferences.setLastView(m_workspace.id, toJson(view));
    takeColorSlots();
    noteRecentEvent();
    if (showsAnew && differsInGranularityOnly(m_answeredView.query, m_view.query)) {
        m_answeredView = m_view;
        showBase();
    }
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
        load(true, LoadMode::Refresh);
        refreshLists();
    }
}

void ViewController::refreshQuietly()
{
    if (isOpen()) {
        load(true, LoadMode::Refresh, isAgreed() ? Consent::Agreed : Consent::Nobody);
        refreshLists();
    }
}

void ViewController::refreshLists()
{
    const auto wantsAnother = [](ListState state) {
        return state == ListState::Unread || state == ListState::Failed;
    };
    if (wantsAnother(m_catalog.eventsState) || wantsAnother(m_catalog.segmentsState)) {
        refreshCatalog();
    }
}

void ViewController::loadRest()
{
    if (isOpen()) {
        load(true, LoadMode::Rest, isAgreed() ? Consent::Agreed : Consent::Asked);
    }
}

void ViewController::reload()
{
    if (isOpen()) {
        load(true, LoadMode::Reload);
    }
}

void ViewController::retryFailed()
{
    if (!isOpen()) {
        return;
    }
    const bool isOnScreen = differsInGranularityOnly(m_answeredView.query, m_view.query)
                         && !m_base->failures.empty() && !m_base->isLoading;
    if (isOnScreen) {
        m_runner->complete(m_view.query, m_base);
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

void ViewController::proceed()
{
    if (m_runner) {
        m_agreed = m_view.query;
        m_runner->proceed();
    }
}

void ViewController::load(bool now, LoadMode mode, Consent consent)
{
    const Calendar calendar{.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
    if (problemOf(m_view.query, m_services.clock.now(), calendar)) {
        m_runner->cancel();
        return;
    }
    m_isQuiet = consent == Consent::Nobody;
    LoadOptions options{.mode = m_needsKey ? LoadMode::Offline : mode, .mostRequests = mostUnasked};
    if (consent == Consent::Agreed) {
        options.mostRequests.reset();
    }
    if (now) {
        m_runner->askNow(m_view.query, options);
    } else {
        m_runner->askSoon(m_view.query, options);
    }
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
    if (!stored || *stored == m_workspace) {
        return;
    }
    if (stored->endpoint != m_workspace.endpoint || stored->zone != m_workspace.zone) {
        open(stored->id); // the session is about the old ones
        return;
    }
    m_workspace = *stored;
    Q_EMIT workspaceChanged();
}

} // namespace emberline
