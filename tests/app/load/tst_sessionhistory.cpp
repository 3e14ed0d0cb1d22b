// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/historybench.h"
#include "tests/support/strictness.h"

#include <QTest>

namespace emberline::test {

class TestSessionHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void longRangesAreStitched_data();
    static void longRangesAreStitched();
    static void theSecondTimeNothingIsAsked_data();
    static void theSecondTimeNothingIsAsked();
    static void laterOnlyTheEndIsAsked();
    static void daysAddedToTheRangeAreAskedAlone();
    static void whatBrazeCorrectedComesWithAReload();
    static void offlineNothingIsAsked();
    static void offlineTheRestIsUnread();
    static void whatCameBeforeAFailureIsKept();
    static void whatCameBeforeACancelIsKept();
    static void whatIsHeldIsShownFirst();
    static void manyRequestsWaitForAWord();
    static void whatWasFetchedLaterIsNotThereYet();
    static void whatIsMissingForGoodIsAskedForNoMore();
    static void anotherSeriesIsAskedAlone();
    static void eachSeriesHasItsOwnAge();
    static void aHalfLoadedSeriesIsNotTakenOver();
    static void theHistoryIsInTheRecords();
};

void TestSessionHistory::longRangesAreStitched_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<int>("requests");
    QTest::newRow("a year by the day") << days(366) << 4;
    QTest::newRow("a year by the hour") << hours(8'760) << 88;
    QTest::newRow("what fits into one") << days(98) << 1;
    Query months = days(1);
    months.range = DaySpan{.first = QDate(2024, 1, 1), .last = QDate(2024, 12, 31)};
    QTest::newRow("a leap year long over") << months << 4;
}

void TestSessionHistory::longRangesAreStitched()
{
    QFETCH(Query, query);
    QFETCH(int, requests);
    HistoryBench bench;
    QVERIFY(bench.ready);
    const DatasetPtr dataset = bench.load(query, noon);
    QVERIFY(dataset);
    QCOMPARE(bench.asked, requests);
    QVERIFY(dataset->failures.empty());
    QCOMPARE(wrongIn(*dataset), QString());
    const qint64 width = bucketWidth(query.unit);
    for (std::size_t i = 1; i < dataset->times.size(); ++i) {
        QCOMPARE(dataset->times[i] - dataset->times[i - 1], width);
    }
    const int open = dataset->times.back() + width > noon.toMSecsSinceEpoch() ? 1 : 0;
    QCOMPARE(count(*dataset, Counted), static_cast<int>(dataset->times.size()) - open);
    QCOMPARE(count(*dataset, Incomplete), open);
}

void TestSessionHistory::theSecondTimeNothingIsAsked_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<int>("missingPercent");
    QTest::newRow("days") << days(366) << 0;
    QTest::newRow("hours") << hours(500) << 0;
    QTest::newRow("days with gaps") << days(366) << 10;
    Query past = days(40);
    past.range = LastUnits{.length = 40, .endingAt = noon.addDays(-30)};
    QTest::newRow("an end that cuts") << past << 0;
}

void TestSessionHistory::theSecondTimeNothingIsAsked()
{
    QFETCH(Query, query);
    QFETCH(int, missingPercent);
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.service.missingPercent = missingPercent;
    const DatasetPtr first = bench.load(query, noon);
    QVERIFY(first);
    QCOMPARE(first->held, 0);
    const DatasetPtr second = bench.load(query, noon);
    QVERIFY(second);
    // A day that has ended here, and maybe not yet at the service, may still come.
    QVERIFY(missingPercent > 0 ? bench.asked <= 1 : bench.asked == 0);
    QCOMPARE(second->times, first->times);
    QCOMPARE(second->fetchedAt, first->fetchedAt);
    QCOMPARE(linesOf(*second, second->series.front()), linesOf(*first, first->series.front()));
    QVERIFY(second->held >= static_cast<int>(second->times.size()) - 2);
}

void TestSessionHistory::laterOnlyTheEndIsAsked()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(days(366), noon));
    const DatasetPtr later = bench.load(days(366), noon.addDays(1));
    QVERIFY(later);
    QCOMPARE(bench.asked, 1);
    const QByteArray query = bench.server.requests().back().query;
    QVERIFY2(query.contains("length=6") || query.contains("length=7"), query.constData());
    QCOMPARE(wrongIn(*later), QString());
    QCOMPARE(count(*later, Counted), 365);
    QCOMPARE(later->fetchedAt, noon.addDays(1));
}

void TestSessionHistory::daysAddedToTheRangeAreAskedAlone()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(days(100), noon));
    const DatasetPtr more = bench.load(days(110), noon);
    QCOMPARE(bench.asked, 1);
    QCOMPARE(count(*more, Counted), 109);
    QVERIFY(more->held >= 100);
    const QByteArray query = bench.server.requests().back().query;
    QVERIFY2(query.contains("length=13"), query.constData()); // ten days, and not a hundred
}

