// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rendercommand.h"

#include "app/core/text.h"
#include "app/history/historyplace.h"
#include "app/models/serieslooks.h"
#include "app/models/shown.h"
#include "app/series/summary.h"
#include "app/workspace/endpoint.h"
#include "ui/batch/keyfile.h"
#include "ui/batch/renderbrand.h"
#include "ui/batch/renderfiles.h"
#include "ui/export/pictureoptions.h"
#include "ui/feedback/historysentences.h"
#include "ui/feedback/sentences.h"
#include "ui/feedback/storesentences.h"
#include "ui/workspace/connectsentences.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

void say(const QString &sentence)
{
    QTextStream(stderr) << displayText(sentence) << '\n';
}

bool isStoppedByProxy(const SeriesFailure &failure)
{
    return failure.error.kind == ErrorKind::ProxyAuthentication;
}

bool isNotAuthorised(const Error &error)
{
    return error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Forbidden;
}

} // namespace

RenderCommand::RenderCommand(RenderOptions options, const Services &services, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_services(services)
    , m_opener(services)
    , m_log(m_options.logFile)
{
    connect(&m_opener,
            &WorkspaceOpener::opened,
            this,
            [this](const Workspace &workspace, const std::shared_ptr<Session> &session) {
                m_workspace = workspace;
                run(session);
            });
    connect(&m_opener, &WorkspaceOpener::stalled, this, [this](const Workspace &workspace) {
        m_opener.cancel(); // nobody is there to answer a prompt
        fail(RenderExit::NotAuthorised,
             tr("The keychain does not answer; the key of %1 cannot be read").arg(workspace.name));
    });
    connect(&m_opener,
            &WorkspaceOpener::failed,
            this,
            [this](const QString &asked, const Error &error) {
                fail(RenderExit::WrongUsage, openingMessage(asked, error).text);
            });
    connect(&m_opener, &WorkspaceOpener::keyMissing, this, [this](const Workspace &workspace) {
        fail(RenderExit::NotAuthorised,
             tr("The key of %1 cannot be read from the keychain").arg(workspace.name));
    });
}

RenderCommand::~RenderCommand() = default;

// NOLINTNEXTLINE(readability-make-member-function-const): what it sets going changes the command
void RenderCommand::start()
{
    QTimer::singleShot(0, this, &RenderCommand::prepare);
}

void RenderCommand::fail(RenderExit code, const QString &sentence)
{
    say(sentence);
    Q_EMIT finished(code);
}

void RenderCommand::prepare()
{
    if (!m_options.viewFile.isEmpty()) {
        QFile file(m_options.viewFile);
        if (!file.open(QIODevice::ReadOnly)) {
            fail(RenderExit::WrongUsage, tr("%1 cannot be read").arg(m_options.viewFile));
            return;
        }
        const Result<View> view = viewFromBytes(file.read(largestViewFile + 1));
        if (!view) {
            fail(RenderExit::WrongUsage,
                 tr("%1 is no view: %2").arg(m_options.viewFile, view.error().detail));
            return;
        }
        m_view = *view;
    }
    if (!m_options.logFile.isEmpty() && !m_log.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        fail(RenderExit::NotWritten, tr("%1 cannot be written to").arg(m_options.logFile));
        return;
    }
    if (m_options.endpoint.isEmpty()) {
        prepareSaved();
    } else {
        prepareEndpoint();
    }
}

void RenderCommand::prepareEndpoint()
{
    const EndpointReading reading = endpointFromText(m_options.endpoint);
    if (reading.problem) {
        fail(RenderExit::WrongUsage,
             u"--endpoint "_s + m_options.endpoint + u": "_s
                 + ConnectSentences::endpointProblem(*reading.problem));
        return;
    }
    m_workspace.endpoint = reading.url;
    m_workspace.zone = m_options.zone.value_or(QTimeZone::utc());
    if (m_options.offline) { // nothing is asked, so there is nobody to show a key to
        runWith({});
        return;
    }
    const Result<ApiKey> key = m_options.keyFile.isEmpty() ? keyFromEnvironment()
                                                           : keyFromFile(m_options.keyFile);
    if (!key) {
        fail(RenderExit::WrongUsage, key.error().detail);
        return;
    }
    runWith(*key);
}

void RenderCommand::prepareSaved()
{
    if (m_options.workspace == u"demo") {
        prepareDemo();
        return;
    }
    const std::optional<Workspace> saved = m_services.workspaces.findByName(m_options.workspace);
    if (!saved) {
        fail(RenderExit::WrongUsage, tr("There is no workspace %1").arg(m_options.workspace));
        return;
    }
    if (m_options.viewFile.isEmpty()) {
        const Result<View> last = viewFromJson(m_services.preferences.lastView(saved->id));
        m_view = last ? *last : View();
    }
    if (m_options.offline) {
        m_workspace = *saved;
        runWith({});
        return;
    }
    m_opener.setMaxWait(m_options.maxWait);
    m_opener.setHistoryFile(historyFile(*saved));
    m_opener.open(saved->id);
}

void RenderCommand::prepareDemo()
{
    const Result<Workspace> demo = m_services.demoWorkspace();
    if (!demo) {
        fail(RenderExit::NothingLoaded, demo.error().detail);
        return;
    }
    if (m_options.viewFile.isEmpty()) {
        m_view = m_services.demoView;
    }
    m_workspace = *demo;
    m_workspace.zone = m_options.zone.value_or(demo->zone);
    runWith(m_services.demoKey);
}

QString RenderCommand::historyFile(const Workspace &workspace) const
{
    if (m_options.noHistory) {
        return {};
    }
    if (!m_options.historyFolder.isEmpty()) {
        return m_options.historyFolder + u"/history.sqlite"_s;
    }
    const bool isSaved = m_services.workspaces.find(workspace.id).has_value();
    return isSaved ? historyPath(m_services.historyFolder, workspace.id, workspace.endpoint)
                   : QString();
}

void RenderCommand::runWith(const ApiKey &key)
{
    run(m_services.openSession({.endpoint = m_workspace.endpoint,
                                .key = key,
                                .zone = m_workspace.zone,
                                .maxWait = m_options.maxWait,
                                .historyFile = historyFile(m_workspace)}));
}

void RenderCommand::run(const std::shared_ptr<Session> &session)
{
    m_session = session;
    connect(m_session.get(), &Session::historyTroubled, this, [](const HistoryNotice &notice) {
        say(historyMessage(notice).text);
    });
    const Result<Query> query = queryWith(m_view.query, m_options, m_workspace.zone);
    if (!query) {
        fail(RenderExit::WrongUsage, query.error().detail);
        return;
    }
    if (query->range != m_view.query.range) {
        m_view.look.zoom.reset(); // it is a part of another range
    }
    m_view.query = *query;
    m_view.comparison.kind = m_options.comparison.value_or(m_view.comparison.kind);
    m_view.look.layout = m_options.layout.value_or(m_view.look.layout);
    const QDateTime now = m_services.clock.now();
    const auto *units = std::get_if<LastUnits>(&query->range);
    if (units != nullptr && units->endingAt && *units->endingAt > now) {
        say(tr("--ending-at lies in the future; the range ends now"));
    }
    if (const std::optional<QueryProblem> problem = problemOf(m_view.query, now, calendar())) {
        fail(RenderExit::WrongUsage, sentenceFor(*problem));
        return;
    }
    connect(m_session.get(), &Session::requestFinished, this, &RenderCommand::logRequest);
    const LoadMode mode = m_options.offline ? LoadMode::Offline : LoadMode::Usual;
    m_load.reset(m_session->start(m_view.query, {.mode = mode}, nullptr));
    connect(m_load.get(), &Load::waiting, this, [](const QDateTime &until) {
        say(tr("Braze asked us to wait until %1").arg(until.toString(Qt::ISODate)));
    });
    connect(m_load.get(), &Load::finished, this, &RenderCommand::handle);
}

Calendar RenderCommand::calendar() const
{
    return {.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
}

void RenderCommand::logRequest(const RequestRecord &record)
{
    if (!m_log.isOpen() || record.source != RequestSource::Service) {
        return;
    }
    const QJsonObject line{{u"method"_s, record.method},
                           {u"path"_s, record.path},
                           {u"query"_s, record.query},
                           {u"status"_s, record.httpStatus},
                           {u"ms"_s, static_cast<qint64>(record.duration.count())},
                           {u"attempts"_s, record.attempts}};
    m_log.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_log.flush();
}

void RenderCommand::report(const Dataset &dataset) const
{
    const QString host = m_workspace.endpoint.host();
    const auto stopped = std::find_if(
        dataset.failures.begin(), dataset.failures.end(), isStoppedByProxy);
    if (stopped != dataset.failures.end()) { // all of them by the same one: said once
        say(tr("The proxy %1 wants a name and a password: put them into http_proxy and "
               "https_proxy, as in http://name:password@host:port")
                .arg(stopped->error.proxy));
    }
    for (const SeriesFailure &failure : dataset.failures) {
        if (isStoppedByProxy(failure)) {
            continue;
        }
        const QString name = seriesName(m_view.query, failure.key);
        say(name + u": "_s + messageFor(failure.error, m_workspace.name, host).text);
    }
    for (const LoadNotice &notice : dataset.notices) {
        const QString name = seriesName(m_view.query, notice.key);
        switch (notice.kind) {
        case LoadNotice::Kind::UnreadableRows:
            say(name + u": "_s
                + unreadableMessage(
                      notice.count, static_cast<int>(dataset.times.size()), dataset.unit)
                      .text);
            break;
        case LoadNotice::Kind::ClampedValues:
            say(tr("%1: %n count(s) were too large to draw and were cut", nullptr, notice.count)
                    .arg(name));
            break;
        case LoadNotice::Kind::ServerMessage:
            say(name + u": "_s + notice.text);
            break;
        }
    }
    for (const Series &series : dataset.series) {
        const QString name = seriesName(m_view.query, series.key);
        const SeriesSummary summary = summaryOf(dataset.times, series);
        if (summary.missing > 0) {
            say(tr("%1: %n bucket(s) missing", nullptr, summary.missing).arg(name));
        }
        if (summary.unread > 0) {
            say(tr("%1: %n bucket(s) not kept on this computer", nullptr, summary.unread)
                    .arg(name));
        }
    }
}

/// A series that failed has no column, though some of it may be held; nor has one of which nothing
/// is.
void RenderCommand::dropUnusable(Dataset &dataset) const
{
    const auto isUnusable = [this, &dataset](const Series &series) {
        const bool failed = std::any_of(
            dataset.failures.begin(),
            dataset.failures.end(),
            [&series](const SeriesFailure &failure) { return failure.key == series.key; });
        const bool isEmpty = std::none_of(series.states.begin(), series.states.end(), hasValue);
        return failed || (m_options.offline && isEmpty);
    };
    dataset.series.erase(std::remove_if(dataset.series.begin(), dataset.series.end(), isUnusable),
                         dataset.series.end());
    dataset.fetchedAt = oldestFetch(dataset.series).value_or(dataset.fetchedAt);
}

void RenderCommand::handle(const DatasetPtr &answer)
{
    const auto dataset = std::make_shared<Dataset>(*answer);
    dropUnusable(*dataset);
    report(*dataset);
    if (m_options.offline && dataset->series.empty()) {
        fail(RenderExit::NothingLoaded, tr("Nothing of this is kept on this computer"));
        return;
    }
    if (dataset->series.empty()) {
        const bool refused = std::any_of(
            dataset->failures.begin(), dataset->failures.end(), [](const SeriesFailure &failure) {
                return isNotAuthorised(failure.error);
            });
        Q_EMIT finished(refused ? RenderExit::NotAuthorised : RenderExit::NothingLoaded);
        return;
    }
    m_answer = dataset;
    compare();
}

/// Only pictures show earlier times.
void RenderCommand::compare()
{
    m_earlier = std::make_unique<EarlierRunner>(*m_session, m_services.clock);
    connect(m_earlier.get(), &EarlierRunner::failed, this, [this](const Error &error) {
        m_lacksEarlier = true;
        const QString reason =
            messageFor(error, m_workspace.name, m_workspace.endpoint.host()).text;
        say(tr("The earlier period: %1").arg(reason));
    });
    connect(m_earlier.get(), &EarlierRunner::settled, this, &RenderCommand::write);
    const bool isPictured = std::any_of(
        m_options.formats.cbegin(), m_options.formats.cend(), [](const QString &format) {
            return pictureFormatFrom(format).has_value();
        });
    if (isPictured) {
        m_earlier->follow(m_view.query,
                          m_view.comparison,
                          calendar(),
                          m_options.offline ? LoadMode::Offline : LoadMode::Usual);
    }
    if (!m_earlier->isRunning()) {
        write();
    }
}

void RenderCommand::write()
{
    const RenderTask task{.options = m_options,
                          .view = m_view,
                          .workspace = m_workspace,
                          .brand = renderBrand(m_options, m_services.preferences.folder())};
    const Shown shown = shownOf(m_answer,
                                m_earlier->answers(),
                                {.query = m_view.query,
                                 .hidden = m_view.look.hidden,
                                 .completeOnly = m_view.look.completeOnly,
                                 .calendar = calendar(),
                                 .colorSlots = m_workspace.colorSlots,
                                 .allUsers = allUsersName()});
    if (const std::optional<Error> error = writeFiles(task, shown)) {
        fail(RenderExit::NotWritten, error->detail);
        return;
    }
    const bool isWhole = m_answer->series.size() == seriesOf(m_view.query).size()
                      && !m_lacksEarlier;
    Q_EMIT finished(isWhole ? RenderExit::Written : RenderExit::Partly);
}

} // namespace emberline
