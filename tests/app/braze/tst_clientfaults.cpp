// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/seriesparser.h"
#include "tests/app/braze/rawdesk.h"
#include "tests/support/fixture.h"
#include "tests/support/strictness.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

/// The client against a server that breaks off, falls silent or never ends.
class TestClientFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatIsNoAnswerIsAnError_data();
    static void whatIsNoAnswerIsAnError();
    static void noPartOfAnAnswerPassesForAll_data();
    static void noPartOfAnAnswerPassesForAll();
    static void silenceEnds_data();
    static void silenceEnds();
    static void aTrickleEndsAtTheDeadline();
    static void tooManyHeadersEndAtTheDeadline();
    static void aLargeBodyIsStopped_data();
    static void aLargeBodyIsStopped();
    static void aConnectionThatClosesIsTriedAgain();
    static void aRefusedConnectionIsANetworkError();
    static void cancellingHangsUp();
};

namespace {

QByteArray chunked(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
         + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
}

QByteArray untilClose(const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

} // namespace

void TestClientFaults::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QList<ErrorKind>>("kinds");
    const QList<ErrorKind> malformed{ErrorKind::MalformedReply};
    // Which of the two it is depends on how far Qt got.
    const QList<ErrorKind> noHttp{ErrorKind::MalformedReply, ErrorKind::Network};
    QTest::newRow("empty 200") << httpAnswer(200, {}) << malformed;
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << malformed;
    QTest::newRow("HTML 200") << httpAnswer(200, "<html>Sign in</html>") << malformed;
    QTest::newRow("array") << httpAnswer(200, "[]") << malformed;
    QTest::newRow("text") << httpAnswer(200, "success") << malformed;
    QTest::newRow("cut JSON") << httpAnswer(200, R"({"data":[)") << malformed;
    const QByteArray gzip = fixture(u"braze/day-plain.gz"_s);
    const QByteArray encoding = "Content-Encoding: gzip\r\n";
    QTest::newRow("cut gzip") << httpAnswer(200, gzip.left(gzip.size() / 2), encoding) << malformed;
    QTest::newRow("head of gzip") << httpAnswer(200, gzip.left(10), encoding) << malformed;
    QTest::newRow("no gzip at all") << httpAnswer(200, R"({"data":[]})", encoding)
                                    << QList{ErrorKind::MalformedReply, ErrorKind::Network};
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n") << noHttp;
    QTest::newRow("noise") << QByteArray("\x00\xff\x13\x37\n\n\x00", 7).repeated(50) << noHttp;
    QTest::newRow("bad status line") << QByteArray("HTTP/1.1 abc def\r\n\r\n{}") << noHttp;
    QTest::newRow("bare JSON") << QByteArray(R"({"data":[]})") << noHttp;
    QTest::newRow("bad chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n")
                               << noHttp;
}

void TestClientFaults::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, answer);
    QFETCH(QList<ErrorKind>, kinds);
    const RawServer server(saying(answer, true));
    const Error error = errorOf(server, oneAttempt());
    QVERIFY2(kinds.contains(error.kind), qPrintable(error.detail));
    QVERIFY(!error.detail.isEmpty());
}

void TestClientFaults::noPartOfAnAnswerPassesForAll_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray body = fixture(u"braze/day-plain.in.json"_s);
    const QByteArray gzip = fixture(u"braze/day-plain.gz"_s);
    const QByteArray encoding = "Content-Encoding: gzip\r\n";
    QTest::newRow("with a length") << httpAnswer(200, body);
    QTest::newRow("in chunks") << chunked(body);
    QTest::newRow("until it closes") << untilClose(body);
    QTest::newRow("gzip with a length") << httpAnswer(200, gzip, encoding);
    QTest::newRow("gzip until it closes") << untilClose(gzip, encoding);
}

void TestClientFaults::noPartOfAnAnswerPassesForAll()
{
    QFETCH(QByteArray, answer);
    const MetricRules &rules = rulesOf(MetricKind::CustomEvent);
    const std::vector<Row> whole =
        parseSeries(fixture(u"braze/day-plain.in.json"_s), rules, Unit::Day)->rows;
    qsizetype sent = 0;
    const RawServer server([&](QTcpSocket *socket, int) {
        socket->write(answer.left(sent));
        socket->disconnectFromHost();
    });
    ClientOptions options = oneAttempt();
    options.idleTimeout = 500ms;
    RawDesk desk(server.url(), options);
    for (; sent <= answer.size(); ++sent) {
        const Result<Answer> got = desk.ask();
        const Result<SeriesAnswer> series = got ? parseSeries(got->body, rules, Unit::Day)
                                                : got.error();
        if (series) {
            QVERIFY2(series->rows == whole, qPrintable(QString::number(sent)));
        } else {
            // Qt 6.4 does not notice every connection that ends within a chunk.
            const QList<ErrorKind> kinds{
                ErrorKind::Network, ErrorKind::MalformedReply, ErrorKind::Timeout};
            QVERIFY2(kinds.contains(series.error().kind), qPrintable(QString::number(sent)));
            QVERIFY2(sent < answer.size(), qPrintable(series.error().detail));
        }
    }
}

