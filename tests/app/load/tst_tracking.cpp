// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/load/historybench.h"
#include "tests/support/strictness.h"

#include <QTest>

namespace emberline::test {

namespace {

int lengthOf(const HttpRequest &request)
{
    const QByteArray name = "length=";
    const qsizetype at = request.query.indexOf(name) + name.size();
    return request.query.mid(at).split('&').front().toInt();
}

/// A service without any count of the days from @p untold to @p told before noon's.
FaultServer::Responder silentBetween(int untold, int told)
{
    return [untold, told](const HttpRequest &request) {
        QByteArray data;
        for (int i = lengthOf(request) - 1; i >= 0; --i) {
            if (i > untold || i <= told) {
                data += "{\"time\":\"" + noon.date().addDays(-i).toString(Qt::ISODate).toUtf8()
                      + "\",\"count\":7},";
            }
        }
        data.chop(1);
        return jsonScript(R"({"message":"success","data":[)" + data + "]}");
    };
}

Query segmentDays(int length, const QString &segment = QStringLiteral("gold"))
{
    return queryFor({segment}, length);
}

} // namespace

/// Since when a segment has been tracked, as far as a load can tell.
class TestTracking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatComesBeforeASegmentsFirstCountIsNotCollected();
    static void ofAllUsersItIsMissing();
    static void whatIsKeptFromBeforeProvesTheTracking();
    static void theWordStaysTheSameFromTheHistory();
    static void whatCouldNotBeReadProvesNothing();
};

void TestTracking::whatComesBeforeASegmentsFirstCountIsNotCollected()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    bench.server.setResponder(silentBetween(99, 4));
    const DatasetPtr dataset = bench.load(segmentDays(20), noon);
    QVERIFY(dataset);
    QCOMPARE(count(*dataset, NotCollected), 15);
    QCOMPARE(dataset->series.front().states[15], Counted);
    QCOMPARE(count(*dataset, Missing), 0);
}

void TestTracking::ofAllUsersItIsMissing()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    bench.server.setResponder(silentBetween(99, 4));
    const DatasetPtr dataset = bench.load(segmentDays(20, {}), noon);
    QVERIFY(dataset);
    QCOMPARE(count(*dataset, Missing), 15);
    QCOMPARE(count(*dataset, NotCollected), 0);
}

void TestTracking::whatIsKeptFromBeforeProvesTheTracking()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    bench.server.setResponder(silentBetween(40, 4));
    const DatasetPtr longer = bench.load(segmentDays(60), noon);
    QVERIFY(longer);
    QCOMPARE(count(*longer, Missing), 36);
    const DatasetPtr dataset = bench.load(segmentDays(20), noon);
    QVERIFY(dataset);
    QCOMPARE(count(*dataset, Missing), 15);
    QCOMPARE(count(*dataset, NotCollected), 0);
    QVERIFY(dataset->held >= 18); // what is older is no part of it
    QVERIFY(dataset->held <= 20);
}

void TestTracking::theWordStaysTheSameFromTheHistory()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    bench.server.setResponder(silentBetween(99, 4));
    QVERIFY(bench.load(segmentDays(20), noon));
    const DatasetPtr again = bench.load(segmentDays(20), noon, LoadMode::Offline);
    QVERIFY(again);
    QCOMPARE(bench.asked, 0);
    QCOMPARE(count(*again, NotCollected), 15);
}

void TestTracking::whatCouldNotBeReadProvesNothing()
{
    HistoryBench bench;
    QVERIFY(bench.ready);
    bench.isBroken = true;
    bench.server.setResponder([](const HttpRequest &) {
        return jsonScript(R"({"message":"success","data":[{"time":"2026-03-02","count":"?"},)"
                          R"({"time":"2026-03-09","count":7},{"time":"2026-03-10","count":7}]})");
    });
    const DatasetPtr dataset = bench.load(segmentDays(10), noon);
    QVERIFY(dataset);
    QCOMPARE(count(*dataset, NotCollected), 0);
    QCOMPARE(count(*dataset, Missing), 8);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestTracking)

#include "tst_tracking.moc"
