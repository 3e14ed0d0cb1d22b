// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/comparison.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QDateTime present()
{
    return {QDate(2026, 11, 23), QTime(13, 5), Qt::UTC};
}

Calendar berlin()
{
    return {.zone = QTimeZone("Europe/Berlin")};
}

Query about(const Range &range, Granularity granularity = Granularity::Day)
{
    return {.events = QStringList{u"checkout_completed"_s},
            .unit = granularity == Granularity::Hour ? Unit::Hour : Unit::Day,
            .granularity = granularity,
            .range = range};
}

DaySpan days(QDate first, QDate last)
{
    return {.first = first, .last = last};
}

const auto previous = ComparisonKind::PreviousPeriod;

} // namespace

/// Which earlier times stand for a range, and which of their buckets for its buckets.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void thePreviousPeriodLiesSoFarBack_data();
    static void thePreviousPeriodLiesSoFarBack();
    static void theYearBeforeLiesSoFarBack_data();
    static void theYearBeforeLiesSoFarBack();
    static void aCustomPeriodBeginsWhereTheUserSays_data();
    static void aCustomPeriodBeginsWhereTheUserSays();
    static void severalPeriodsAreEquallyFarApart();
    static void nothingLiesBefore1970();
    static void noComparisonHasNoDistance();
    static void theEarlierDatesAre_data();
    static void theEarlierDatesAre();
    static void theLast24HoursAreComparedWithThoseBefore();
    static void thirtyDaysKeepTheirWeekdays();
    static void theLeapDayHasNoCounterpart();
    static void aLongMonthHasDaysWithoutACounterpart();
    static void anHourThatWasLeftOutHasNoCounterpart();
    static void ofARepeatedHourOneIsCompared();
    static void hoursFollowTheWallClock();
};

void TestComparison::thePreviousPeriodLiesSoFarBack_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("months");
    const auto week = Granularity::Week;
    const auto month = Granularity::Month;
    const DaySpan march = days({2026, 3, 1}, {2026, 3, 31});
    QTest::newRow("30 days, weekdays") << about(Preset::Last30Days) << true << 35 << 0;
    QTest::newRow("30 days") << about(Preset::Last30Days) << false << 30 << 0;
    QTest::newRow("28 days, weekdays") << about(Preset::Last28Days) << true << 28 << 0;
    QTest::newRow("7 days, weekdays") << about(Preset::Last7Days) << true << 7 << 0;
    QTest::newRow("a day, weekdays") << about(Preset::Yesterday) << true << 7 << 0;
    QTest::newRow("a day") << about(Preset::Yesterday) << false << 1 << 0;
    QTest::newRow("a month, weekdays") << about(march) << true << 35 << 0;
    QTest::newRow("a month") << about(march) << false << 0 << 1;
    QTest::newRow("month to date") << about(Preset::MonthToDate) << false << 0 << 1;
    QTest::newRow("year to date") << about(Preset::YearToDate) << false << 0 << 12;
    QTest::newRow("30 days by the week") << about(Preset::Last30Days, week) << true << 35 << 0;
    QTest::newRow("weeks stay weeks") << about(Preset::Last30Days, week) << false << 35 << 0;
    QTest::newRow("by the month") << about(Preset::Last12Months, month) << true << 0 << 13;
    QTest::newRow("a month by the month") << about(march, month) << false << 0 << 1;
}

void TestComparison::thePreviousPeriodLiesSoFarBack()
{
    QFETCH(Query, query);
    QFETCH(bool, matches);
    QFETCH(int, days);
    QFETCH(int, months);
    const Comparison comparison{.kind = previous, .matchWeekdays = matches};
    const std::vector<Distance> distances = distancesOf(query, comparison, present(), berlin());
    QCOMPARE(distances.size(), std::size_t{1});
    QCOMPARE(distances.front().days, days);
    QCOMPARE(distances.front().months, months);
}

void TestComparison::theYearBeforeLiesSoFarBack_data()
{
    QTest::addColumn<int>("granularity");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("months");
    QTest::newRow("day, weekdays") << static_cast<int>(Granularity::Day) << true << 364 << 0;
    QTest::newRow("day") << static_cast<int>(Granularity::Day) << false << 0 << 12;
    QTest::newRow("hour, weekdays") << static_cast<int>(Granularity::Hour) << true << 364 << 0;
    QTest::newRow("hour") << static_cast<int>(Granularity::Hour) << false << 0 << 12;
    QTest::newRow("week") << static_cast<int>(Granularity::Week) << false << 364 << 0;
    QTest::newRow("month") << static_cast<int>(Granularity::Month) << true << 0 << 12;
}

