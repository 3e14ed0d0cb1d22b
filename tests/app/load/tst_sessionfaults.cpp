// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/sessiondesk.h"
#include "tests/support/strictness.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

namespace {

QByteArray oneRow()
{
    return R"({"message":"success","data":[{"time":"2026-03-10","count":7}]})";
}

/// Everything an error says in words.
QString wordsOf(const Error &error)
{
    return error.detail + error.serverMessage + error.requestId + error.request + error.answer;
}

ScriptedAnswer throttle(const QByteArray &seconds)
{
    ScriptedAnswer script = jsonScript(R"({"message":"too many"})", 429);
    script.answer.headers.append(HttpHeader{"Retry-After", seconds});
    return script;
}

} // namespace

class TestSessionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatCameIsKeptWhenOneSeriesFails_data();
    static void whatCameIsKeptWhenOneSeriesFails();
    static void completingAsksOnlyForWhatFailed();
    static void aBodyThatIsNoAnswerIsAFailure_data();
    static void aBodyThatIsNoAnswerIsAFailure();
    static void aServerErrorIsTriedAgain();
    static void noKeyStandsInAnyError();
    static void aQueryThatCannotBeSentIsAnsweredLater();
    static void unreadableRowsAreToldWithTheirSeries();
    static void theServersWordsAreToldWithoutTheKey();
    static void noticesComeInTheOrderOfTheQuery();
    static void aLongerWaitThanAllowedIsAFailure();
    static void aWaitIsToldAndCanBeEnded();
    static void retryingWithoutAWaitChangesNothing();
};

void TestSessionFaults::whatCameIsKeptWhenOneSeriesFails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << 400 << ErrorKind::BadRequest;
    QTest::newRow("401") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("302") << 302 << ErrorKind::Redirected;
}

void TestSessionFaults::whatCameIsKeptWhenOneSeriesFails()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([status](const HttpRequest &request) {
        if (segmentOf(request) != "bad") {
            return jsonScript(oneRow());
        }
        ScriptedAnswer script = jsonScript(R"({"message":"not this one"})", status);
        script.answer.headers.append(HttpHeader{"X-Request-Id", "r-1"});
        return script;
    });
    const DatasetPtr dataset = endOf(fault.start(queryFor({u"a"_s, u"bad"_s, u"c"_s})));
    QVERIFY(dataset);
    QCOMPARE(dataset->series.size(), std::size_t{2});
    QCOMPARE(dataset->series.at(0).key.segmentId, u"a"_s);
    QCOMPARE(dataset->series.at(1).key.segmentId, u"c"_s);
    QCOMPARE(dataset->series.at(1).values.at(0), 7.0);
    QCOMPARE(dataset->failures.size(), std::size_t{1});
    QCOMPARE(dataset->failures.at(0).key.segmentId, u"bad"_s);
    const Error &error = dataset->failures.at(0).error;
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.serverMessage, u"not this one"_s);
    QCOMPARE(error.requestId, u"r-1"_s);
    QCOMPARE(error.attempts, 1);
    QVERIFY(error.request.contains(u"segment_id=bad"));
}

void TestSessionFaults::completingAsksOnlyForWhatFailed()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    QByteArrayList asked;
    bool refuses = true;
    fault.server.setResponder([&](const HttpRequest &request) {
        asked.append(request.query);
        return refuses && segmentOf(request) == "bad" ? jsonScript("{}", 400)
                                                      : jsonScript(oneRow());
    });
    const Query query = queryFor({u"a"_s, u"bad"_s, u"c"_s});
    const DatasetPtr partial = endOf(fault.start(query));
    QVERIFY(partial);
    QCOMPARE(partial->failures.size(), std::size_t{1});
    asked.clear();
    refuses = false;
    Load *load = fault.desk.session.complete(query, partial, &fault.desk.owner);
    const QSignalSpy progressed(load, &Load::progressed);
    const DatasetPtr whole = endOf(load);
    QVERIFY(whole);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.front().contains("segment_id=bad"));
    QVERIFY2(asked.front().contains("ending_at=2026-03-10T14%3A05%3A00"),
             asked.front().constData());
    QCOMPARE(progressed, (QList<QVariantList>{{1, 1}}));
    QCOMPARE(whole->fetchedAt, partial->fetchedAt);
    QCOMPARE(whole->series.size(), std::size_t{3});
    for (const Series &series : whole->series) {
        QCOMPARE(linesOf(*whole, series), QStringList{u"2026-03-10 7 incomplete"_s});
    }
}

