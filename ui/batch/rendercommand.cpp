// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rendercommand.h"

#include "app/history/historyplace.h"
#include "app/workspace/endpoint.h"
#include "ui/batch/keyfile.h"
#include "ui/batch/renderbrand.h"
#include "ui/batch/renderfiles.h"
#include "ui/batch/viewsfile.h"
#include "ui/feedback/historysentences.h"
#include "ui/feedback/sentences.h"
#include "ui/feedback/storesentences.h"
#include "ui/workspace/connectsentences.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// What is to be said of all of them; 3 only if nothing was authorised.
RenderExit exitOf(const std::vector<LoadedView> &views)
{
    const auto areAll = [&views](RenderExit exit) {
        return std::all_of(
            views.begin(), views.end(), [exit](const LoadedView &v) { return v.exit == exit; });
    };
    for (const RenderExit exit : {RenderExit::Written, RenderExit::NotAuthorised}) {
        if (areAll(exit)) {
            return exit;
        }
    }
    const bool hasSome = std::any_of(views.begin(), views.end(), hasSeries);
    return hasSome ? RenderExit::Partly : RenderExit::NothingLoaded;
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
    complain(sentence);
    Q_EMIT finished(code);
}

/// False: the file is refused, which was said.
bool RenderCommand::readFile()
{
    const Result<Board> board = boardFromFile(m_options.file);
    if (!board) {
        fail(RenderExit::WrongUsage, board.error().detail);
        return false;
    }
    if (board->views.size() > 1 && !m_options.events.isEmpty()) {
        fail(RenderExit::WrongUsage,
             tr("--event does not go with a board: its views have events of their own"));
        return false;
    }
    m_board = *board;
    return true;
}

void RenderCommand::prepare()
{
    if (!m_options.file.isEmpty() && !readFile()) {
        return;
    }
    if (!m_options.logFile.isEmpty() && !m_log.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        fail(RenderExit::NotWritten, tr("%1 cannot be written to").arg(m_options.logFile));
        return;
    }
    if (m_log.isOpen()) { // it tells what was asked for
        m_log.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
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
    if (m_options.file.isEmpty()) {
        m_board.views = {View()};
    }
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
    if (m_options.file.isEmpty()) {
        const Result<View> last = viewFromJson(m_services.preferences.lastView(saved->id));
        m_board.views = {last ? *last : View()};
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
    if (m_options.file.isEmpty()) {
        m_board.views = {m_services.demoView};
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
        complain(historyMessage(notice).text);
    });
    connect(m_session.get(), &Session::requestFinished, this, &RenderCommand::logRequest);
    if (planViews()) {
        renderNext();
    }
}

/// Puts what was said on the command line over every view. False: one of them is refused, which was
/// said; nothing has been sent by then.
bool RenderCommand::planViews()
{
    const QDateTime now = m_services.clock.now();
    const Calendar calendar{.zone = m_workspace.zone, .weekStart = m_workspace.weekStart};
    bool endsLater = false;
    for (View &view : m_board.views) {
        const Result<View> planned = viewWith(view, m_options, m_workspace.zone);
        if (!planned) {
            fail(RenderExit::WrongUsage, planned.error().detail);
            return false;
        }
        view = *planned;
        if (const std::optional<QueryProblem> problem = problemOf(view.query, now, calendar)) {
            const QString name = m_board.views.size() > 1 ? nameOf(view) + u": "_s : QString();
            fail(RenderExit::WrongUsage, name + sentenceFor(*problem));
            return false;
        }
        const auto *units = std::get_if<LastUnits>(&view.query.range);
        endsLater = endsLater || (units != nullptr && units->endingAt && *units->endingAt > now);
    }
    if (endsLater) {
        complain(tr("--ending-at lies in the future; the range ends now"));
    }
    return true;
}

/// One view after the other: all that is in flight is within the session's limits anyway.
void RenderCommand::renderNext()
{
    if (m_loaded.size() == m_board.views.size()) {
        write();
        return;
    }
    const bool isPictured = m_options.contactSheet || !pictureFormatsOf(m_options).empty();
    m_render = std::make_unique<ViewRender>(ViewTask{.view = m_board.views[m_loaded.size()],
                                                     .workspace = m_workspace,
                                                     .offline = m_options.offline,
                                                     .isPictured = isPictured},
                                            *m_session,
                                            m_services.clock);
    connect(m_render.get(), &ViewRender::finished, this, &RenderCommand::take);
    m_render->start();
}

void RenderCommand::take(const LoadedView &loaded)
{
    m_loaded.push_back(loaded);
    if (!hasSeries(loaded) && m_board.views.size() > 1) {
        complain(tr("%1: nothing of this view could be loaded").arg(nameOf(loaded.view)));
    }
    QTimer::singleShot(0, this, &RenderCommand::renderNext); // ends the one that tells us this
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

void RenderCommand::write()
{
    std::vector<BatchFile> files = filesOf(
        {.options = m_options,
         .workspace = m_workspace,
         .board = m_board,
         .views = m_loaded,
         .brand = renderBrand(m_options, m_services.preferences.folder())});
    if (!files.empty() && !QDir(m_options.outFolder).mkpath(u"."_s)) {
        tell(Error{.kind = ErrorKind::File, .detail = m_options.outFolder});
        return;
    }
    m_files = std::make_unique<FileBatch>(std::move(files));
    connect(m_files.get(), &FileBatch::finished, this, &RenderCommand::tell);
    m_files->start();
}

void RenderCommand::tell(const Result<QStringList> &written)
{
    if (!written) {
        fail(RenderExit::NotWritten,
             tr("%1 cannot be written to").arg(QDir::toNativeSeparators(written.error().detail)));
        return;
    }
    for (const QString &path : *written) {
        QTextStream(stdout) << path << '\n';
    }
    Q_EMIT finished(exitOf(m_loaded));
}

} // namespace emberline
