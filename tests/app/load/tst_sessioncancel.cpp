// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/sessiondesk.h"
#include "tests/support/strictness.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

ScriptedAnswer answered()
{
    return jsonScript(R"({"message":"success","data":[{"time":"2026-03-10","count":7}]})");
}

ScriptedAnswer held()
{
    ScriptedAnswer script = answered();
    script.hold = true;
    return script;
}

/// Lets everything that is due happen: another load goes all the way.
void settle(FaultDesk &fault)
{
    fault.server.setResponder([](const HttpRequest &) { return answered(); });
    SessionDesk other({.endpoint = fault.server.url(), .key = keyOf("other")});
    QVERIFY(endOf(other.start(queryFor({QString()}))));
}

} // namespace

class TestSessionCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theEndIsToldOnceAndNotInsideTheStart();
    static void deletedAtOnceItAsksNothing();
    static void deletedUnderWayItLeavesTheServer();
    static void deletedWhileProgressIsTold_data();
    static void deletedWhileProgressIsTold();
    static void deletedWhileAWaitIsTold();
    static void deletedWhileItBacksOff();
    static void deletedWhenFinished();
    static void othersGoOn();
    static void theSessionMayGoFirst();
};

void TestSessionCancel::theEndIsToldOnceAndNotInsideTheStart()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &) { return answered(); });
    Load *load = fault.start(queryFor({u"a"_s, u"b"_s, u"c"_s}));
    // Had it been told inside start(), nobody could have listened.
    QSignalSpy finished(load, &Load::finished);
    QTRY_COMPARE(finished.size(), 1);
    settle(fault);
    QCOMPARE(finished.size(), 1);
}

void TestSessionCancel::deletedAtOnceItAsksNothing()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    const QSignalSpy records(&fault.desk.session, &Session::requestFinished);
    delete fault.start(queryFor({u"a"_s, u"b"_s}));
    settle(fault);
    QCOMPARE(fault.server.requestCount(), 1);
    QVERIFY(records.isEmpty());
}

void TestSessionCancel::deletedUnderWayItLeavesTheServer()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &) { return held(); });
    Load *load = fault.start(queryFor({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}));
    QSignalSpy finished(load, &Load::finished);
    QTRY_COMPARE(fault.server.requestCount(), 4);
    delete load;
    QTRY_COMPARE(fault.server.abandonedCount(), 4);
    settle(fault);
    QCOMPARE(fault.server.requestCount(), 5); // what was queued was never sent
    QVERIFY(finished.isEmpty());
}

void TestSessionCancel::deletedWhileProgressIsTold_data()
{
    QTest::addColumn<QStringList>("segments");
    QTest::newRow("the first of two") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("the last") << QStringList{u"a"_s};
}

void TestSessionCancel::deletedWhileProgressIsTold()
{
    QFETCH(QStringList, segments);
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder(
        [](const HttpRequest &request) { return segmentOf(request) == "a" ? answered() : held(); });
    const QPointer<Load> load = fault.start(queryFor(segments));
    const QSignalSpy finished(load, &Load::finished);
    connect(load, &Load::progressed, &fault.desk.owner, [load] { delete load; });
    QTRY_VERIFY(load.isNull());
    settle(fault);
    QVERIFY(finished.isEmpty());
}

void TestSessionCancel::deletedWhileAWaitIsTold()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &) {
        ScriptedAnswer script = jsonScript("{}", 429);
        script.answer.headers.append(HttpHeader{"Retry-After", "3600"});
        return script;
    });
    const QPointer<Load> load = fault.start(queryFor({u"a"_s, u"b"_s}));
    const QSignalSpy finished(load, &Load::finished);
    connect(load, &Load::waiting, &fault.desk.owner, [load] { delete load; });
    QTRY_VERIFY(load.isNull());
    const int asked = fault.server.requestCount();
    settle(fault);
    QCOMPARE(fault.server.requestCount(), asked + 1);
    QVERIFY(finished.isEmpty());
}

void TestSessionCancel::deletedWhileItBacksOff()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    ScriptedAnswer script = jsonScript("{}", 503);
    script.answer.headers.append(HttpHeader{"X-RateLimit-Limit", "10"});
    fault.server.enqueue(script);
    const QPointer<Load> load = fault.start(queryFor({QString()}));
    const QSignalSpy finished(load, &Load::finished);
    // It comes with the answer, before it is decided what becomes of the call.
    QSignalSpy limits(&fault.desk.session, &Session::rateLimitChanged);
    QTRY_COMPARE(limits.size(), 1);
    delete load;
    const int asked = fault.server.requestCount(); // on a slow machine it may have tried again
    settle(fault);
    QCOMPARE(fault.server.requestCount(), asked + 1);
    QVERIFY(finished.isEmpty());
}

void TestSessionCancel::deletedWhenFinished()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &) { return answered(); });
    const QPointer<Load> load = fault.start(queryFor({u"a"_s, u"b"_s}));
    connect(load, &Load::finished, &fault.desk.owner, [load] { delete load; });
    QTRY_VERIFY(load.isNull());
    settle(fault);
}

void TestSessionCancel::othersGoOn()
{
    FaultDesk fault;
    QVERIFY(fault.listening);
    fault.server.setResponder([](const HttpRequest &request) {
        return segmentOf(request) == "kept" ? answered() : held();
    });
    Load *dropped = fault.start(queryFor({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    Load *kept = fault.start(queryFor({u"kept"_s}));
    QTRY_COMPARE(fault.server.requestCount(), 4);
    delete dropped;
    const DatasetPtr dataset = endOf(kept);
    QVERIFY(dataset);
    QCOMPARE(dataset->series.size(), std::size_t{1});
}

void TestSessionCancel::theSessionMayGoFirst()
{
    FaultServer server;
    QVERIFY(server.listen());
    server.setResponder([](const HttpRequest &) { return held(); });
    QObject owner;
    auto desk = std::make_unique<SessionDesk>(
        SessionOptions{.endpoint = server.url(), .key = keyOf(sessionKey)});
    Load *load = desk->session.start(queryFor({u"a"_s, u"b"_s}), {}, &owner);
    QTRY_COMPARE(server.requestCount(), 2);
    desk.reset();
    const DatasetPtr dataset = endOf(load);
    QVERIFY(dataset);
    QCOMPARE(dataset->failures.size(), std::size_t{2});
    QCOMPARE(dataset->failures.at(0).error.kind, ErrorKind::Cancelled);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSessionCancel)

#include "tst_sessioncancel.moc"
