// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/calendarticks.h"
#include "app/series/datetext.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestCalendarTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aMonthOfDaysIsLabelledAtItsMondays();
    static void theWeekBeginsWhereItIsToldTo();
    static void aWeekOfDaysIsLabelledEveryDay();
    static void aYearOfDaysIsLabelledByMonthAndTheYearOnlyWhenItChanges();
    static void hoursAreLabelledAtZeroSixTwelveEighteen();
    static void hoursOfHalfHourZonesShowTheirTrueTime();
    static void anHourThatAClockChangeSkipsIsNotInvented();
    static void labelsNeverTouch_data();
    static void labelsNeverTouch();
    static void oneLineTellsTheDate_data();
    static void oneLineTellsTheDate();
    static void thereIsAlwaysALabel();
    static void theWeekendIsTheLocales();
    static void aRangeSaysNothingTwice_data();
    static void aRangeSaysNothingTwice();
};

namespace {

double charWidth(const QString &text)
{
    return 7.0 * static_cast<double>(text.size());
}

std::vector<BucketTime> days(QDate first, int count)
{
    std::vector<BucketTime> times;
    times.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        times.push_back(bucketOfDay(first.addDays(i)));
    }
    return times;
}

std::vector<BucketTime> hours(const QDateTime &first, int count)
{
    std::vector<BucketTime> times;
    times.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        times.push_back(first.toMSecsSinceEpoch() + i * msPerHour);
    }
    return times;
}

CalendarAxis axisOf(const std::vector<BucketTime> &times,
                    Granularity granularity = Granularity::Day)
{
    return {.times = times,
            .granularity = granularity,
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

QString printed(const std::vector<CalendarTick> &ticks)
{
    QStringList texts;
    for (const CalendarTick &tick : ticks) {
        texts.append(tick.line2.isEmpty() ? tick.line1 : QString(tick.line1 + u'/' + tick.line2));
    }
    return texts.join(u", "_s);
}

LabelRoom roomOf(double columnWidth)
{
    return {.columnWidth = columnWidth, .widthOf = charWidth};
}

} // namespace

void TestCalendarTicks::aMonthOfDaysIsLabelledAtItsMondays()
{
    const std::vector<BucketTime> times = days(QDate(2026, 10, 25), 30);
    const std::vector<CalendarTick> ticks = calendarTicks(axisOf(times), roomOf(34.5));
    QCOMPARE(printed(ticks), u"Mon 26/Oct 2026, Mon 2/Nov, Mon 9, Mon 16, Mon 23"_s);
    QCOMPARE(ticks.front().bucket, std::size_t{1});
    QVERIFY(ticks.front().boundary);
}

void TestCalendarTicks::theWeekBeginsWhereItIsToldTo()
{
    const std::vector<BucketTime> times = days(QDate(2026, 10, 25), 30);
    CalendarAxis axis = axisOf(times);
    axis.weekStart = Qt::Sunday;
    QVERIFY(printed(calendarTicks(axis, roomOf(34.5))).startsWith(u"Sun 25/Oct 2026, Sun 1/Nov"_s));
}

void TestCalendarTicks::aWeekOfDaysIsLabelledEveryDay()
{
    const std::vector<BucketTime> times = days(QDate(2026, 12, 29), 5);
    QCOMPARE(printed(calendarTicks(axisOf(times), roomOf(120))),
             u"Tue 29/Dec 2026, Wed 30, Thu 31, Fri 1/Jan 2027, Sat 2"_s);
}

void TestCalendarTicks::aYearOfDaysIsLabelledByMonthAndTheYearOnlyWhenItChanges()
{
    const std::vector<BucketTime> times = days(QDate(2026, 11, 20), 100);
    QCOMPARE(printed(calendarTicks(axisOf(times), roomOf(3))), u"Dec/2026, Jan/2027, Feb"_s);
}

void TestCalendarTicks::hoursAreLabelledAtZeroSixTwelveEighteen()
{
    const std::vector<BucketTime> times = hours(QDateTime({2026, 11, 22}, {14, 0}, Qt::UTC), 24);
    QCOMPARE(printed(calendarTicks(axisOf(times, Granularity::Hour), roomOf(40))),
             u"18:00/22 Nov 2026, 00:00/23 Nov, 06:00, 12:00"_s);
}

void TestCalendarTicks::hoursOfHalfHourZonesShowTheirTrueTime()
{
    const std::vector<BucketTime> times = hours(QDateTime({2026, 11, 22}, {14, 0}, Qt::UTC), 24);
    CalendarAxis axis = axisOf(times, Granularity::Hour);
    axis.zone = QTimeZone("Asia/Kolkata");
    QVERIFY(printed(calendarTicks(axis, roomOf(40))).startsWith(u"00:30/23 Nov 2026, 06:30"_s));
}

void TestCalendarTicks::anHourThatAClockChangeSkipsIsNotInvented()
{
    // In New York 02:00 to 03:00 did not exist on 8 March 2026.
    const std::vector<BucketTime> times = hours(QDateTime({2026, 3, 8}, {5, 0}, Qt::UTC), 8);
    CalendarAxis axis = axisOf(times, Granularity::Hour);
    axis.zone = QTimeZone("America/New_York");
    QCOMPARE(printed(calendarTicks(axis, roomOf(200))),
             u"00:00/8 Mar 2026, 01:00, 03:00, 04:00, 05:00, 06:00, 07:00, 08:00"_s);
}

void TestCalendarTicks::labelsNeverTouch_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("hourly");
    for (const int count : {1, 2, 7, 24, 30, 62, 100, 366}) {
        QTest::addRow("%d days", count) << count << false;
        QTest::addRow("%d hours", count) << count << true;
    }
}

