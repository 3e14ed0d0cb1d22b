// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/server.h"
#include "tests/support/strictness.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theFirstViewCanBeLoaded();
    static void onlyTheKeyOpens_data();
    static void onlyTheKeyOpens();
    static void anotherKeyCanBeSet();
    static void unknownPathsAreNotFound_data();
    static void unknownPathsAreNotFound();
    static void onlyGetIsAllowed_data();
    static void onlyGetIsAllowed();
    static void aMissingPermissionIsNamed_data();
    static void aMissingPermissionIsNamed();
    static void everyAnswerHasItsHeaders_data();
    static void everyAnswerHasItsHeaders();
    static void theRateLimitOfAnUnknownKeyIsEmpty();
    static void theRateLimitCountsDown();
    static void beyondTheRateLimitIsA429UntilTheNextHour();
    static void theListOfEventsHasAPoolOfItsOwn();
    static void theFirstDataRequestsFailAsTold();
    static void aFailureMayBeAboutTheKeyOrTheLimit();
    static void everyAnswerWaitsForTheLatency();
    static void requestIdsDiffer();
};

namespace {

QByteArray series()
{
    return "/events/data_series?event=checkout_completed&length=30";
}

class MovableClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] bool isFixed() const override { return true; }
    void setNow(const QString &iso) { m_now = QDateTime::fromString(iso, Qt::ISODate).toUTC(); }

private:
    QDateTime m_now = QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate).toUTC();
};

/// A server and someone who asks it.
class Scene
{
public:
    explicit Scene(DemoOptions options = {})
        : m_server(m_clock, std::move(options))
    {
        if (!m_server.listen()) {
            qWarning("no port"); // fails the test
        }
    }

    /// @p authorization empty: no such header.
    std::unique_ptr<QNetworkReply> ask(const QByteArray &target,
                                       const QByteArray &authorization = "Bearer " + demoKey(),
                                       const QByteArray &method = "GET")
    {
        QNetworkRequest request(QUrl::fromEncoded(m_server.url().toEncoded() + target));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (!authorization.isEmpty()) {
            request.setRawHeader("Authorization", authorization);
        }
        std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!finished.wait()) {
            qWarning("no answer"); // fails the test
        }
        return reply;
    }
    [[nodiscard]] const DemoServer &server() const { return m_server; }
    MovableClock &clock() { return m_clock; }

private:
    MovableClock m_clock;
    DemoServer m_server;
    QNetworkAccessManager m_network;
};

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QString messageOf(QNetworkReply &reply)
{
    return QJsonDocument::fromJson(reply.readAll()).object().value(u"message"_s).toString();
}

} // namespace

void TestDemoServer::theFirstViewCanBeLoaded()
{
    Scene scene;
    const DemoFirstView view = demoFirstView();
    QCOMPARE(view.segments.size(), std::size_t{3});
    for (const DemoSegment &segment : view.segments) {
        const auto reply = scene.ask("/events/data_series?event=" + view.event.toLatin1()
                                     + "&length=" + QByteArray::number(view.days)
                                     + "&segment_id=" + segment.id.toLatin1());
        QCOMPARE(statusOf(*reply), 200);
        const QJsonObject body = QJsonDocument::fromJson(reply->readAll()).object();
        QCOMPARE(body.value(u"data"_s).toArray().size(), view.days);
    }
    QCOMPARE(scene.server().url().host(), u"127.0.0.1"_s);
    QCOMPARE(scene.server().requestCount(), 3);
}

void TestDemoServer::onlyTheKeyOpens_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("the key") << QByteArray("Bearer " + demoKey()) << 200 << u"success"_s;
    QTest::newRow("another case of the scheme")
        << QByteArray("bearer " + demoKey()) << 200 << u"success"_s;
    QTest::newRow("no header") << QByteArray() << 401 << u"Invalid API key: "_s;
    QTest::newRow("another key") << QByteArray("Bearer wrong") << 401
                                 << u"Invalid API key: wrong"_s;
    QTest::newRow("quotes around the key")
        << QByteArray("Bearer \"" + demoKey() + '"') << 401
        << QString(u"Invalid API key: \""_s + QString::fromLatin1(demoKey()) + u'"');
    QTest::newRow("no scheme") << demoKey() << 401 << u"Invalid API key: "_s;
    QTest::newRow("half the key") << QByteArray("Bearer emberline") << 401
                                  << u"Invalid API key: emberline"_s;
}