void TestComparison::theYearBeforeLiesSoFarBack()
{
    QFETCH(int, granularity);
    QFETCH(bool, matches);
    QFETCH(int, days);
    QFETCH(int, months);
    const Comparison comparison{.kind = ComparisonKind::LastYear, .matchWeekdays = matches};
    const Query query = about(Preset::Last7Days, static_cast<Granularity>(granularity));
    const std::vector<Distance> distances = distancesOf(query, comparison, present(), berlin());
    QCOMPARE(distances.size(), std::size_t{1});
    QCOMPARE(distances.front().days, days);
    QCOMPARE(distances.front().months, months);
}

void TestComparison::aCustomPeriodBeginsWhereTheUserSays_data()
{
    QTest::addColumn<int>("granularity");
    QTest::addColumn<QDate>("start");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("months");
    const auto day = static_cast<int>(Granularity::Day);
    const auto week = static_cast<int>(Granularity::Week);
    const auto month = static_cast<int>(Granularity::Month);
    QTest::newRow("a day") << day << QDate(2026, 10, 1) << 24 << 0;
    QTest::newRow("the day before") << day << QDate(2026, 10, 24) << 1 << 0;
    QTest::newRow("weeks stay weeks") << week << QDate(2026, 10, 1) << 28 << 0;
    QTest::newRow("months stay months") << month << QDate(2026, 3, 30) << 0 << 7;
}

void TestComparison::aCustomPeriodBeginsWhereTheUserSays()
{
    QFETCH(int, granularity);
    QFETCH(QDate, start);
    QFETCH(int, days);
    QFETCH(int, months);
    // 25 October to 23 November; several periods of it make no sense.
    const Comparison comparison{.kind = ComparisonKind::Custom, .periods = 3, .start = start};
    const Query query = about(Preset::Last30Days, static_cast<Granularity>(granularity));
    const std::vector<Distance> distances = distancesOf(query, comparison, present(), berlin());
    QCOMPARE(distances.size(), std::size_t{1});
    QCOMPARE(distances.front().days, days);
    QCOMPARE(distances.front().months, months);
}

void TestComparison::severalPeriodsAreEquallyFarApart()
{
    const Comparison comparison{.kind = previous, .periods = 4};
    const std::vector<Distance> distances = distancesOf(
        about(Preset::Last30Days), comparison, present(), berlin());
    const std::vector<Distance> expected{{.days = 35}, {.days = 70}, {.days = 105}, {.days = 140}};
    QCOMPARE(distances, expected);
}

void TestComparison::nothingLiesBefore1970()
{
    const Comparison comparison{.kind = ComparisonKind::LastYear, .periods = 4};
    const Query query = about(days({1972, 6, 1}, {1972, 6, 30}));
    QCOMPARE(distancesOf(query, comparison, present(), berlin()).size(), std::size_t{2});
}

void TestComparison::noComparisonHasNoDistance()
{
    const Query query = about(Preset::Last30Days);
    QVERIFY(distancesOf(query, {}, present(), berlin()).empty());
    for (const QDate start : {QDate(), QDate(2026, 10, 25), QDate(2026, 11, 1)}) {
        const Comparison comparison{.kind = ComparisonKind::Custom, .start = start};
        QVERIFY(distancesOf(query, comparison, present(), berlin()).empty());
    }
}

void TestComparison::theEarlierDatesAre_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<Distance>("distance");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const DaySpan april = days({2026, 4, 1}, {2026, 4, 30});
    const DaySpan march = days({2026, 3, 1}, {2026, 3, 31});
    QTest::newRow("35 days") << about(Preset::Last30Days) << Distance{.days = 35}
                             << QDate(2026, 9, 20) << QDate(2026, 10, 19);
    QTest::newRow("a month is a whole month")
        << about(april) << Distance{.months = 1} << QDate(2026, 3, 1) << QDate(2026, 3, 31);
    QTest::newRow("a shorter month")
        << about(march) << Distance{.months = 1} << QDate(2026, 2, 1) << QDate(2026, 2, 28);
    QTest::newRow("month to date") << about(Preset::MonthToDate) << Distance{.months = 1}
                                   << QDate(2026, 10, 1) << QDate(2026, 10, 23);
}

