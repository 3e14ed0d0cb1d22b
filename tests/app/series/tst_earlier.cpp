// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/earlier.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Series seriesOf(const QString &segment, const std::vector<double> &values)
{
    return {.key = {.metric = {.name = u"app_open"_s}, .segmentId = segment},
            .values = values,
            .states = std::vector<BucketState>(values.size(), BucketState::Counted)};
}

Dataset daysFrom(QDate first, std::vector<Series> series)
{
    Dataset dataset;
    for (std::size_t i = 0; i < series.front().values.size(); ++i) {
        dataset.times.push_back(bucketOfDay(first.addDays(static_cast<qint64>(i))));
    }
    dataset.series = std::move(series);
    return dataset;
}

std::vector<std::optional<BucketTime>> daysBefore(const Dataset &dataset, int days)
{
    std::vector<std::optional<BucketTime>> times;
    for (const BucketTime time : dataset.times) {
        times.emplace_back(time - days * msPerDay);
    }
    return times;
}

} // namespace

/// An earlier answer laid under a later one.
class TestEarlier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyBucketGetsTheOneThatWasNamed();
    static void whatCorrespondsToNothingIsMissing();
    static void whatWasNotLoadedIsUnread();
    static void seriesAreFoundByWhatTheyAre();
    static void statesAndShortfallsComeAlong();
};

void TestEarlier::everyBucketGetsTheOneThatWasNamed()
{
    const Dataset now = daysFrom({2026, 11, 20}, {seriesOf({}, {1, 2, 3})});
    const Dataset before = daysFrom({2026, 11, 12}, {seriesOf({}, {10, 20, 30, 40})});
    const Earlier earlier = alignedTo(now, before, daysBefore(now, 7));
    QCOMPARE(earlier.series.size(), std::size_t{1});
    QCOMPARE(earlier.series.front().values, (std::vector<double>{20, 30, 40}));
    QCOMPARE(earlier.times.front(), std::optional(bucketOfDay({2026, 11, 13})));
}

void TestEarlier::whatCorrespondsToNothingIsMissing()
{
    const Dataset now = daysFrom({2026, 11, 20}, {seriesOf({}, {1, 2, 3})});
    const Dataset before = daysFrom({2026, 11, 13}, {seriesOf({}, {10, 20})});
    std::vector<std::optional<BucketTime>> times = daysBefore(now, 7);
    times[0].reset();
    const Earlier earlier = alignedTo(now, before, times);
    const std::vector<BucketState> expected{
        BucketState::Missing, BucketState::Counted, BucketState::Missing};
    QCOMPARE(earlier.series.front().states, expected);
    QCOMPARE(earlier.series.front().values, (std::vector<double>{0, 20, 0}));
}

void TestEarlier::whatWasNotLoadedIsUnread()
{
    const Dataset now = daysFrom({2026, 11, 20}, {seriesOf(u"gold"_s, {1, 2, 3})});
    const Dataset before = daysFrom({2026, 11, 13}, {seriesOf({}, {10, 20, 30})});
    const Earlier earlier = alignedTo(now, before, daysBefore(now, 7));
    QCOMPARE(earlier.series.front().key.segmentId, u"gold"_s);
    QCOMPARE(earlier.series.front().states, std::vector<BucketState>(3, BucketState::Unread));
    QCOMPARE(earlier.series.front().values.size(), std::size_t{3});
}

void TestEarlier::seriesAreFoundByWhatTheyAre()
{
    const Dataset now = daysFrom({2026, 11, 20},
                                 {seriesOf(u"gold"_s, {1}), seriesOf(u"silver"_s, {2})});
    const Dataset before = daysFrom({2026, 11, 13},
                                    {seriesOf(u"silver"_s, {20}), seriesOf(u"gold"_s, {10})});
    const Earlier earlier = alignedTo(now, before, daysBefore(now, 7));
    QCOMPARE(earlier.series[0].values, std::vector<double>{10});
    QCOMPARE(earlier.series[1].values, std::vector<double>{20});
}

void TestEarlier::statesAndShortfallsComeAlong()
{
    const Dataset now = daysFrom({2026, 11, 20}, {seriesOf({}, {1, 2})});
    Dataset before = daysFrom({2026, 11, 13}, {seriesOf({}, {10, 20})});
    before.series.front().states[1] = BucketState::Incomplete;
    before.series.front().shortfalls = {{}, Shortfall::CutByRange};
    const Earlier earlier = alignedTo(now, before, daysBefore(now, 7));
    QCOMPARE(earlier.series.front().shortfallsOf(1), Shortfalls(Shortfall::CutByRange));
    QCOMPARE(earlier.series.front().shortfallsOf(0), Shortfalls());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestEarlier)
#include "tst_earlier.moc"
