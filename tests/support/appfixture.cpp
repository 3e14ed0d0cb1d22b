// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"

#include "app/demo/service.h"
#include "ui/feedback/messagebar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Lets requests through and remembers where they went.
class RecordingNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit RecordingNetwork(QStringList &hosts)
        : m_hosts(hosts)
    { }

protected:
    QNetworkReply *createRequest(Operation operation,
                                 const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        m_hosts.append(request.url().host());
        return QNetworkAccessManager::createRequest(operation, request, body);
    }

private:
    QStringList &m_hosts;
};

} // namespace

QDateTime fixtureNow()
{
    return QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate);
}

CannedReply shopAnswer(const QNetworkRequest &request)
{
    static const DemoService service;
    const QUrl url = request.url();
    const auto endpoint = demoEndpoint(url.path(QUrl::FullyEncoded).toLatin1());
    if (!endpoint) {
        return {.httpStatus = 404, .body = "{}"};
    }
    const HttpAnswer answer = service.answer(
        *endpoint, url.query(QUrl::FullyEncoded).toLatin1(), fixtureNow());
    return {.httpStatus = answer.status, .body = answer.body};
}

bool asksForSeries(const QNetworkRequest &request)
{
    return request.url().path().endsWith(u"/data_series"_s);
}

QString everyTextOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(),
                      widget.windowTitle(),
                      widget.statusTip(),
                      widget.whatsThis(),
                      widget.accessibleName(),
                      widget.accessibleDescription()};
    for (const char *property : {"text", "plainText", "title", "currentText", "placeholderText"}) {
        texts.append(widget.property(property).toString());
    }
    const QList<QWidget *> children = widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *child : children) {
        texts.append(everyTextOf(*child));
    }
    return texts.join(u'\n');
}

AppFixture::AppFixture(Network network)
    : m_kind(network)
    , m_theme(qApp, [] { return false; })
{
    m_theme.setReducedMotion(true);
}

AppFixture::~AppFixture()
{
    m_window.reset();
}

std::unique_ptr<QNetworkAccessManager> AppFixture::makeNetwork()
{
    if (m_kind == Network::Demo) {
        return std::make_unique<RecordingNetwork>(m_hosts);
    }
    auto fake = std::make_unique<FakeNetwork>();
    fake->setResponder([this](const QNetworkRequest &request) { return responder(request); });
    m_fake = fake.get();
    return fake;
}

const Services &AppFixture::makeServices()
{
    m_context = std::make_unique<AppContext>(
        m_profile.path(), fixtureNow(), [this] { return makeNetwork(); });
    return m_context->services();
}

void AppFixture::dropServices()
{
    m_context.reset();
}

void AppFixture::start(const WindowOptions &options)
{
    stop();
    m_window = std::make_unique<MainWindow>(makeServices(), m_theme);
    m_window->open(options);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    if (!QTest::qWaitForWindowActive(m_window.get())) {
        qFatal("the window was not shown");
    }
}

void AppFixture::startDemo()
{
    start({.workspace = u"demo"_s});
    const bool read = QTest::qWaitFor([this] {
        return !window().controller().isLoading() && !dataset().isEmpty()
            && window().controller().catalog().eventsState == ListState::Read;
    });
    if (!read) {
        qFatal("the demo was not read");
    }
}

void AppFixture::stop()
{
    if (m_window) {
        m_window->close();
        m_window.reset();
    }
    dropServices();
}

bool AppFixture::isShown(const QString &name)
{
    const QWidget *widget = window().findChild<QWidget *>(name);
    return widget != nullptr && widget->isVisible();
}

QString AppFixture::message(const QString &id)
{
    const MessageBar *bar = find<MessageBarStack>(u"messageBars"_s).bar(id);
    return bar != nullptr && bar->isVisible() ? bar->message().text : QString();
}

void AppFixture::press(MessageAction action, const QString &bar)
{
    MessageBar *shown = find<MessageBarStack>(u"messageBars"_s).bar(bar);
    QAbstractButton *button = shown != nullptr ? shown->button(action) : nullptr;
    if (button == nullptr || !button->isVisible()) {
        qFatal("there is no such action");
    }
    QTest::mouseClick(button, Qt::LeftButton);
}

QString AppFixture::emptyTitle()
{
    // One that gave way to another goes with the next event.
    QString title;
    const QList<QLabel *> titles = window().findChildren<QLabel *>(u"emptyTitle"_s);
    for (const QLabel *label : titles) {
        if (label->isVisible()) {
            title = label->text();
        }
    }
    return title;
}

int AppFixture::seriesRequests()
{
    const std::vector<QNetworkRequest> &all = network().requests();
    return static_cast<int>(std::count_if(all.begin(), all.end(), asksForSeries));
}

/// What AppContext makes, with a keychain and a tester that a test can steer.
struct WorkspaceFixture::Parts
{
    Parts(const QString &profile, WorkspaceFixture &fixture)
        : clock(fixture.clock)
        , preferences(profile)
        , workspaces(profile)
        , keys(workspaces, fixture.keychain, session)
        , services{.clock = clock,
                   .preferences = preferences,
                   .workspaces = workspaces,
                   .keys = keys,
                   .tester = fixture.tester,
                   .demoWorkspace = [] { return Error{.detail = u"no demo here"_s}; },
                   .demoKey = {},
                   .demoView = {},
                   .openSession =
                       [this, &fixture](const SessionOptions &options) {
                           return std::make_unique<Session>(options, clock, fixture.makeNetwork());
                       },
                   .historyFolder = fixture.keepsHistory ? profile + u"/history"_s : QString()}
    { }

    const Clock &clock;
    Preferences preferences;
    WorkspaceStore workspaces;
    SessionSecretStore session;
    KeyKeeper keys;
    Services services;
};

WorkspaceFixture::WorkspaceFixture()
    : AppFixture(Network::Fake)
{
    WorkspaceStore store(profile());
    const Result<QString> added = store.add({.name = u"ACME Production"_s,
                                             .endpoint = QUrl(u"https://rest.iad-01.braze.com"_s),
                                             .keyPlace = KeyPlace::Keychain});
    if (!added || store.setCurrentId(*added)) {
        qFatal("the workspace could not be saved");
    }
    m_id = *added;
    keychain.keys().insert(m_id, ApiKey::fromText(QString::fromLatin1(key())).value());
}

WorkspaceFixture::~WorkspaceFixture()
{
    stop();
}

QByteArray WorkspaceFixture::key()
{
    return "5e1f0a7c-4b1d-4c8e-9a55-0123456789ab";
}

const Services &WorkspaceFixture::makeServices()
{
    m_parts = std::make_unique<Parts>(profile(), *this);
    return m_parts->services;
}

void WorkspaceFixture::dropServices()
{
    m_parts.reset();
}

} // namespace emberline::test

#include "appfixture.moc"