void TestSessionFaults::aBodyThatIsNoAnswerIsAFailure_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>Sign in to the network</body></html>");
    QTest::newRow("cut off") << oneRow().left(40);
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("no data") << QByteArray(R"({"message":"success"})");
    QTest::newRow("data is no list") << QByteArray(R"({"message":"success","data":{"a":1}})");
    QTest::newRow("data is null") << QByteArray(R"({"message":"success","data":null})");
}

void TestSessionFaults::aBodyThatIsNoAnswerIsAFailure()
{
    QFETCH(QByteArray, body);
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([body](const HttpRequest &) { return jsonScript(body); });
    const DatasetPtr dataset = endOf(fault.start(queryFor({QString()})));
    QVERIFY(dataset);
    QVERIFY(dataset->isEmpty());
    QCOMPARE(dataset->failures.size(), std::size_t{1});
    const Error &error = dataset->failures.at(0).error;
    QCOMPARE(error.kind, ErrorKind::MalformedReply);
    QCOMPARE(error.httpStatus, 200);
    QVERIFY(error.request.startsWith(u"GET http://127.0.0.1"));
    QVERIFY(error.answer.contains(QString::fromUtf8(body)));
}

void TestSessionFaults::aServerErrorIsTriedAgain()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.enqueue(jsonScript("{}", 503));
    fault.server.enqueue(jsonScript(oneRow()));
    const QSignalSpy records(&fault.desk.session, &Session::requestFinished);
    const DatasetPtr dataset = endOf(fault.start(queryFor({QString()})));
    QVERIFY(dataset);
    QVERIFY(dataset->failures.empty());
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.front().front().value<RequestRecord>().attempts, 2);
}

void TestSessionFaults::noKeyStandsInAnyError()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &) {
        ScriptedAnswer script = jsonScript(R"({"message":"Invalid API key: )" + sessionKey
                                               + R"(","errors":[")" + sessionKey + R"("]})",
                                           401);
        script.answer.headers.append(HttpHeader{"X-Request-Id", sessionKey});
        script.answer.headers.append(HttpHeader{"X-Echo", "Bearer " + sessionKey});
        return script;
    });
    const QSignalSpy records(&fault.desk.session, &Session::requestFinished);
    // The event is called like the key, so it stands in the address, too.
    Query query = queryFor({QString()});
    query.events = QStringList{QString::fromLatin1(sessionKey)};
    const DatasetPtr dataset = endOf(fault.start(query));
    QVERIFY(dataset);
    const Error &error = dataset->failures.at(0).error;
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QVERIFY(error.serverMessage.startsWith(u"Invalid API key: "));
    QVERIFY(!wordsOf(error).contains(QString::fromLatin1(sessionKey)));
    QVERIFY(!records.front().front().value<RequestRecord>().query.contains(
        QString::fromLatin1(sessionKey)));
}

void TestSessionFaults::aQueryThatCannotBeSentIsAnsweredLater()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    Load *load = fault.start(queryFor({u"a"_s, u"b"_s}, 0));
    QSignalSpy finished(load, &Load::finished);
    QTRY_COMPARE(finished.size(), 1);
    const auto dataset = finished.constFirst().constFirst().value<DatasetPtr>();
    QCOMPARE(dataset->failures.size(), std::size_t{2});
    QCOMPARE(dataset->failures.at(0).error.kind, ErrorKind::InvalidQuery);
    QCOMPARE(fault.server.requestCount(), 0);
}