void TestClientFaults::silenceEnds_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("from the first byte") << QByteArray();
    QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{");
}

void TestClientFaults::silenceEnds()
{
    QFETCH(QByteArray, answer);
    const RawServer server(saying(answer));
    ClientOptions options = quickOptions();
    options.idleTimeout = 50ms;
    options.maxAttempts = 2;
    const Error error = errorOf(server, options);
    QCOMPARE(error.kind, ErrorKind::Timeout);
    QCOMPARE(error.attempts, 2);
}

void TestClientFaults::aTrickleEndsAtTheDeadline()
{
    const RawServer server([](QTcpSocket *socket, int) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{");
        auto *drip = new QTimer(socket);
        drip->callOnTimeout(socket, [socket] { socket->write(" "); });
        drip->start(2ms);
    });
    ClientOptions options = quickOptions();
    options.deadline = 150ms;
    const Error error = errorOf(server, options);
    QCOMPARE(error.kind, ErrorKind::Timeout);
    QCOMPARE(error.attempts, 1);
    QCOMPARE(error.httpStatus, 200);
}

void TestClientFaults::tooManyHeadersEndAtTheDeadline()
{
    const RawServer server(
        saying(httpAnswer(200, R"({"data":[]})", QByteArray("X-More: 1\r\n").repeated(150))));
    ClientOptions options = oneAttempt();
    options.deadline = 150ms;
    const Error error = errorOf(server, options);
    // Qt 6.4 never finishes such an answer.
    QVERIFY2(error.kind == ErrorKind::Timeout || error.kind == ErrorKind::MalformedReply
                 || error.kind == ErrorKind::Network,
             qPrintable(error.detail));
}

void TestClientFaults::aLargeBodyIsStopped_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray body = "{\"data\":[" + QByteArray(20 * 1024 * 1024, ' ') + "]}";
    QTest::newRow("announced") << httpAnswer(200, body);
    QTest::newRow("announced only")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{");
    QTest::newRow("in chunks") << chunked(body);
    QTest::newRow("until it closes") << untilClose(body);
    QTest::newRow("an error page") << httpAnswer(500, body);
}

void TestClientFaults::aLargeBodyIsStopped()
{
    QFETCH(QByteArray, answer);
    const RawServer server(saying(answer));
    const Error error = errorOf(server);
    QCOMPARE(error.kind, ErrorKind::TooLarge);
    QCOMPARE(error.attempts, 1);
    QVERIFY(error.answer.size() < 10'000);
}

void TestClientFaults::aConnectionThatClosesIsTriedAgain()
{
    const RawServer server(saying({}, true));
    const Error error = errorOf(server);
    QCOMPARE(error.kind, ErrorKind::Network);
    QCOMPARE(error.attempts, 3);
    QCOMPARE(error.httpStatus, 0);
    // Qt repeats what was dropped before the answer by itself.
    QVERIFY(server.requestCount() >= 3 && server.requestCount() <= 12);
}

void TestClientFaults::aRefusedConnectionIsANetworkError()
{
    QUrl nobody;
    {
        nobody = RawServer(saying({})).url();
    }
    const Result<Answer> answer = RawDesk(nobody, quickOptions()).ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Network);
    QCOMPARE(answer.error().attempts, 3);
}

void TestClientFaults::cancellingHangsUp()
{
    const RawServer server(saying("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"));
    RawDesk desk(server.url(), quickOptions());
    std::unique_ptr<Call> call(desk.client.get("/x", nullptr));
    const QSignalSpy finished(call.get(), &Call::finished);
    const QSignalSpy records(&desk.client, &Client::requestFinished);
    QTRY_COMPARE(server.requestCount(), 1);
    call.reset();
    QTRY_COMPARE(server.closedCount(), 1);
    QVERIFY(finished.isEmpty() && records.isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestClientFaults)

#include "tst_clientfaults.moc"