void TestDemoServer::onlyTheKeyOpens()
{
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, message);
    Scene scene;
    const auto reply = scene.ask(series(), authorization);
    QCOMPARE(statusOf(*reply), status);
    QCOMPARE(messageOf(*reply), message);
    QCOMPARE(reply->rawHeader("X-RateLimit-Remaining").isEmpty(), status == 401);
}

void TestDemoServer::anotherKeyCanBeSet()
{
    Scene scene({.key = "my-key"});
    QCOMPARE(statusOf(*scene.ask(series(), "Bearer my-key")), 200);
    QCOMPARE(statusOf(*scene.ask(series())), 401);
    // A key in the query is none.
    QCOMPARE(statusOf(*scene.ask(series() + "&api_key=my-key", {})), 401);
}

void TestDemoServer::unknownPathsAreNotFound_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const QByteArray &path : {QByteArray("/"),
                                   QByteArray("/fr/events/data_series"),
                                   QByteArray("/events/data_series/"),
                                   QByteArray("/events"),
                                   QByteArray("/events/%00list")}) {
        QTest::newRow(path.constData()) << path;
    }
}

void TestDemoServer::unknownPathsAreNotFound()
{
    QFETCH(QByteArray, path);
    Scene scene;
    const auto reply = scene.ask(path);
    QCOMPARE(statusOf(*reply), 404);
    QCOMPARE(messageOf(*reply), u"Invalid URL"_s);
}

void TestDemoServer::onlyGetIsAllowed_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const QByteArray &method :
         {QByteArray("POST"), QByteArray("PUT"), QByteArray("DELETE"), QByteArray("PATCH")}) {
        QTest::newRow(method.constData()) << method;
    }
}

void TestDemoServer::onlyGetIsAllowed()
{
    QFETCH(QByteArray, method);
    Scene scene;
    const auto reply = scene.ask(series(), "Bearer " + demoKey(), method);
    QCOMPARE(statusOf(*reply), 405);
    QCOMPARE(reply->rawHeader("Allow"), "GET");
    QCOMPARE(statusOf(*scene.ask(series())), 200);
}

void TestDemoServer::aMissingPermissionIsNamed_data()
{
    QTest::addColumn<QString>("permission");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("series") << u"events.data_series"_s << series();
    QTest::newRow("events") << u"events.list"_s << QByteArray("/events/list");
    QTest::newRow("segments") << u"segments.list"_s << QByteArray("/segments/list");
}

void TestDemoServer::aMissingPermissionIsNamed()
{
    QFETCH(QString, permission);
    QFETCH(QByteArray, target);
    DemoOptions options;
    QCOMPARE(options.permissions.removeAll(permission), 1);
    Scene scene(options);
    for (const QByteArray &other :
         {series(), QByteArray("/events/list"), QByteArray("/segments/list")}) {
        const auto reply = scene.ask(other);
        QCOMPARE(statusOf(*reply), other == target ? 403 : 200);
        QCOMPARE(messageOf(*reply).contains(permission), other == target);
    }
}

void TestDemoServer::everyAnswerHasItsHeaders_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    const QByteArray key = "Bearer " + demoKey();
    const QByteArray get = "GET";
    QTest::newRow("200") << series() << key << get << 200;
    QTest::newRow("400") << QByteArray("/events/data_series") << key << get << 400;
    QTest::newRow("401") << series() << QByteArray("Bearer x") << get << 401;
    QTest::newRow("403") << QByteArray("/segments/list") << key << get << 403;
    QTest::newRow("404") << QByteArray("/x") << key << get << 404;
    QTest::newRow("405") << series() << key << QByteArray("POST") << 405;
}

void TestDemoServer::everyAnswerHasItsHeaders()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    Scene scene({.permissions = {u"events.data_series"_s, u"events.list"_s}});
    const auto reply = scene.ask(target, authorization, method);
    QCOMPARE(statusOf(*reply), status);
    for (const QByteArray &name : {QByteArray("X-RateLimit-Limit"),
                                   QByteArray("X-RateLimit-Remaining"),
                                   QByteArray("X-RateLimit-Reset")}) {
        // Qt takes an empty header for none.
        QVERIFY2(reply->hasRawHeader(name) == (status != 401), name.constData());
    }
    QCOMPARE(reply->rawHeader("Date"), "Mon, 23 Nov 2026 13:05:00 GMT");
    QCOMPARE(reply->rawHeader("Content-Type"), "application/json");
    QVERIFY(reply->rawHeader("Content-Length").toInt() > 0);
    QCOMPARE(reply->rawHeader("X-Request-Id").size(), 36);
}