void TestSessionFaults::unreadableRowsAreToldWithTheirSeries()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.enqueue(jsonScript(
        R"({"message":"success","data":[{"time":"2026-03-10","count":"7"},{"time":"soon","count":1},
            {"time":"2026-03-09","count":1.5},{"count":1},{"time":"2026-03-08","count":-1},
            {"time":"2026-03-07","count":3},"row"]})"));
    const DatasetPtr dataset = endOf(fault.start(queryFor({u"a"_s}, 4)));
    QVERIFY(dataset);
    QCOMPARE(linesOf(*dataset, dataset->series.at(0)),
             (QStringList{u"2026-03-07 3 counted"_s,
                          u"2026-03-08 missing"_s,
                          u"2026-03-09 missing"_s,
                          u"2026-03-10 missing"_s}));
    QCOMPARE(dataset->notices.size(), std::size_t{1});
    QCOMPARE(dataset->notices.at(0).kind, LoadNotice::Kind::UnreadableRows);
    QCOMPARE(dataset->notices.at(0).count, 6);
    QCOMPARE(dataset->notices.at(0).key.segmentId, u"a"_s);
}

void TestSessionFaults::theServersWordsAreToldWithoutTheKey()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.enqueue(jsonScript(R"({"message":"Slow today, )" + sessionKey
                                    + R"(","data":[{"time":"2026-03-10","count":7}]})"));
    const DatasetPtr dataset = endOf(fault.start(queryFor({u"a"_s})));
    QVERIFY(dataset);
    QCOMPARE(dataset->series.size(), std::size_t{1});
    QCOMPARE(dataset->notices.size(), std::size_t{1});
    QCOMPARE(dataset->notices.at(0).kind, LoadNotice::Kind::ServerMessage);
    QVERIFY(dataset->notices.at(0).text.startsWith(u"Slow today, "));
    QVERIFY(!dataset->notices.at(0).text.contains(QString::fromLatin1(sessionKey)));
}

void TestSessionFaults::noticesComeInTheOrderOfTheQuery()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &request) {
        ScriptedAnswer script = jsonScript(R"({"message":"of )" + segmentOf(request)
                                           + R"(","data":[{"time":"2026-03-10","count":7}]})");
        script.hold = segmentOf(request) == "a";
        return script;
    });
    Load *load = fault.start(queryFor({u"a"_s, u"b"_s}));
    connect(load, &Load::progressed, &fault.server, &FaultServer::release);
    const DatasetPtr dataset = endOf(load);
    QVERIFY(dataset);
    QCOMPARE(dataset->notices.size(), std::size_t{2});
    QCOMPARE(dataset->notices.at(0).text, u"of a"_s);
    QCOMPARE(dataset->notices.at(1).text, u"of b"_s);
}

void TestSessionFaults::aLongerWaitThanAllowedIsAFailure()
{
    FaultDesk fault(120s);
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &request) {
        return segmentOf(request) == "a" ? jsonScript(oneRow()) : throttle("300");
    });
    Load *load = fault.start(queryFor({u"a"_s, u"b"_s}));
    const QSignalSpy waiting(load, &Load::waiting);
    const DatasetPtr dataset = endOf(load);
    QVERIFY(dataset);
    QCOMPARE(dataset->series.size(), std::size_t{1});
    const Error &error = dataset->failures.at(0).error;
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.retryAt, std::optional(sessionNow.addSecs(300)));
    QCOMPARE(error.serverMessage, u"too many"_s);
    QVERIFY(waiting.isEmpty());
}

void TestSessionFaults::aWaitIsToldAndCanBeEnded()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.enqueue(throttle("300"));
    fault.server.enqueue(jsonScript(oneRow()));
    Load *load = fault.start(queryFor({QString()}));
    QSignalSpy waiting(load, &Load::waiting);
    QSignalSpy finished(load, &Load::finished);
    QTRY_COMPARE(waiting.size(), 1);
    QCOMPARE(waiting.front().front().toDateTime(), sessionNow.addSecs(300));
    QVERIFY(finished.isEmpty());
    load->retryNow();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().constFirst().value<DatasetPtr>()->failures.empty());
    QCOMPARE(fault.server.requestCount(), 2);
}

void TestSessionFaults::retryingWithoutAWaitChangesNothing()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    ScriptedAnswer held = jsonScript(oneRow());
    held.hold = true;
    fault.server.enqueue(held);
    Load *load = fault.start(queryFor({QString()}));
    load->retryNow();
    QTRY_COMPARE(fault.server.requestCount(), 1);
    load->retryNow();
    fault.server.release();
    QVERIFY(endOf(load));
    QCOMPARE(fault.server.requestCount(), 1);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSessionFaults)

#include "tst_sessionfaults.moc"