void TestSessionHistory::whatBrazeCorrectedComesWithAReload()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    int value = 7;
    bench.server.setResponder([&value](const HttpRequest &) {
        QByteArray data;
        for (int i = 1; i <= 9; ++i) {
            data += R"({"time":"2026-02-0)" + QByteArray::number(i) + R"(","count":)"
                  + QByteArray::number(value) + "},";
        }
        data.chop(1);
        return jsonScript(R"({"message":"success","data":[)" + data + "]}");
    });
    Query query = days(1);
    query.range = DaySpan{.first = QDate(2026, 2, 3), .last = QDate(2026, 2, 5)};
    QVERIFY(bench.load(query, noon));
    value = 8;
    QCOMPARE(bench.load(query, noon)->series.front().values.front(), 7.0);
    QCOMPARE(bench.load(query, noon.addDays(1), LoadMode::Refresh)->series.front().values.front(),
             7.0);
    const DatasetPtr reloaded = bench.load(query, noon.addDays(1), LoadMode::Reload);
    QCOMPARE(reloaded->series.front().values, (std::vector<double>{8, 8, 8}));
    QCOMPARE(bench.load(query, noon.addDays(1))->series.front().values.front(), 8.0);
}

void TestSessionHistory::offlineNothingIsAsked()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    const DatasetPtr first = bench.load(days(30), noon);
    const DatasetPtr offline = bench.load(days(30), noon.addSecs(3600), LoadMode::Offline);
    QCOMPARE(bench.asked, 0);
    QCOMPARE(linesOf(*offline, offline->series.front()), linesOf(*first, first->series.front()));
    QCOMPARE(offline->fetchedAt, noon); // so that a chip can say from when it is
}

void TestSessionHistory::offlineTheRestIsUnread()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(days(3), noon));
    const DatasetPtr offline = bench.load(days(10), noon.addDays(2), LoadMode::Offline);
    QVERIFY(offline->failures.empty());
    const std::vector<BucketState> &states = offline->series.front().states;
    QCOMPARE(states.front(), Unread); // before what was loaded
    QCOMPARE(states.back(), Unread); // began since
    QVERIFY(count(*offline, Counted) >= 2);
    QCOMPARE(wrongIn(*offline), QString());
}

void TestSessionHistory::whatCameBeforeAFailureIsKept()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    int left = 2;
    const auto answer = bench.service.responder(noon);
    bench.server.setResponder([&left, answer](const HttpRequest &request) {
        return left-- > 0 ? answer(request) : jsonScript(R"({"message":"no"})", 400);
    });
    const DatasetPtr broken = bench.load(days(366), noon);
    QVERIFY(broken);
    QCOMPARE(broken->failures.size(), std::size_t{1});
    QCOMPARE(broken->series.size(), std::size_t{1}); // what came is drawn all the same
    QVERIFY(count(*broken, Counted) > 150);
    QVERIFY(count(*broken, Unread) > 150);
    QCOMPARE(wrongIn(*broken), QString());
    bench.isBroken = false;
    const DatasetPtr whole = bench.load(days(366), noon);
    QVERIFY(bench.asked <= 2);
    QVERIFY(whole->failures.empty());
    QCOMPARE(count(*whole, Counted), 365);
    QCOMPARE(wrongIn(*whole), QString());
}