void TestDemoServer::theRateLimitOfAnUnknownKeyIsEmpty()
{
    Scene scene;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost),
                         static_cast<quint16>(scene.server().url().port()));
    QVERIFY(socket.waitForConnected());
    QSignalSpy readyRead(&socket, &QTcpSocket::readyRead);
    socket.write("GET /events/list HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(readyRead.wait());
    const QByteArray answer = socket.readAll();
    QVERIFY(answer.startsWith("HTTP/1.1 401 "));
    QVERIFY(answer.contains(
        "X-RateLimit-Limit: \r\nX-RateLimit-Remaining: \r\nX-RateLimit-Reset: \r\n"));
}

void TestDemoServer::theRateLimitCountsDown()
{
    Scene scene;
    for (const QByteArray &left : {QByteArray("249999"), QByteArray("249998")}) {
        const auto reply = scene.ask(series());
        QCOMPARE(reply->rawHeader("X-RateLimit-Limit"), "250000");
        QCOMPARE(reply->rawHeader("X-RateLimit-Remaining"), left);
        const QDateTime fullHour = QDateTime::fromString(u"2026-11-23T14:00:00Z"_s, Qt::ISODate);
        QCOMPARE(reply->rawHeader("X-RateLimit-Reset").toLongLong(), fullHour.toSecsSinceEpoch());
    }
}

void TestDemoServer::beyondTheRateLimitIsA429UntilTheNextHour()
{
    Scene scene({.rateLimit = 2});
    QCOMPARE(statusOf(*scene.ask(series())), 200);
    QCOMPARE(statusOf(*scene.ask(series())), 200);
    scene.clock().setNow(u"2026-11-23T13:59:50Z"_s);
    const auto refused = scene.ask(series());
    QCOMPARE(statusOf(*refused), 429);
    QCOMPARE(refused->rawHeader("Retry-After"), "10");
    QCOMPARE(refused->rawHeader("X-RateLimit-Limit"), "2");
    QCOMPARE(refused->rawHeader("X-RateLimit-Remaining"), "0");
    QVERIFY(!messageOf(*refused).isEmpty());
    scene.clock().setNow(u"2026-11-23T14:00:00Z"_s);
    QCOMPARE(statusOf(*scene.ask(series())), 200);
}

void TestDemoServer::theListOfEventsHasAPoolOfItsOwn()
{
    Scene scene;
    QCOMPARE(scene.ask("/events/list")->rawHeader("X-RateLimit-Remaining"), "999");
    QCOMPARE(scene.ask("/segments/list")->rawHeader("X-RateLimit-Remaining"), "249999");
}

void TestDemoServer::theFirstDataRequestsFailAsTold()
{
    Scene scene({.fail = DemoFailRule{.status = 503, .requests = 2}});
    QCOMPARE(statusOf(*scene.ask("/events/list")), 200);
    QCOMPARE(statusOf(*scene.ask(series())), 503);
    QCOMPARE(statusOf(*scene.ask(series())), 503);
    QCOMPARE(statusOf(*scene.ask(series())), 200);
    QCOMPARE(scene.server().requestCount(), 4);
}

void TestDemoServer::aFailureMayBeAboutTheKeyOrTheLimit()
{
    Scene unauthorised({.fail = DemoFailRule{.status = 401, .requests = 1}});
    const auto refused = unauthorised.ask(series());
    QCOMPARE(statusOf(*refused), 401);
    QCOMPARE(messageOf(*refused), QString(u"Invalid API key: "_s + QString::fromLatin1(demoKey())));
    QVERIFY(refused->rawHeader("X-RateLimit-Remaining").isEmpty());

    Scene limited({.fail = DemoFailRule{.status = 429, .requests = 1}});
    QCOMPARE(limited.ask(series())->rawHeader("Retry-After"), "1");
    QCOMPARE(statusOf(*limited.ask(series())), 200);
}

void TestDemoServer::everyAnswerWaitsForTheLatency()
{
    Scene scene({.latency = 60ms});
    for (const QByteArray &target : {series(), QByteArray("/nowhere")}) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(statusOf(*scene.ask(target)) != 0);
        QVERIFY(timer.elapsed() >= 55); // never too early; how late is the machine's affair
    }
}

void TestDemoServer::requestIdsDiffer()
{
    Scene scene;
    QVERIFY(scene.ask(series())->rawHeader("X-Request-Id")
            != scene.ask(series())->rawHeader("X-Request-Id"));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDemoServer)

#include "tst_demoserver.moc"
