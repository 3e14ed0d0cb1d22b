// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/calendarticks.h"
#include "app/series/datetext.h"
#include "app/series/rollup.h"
#include "app/series/runs.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// The words for weeks and months; tst_calendarticks has those for hours and days.
class TestDateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aBucketIsCalledByItsFirstDay_data();
    static void aBucketIsCalledByItsFirstDay();
    static void aRangeOfSumsSaysTheDaysThatWereSummed_data();
    static void aRangeOfSumsSaysTheDaysThatWereSummed();
    static void weeksAreLabelledByTheirFirstDay();
    static void manyWeeksAreLabelledByMonth();
    static void monthsAreLabelledWithTheYearWhenItChanges();
    static void manyMonthsAreLabelledByQuarterOrYear();
    static void sumsHaveNoWeekend();
    static void anOpenWeekIsCountedToAMoment();
    static void aCutWeekIsNotCountedToAnyMoment();
};

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

Dataset sums(QDate first, QDate last, Granularity granularity)
{
    Dataset base;
    base.fetchedAt = QDateTime({2026, 11, 23}, {13, 5}, Qt::UTC);
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        base.times.push_back(bucketOfDay(day));
    }
    base.series = {{.values = std::vector<double>(base.times.size(), 1),
                    .states = std::vector<BucketState>(base.times.size())}};
    if (bucketEnd(base.times.back(), Unit::Day, base.zone) > base.fetchedAt.toMSecsSinceEpoch()) {
        base.series.front().states.back() = BucketState::Incomplete;
    }
    return rollUp(base, granularity, {});
}

QString ticksOf(const Dataset &dataset, double columnWidth)
{
    const LabelRoom room{.columnWidth = columnWidth, .widthOf = [](const QString &text) {
                             return 6.0 * static_cast<double>(text.size());
                         }};
    QStringList texts;
    for (const CalendarTick &tick : calendarTicks(
             {.times = dataset.times, .granularity = dataset.granularity, .locale = english()},
             room)) {
        texts.append(tick.line1 + (tick.line2.isEmpty() ? QString() : QString(u'/' + tick.line2))
                     + (tick.boundary ? u"|"_s : QString()));
    }
    return texts.join(u", "_s);
}

} // namespace

void TestDateText::aBucketIsCalledByItsFirstDay_data()
{
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("text");
    QTest::newRow("day") << Granularity::Day << u"Mon 23 Nov 2026"_s;
    QTest::newRow("week") << Granularity::Week << u"Week of 23 Nov 2026"_s;
    QTest::newRow("month") << Granularity::Month << u"Nov 2026"_s;
}

void TestDateText::aBucketIsCalledByItsFirstDay()
{
    QFETCH(Granularity, granularity);
    QFETCH(QString, text);
    QCOMPARE(bucketText(bucketOfDay(QDate(2026, 11, 23)), granularity, QTimeZone::utc(), english()),
             text);
}

void TestDateText::aRangeOfSumsSaysTheDaysThatWereSummed_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole weeks") << QDate(2026, 10, 26) << QDate(2026, 11, 22) << Granularity::Week
                                 << u"26 Oct – 22 Nov 2026"_s;
    QTest::newRow("cut weeks") << QDate(2026, 10, 25) << QDate(2026, 11, 23) << Granularity::Week
                               << u"25 Oct – 23 Nov 2026"_s;
    QTest::newRow("whole months") << QDate(2026, 1, 1) << QDate(2026, 10, 31) << Granularity::Month
                                  << u"Jan – Oct 2026"_s;
    QTest::newRow("one month") << QDate(2026, 2, 1) << QDate(2026, 2, 28) << Granularity::Month
                               << u"Feb 2026"_s;
    QTest::newRow("months across a year") << QDate(2025, 11, 1) << QDate(2026, 2, 28)
                                          << Granularity::Month << u"Nov 2025 – Feb 2026"_s;
    QTest::newRow("cut months") << QDate(2025, 11, 24) << QDate(2026, 11, 23) << Granularity::Month
                                << u"24 Nov 2025 – 23 Nov 2026"_s;
}

void TestDateText::aRangeOfSumsSaysTheDaysThatWereSummed()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(Granularity, granularity);
    QFETCH(QString, text);
    QCOMPARE(rangeText(sums(first, last, granularity), english()), text);
}

void TestDateText::weeksAreLabelledByTheirFirstDay()
{
    const Dataset weeks = sums(QDate(2026, 12, 14), QDate(2027, 1, 17), Granularity::Week);
    QCOMPARE(ticksOf(weeks, 80), u"14 Dec/2026, 21 Dec, 28 Dec, 4 Jan/2027|, 11 Jan"_s);
}

void TestDateText::manyWeeksAreLabelledByMonth()
{
    const Dataset weeks = sums(QDate(2026, 10, 5), QDate(2027, 2, 28), Granularity::Week);
    QCOMPARE(ticksOf(weeks, 15), u"Oct/2026|, Nov|, Dec|, Jan/2027|, Feb|"_s);
}

void TestDateText::monthsAreLabelledWithTheYearWhenItChanges()
{
    const Dataset months = sums(QDate(2026, 11, 1), QDate(2027, 2, 28), Granularity::Month);
    QCOMPARE(ticksOf(months, 60), u"Nov/2026, Dec, Jan/2027|, Feb"_s);
}

void TestDateText::manyMonthsAreLabelledByQuarterOrYear()
{
    const Dataset months = sums(QDate(2026, 1, 1), QDate(2027, 12, 31), Granularity::Month);
    QCOMPARE(ticksOf(months, 12), u"Jan/2026|, Apr, Jul, Oct, Jan/2027|, Apr, Jul, Oct"_s);
    QCOMPARE(ticksOf(months, 4), u"2026|, 2027|"_s);
}

void TestDateText::sumsHaveNoWeekend()
{
    const Dataset weeks = sums(QDate(2026, 11, 2), QDate(2026, 11, 22), Granularity::Week);
    QCOMPARE(weekendBuckets({.times = weeks.times, .granularity = Granularity::Week}),
             std::vector<bool>(3, false));
}

void TestDateText::anOpenWeekIsCountedToAMoment()
{
    const Dataset weeks = sums(QDate(2026, 11, 16), QDate(2026, 11, 23), Granularity::Week);
    const std::optional<QDateTime> until = countedUntil(weeks);
    QVERIFY(until.has_value());
    QCOMPARE(momentText(*until, Granularity::Week, english()), u"23 Nov, 13:05"_s);
    QCOMPARE(momentText(*until, Granularity::Day, english()), u"13:05"_s);
}

void TestDateText::aCutWeekIsNotCountedToAnyMoment()
{
    QVERIFY(!countedUntil(sums(QDate(2026, 11, 9), QDate(2026, 11, 17), Granularity::Week))
                 .has_value());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestDateText)

#include "tst_datetext.moc"