void TestComparison::theEarlierDatesAre()
{
    QFETCH(Query, query);
    QFETCH(Distance, distance);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    const Query earlier = earlierQuery(query, distance, present(), berlin());
    const DaySpan dates = datesOf(earlier.range, earlier.unit, present(), berlin());
    QCOMPARE(dates.first, first);
    QCOMPARE(dates.last, last);
    QCOMPARE(earlier.events, query.events);
}

void TestComparison::theLast24HoursAreComparedWithThoseBefore()
{
    const Query query = about(Preset::Last24Hours, Granularity::Hour);
    const std::vector<Distance> distances = distancesOf(
        query, {.kind = previous}, present(), berlin());
    QCOMPARE(distances, std::vector<Distance>{{.days = 1}});
    const Query earlier = earlierQuery(query, distances.front(), present(), berlin());
    const ResolvedRange now = resolve(query.range, Unit::Hour, present(), berlin());
    const ResolvedRange then = resolve(earlier.range, Unit::Hour, present(), berlin());
    QCOMPARE(then.last, now.first - msPerHour);
    QCOMPARE(then.first, now.first - msPerDay);
}

void TestComparison::thirtyDaysKeepTheirWeekdays()
{
    const Query query = about(Preset::Last30Days);
    const Distance distance = distancesOf(query, {.kind = previous}, present(), berlin()).front();
    for (const BucketTime bucket :
         wantedBuckets(resolve(query.range, query.unit, present(), berlin()), Unit::Day)) {
        const auto earlier = earlierBucket(bucket, Granularity::Day, distance, berlin());
        QVERIFY(earlier.has_value());
        QCOMPARE(dayOf(*earlier).dayOfWeek(), dayOf(bucket).dayOfWeek());
    }
}

void TestComparison::theLeapDayHasNoCounterpart()
{
    const Distance year{.months = 12};
    const auto on = [&year](QDate day) {
        return earlierBucket(bucketOfDay(day), Granularity::Day, year, berlin());
    };
    QCOMPARE(on({2028, 2, 29}), std::nullopt);
    QCOMPARE(on({2028, 2, 28}), std::optional(bucketOfDay({2027, 2, 28})));
    QCOMPARE(on({2028, 3, 1}), std::optional(bucketOfDay({2027, 3, 1})));
    QCOMPARE(on({2029, 2, 28}), std::optional(bucketOfDay({2028, 2, 28})));
}

void TestComparison::aLongMonthHasDaysWithoutACounterpart()
{
    const Distance month{.months = 1};
    int lacking = 0;
    for (int day = 1; day <= 31; ++day) {
        const BucketTime bucket = bucketOfDay({2026, 3, day});
        lacking += earlierBucket(bucket, Granularity::Day, month, berlin()).has_value() ? 0 : 1;
    }
    QCOMPARE(lacking, 3); // February has 28 days
}

void TestComparison::anHourThatWasLeftOutHasNoCounterpart()
{
    // On 29 March 2026 it was never half past two in Berlin.
    const QDateTime hour(QDate(2026, 3, 30), QTime(2, 0), berlin().zone);
    const Distance day{.days = 1};
    const BucketTime bucket = hour.toMSecsSinceEpoch();
    QCOMPARE(earlierBucket(bucket, Granularity::Hour, day, berlin()), std::nullopt);
    QCOMPARE(earlierBucket(bucket + msPerHour, Granularity::Hour, day, berlin()),
             std::optional(
                 QDateTime(QDate(2026, 3, 29), QTime(3, 0), berlin().zone).toMSecsSinceEpoch()));
}

void TestComparison::ofARepeatedHourOneIsCompared()
{
    // On 25 October 2026 it is two o'clock twice in Berlin: at 0:00 and at 1:00 UTC.
    const BucketTime first =
        QDateTime(QDate(2026, 10, 25), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const Distance week{.days = 7};
    QCOMPARE(earlierBucket(first, Granularity::Hour, week, berlin()),
             std::optional(first - 7 * msPerDay));
    QCOMPARE(earlierBucket(first + msPerHour, Granularity::Hour, week, berlin()), std::nullopt);
}

void TestComparison::hoursFollowTheWallClock()
{
    // Noon is noon, before the clocks went back as well.
    const QDateTime noon(QDate(2026, 10, 26), QTime(12, 0), berlin().zone);
    const auto earlier = earlierBucket(
        noon.toMSecsSinceEpoch(), Granularity::Hour, {.days = 7}, berlin());
    QVERIFY(earlier.has_value());
    QCOMPARE(noon.toMSecsSinceEpoch() - *earlier, 7 * msPerDay + msPerHour);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestComparison)
#include "tst_comparison.moc"
