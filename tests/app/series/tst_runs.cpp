// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/runs.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aLineNeverCrossesABucketWithoutAValue_data();
    static void aLineNeverCrossesABucketWithoutAValue();
    static void aPointBetweenGapsIsAlone();
    static void onlyMissingBucketsMakeGapEdges();
    static void theOpenBucketWasCountedUntilItWasFetched();
    static void aBucketThatWasCutEarlierHasNoKnownTime();
};

namespace {

/// "c" counted, "i" incomplete, "m" missing, "n" not collected.
Series seriesOfStates(const QString &states)
{
    Series series;
    for (const QChar state : states) {
        series.values.push_back(1);
        series.states.push_back(state == u'c'   ? BucketState::Counted
                                : state == u'i' ? BucketState::Incomplete
                                : state == u'm' ? BucketState::Missing
                                                : BucketState::NotCollected);
    }
    return series;
}

/// "0-2 2~3": solid from 0 to 2, dashed from 2 to 3.
QString printed(const std::vector<LineRun> &runs)
{
    QStringList texts;
    for (const LineRun &run : runs) {
        texts.append(u"%1%2%3"_s.arg(run.span.first)
                         .arg(run.dashed ? QChar(u'~') : QChar(u'-'))
                         .arg(run.span.last));
    }
    return texts.join(u' ');
}

Dataset openToday(const QDateTime &fetchedAt)
{
    Dataset dataset;
    dataset.zone = QTimeZone("Europe/Berlin");
    dataset.fetchedAt = fetchedAt;
    dataset.times = {bucketOfDay(QDate(2026, 11, 23))};
    dataset.series = {seriesOfStates(u"i"_s)};
    return dataset;
}

} // namespace

void TestRuns::aLineNeverCrossesABucketWithoutAValue_data()
{
    QTest::addColumn<QString>("states");
    QTest::addColumn<QString>("runs");
    QTest::newRow("all counted") << u"cccc"_s << u"0-3"_s;
    QTest::newRow("open end") << u"ccci"_s << u"0-2 2~3"_s;
    QTest::newRow("gap") << u"ccmcc"_s << u"0-1 3-4"_s;
    QTest::newRow("gap before the open end") << u"ccmi"_s << u"0-1"_s;
    QTest::newRow("late start") << u"nncc"_s << u"2-3"_s;
    QTest::newRow("one") << u"c"_s << QString();
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("two open") << u"ccii"_s << u"0-1 1~3"_s;
}

void TestRuns::aLineNeverCrossesABucketWithoutAValue()
{
    QFETCH(QString, states);
    QFETCH(QString, runs);
    QCOMPARE(printed(runsOf(seriesOfStates(states))), runs);
}

void TestRuns::aPointBetweenGapsIsAlone()
{
    const Series series = seriesOfStates(u"cmcmcc"_s);
    QVERIFY(isAlone(series, 0));
    QVERIFY(isAlone(series, 2));
    QVERIFY(!isAlone(series, 4));
    QVERIFY(!isAlone(series, 1));
}

void TestRuns::onlyMissingBucketsMakeGapEdges()
{
    const Series series = seriesOfStates(u"nccmcc"_s);
    QVERIFY(!isGapEdge(series, 1));
    QVERIFY(isGapEdge(series, 2));
    QVERIFY(isGapEdge(series, 4));
    QVERIFY(!isGapEdge(series, 5));
}

void TestRuns::theOpenBucketWasCountedUntilItWasFetched()
{
    const std::optional<QDateTime> until = countedUntil(
        openToday(QDateTime({2026, 11, 23}, {13, 5}, Qt::UTC)));
    QVERIFY(until.has_value());
    QCOMPARE(until->time(), QTime(14, 5));
}

void TestRuns::aBucketThatWasCutEarlierHasNoKnownTime()
{
    QVERIFY(!countedUntil(openToday(QDateTime({2026, 11, 25}, {13, 5}, Qt::UTC))).has_value());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRuns)
#include "tst_runs.moc"