void TestCalendarTicks::labelsNeverTouch()
{
    QFETCH(int, count);
    QFETCH(bool, hourly);
    const std::vector<BucketTime> times = hourly ? hours(QDateTime({2026, 11, 1}, {3, 0}, Qt::UTC),
                                                         count)
                                                 : days(QDate(2026, 1, 3), count);
    for (int width = 320; width <= 3'840; width += 16) {
        const double column = static_cast<double>(width) / count;
        double end = -1e9;
        for (const CalendarTick &tick : calendarTicks(
                 axisOf(times, hourly ? Granularity::Hour : Granularity::Day), roomOf(column))) {
            const double middle = static_cast<double>(tick.bucket) * column;
            QVERIFY(middle - charWidth(tick.line1) / 2 >= end + 12);
            end = middle + charWidth(tick.line1) / 2;
        }
    }
}

void TestCalendarTicks::oneLineTellsTheDate_data()
{
    QTest::addColumn<std::vector<BucketTime>>("times");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QStringList>("labels");
    const auto months = [](QDate first, int count) {
        std::vector<BucketTime> times;
        for (int i = 0; i < count; ++i) {
            times.push_back(bucketOfDay(first.addMonths(i)));
        }
        return times;
    };
    QTest::newRow("days") << days(QDate(2026, 10, 25), 10) << Granularity::Day
                          << QStringList{u"26 Oct"_s, u"2 Nov"_s};
    QTest::newRow("months") << months(QDate(2026, 11, 1), 3) << Granularity::Month
                            << QStringList{u"Nov 2026"_s, u"Dec"_s, u"Jan 2027"_s};
    QTest::newRow("hours") << hours(QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC), 24)
                           << Granularity::Hour
                           << QStringList{u"22 Nov"_s, u"18:00"_s, u"23 Nov"_s, u"06:00"_s};
}

void TestCalendarTicks::oneLineTellsTheDate()
{
    QFETCH(std::vector<BucketTime>, times);
    QFETCH(Granularity, granularity);
    QFETCH(QStringList, labels);
    const CalendarAxis axis{.times = times,
                            .granularity = granularity,
                            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
    QStringList found;
    const double column = granularity == Granularity::Month ? 80 : 10;
    for (const CalendarTick &tick :
         calendarTicks(axis, {.columnWidth = column, .oneLine = true, .widthOf = charWidth})) {
        found.append(tick.line1);
        QVERIFY(tick.line2.isEmpty());
    }
    QCOMPARE(found, labels);
}

void TestCalendarTicks::thereIsAlwaysALabel()
{
    const std::vector<BucketTime> times = days(QDate(2026, 11, 24), 3);
    QCOMPARE(printed(calendarTicks(axisOf(times), roomOf(5))), u"Tue 24/Nov 2026"_s);
    QVERIFY(calendarTicks(axisOf({}), roomOf(5)).empty());
}

void TestCalendarTicks::theWeekendIsTheLocales()
{
    const std::vector<BucketTime> times = days(QDate(2026, 11, 19), 4); // Thursday to Sunday
    CalendarAxis axis = axisOf(times);
    QCOMPARE(weekendBuckets(axis), (std::vector<bool>{false, false, true, true}));
    axis.locale = QLocale(QLocale::Arabic, QLocale::Egypt);
    QCOMPARE(weekendBuckets(axis), (std::vector<bool>{false, true, true, false}));
}

void TestCalendarTicks::aRangeSaysNothingTwice_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("text");
    const QDate last(2026, 11, 23);
    QTest::newRow("one day") << last << last << u"23 Nov 2026"_s;
    QTest::newRow("in a month") << QDate(2026, 11, 1) << last << u"1 – 23 Nov 2026"_s;
    QTest::newRow("in a year") << QDate(2026, 10, 25) << last << u"25 Oct – 23 Nov 2026"_s;
    QTest::newRow("two years") << QDate(2025, 12, 1) << last << u"1 Dec 2025 – 23 Nov 2026"_s;
}

void TestCalendarTicks::aRangeSaysNothingTwice()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(QString, text);
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QCOMPARE(
        rangeText(
            bucketOfDay(first), bucketOfDay(last), Granularity::Day, QTimeZone::utc(), english),
        text);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCalendarTicks)
#include "tst_calendarticks.moc"
