// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/loadfeedback.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/models/serieslooks.h"
#include "app/series/datetext.h"
#include "ui/chart/chartview.h"
#include "ui/feedback/agetext.h"
#include "ui/feedback/detailsview.h"
#include "ui/feedback/historysentences.h"
#include "ui/feedback/loadingtext.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/noticesentences.h"
#include "ui/window/answerchecks.h"
#include "ui/window/offlinewatch.h"
#include "ui/window/statusline.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString errorBar = u"error"_s;
const QString waitBar = u"wait"_s;
const QString costBar = u"cost"_s;
const QString restBar = u"rest"_s;
const QString historyBar = u"history"_s;
const QString noticeBar = u"notice"_s;
const QString tlsBar = u"tls"_s;

} // namespace

LoadFeedback::LoadFeedback(ViewController &controller,
                           WorkPage &page,
                           StatusLine &status,
                           const Clock &clock,
                           const OfflineWatch &offline,
                           QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_page(page)
    , m_status(status)
    , m_clock(clock)
    , m_offline(offline)
{
    m_countdown.setInterval(std::chrono::seconds(1));
    connect(&m_countdown, &QTimer::timeout, this, &LoadFeedback::tellWait);
    connect(&controller, &ViewController::loadStarted, this, &LoadFeedback::begin);
    connect(&controller, &ViewController::loadProgressed, this, &LoadFeedback::progress);
    connect(&controller, &ViewController::loadWaiting, this, &LoadFeedback::wait);
    connect(&controller, &ViewController::loadCancelled, this, [this] {
        end();
        m_page.messages().remove(costBar); // there is nothing left to go on with
        tellRest();
    });
    connect(&controller, &ViewController::loadCostly, this, &LoadFeedback::tellCost);
    connect(&controller, &ViewController::arrived, this, &LoadFeedback::showContent);
    connect(&controller, &ViewController::answered, this, &LoadFeedback::answer);
    connect(
        &controller, &ViewController::historyTroubled, this, [&page](const HistoryNotice &notice) {
            page.messages().put(historyBar, historyMessage(notice), true);
        });
    connect(&controller, &ViewController::viewChanged, this, &LoadFeedback::showContent);
    connect(&controller, &ViewController::workspaceOpened, this, &LoadFeedback::clear);
    connect(&controller, &ViewController::closed, this, &LoadFeedback::clear);
    connect(&offline, &OfflineWatch::reached, this, &LoadFeedback::noteReached);
    connect(&page.messages(), &MessageBarStack::actionTriggered, this, &LoadFeedback::act);
    connect(&page.messages(), &MessageBarStack::closed, this, &LoadFeedback::noteClosed);
    connect(&page, &WorkPage::cancelled, &controller, &ViewController::cancel);
    connect(&controller, &ViewController::workspaceOpened, this, &LoadFeedback::checkTls);
}

/// Its back ends are plugins, which may be missing. Looked for where it is needed: it takes a
/// while.
void LoadFeedback::checkTls()
{
    const bool needed = m_controller.workspace().endpoint.scheme() == u"https";
    if (needed && !QSslSocket::supportsSsl()) {
        m_page.messages().put(tlsBar, noTlsMessage());
    } else {
        m_page.messages().remove(tlsBar);
    }
}

MessageContext LoadFeedback::context() const
{
    const Workspace &workspace = m_controller.workspace();
    MessageContext context{.workspaceName = workspace.name,
                           .host = workspace.endpoint.host(),
                           .offline = m_offline.isSurelyOffline(),
                           .zone = workspace.zone};
    if (const DatasetPtr &held = m_controller.model()->dataset(); !held->isEmpty()) {
        context.dataFrom = held->fetchedAt;
    }
    return context;
}

void LoadFeedback::begin()
{
    m_page.messages().remove(costBar);
    m_page.messages().remove(restBar);
    m_status.showHeld({});
    m_pace = {};
    m_began.start();
    tellProgress({});
}

void LoadFeedback::progress(int done, int total)
{
    const std::chrono::milliseconds elapsed(m_began.elapsed());
    m_pace.note(done, total, elapsed);
    tellProgress({.done = done, .total = total, .elapsed = elapsed, .left = m_pace.left()});
}

void LoadFeedback::tellProgress(const LoadProgress &progress)
{
    m_progress = progress;
    const QString text = m_countdown.isActive() ? waitingText(progress, waitEnd())
                                                : loadingText(progress);
    m_page.showProgress(progress.done, std::max(1, progress.total), text);
    m_status.showLoading(text);
}

void LoadFeedback::tellCost(int perSeries, int total)
{
    end();
    const Query &query = m_controller.view().query;
    const Workspace &workspace = m_controller.workspace();
    const DaySpan dates = datesOf(query.range, query.unit, m_clock.now(), {.zone = workspace.zone});
    m_page.messages().put(
        costBar,
        expensiveRangeMessage(
            query.unit, static_cast<int>(dates.first.daysTo(dates.last)) + 1, perSeries, total));
}

/// What was cancelled, or was asked for in vain, can still be had.
void LoadFeedback::tellRest()
{
    const Query &query = m_controller.view().query;
    const bool isShown = differsInGranularityOnly(m_controller.answeredView().query, query)
                      && !m_controller.base()->isEmpty();
    const bool isWhole = isShown && !hasUnread(*m_controller.base());
    if (!problemOf(query) && !isWhole && !m_controller.needsKey() && !m_isRestClosed) {
        m_page.messages().put(restBar, restMessage(), true);
    }
}

void LoadFeedback::useDays()
{
    m_controller.setQuery(
        inDays(m_controller.view().query, m_clock.now(), m_controller.workspace().zone));
}

void LoadFeedback::wait(const QDateTime &until)
{
    m_waitUntil = until;
    m_countdown.start();
    tellProgress(m_progress);
    tellWait();
}

QString LoadFeedback::waitEnd() const
{
    const QDateTime there = m_waitUntil.toTimeZone(m_controller.workspace().zone);
    return clockText(there.time(), QLocale());
}

void LoadFeedback::tellWait()
{
    if (m_waitUntil <= m_clock.now()) {
        endWait();
        return;
    }
    m_page.messages().put(waitBar, waitMessage(m_waitUntil, m_clock.now(), context()));
}

void LoadFeedback::endWait()
{
    const bool waited = m_countdown.isActive();
    m_countdown.stop();
    m_page.messages().remove(waitBar);
    if (waited && m_controller.isLoading()) {
        tellProgress(m_progress);
    }
}

void LoadFeedback::end()
{
    endWait();
    m_page.showProgress(0, 0);
    m_status.showLoading({});
}

void LoadFeedback::clear()
{
    end();
    m_lastError.reset();
    m_isHushed = false;
    m_isRestClosed = false;
    m_status.showReach(m_controller.needsKey() ? Reach::Refused : Reach::Within);
    for (const QString &bar : {errorBar, noticeBar, costBar, restBar, historyBar}) {
        m_page.messages().remove(bar);
    }
    m_page.hideDetails();
    m_page.chart().setHeadings({}, {}); // they are of an answer that is gone
    m_page.showChart();
}

void LoadFeedback::answer(const DatasetPtr &dataset)
{
    end();
    m_isHushed = m_isHushed && m_offline.isOffline();
    m_isRestClosed = false;
    m_page.hideDetails();
    tellReach(*dataset);
    tellFailures(*dataset);
    tellNotices(*dataset);
    if (dataset->failures.empty()) { // else there is a message already
        tellRest();
    }
    if (!dataset->series.empty()) { // what was fetched of it at all
        m_status.showFetched(dataset->fetchedAt, dataset->zone);
        m_status.showHeld(heldText(
            dataset->held, static_cast<int>(dataset->times.size()), dataset->unit, QLocale()));
    }
    showContent();
}

void LoadFeedback::tellReach(const Dataset &dataset)
{
    if (isKeyRefused(dataset) || m_controller.needsKey()) {
        m_status.showReach(Reach::Refused);
    } else {
        m_status.showReach(m_offline.isOffline() ? Reach::Out : Reach::Within);
    }
}

/// Somebody answered since the answer that said otherwise; what failed then can be had now.
void LoadFeedback::noteReached()
{
    m_isHushed = false;
    m_status.showReach(m_controller.needsKey() ? Reach::Refused : Reach::Within);
    if (m_lastError && m_isAboutReach) {
        m_page.messages().remove(errorBar);
    }
}

void LoadFeedback::tellFailures(const Dataset &dataset)
{
    if (dataset.failures.empty()) {
        m_lastError.reset();
        m_page.messages().remove(errorBar);
        return;
    }
    m_lastError = dataset.failures.front().error;
    // A proxy that asks for a password is in the way of the others, too.
    const int loaded = loadedSeries(dataset);
    m_isAboutReach = loaded == 0;
    if (loaded == 0 || m_lastError->kind == ErrorKind::ProxyAuthentication) {
        Message message = messageFor(*m_lastError, context());
        if (m_controller.workspace().isDemo()) { // its connection is not the user's to edit
            auto &actions = message.actions;
            actions.erase(
                std::remove(actions.begin(), actions.end(), MessageAction::EditConnection),
                actions.end());
        }
        putError(message);
        return;
    }
    QStringList names;
    for (const SeriesFailure &failure : dataset.failures) {
        names.append(seriesName(m_controller.view().query, failure.key, allUsersName()));
    }
    const int total = loaded + static_cast<int>(dataset.failures.size());
    putError(partialFailureMessage(loaded, total, names));
}

void LoadFeedback::putError(const Message &message)
{
    const bool chipSaysItToo = m_offline.isOffline() && message.icon == u"offline";
    m_isHushed = m_isHushed && chipSaysItToo;
    if (!m_isHushed) {
        m_page.messages().put(errorBar, message, chipSaysItToo);
    }
}

void LoadFeedback::noteClosed(const QString &bar)
{
    m_isHushed = m_isHushed || bar == errorBar;
    m_isRestClosed = m_isRestClosed || bar == restBar;
}

void LoadFeedback::tellNotices(const Dataset &dataset)
{
    if (const std::optional<Message> notice = noticeMessage(dataset)) {
        m_page.messages().put(noticeBar, *notice, true);
    } else {
        m_page.messages().remove(noticeBar);
    }
}

void LoadFeedback::showContent()
{
    const Query &query = m_controller.view().query;
    const std::optional<QueryProblem> problem = problemOf(query);
    if (problem == QueryProblem::NoSegment) {
        m_page.showEmpty(EmptyKind::NoSegment, {}, {});
        return;
    }
    if (problem == QueryProblem::NoEvent || problem == QueryProblem::EmptyEventName) {
        m_page.showEmpty(EmptyKind::NoEvent, {}, {});
        return;
    }
    const Dataset &dataset = *m_controller.model()->dataset();
    const bool nothing = !dataset.isEmpty() && isNothingRecorded(dataset);
    if (!nothing && (dataset.isEmpty() || !isAllZero(dataset))) {
        isAllHidden(m_controller.model()->looks()) ? m_page.showEmpty(EmptyKind::AllHidden, {}, {})
                                                   : m_page.showChart();
        return;
    }
    const QString range = rangeText(dataset, QLocale());
    m_page.showEmpty(nothing ? EmptyKind::NothingRecorded : EmptyKind::AllZero,
                     m_controller.answeredView().query.events.join(u", "_s),
                     range);
}

/// Whether it is about @p error.
bool LoadFeedback::actOnError(MessageAction action, const Error &error)
{
    if (action == MessageAction::Details) {
        m_page.showDetails(error);
    } else if (action == MessageAction::SignIn) {
        Q_EMIT signInAsked(error.proxy);
    } else if (action == MessageAction::CopyReport) {
        QGuiApplication::clipboard()->setText(reportOf(error));
    } else {
        return false;
    }
    return true;
}

void LoadFeedback::act(const QString &bar, MessageAction action)
{
    // Only some of the actions are about loading; the window knows the others.
    const bool isOurs = bar == errorBar || bar == waitBar || bar == noticeBar || bar == costBar
                     || bar == historyBar || bar == restBar;
    if (!isOurs) {
        Q_EMIT actionTriggered(action);
        return;
    }
    if (m_lastError && actOnError(action, *m_lastError)) {
        return;
    }
    if (action == MessageAction::Retry) {
        m_controller.refresh();
    } else if (action == MessageAction::RetryFailed) {
        m_controller.retryFailed();
    } else if (action == MessageAction::Load) {
        begin();
        m_controller.proceed();
    } else if (action == MessageAction::LoadRest) {
        m_controller.loadRest();
    } else if (action == MessageAction::UseDays) {
        useDays();
    } else if (action == MessageAction::TryNow) {
        endWait();
        m_controller.retryNow();
    } else if (action == MessageAction::Cancel) {
        m_controller.cancel();
    } else if (action == MessageAction::Hide) {
        m_page.messages().remove(bar);
    } else {
        Q_EMIT actionTriggered(action);
    }
}

} // namespace emberline
