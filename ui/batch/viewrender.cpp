// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/viewrender.h"

#include "app/core/text.h"
#include "app/models/serieslooks.h"
#include "app/series/summary.h"
#include "ui/feedback/sentences.h"

#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isStoppedByProxy(const SeriesFailure &failure)
{
    return failure.error.kind == ErrorKind::ProxyAuthentication;
}

bool isNotAuthorised(const SeriesFailure &failure)
{
    return failure.error.kind == ErrorKind::Unauthorized
        || failure.error.kind == ErrorKind::Forbidden;
}

} // namespace

void complain(const QString &sentence)
{
    QTextStream(stderr) << displayText(sentence) << '\n';
}

QString nameOf(const View &view)
{
    return view.title.isEmpty() ? view.query.events.join(u", "_s) : view.title;
}

ViewRender::ViewRender(ViewTask task, Session &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_task(std::move(task))
    , m_session(session)
    , m_earlier(session, clock)
{
    connect(&m_earlier, &EarlierRunner::failed, this, [this](const Error &error) {
        m_lacksEarlier = true;
        const Workspace &workspace = m_task.workspace;
        const QString reason = messageFor(error, workspace.name, workspace.endpoint.host()).text;
        complain(tr("The earlier period: %1").arg(reason));
    });
    connect(&m_earlier, &EarlierRunner::settled, this, &ViewRender::finish);
}

ViewRender::~ViewRender() = default;

void ViewRender::start()
{
    const LoadMode mode = m_task.offline ? LoadMode::Offline : LoadMode::Usual;
    m_load.reset(m_session.start(m_task.view.query, {.mode = mode}, nullptr));
    connect(m_load.get(), &Load::waiting, this, [](const QDateTime &until) {
        complain(tr("Braze asked us to wait until %1").arg(until.toString(Qt::ISODate)));
    });
    connect(m_load.get(), &Load::finished, this, &ViewRender::handle);
}

void ViewRender::reportFailures(const Dataset &dataset) const
{
    const auto stopped = std::find_if(
        dataset.failures.begin(), dataset.failures.end(), isStoppedByProxy);
    if (stopped != dataset.failures.end()) { // all of them by the same one: said once
        complain(tr("The proxy %1 wants a name and a password: put them into http_proxy and "
                    "https_proxy, as in http://name:password@host:port")
                     .arg(stopped->error.proxy));
    }
    const Workspace &workspace = m_task.workspace;
    for (const SeriesFailure &failure : dataset.failures) {
        if (!isStoppedByProxy(failure)) {
            complain(seriesName(m_task.view.query, failure.key) + u": "_s
                     + messageFor(failure.error, workspace.name, workspace.endpoint.host()).text);
        }
    }
}

void ViewRender::reportNotices(const Dataset &dataset) const
{
    for (const LoadNotice &notice : dataset.notices) {
        const QString name = seriesName(m_task.view.query, notice.key);
        switch (notice.kind) {
        case LoadNotice::Kind::UnreadableRows:
            complain(name + u": "_s
                     + unreadableMessage(
                           notice.count, static_cast<int>(dataset.times.size()), dataset.unit)
                           .text);
            break;
        case LoadNotice::Kind::ClampedValues:
            complain(
                tr("%1: %n count(s) were too large to draw and were cut", nullptr, notice.count)
                    .arg(name));
            break;
        case LoadNotice::Kind::ServerMessage:
            complain(name + u": "_s + notice.text);
            break;
        }
    }
}

void ViewRender::report(const Dataset &dataset) const
{
    reportFailures(dataset);
    reportNotices(dataset);
    for (const Series &series : dataset.series) {
        const QString name = seriesName(m_task.view.query, series.key);
        const SeriesSummary summary = summaryOf(dataset.times, series);
        if (summary.missing > 0) {
            complain(tr("%1: %n bucket(s) missing", nullptr, summary.missing).arg(name));
        }
        if (summary.unread > 0) {
            complain(tr("%1: %n bucket(s) not kept on this computer", nullptr, summary.unread)
                         .arg(name));
        }
    }
}

/// A series that failed has no column, though some of it may be held; nor has one of which nothing
/// is.
void ViewRender::dropUnusable(Dataset &dataset) const
{
    const auto isUnusable = [this, &dataset](const Series &series) {
        const bool failed = std::any_of(
            dataset.failures.begin(),
            dataset.failures.end(),
            [&series](const SeriesFailure &failure) { return failure.key == series.key; });
        const bool isEmpty = std::none_of(series.states.begin(), series.states.end(), hasValue);
        return failed || (m_task.offline && isEmpty);
    };
    dataset.series.erase(std::remove_if(dataset.series.begin(), dataset.series.end(), isUnusable),
                         dataset.series.end());
    dataset.fetchedAt = oldestFetch(dataset.series).value_or(dataset.fetchedAt);
}

void ViewRender::handle(const DatasetPtr &answer)
{
    const auto dataset = std::make_shared<Dataset>(*answer);
    dropUnusable(*dataset);
    report(*dataset);
    if (!dataset->series.empty()) {
        m_answer = dataset;
        compare();
        return;
    }
    if (m_task.offline) {
        complain(tr("Nothing of this is kept on this computer"));
    }
    const bool refused = !m_task.offline
                      && std::any_of(
                          dataset->failures.begin(), dataset->failures.end(), isNotAuthorised);
    Q_EMIT finished({.view = m_task.view,
                     .exit = refused ? RenderExit::NotAuthorised : RenderExit::NothingLoaded});
}

void ViewRender::compare()
{
    if (m_task.isPictured) {
        m_earlier.follow(m_task.view.query,
                         m_task.view.comparison,
                         m_task.calendar(),
                         m_task.offline ? LoadMode::Offline : LoadMode::Usual);
    }
    if (!m_earlier.isRunning()) {
        finish();
    }
}

void ViewRender::finish()
{
    const View &view = m_task.view;
    const bool isWhole = m_answer->series.size() == seriesOf(view.query).size() && !m_lacksEarlier;
    Q_EMIT finished({.view = view,
                     .shown = shownOf(m_answer,
                                      m_earlier.answers(),
                                      {.query = view.query,
                                       .hidden = view.look.hidden,
                                       .completeOnly = view.look.completeOnly,
                                       .calendar = m_task.calendar(),
                                       .colorSlots = m_task.workspace.colorSlots,
                                       .allUsers = allUsersName()}),
                     .exit = isWhole ? RenderExit::Written : RenderExit::Partly});
}

} // namespace emberline
