// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewcontroller.h"

#include "app/models/serieslooks.h"
#include "app/query/queryorder.h"
#include "ui/query/rangechoice.h"
#include "ui/window/answerchecks.h"

#include <utility>

namespace emberline {

namespace {

/// More requests than that are said before they are sent: twelve months by the day of a dozen
/// series are 48.
constexpr int mostUnasked = 50;

/// @p view as the form would make it; files and older programs may have said something else.
View asChosen(View view)
{
    view.query = ranged(view.query, view.query.range);
    return view;
}

/// The same numbers stand in the same places.
bool differsInLooksOnly(const View &one, const View &other)
{
    return one.query == other.query && one.comparison == other.comparison
        && one.look.completeOnly == other.look.completeOnly;
}

} // namespace

ViewController::ViewController(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_opener(services)
    , m_workspace(services.workspaces)
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
    connect(&m_workspace, &OpenWorkspace::changed, this, &ViewController::workspaceChanged);
    connect(&m_workspace, &OpenWorkspace::moved, this, [this](const QString &id) { open(id); });
    connect(&m_history, &ViewHistory::wanted, this, &ViewController::replaceView);
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
    m_earlier.reset();
    m_keeper.reset();
    m_session.reset();
    m_needsKey = false;
    m_agreed.reset();
    m_workspace.clear();
    m_history.clear();
    m_view = {};
    m_answeredView = {};
    m_catalog = {};
    showNothing();
    Q_EMIT closed();
}

void ViewController::begin(const Workspace &workspace, const std::shared_ptr<Session> &session)
{
    m_runner.reset();
    m_earlier.reset();
    m_keeper.reset();
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    connect(m_session.get(), &Session::requestFinished, this, &ViewController::requestFinished);
    connect(m_session.get(), &Session::bucketsRead, this, &ViewController::bucketsRead);
    connect(m_session.get(), &Session::rateLimitChanged, this, &ViewController::rateLimitChanged);
    m_workspace.set(workspace);
    m_history.clear();
    m_agreed.reset();
    m_catalog = {};
    m_answeredView = {};
    showNothing();

    connect(m_session.get(), &Session::historyTroubled, this, &ViewController::historyTroubled);
    connectRunner();
    followEarlier();

    // A failure to remember what was open last costs a click at the next start, no more.
    static_cast<void>(m_services.workspaces.setCurrentId(workspace.id));
    m_view = asChosen(m_first.value_or(firstView()));
    if (!m_needsKey) { // else it may still be wanted when the key is there
        m_first.reset();
    }
    m_services.preferences.setLastView(workspace.id, toJson(m_view));
    m_workspace.noteUse(m_view.query);
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
                compare();
                Q_EMIT answered(dataset);
            });
}

void ViewController::followEarlier()
{
    m_earlier = std::make_unique<EarlierRunner>(*m_session, m_services.clock);
    connect(m_earlier.get(), &EarlierRunner::changed, this, &ViewController::showBase);
    connect(m_earlier.get(), &EarlierRunner::failed, this, &ViewController::earlierFailed);
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
    const Result<View> last = viewFromJson(m_services.preferences.lastView(workspace().id));
    if (last) {
        return *last;
    }
    return workspace().isDemo() ? m_services.demoView : View();
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

void ViewController::setView(const View &chosen, bool continues)
{
    const View view = asChosen(chosen);
    if (isOpen() && view != m_view) {
        const View before = m_view;
        replaceView(view);
        m_history.note(before, view, continues);
    }
}

void ViewController::replaceView(const View &view)
{
    const View before = std::exchange(m_view, view);
    m_services.preferences.setLastView(workspace().id, toJson(view));
    m_workspace.noteUse(view.query);
    const bool isReordered = takeOrder(before.query);
    const bool asksAnew = !isReordered && !differsInGranularityOnly(view.query, before.query);
    const bool isOnScreen = differsInGranularityOnly(m_answeredView.query, view.query);
    if (isOnScreen && !asksAnew) {
        const View shown = std::exchange(m_answeredView, view);
        if (differsInLooksOnly(shown, view) && !isReordered) {
            m_model.setLooks(shownLooks(*m_model.dataset(), showing()));
        } else {
            compare(); // forgets what is not wanted any more
            showBase();
        }
    }
    Q_EMIT viewChanged();
    if (asksAnew) {
        load(false);
    }
}

/// What is on screen needs no answer to stand in another order.
bool ViewController::takeOrder(const Query &before)
{
    const bool takes = differsInOrderOnly(before, m_view.query) && m_answeredView.query == before
                    && !isLoading();
    if (takes) {
        m_answeredView.query = m_view.query;
        m_base = inOrderOf(m_view.query, m_base);
        if (m_agreed == before) {
            m_agreed = m_view.query;
        }
    }
    return takes;
}

void ViewController::setQuery(const Query &query)
{
    View view = m_view;
    if (query.range != view.query.range || query.granularity != view.query.granularity) {
        view.look.zoom.reset();
    }
    view.query = query;
    setView(view);
}

void ViewController::setLook(const Look &look, bool continues)
{
    View view = m_view;
    view.look = look;
    setView(view, continues);
}

void ViewController::setComparison(const Comparison &comparison)
{
    View view = m_view;
    view.comparison = comparison;
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
    if (problemOf(m_view.query, m_services.clock.now(), m_workspace.calendar())) {
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

void ViewController::toggleStar(const QString &event)
{
    m_workspace.toggleStar(event);
}

void ViewController::addSegment(const QString &id, const QString &name)
{
    m_workspace.addSegment(id, name);
}

} // namespace emberline
