// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/shown.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Query checkouts(Granularity granularity = Granularity::Day)
{
    return {.events = QStringList{u"checkout_completed"_s},
            .segments = {{}, {.id = u"gold"_s, .label = u"Gold"_s}},
            .granularity = granularity,
            .range = Preset::Last30Days};
}

/// Days from @p first on, each counting @p value; the last is open if @p isOpen.
DatasetPtr days(QDate first, int count, double value, bool isOpen = false)
{
    auto dataset = std::make_shared<Dataset>();
    for (const SeriesKey &key : seriesOf(checkouts())) {
        Series series{.key = key,
                      .values = std::vector<double>(static_cast<std::size_t>(count), value),
                      .states = std::vector<BucketState>(static_cast<std::size_t>(count),
                                                         BucketState::Counted)};
        if (isOpen) {
            series.states.back() = BucketState::Incomplete;
        }
        dataset->series.push_back(series);
    }
    for (int i = 0; i < count; ++i) {
        dataset->times.push_back(bucketOfDay(first.addDays(i)));
    }
    return dataset;
}

/// 25 October to 23 November and the 35 days before.
DatasetPtr present()
{
    return days({2026, 10, 25}, 30, 100, true);
}

EarlierAnswer before()
{
    return {.distance = {.days = 35}, .dataset = days({2026, 9, 20}, 30, 80)};
}

} // namespace

/// What is shown of an answer and of those it is compared with.
class TestShown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void daysAreShownAsTheyCame();
    static void hiddenSeriesAreMarked();
    static void theEarlierTimeLiesUnderIt();
    static void weeksAreSummedUpOnBothSides();
    static void monthsAreComparedWithMonths();
    static void completeOnlyCutsBoth();
    static void theNearestComesFirst();
    static void aTimeThatDoesNotCorrespondHasNoDates();
};

void TestShown::daysAreShownAsTheyCame()
{
    const DatasetPtr base = present();
    const Shown shown = shownOf(base, {}, {.query = checkouts()});
    QCOMPARE(shown.dataset, base);
    QCOMPARE(shown.looks.size(), std::size_t{2});
    QCOMPARE(shown.looks[1].name, u"Gold"_s);
    QVERIFY(shown.earlier.empty());
}

void TestShown::hiddenSeriesAreMarked()
{
    const SeriesId gold{.event = u"checkout_completed"_s, .segmentId = u"gold"_s};
    const Shown shown = shownOf(present(), {}, {.query = checkouts(), .hidden = {gold}});
    QVERIFY(!shown.looks[0].hidden);
    QVERIFY(shown.looks[1].hidden);
}

void TestShown::theEarlierTimeLiesUnderIt()
{
    const Shown shown = shownOf(present(), {before()}, {.query = checkouts()});
    QCOMPARE(shown.earlier.size(), std::size_t{1});
    const Earlier &earlier = shown.earlier.front();
    QCOMPARE(earlier.dates, (DaySpan{.first = {2026, 9, 20}, .last = {2026, 10, 19}}));
    QCOMPARE(earlier.times.size(), std::size_t{30});
    QCOMPARE(earlier.times.back(), std::optional(bucketOfDay({2026, 10, 19})));
    QCOMPARE(earlier.series.size(), std::size_t{2});
    QCOMPARE(earlier.series[1].values.back(), 80.0);
}

void TestShown::weeksAreSummedUpOnBothSides()
{
    const Shown shown = shownOf(present(), {before()}, {.query = checkouts(Granularity::Week)});
    QCOMPARE(shown.dataset->granularity, Granularity::Week);
    const Earlier &earlier = shown.earlier.front();
    QCOMPARE(earlier.times.size(), shown.dataset->times.size());
    QCOMPARE(earlier.series[0].values[1], 560.0);
    QCOMPARE(shown.dataset->series[0].values[1], 700.0);
    // The first week is cut alike, on 25 October and on 20 September.
    QCOMPARE(earlier.series[0].states[0], BucketState::Incomplete);
    QCOMPARE(earlier.dates, (DaySpan{.first = {2026, 9, 20}, .last = {2026, 10, 19}}));
}

void TestShown::monthsAreComparedWithMonths()
{
    const EarlierAnswer answer{.distance = {.months = 2}, .dataset = days({2026, 8, 25}, 30, 80)};
    const Shown shown = shownOf(present(), {answer}, {.query = checkouts(Granularity::Month)});
    QCOMPARE(shown.dataset->times.size(), std::size_t{2});
    QCOMPARE(shown.earlier.front().times.front(), std::optional(bucketOfDay({2026, 8, 1})));
    QCOMPARE(shown.earlier.front().dates.first, QDate(2026, 8, 25));
}

void TestShown::completeOnlyCutsBoth()
{
    const Shown shown = shownOf(
        present(), {before()}, {.query = checkouts(), .completeOnly = true});
    QCOMPARE(shown.dataset->times.size(), std::size_t{29});
    const Earlier &earlier = shown.earlier.front();
    QCOMPARE(earlier.series[0].values.size(), std::size_t{29});
    QCOMPARE(earlier.dates, (DaySpan{.first = {2026, 9, 20}, .last = {2026, 10, 18}}));
}

void TestShown::theNearestComesFirst()
{
    const EarlierAnswer far{.distance = {.days = 70}, .dataset = days({2026, 8, 16}, 30, 60)};
    const Shown shown = shownOf(present(), {before(), far}, {.query = checkouts()});
    QCOMPARE(shown.earlier[0].series[0].values[0], 80.0);
    QCOMPARE(shown.earlier[1].series[0].values[0], 60.0);
}

void TestShown::aTimeThatDoesNotCorrespondHasNoDates()
{
    const Shown shown = shownOf(
        days({2028, 2, 29}, 1, 5),
        {{.distance = {.months = 12}, .dataset = days({2027, 2, 28}, 1, 4)}},
        {.query = checkouts()});
    QVERIFY(!shown.earlier.front().dates.first.isValid());
    QCOMPARE(shown.earlier.front().series[0].states[0], BucketState::Missing);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestShown)
#include "tst_shown.moc"
