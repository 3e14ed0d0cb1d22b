// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/braze/rawdesk.h"
#include "tests/support/strictness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

/// What the client makes of statuses and headers, and of a server that echoes the key.
class TestClientStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aRedirectNeverTakesTheKeyElsewhere_data();
    static void aRedirectNeverTakesTheKeyElsewhere();
    static void everyStatusHasItsKind_data();
    static void everyStatusHasItsKind();
    static void anEchoedKeyIsNeverShown_data();
    static void anEchoedKeyIsNeverShown();
    static void aKeyAtTheCutIsNotShownInPart();
    static void emptyRateLimitHeadersDoNoHarm();
    static void everyHintIsUnderstood_data();
    static void everyHintIsUnderstood();
};

void TestClientStatus::aRedirectNeverTakesTheKeyElsewhere_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 301, 302, 303, 304, 305, 307, 308, 399}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestClientStatus::aRedirectNeverTakesTheKeyElsewhere()
{
    QFETCH(int, status);
    const RawServer second(saying(httpAnswer(200, R"({"data":[]})")));
    const QByteArray location = "Location: " + second.url().toEncoded() + "/steal\r\n";
    const RawServer first(saying(httpAnswer(status, R"({"data":[]})", location)));
    const Error error = errorOf(first);
    QCOMPARE(error.kind, ErrorKind::Redirected);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.attempts, 1);
    QCOMPARE(first.requestCount(), 1);
    QVERIFY(second.received().isEmpty());
}

void TestClientStatus::everyStatusHasItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](int status, ErrorKind kind) {
        QTest::addRow("%d", status) << status << QByteArray() << kind;
    };
    row(400, ErrorKind::BadRequest);
    row(401, ErrorKind::Unauthorized);
    row(402, ErrorKind::BadRequest);
    row(403, ErrorKind::Forbidden);
    row(404, ErrorKind::NotFound);
    row(405, ErrorKind::BadRequest);
    row(409, ErrorKind::BadRequest);
    row(410, ErrorKind::BadRequest);
    row(418, ErrorKind::BadRequest);
    row(422, ErrorKind::BadRequest);
    row(429, ErrorKind::RateLimited);
    row(500, ErrorKind::Server);
    row(501, ErrorKind::Server);
    row(502, ErrorKind::Server);
    row(503, ErrorKind::Server);
    row(504, ErrorKind::Server);
    row(599, ErrorKind::Server);
    QTest::newRow("401 that asks for a password")
        << 401 << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n") << ErrorKind::Unauthorized;
    QTest::newRow("401 that asks for a token")
        << 401 << QByteArray("WWW-Authenticate: Bearer\r\n") << ErrorKind::Unauthorized;
}

void TestClientStatus::everyStatusHasItsKind()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    QFETCH(ErrorKind, kind);
    const RawServer server(
        saying(httpAnswer(status,
                          R"({"message":"canvas_id must be a string","errors":["and more"]})",
                          headers + "X-Request-Id: r-1\r\n")));
    const Error error = errorOf(server, oneAttempt());
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, u"r-1"_s);
    QCOMPARE(error.attempts, 1);
    QCOMPARE(error.serverMessage, u"canvas_id must be a string; and more"_s);
    QVERIFY(error.answer.startsWith(u"HTTP %1 Some Reason\n"_s.arg(status)));
    QVERIFY(error.answer.contains("canvas_id must be"_L1));
    QCOMPARE(error.request, u"GET "_s + server.url().toString() + u"/events/data_series?event=e"_s);
}

void TestClientStatus::anEchoedKeyIsNeverShown_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("as Braze makes them") << QByteArray("3fa85f64-5717-4562-b3fc-2c963f66afa6");
    QTest::newRow("with marks") << QByteArray(R"(a"b\c/d<e>&f%g+h)");
}

void TestClientStatus::anEchoedKeyIsNeverShown()
{
    QFETCH(QByteArray, key);
    const QString text = QString::fromLatin1(key);
    const QByteArray body = QJsonDocument(
                                QJsonObject{{u"message"_s, QString(u"Invalid API key: "_s + text)},
                                            {u"errors"_s, QJsonArray{text}}})
                                .toJson(QJsonDocument::Compact);
    const QByteArray headers = "X-Request-Id: " + key + "\r\nX-Echo: Bearer " + key + "\r\n";
    const RawServer server(saying(httpAnswer(401, body, headers)));
    RawDesk desk(server.url(), oneAttempt(), key);
    const Result<Answer> answer = desk.ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(answer.error().serverMessage, u"Invalid API key: [key]; [key]"_s);
    const QString words = allWords(answer.error());
    QVERIFY2(!words.contains(text), qPrintable(words));
    const QString asJson = QString::fromUtf8(
        QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).sliced(2).chopped(2));
    QVERIFY2(!words.contains(asJson), qPrintable(words));
}

void TestClientStatus::aKeyAtTheCutIsNotShownInPart()
{
    for (qsizetype before = 4'000; before <= 4'100; before += 1) {
        const QByteArray body = QByteArray(before, '.') + secret + QByteArray(10'000, '.');
        const RawServer server(saying(httpAnswer(400, body)));
        const Error error = errorOf(server, oneAttempt());
        QCOMPARE(error.kind, ErrorKind::BadRequest);
        QVERIFY(!error.answer.contains("0a1b"_L1));
    }
}

void TestClientStatus::emptyRateLimitHeadersDoNoHarm()
{
    const RawServer server(saying(
        httpAnswer(401,
                   R"({"message":"Invalid API key"})",
                   "X-RateLimit-Limit: \r\nX-RateLimit-Remaining:\r\nX-RateLimit-Reset: \r\n")));
    RawDesk desk(server.url(), oneAttempt());
    const QSignalSpy changes(&desk.client, &Client::rateLimitChanged);
    QCOMPARE(desk.ask().error().kind, ErrorKind::Unauthorized);
    QVERIFY(changes.isEmpty());
}

void TestClientStatus::everyHintIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("seconds");
    const QByteArray date = "Date: Tue, 10 Mar 2026 14:00:00 GMT\r\n";
    QTest::newRow("Braze's own") << QByteArray("x-ratelimit-retry-after: 90\r\n") << 90;
    QTest::newRow("seconds") << QByteArray("Retry-After: 91\r\n") << 91;
    QTest::newRow("date") << date + "Retry-After: Tue, 10 Mar 2026 14:01:32 GMT\r\n" << 92;
    QTest::newRow("epoch") << date + "X-RateLimit-Reset: 1773151293\r\n" << 93;
    QTest::newRow("reset in seconds") << date + "X-RateLimit-Reset: 94\r\n" << 94;
}

void TestClientStatus::everyHintIsUnderstood()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, seconds);
    const RawServer server(saying(httpAnswer(429, {}, headers)));
    const Error error = errorOf(server);
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.retryAt, std::optional(present.addSecs(seconds)));
    QCOMPARE(server.requestCount(), 1);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClientStatus)

#include "tst_clientstatus.moc"
