// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/braze/clientdesk.h"
#include "tests/support/strictness.h"

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anAnswerArrivesWithAllThatIsKnownOfIt();
    static void nothingFinishesInsideGet();
    static void everyRequestFollowsTheRules();
    static void nothingIsSentWhereTheKeyWouldLeak_data();
    static void nothingIsSentWhereTheKeyWouldLeak();
    static void atMostFourAreInFlight();
    static void answersMayOvertakeEachOther();
    static void theNextRequestIsSentBeforeAnAnswerIsRead();
    static void theRateLimitIsTold();
    static void oneRecordIsMadePerCall();
};

void TestClient::anAnswerArrivesWithAllThatIsKnownOfIt()
{
    FakeDesk desk;
    desk.network.enqueue({.body = okBody, .headers = {{"X-Request-Id", "abc"}}});
    const Result<Answer> answer = endOf(desk.get());
    QVERIFY(answer);
    QCOMPARE(answer->body, okBody);
    QCOMPARE(answer->httpStatus, 200);
    QCOMPARE(answer->requestId, u"abc"_s);
    QCOMPARE(answer->receivedAt, present);
    QCOMPARE(answer->attempts, 1);
    QCOMPARE(answer->request,
             u"GET https://rest.iad-01.braze.com"_s + QString::fromLatin1(seriesPath));
    QVERIFY(answer->shown.startsWith("HTTP 200"_L1));
    QVERIFY(answer->shown.contains("X-Request-Id: abc"_L1));
    QVERIFY(answer->shown.endsWith(QString::fromLatin1(okBody)));
}

void TestClient::nothingFinishesInsideGet()
{
    FakeDesk desk;
    desk.network.enqueue({.body = okBody});
    Call *sent = desk.get();
    Call *refused = desk.get("no path");
    const QSignalSpy sentEnd(sent, &Call::finished);
    const QSignalSpy refusedEnd(refused, &Call::finished);
    QVERIFY(sentEnd.isEmpty() && refusedEnd.isEmpty());
    QTRY_COMPARE(sentEnd.size(), 1);
    QTRY_COMPARE(refusedEnd.size(), 1);
}

