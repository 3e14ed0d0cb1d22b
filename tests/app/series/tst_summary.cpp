// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/summary.h"
#include "tests/support/strictness.h"

#include <QTest>

namespace emberline::test {

class TestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void onlyTheTotalHoldsTheIncompleteBucket();
    static void bucketsWithoutAValueEnterNothing();
    static void zeroIsAValue();
    static void theFirstOfEqualPeaksIsThePeak();
    static void nothingIsNotZero();
    static void anOnlyBucketThatIsIncompleteHasATotalOnly();
    static void everySeriesHasItsSummary();
    static void aPartIsSummedUpAlone_data();
    static void aPartIsSummedUpAlone();
};

namespace {

using enum BucketState;

constexpr BucketTime firstDay = 1'000 * msPerDay;

std::vector<BucketTime> daysFor(const Series &series)
{
    std::vector<BucketTime> times;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        times.push_back(firstDay + static_cast<qint64>(i) * msPerDay);
    }
    return times;
}

SeriesSummary summaryOf(const Series &series)
{
    return emberline::summaryOf(daysFor(series), series);
}

} // namespace

void TestSummary::onlyTheTotalHoldsTheIncompleteBucket()
{
    const SeriesSummary summary = summaryOf(
        {.values = {10, 30, 20, 500}, .states = {Counted, Counted, Counted, Incomplete}});
    QCOMPARE(summary.total, std::optional(560.0));
    QCOMPARE(summary.average, std::optional(20.0));
    QCOMPARE(summary.peak, std::optional(BucketValue{.time = firstDay + msPerDay, .value = 30}));
    QCOMPARE(summary.latestComplete,
             std::optional(BucketValue{.time = firstDay + 2 * msPerDay, .value = 20}));
    QCOMPARE(summary.complete, 3);
    QCOMPARE(summary.incomplete, 1);
}

void TestSummary::aPartIsSummedUpAlone_data()
{
    QTest::addColumn<std::size_t>("first");
    QTest::addColumn<std::size_t>("last");
    QTest::newRow("all") << std::size_t{0} << std::size_t{5};
    QTest::newRow("one") << std::size_t{2} << std::size_t{2};
    QTest::newRow("the middle") << std::size_t{1} << std::size_t{4};
    QTest::newRow("beyond the end") << std::size_t{4} << std::size_t{99};
    QTest::newRow("nothing") << std::size_t{7} << std::size_t{9};
}

void TestSummary::aPartIsSummedUpAlone()
{
    QFETCH(std::size_t, first);
    QFETCH(std::size_t, last);
    const Series whole{.values = {10, 30, 0, 20, 0, 500},
                       .states = {Counted, Counted, Missing, Counted, NotCollected, Incomplete}};
    const std::vector<BucketTime> times = daysFor(whole);
    Series part;
    std::vector<BucketTime> partTimes;
    for (std::size_t i = first; i <= last && i < times.size(); ++i) {
        part.values.push_back(whole.values[i]);
        part.states.push_back(whole.states[i]);
        partTimes.push_back(times[i]);
    }
    QCOMPARE(emberline::summaryOf(times, whole, {.first = first, .last = last}),
             emberline::summaryOf(partTimes, part));
}

void TestSummary::bucketsWithoutAValueEnterNothing()
{
    const SeriesSummary summary = summaryOf(
        {.values = {7, 10, 99, 20, 99},
         .states = {NotCollected, Counted, Missing, Counted, Missing}});
    QCOMPARE(summary.total, std::optional(30.0));
    QCOMPARE(summary.average, std::optional(15.0));
    QCOMPARE(summary.peak->value, 20.0);
    QCOMPARE(summary.latestComplete->time, firstDay + 3 * msPerDay);
    QCOMPARE(summary.missing, 2);
    QCOMPARE(summary.notCollected, 1);
}

void TestSummary::zeroIsAValue()
{
    const SeriesSummary summary = summaryOf({.values = {10, 0}, .states = {Counted, Counted}});
    QCOMPARE(summary.average, std::optional(5.0));
    QCOMPARE(summary.latestComplete,
             std::optional(BucketValue{.time = firstDay + msPerDay, .value = 0}));
}

void TestSummary::theFirstOfEqualPeaksIsThePeak()
{
    const SeriesSummary summary = summaryOf(
        {.values = {1, 8, 8}, .states = {Counted, Counted, Counted}});
    QCOMPARE(summary.peak->time, firstDay + msPerDay);
}

void TestSummary::nothingIsNotZero()
{
    const SeriesSummary summary = summaryOf({.values = {0, 0}, .states = {Missing, NotCollected}});
    QCOMPARE(summary, (SeriesSummary{.missing = 1, .notCollected = 1}));
    QCOMPARE(summaryOf({}), SeriesSummary());
}

void TestSummary::anOnlyBucketThatIsIncompleteHasATotalOnly()
{
    const SeriesSummary summary = summaryOf({.values = {4}, .states = {Incomplete}});
    QCOMPARE(summary, (SeriesSummary{.total = 4, .incomplete = 1}));
}

void TestSummary::everySeriesHasItsSummary()
{
    Dataset dataset;
    dataset.series = {{.values = {1}, .states = {Counted}}, {.values = {2}, .states = {Counted}}};
    dataset.times = daysFor(dataset.series.front());
    const std::vector<SeriesSummary> summaries = summariesOf(dataset);
    QCOMPARE(summaries.size(), std::size_t{2});
    QCOMPARE(summaries.at(0).total, std::optional(1.0));
    QCOMPARE(summaries.at(1).total, std::optional(2.0));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSummary)

#include "tst_summary.moc"
