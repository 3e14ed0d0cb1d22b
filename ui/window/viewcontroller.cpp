// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewcontroller.h"

#include "app/models/serieslooks.h"
#include "app/series/rollup.h"
#include "app/workspace/colorslots.h"
#include "ui/query/rangechoice.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr qsizetype mostRecentEvents = 10;
/// More requests than that are said before they are sent: twelve months by the day of a dozen
/// series are 48.
constexpr int mostUnasked = 50;

std::ptrdiff_t readBuckets(const Dataset &dataset)
{
    std::ptrdiff_t count = 0;
    for (const Series &series : dataset.series) {
        const auto unread = std::count(
            series.states.begin(), series.states.end(), BucketState::Unread);
        count += static_cast<std::ptrdiff_t>(series.states.size()) - unread;
    }
    return count;
}

/// @p view as the form would make it; files and older programs may have said something else.
View asChosen(View view)
{
    view.query = ranged(view.query, view.query.range);
    return view;
}

/// The same numbers are asked for, to be shown in other buckets.
bool differsInGranularityOnly(Query one, const Query &other)
{
    one.granularity = other.granularity;
    return one == other;
}

} // namespace

ViewController::ViewController(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_opener(services)
    , m_base(std::make_shared<const Dataset>())
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
    m_keeper.reset();
    m_session.reset();
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
    m_catalog = {};
    m_answeredView = {};
    showNothing();

    connect(m_session.get(), &Session::historyTroubled, this, &ViewController::historyTroubled);
    m_runner = std::make_unique<QueryRunner>(*m_session);
    connect(m_runner.get(), &QueryRunner::started, this, &ViewController::loadStarted);
    connect(m_runner.get(), &QueryRunner::progressed, this, &ViewController::loadProgressed);
    connect(m_runner.get(), &QueryRunner::waiting, this, &ViewController::loadWaiting);
    connect(m_runner.get(), &QueryRunner::costly, this, &ViewController::loadCostly);
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

    // A failure to remember what was open last costs a click at the next start, no more.
    static_cast<void>(m_services.workspaces.setCurrentId(workspace.id));
    m_view = asChosen(m_first.value_or(firstView()));
    m_first.reset();
    m_services.preferences.setLastView(m_workspace.id, toJson(m_view));
    takeColorSlots();
    Q_EMIT workspaceOpened();
    Q_EMIT viewChanged();
    load(true);
    keepCatalog();
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
    m_keeper = std::make_unique<CatalogKeeper>(*m_session, m_session->history(), m_services.clock);
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

void ViewController::setView(const View &chosen)
{
    const View view = asChosen(chosen);
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
        const auto wantsAnother = [](ListState state) {
            return state == ListState::Unread || state == ListState::Failed;
        };
        if (wantsAnother(m_catalog.eventsState) || wantsAnother(m_catalog.segmentsState)) {
            refreshCatalog();
        }
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
        m_runner->proceed();
    }
}

void ViewController::load(bool now, LoadMode mode)
{
    const Calendar calendar{.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
    if (problemOf(m_view.query, m_services.clock.now(), calendar)) {
        m_runner->cancel();
        return;
    }
    const LoadOptions options{.mode = mode, .mostRequests = mostUnasked};
    if (now) {
        m_runner->askNow(m_view.query, options);
    } else {
        m_runner->askSoon(m_view.query, options);
    }
}

void ViewController::show(const Query &query, const DatasetPtr &dataset)
{
    if (dataset->series.empty()) {
        return;
    }
    const Granularity granularity = m_view.query.granularity;
    m_answeredView = m_view;
    m_answeredView.query = query;
    if (differsInGranularityOnly(query, m_view.query)) { // it was switched while this was loading
        m_answeredView.query.granularity = granularity;
    }
    m_base = dataset;
    showBase();
}

void ViewController::showPartial(const Query &query, const DatasetPtr &partial)
{
    // Where nothing can be kept it knows less than what is on screen already.
    const bool isPoorer = differsInGranularityOnly(query, m_answeredView.query)
                       && readBuckets(*partial) < readBuckets(*m_base);
    if (!isPoorer) {
        show(query, partial);
        Q_EMIT arrived();
    }
}

void ViewController::showBase()
{
    const Calendar calendar{.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
    const Query &query = m_answeredView.query;
    const bool isWhole = query.granularity == m_base->granularity;
    const DatasetPtr shown = isWhole ? m_base
                                     : std::make_shared<const Dataset>(
                                         rollUp(*m_base, query.granularity, calendar));
    m_model.setDataset(shown, looksOf(query, *shown, m_workspace.colorSlots, allUsersName()));
}

void ViewController::showNothing()
{
    m_base = std::make_shared<const Dataset>();
    m_model.setDataset(m_base, {});
}

/// What was not loaded by now will not come by itself.
void ViewController::settleBase()
{
    if (m_base->isLoading) {
        auto part = std::make_shared<Dataset>(*m_base);
        part->isLoading = false;
        m_base = part;
        showBase();
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