void TestClient::everyRequestFollowsTheRules()
{
    FakeDesk desk;
    desk.network.enqueue({.body = okBody});
    QVERIFY(endOf(desk.get()));
    const QNetworkRequest request = desk.network.requests().front();
    const auto attribute = [&request](QNetworkRequest::Attribute code) {
        return request.attribute(code);
    };
    QCOMPARE(attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    for (const auto code : {QNetworkRequest::CookieLoadControlAttribute,
                            QNetworkRequest::CookieSaveControlAttribute,
                            QNetworkRequest::AuthenticationReuseAttribute}) {
        QCOMPARE(attribute(code).toInt(), static_cast<int>(QNetworkRequest::Manual));
    }
    QCOMPARE(attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(),
             static_cast<int>(QNetworkRequest::AlwaysNetwork));
    QCOMPARE(attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
    QCOMPARE(request.transferTimeout(), 30'000);
    QCOMPARE(request.rawHeader("Authorization"), "Bearer " + secret);
    QVERIFY(!request.url().toEncoded().contains(secret));
}

void TestClient::nothingIsSentWhereTheKeyWouldLeak_data()
{
    QTest::addColumn<QUrl>("endpoint");
    QTest::addColumn<QByteArray>("target");
    const QUrl braze(u"https://rest.iad-01.braze.com"_s);
    QTest::newRow("http") << QUrl(u"http://rest.iad-01.braze.com"_s) << seriesPath;
    QTest::newRow("another scheme") << QUrl(u"ftp://rest.iad-01.braze.com"_s) << seriesPath;
    QTest::newRow("no host") << QUrl(u"https:"_s) << seriesPath;
    QTest::newRow("looks like loopback") << QUrl(u"http://127.0.0.1.example.com"_s) << seriesPath;
    QTest::newRow("empty endpoint") << QUrl() << seriesPath;
    QTest::newRow("target becomes a host") << braze << QByteArray("@example.com/x");
    QTest::newRow("target goes on with the host") << braze << QByteArray(".example.com/x");
    QTest::newRow("empty target") << braze << QByteArray();
    QTest::newRow("not encoded") << braze << QByteArray("/x?event=a b");
    QTest::newRow("line break") << braze << QByteArray("/x?event=a\r\nHost: b");
}

void TestClient::nothingIsSentWhereTheKeyWouldLeak()
{
    QFETCH(QUrl, endpoint);
    QFETCH(QByteArray, target);
    FakeNetwork network;
    const SystemClock clock;
    const ApiKey key = ApiKey::fromText(QString::fromLatin1(secret)).value();
    Client client(&network, endpoint, key, clock, quickOptions());
    QObject owner;
    const Result<Answer> answer = endOf(client.get(target, &owner));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::InvalidQuery);
    QVERIFY(network.requests().empty());
}

void TestClient::atMostFourAreInFlight()
{
    FakeDesk desk;
    std::vector<std::unique_ptr<QSignalSpy>> ends;
    for (int i = 0; i < 10; ++i) {
        desk.network.enqueue({.body = okBody, .held = true});
        ends.push_back(std::make_unique<QSignalSpy>(desk.get(), &Call::finished));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        const std::size_t expected = std::min<std::size_t>(10, i + 4);
        QTRY_COMPARE(desk.network.requests().size(), expected);
        settle();
        QCOMPARE(desk.network.requests().size(), expected);
        desk.network.release(i);
        QTRY_COMPARE(ends.at(i)->size(), 1);
    }
}

void TestClient::answersMayOvertakeEachOther()
{
    FakeDesk desk;
    std::vector<std::unique_ptr<QSignalSpy>> ends;
    for (const char *body : {R"({"a":0})", R"({"a":1})", R"({"a":2})"}) {
        desk.network.enqueue({.body = body, .held = true});
        ends.push_back(std::make_unique<QSignalSpy>(desk.get(), &Call::finished));
    }
    QTRY_COMPARE(desk.network.requests().size(), std::size_t{3});
    for (const std::size_t i : {2U, 0U, 1U}) {
        desk.network.release(i);
        QCOMPARE(ends.at(i)->size(), 1);
        const auto answer = ends.at(i)->constFirst().constFirst().value<Result<Answer>>();
        QCOMPARE(answer->body, R"({"a":)" + QByteArray::number(static_cast<int>(i)) + '}');
    }
}

void TestClient::theNextRequestIsSentBeforeAnAnswerIsRead()
{
    ClientOptions options = quickOptions();
    options.maxInFlight = 1;
    FakeDesk desk(options);
    desk.network.enqueue({.body = okBody});
    desk.network.enqueue({.held = true});
    const Call *first = desk.get();
    const Call *second = desk.get("/other");
    const auto sent = std::make_shared<std::size_t>(0);
    connect(first, &Call::finished, second, [network = &desk.network, sent] {
        *sent = network->requests().size();
    });
    QTRY_COMPARE(*sent, std::size_t(2));
}

void TestClient::theRateLimitIsTold()
{
    FakeDesk desk;
    const QSignalSpy changes(desk.client.get(), &Client::rateLimitChanged);
    desk.network.enqueue({.body = okBody,
                          .headers = {{"X-RateLimit-Limit", "250000"},
                                      {"X-RateLimit-Remaining", "42"},
                                      {"X-RateLimit-Reset", "60"}}});
    QVERIFY(endOf(desk.get()));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(desk.client->rateLimit().remaining, std::optional<qint64>(42));
    QCOMPARE(desk.client->rateLimit().resetsAt, std::optional(present.addSecs(60)));
    // As recorded: a 401 with empty ones. They say nothing.
    desk.network.enqueue({.httpStatus = 401,
                          .headers = {{"X-RateLimit-Limit", ""},
                                      {"X-RateLimit-Remaining", ""},
                                      {"X-RateLimit-Reset", ""}}});
    QVERIFY(!endOf(desk.get()));
    QCOMPARE(changes.size(), 1);
}

void TestClient::oneRecordIsMadePerCall()
{
    FakeDesk desk;
    const QSignalSpy records(desk.client.get(), &Client::requestFinished);
    desk.network.enqueue({.httpStatus = 500});
    desk.network.enqueue({.body = okBody, .headers = {{"X-Request-Id", "r2"}}});
    QVERIFY(endOf(desk.get()));
    desk.network.enqueue({.httpStatus = 403});
    QVERIFY(!endOf(desk.get("/events/list?page=0&x=" + secret)));
    QVERIFY(!endOf(desk.get("not a path")));
    QCOMPARE(records.size(), 2);
    const auto first = records.at(0).constFirst().value<RequestRecord>();
    QCOMPARE(first.path, u"/events/data_series"_s);
    QCOMPARE(first.query, u"event=e&length=1&unit=day"_s);
    QCOMPARE(first.attempts, 2);
    QCOMPARE(first.httpStatus, 200);
    QCOMPARE(first.requestId, u"r2"_s);
    QCOMPARE(first.startedAt, present);
    const auto second = records.at(1).constFirst().value<RequestRecord>();
    QCOMPARE(second.httpStatus, 403);
    QCOMPARE(second.query, u"page=0&x=[key]"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClient)

#include "tst_client.moc"