void TestSessionHistory::whatCameBeforeACancelIsKept()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.server.setResponder(bench.service.responder(noon));
    {
        SessionDesk desk(bench.options(), noon);
        Load *load = desk.start(hours(2'000));
        QSignalSpy progressed(load, &Load::progressed);
        QTRY_VERIFY(progressed.size() >= 3);
        delete load;
    }
    SessionDesk desk(bench.options(), noon);
    const QSignalSpy records(&desk.session, &Session::bucketsRead); // of the service alone
    const DatasetPtr whole = endOf(desk.start(hours(2'000)));
    QVERIFY(whole);
    QVERIFY2(records.size() <= 17, QByteArray::number(records.size()).constData());
    QCOMPARE(wrongIn(*whole), QString());
}

void TestSessionHistory::whatIsHeldIsShownFirst()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(days(30), noon));
    bench.server.setResponder([](const HttpRequest &) {
        ScriptedAnswer script = jsonScript("{}", 400);
        script.hold = true;
        return script;
    });
    SessionDesk desk(bench.options(), noon.addDays(1));
    Load *load = desk.start(days(30));
    QSignalSpy arrived(load, &Load::arrived);
    QSignalSpy finished(load, &Load::finished);
    QTRY_COMPARE(arrived.size(), 1);
    const auto part = arrived.constFirst().constFirst().value<DatasetPtr>();
    QVERIFY(part->isLoading);
    QCOMPARE(count(*part, Unread), 1); // the day that began since
    QVERIFY(finished.isEmpty());
    bench.server.release();
    QTRY_COMPARE(finished.size(), 1);
    const auto whole = finished.constFirst().constFirst().value<DatasetPtr>();
    QVERIFY(!whole->isLoading);
    QCOMPARE(whole->failures.size(), std::size_t{1});
    QCOMPARE(count(*whole, Counted), 28);
    QCOMPARE(whole->fetchedAt, noon);
}

void TestSessionHistory::manyRequestsWaitForAWord()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.server.setResponder(bench.service.responder(noon));
    SessionDesk desk(bench.options(), noon);
    const LoadOptions options{.mostRequests = 10};
    Load *load = desk.start(hours(2'000), options);
    QSignalSpy costly(load, &Load::costly);
    QSignalSpy finished(load, &Load::finished);
    QTRY_COMPARE(costly.size(), 1);
    QCOMPARE(costly.front().front().toInt(), 20);
    QCOMPARE(bench.server.requestCount(), 0);
    load->proceed();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(bench.server.requestCount(), 20);
    // Now it is held, and costs nothing.
    const DatasetPtr again = endOf(desk.start(hours(2'000), options));
    QVERIFY(again);
    QCOMPARE(bench.server.requestCount(), 20);
}

void TestSessionHistory::whatWasFetchedLaterIsNotThereYet()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(days(30), noon.addDays(10)));
    const DatasetPtr offline = bench.load(days(30), noon, LoadMode::Offline);
    QCOMPARE(count(*offline, Unread), 30);
}

void TestSessionHistory::whatIsMissingForGoodIsAskedForNoMore()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.service.missingPercent = 20;
    Query query = days(1);
    query.range = DaySpan{.first = QDate(2026, 1, 1), .last = QDate(2026, 1, 31)};
    const DatasetPtr first = bench.load(query, noon);
    QVERIFY(count(*first, Missing) > 0);
    const DatasetPtr second = bench.load(query, noon.addDays(7), LoadMode::Refresh);
    QCOMPARE(bench.asked, 0);
    QCOMPARE(count(*second, Missing), count(*first, Missing));
}

void TestSessionHistory::anotherSeriesIsAskedAlone()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(queryFor({QString()}, 30), noon));
    const DatasetPtr both = bench.load(queryFor({QString(), u"gold"_s}, 30), noon);
    QCOMPARE(bench.asked, 1);
    QCOMPARE(segmentOf(bench.server.requests().back()), QByteArray("gold"));
    QCOMPARE(both->series.size(), std::size_t{2});
    QCOMPARE(wrongIn(*both), QString());
}

void TestSessionHistory::eachSeriesHasItsOwnAge()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    const Query both = queryFor({QString(), u"gold"_s}, 30);
    QVERIFY(bench.load(both, noon));
    bench.isBroken = true;
    const QDateTime later = noon.addDays(2);
    const auto answer = bench.service.responder(later);
    bench.server.setResponder([answer](const HttpRequest &request) {
        return segmentOf(request) == "gold" ? jsonScript(R"({"message":"no"})", 400)
                                            : answer(request);
    });
    const DatasetPtr dataset = bench.load(both, later);
    QVERIFY(dataset);
    QCOMPARE(dataset->series.size(), std::size_t{2});
    QCOMPARE(dataset->series.at(0).fetchedAt, later);
    QCOMPARE(dataset->series.at(1).fetchedAt, noon);
    QCOMPARE(dataset->fetchedAt, noon);
}

void TestSessionHistory::aHalfLoadedSeriesIsNotTakenOver()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    const Query both = queryFor({QString(), u"gold"_s}, 30);
    const DatasetPtr whole = bench.load(both, noon);
    QVERIFY(whole);
    auto partial = std::make_shared<Dataset>(*whole);
    partial->series.at(0).states.front() = BucketState::Unread;
    partial->failures = {{.key = partial->series.at(1).key, .error = {}}};
    SessionDesk desk({.endpoint = bench.server.url(), .key = keyOf(sessionKey)}, noon);
    const DatasetPtr completed = endOf(desk.session.complete(both, partial, &desk.owner));
    QVERIFY(completed);
    QVERIFY(completed->failures.empty());
    for (const Series &series : completed->series) {
        QCOMPARE(linesOf(*completed, series), linesOf(*whole, whole->series.front()));
    }
}

void TestSessionHistory::theHistoryIsInTheRecords()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    QVERIFY(bench.load(days(30), noon));
    SessionDesk desk(bench.options(), noon);
    const QSignalSpy records(&desk.session, &Session::requestFinished);
    QVERIFY(endOf(desk.start(days(30))));
    QCOMPARE(records.size(), 1);
    const auto record = records.front().front().value<RequestRecord>();
    QCOMPARE(record.source, RequestSource::History);
    QVERIFY(record.buckets.value_or(0) >= 30);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSessionHistory)

#include "tst_sessionhistory.moc"
