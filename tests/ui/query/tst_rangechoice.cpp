// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/query/rangechoice.h"
#include "ui/query/rangewords.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

QDateTime now()
{
    return utc(u"2026-11-23T13:05:00Z"_s);
}

Calendar paris()
{
    return {.zone = QTimeZone("Europe/Paris")};
}

} // namespace

/// What a choice of range or bucket makes of a query, and what ranges are called.
class TestRangeChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNumberOfUnitsMayHaveAName_data();
    static void aNumberOfUnitsMayHaveAName();
    static void aBucketDecidesTheUnit_data();
    static void aBucketDecidesTheUnit();
    static void aRangeWithANameKeepsItsDatesByTheHour();
    static void anotherLengthCountsTheNewUnits();
    static void theLast24HoursAreShownByTheHour_data();
    static void theLast24HoursAreShownByTheHour();
    static void anotherBucketEndsTheLast24Hours_data();
    static void anotherBucketEndsTheLast24Hours();
    static void everyPresetHasItsLetter();
    static void theBucketItHasChangesNothing();
    static void bucketsGoRound();
    static void anyRangeCanBeCounted();
    static void anyRangeCanBeFixed();
    static void largeNumbersAreGrouped_data();
    static void largeNumbersAreGrouped();
    static void theYearIsSaidWhereItIsAnother_data();
    static void theYearIsSaidWhereItIsAnother();
};

void TestRangeChoice::aNumberOfUnitsMayHaveAName_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("name");
    QTest::newRow("30 days") << Range(LastUnits{.length = 30}) << Unit::Day << u"last-30-days"_s;
    QTest::newRow("91 days") << Range(LastUnits{.length = 91}) << Unit::Day << u"last-91-days"_s;
    QTest::newRow("24 hours") << Range(LastUnits{.length = 24}) << Unit::Hour << u"last-24-hours"_s;
    QTest::newRow("30 hours") << Range(LastUnits{.length = 30}) << Unit::Hour << QString();
    QTest::newRow("24 days") << Range(LastUnits{.length = 24}) << Unit::Day << QString();
    QTest::newRow("30 days until some time")
        << Range(LastUnits{.length = 30, .endingAt = now()}) << Unit::Day << QString();
    QTest::newRow("a preset") << Range(Preset::YearToDate) << Unit::Hour << u"year-to-date"_s;
    QTest::newRow("dates") << Range(DaySpan{}) << Unit::Day << QString();
}

void TestRangeChoice::aNumberOfUnitsMayHaveAName()
{
    QFETCH(const Range, range);
    QFETCH(const Unit, unit);
    QFETCH(const QString, name);
    const std::optional<Preset> preset = presetLike(range, unit);
    QCOMPARE(preset ? presetName(*preset) : QString(), name);
    if (preset) { // it means the very same
        QCOMPARE(resolve(range, unit, now(), paris()), resolve(*preset, unit, now(), paris()));
    }
}

void TestRangeChoice::aBucketDecidesTheUnit_data()
{
    QTest::addColumn<Granularity>("chosen");
    QTest::addColumn<Unit>("unit");
    QTest::newRow("hour") << Granularity::Hour << Unit::Hour;
    QTest::newRow("day") << Granularity::Day << Unit::Day;
    QTest::newRow("week") << Granularity::Week << Unit::Day;
    QTest::newRow("month") << Granularity::Month << Unit::Day;
}

void TestRangeChoice::aBucketDecidesTheUnit()
{
    QFETCH(const Granularity, chosen);
    QFETCH(const Unit, unit);
    for (const Unit before : {Unit::Hour, Unit::Day}) {
        for (const Granularity shown : allGranularities) {
            if (shown == chosen || (before == Unit::Day && shown == Granularity::Hour)) {
                continue;
            }
            const Query query = bucketed({.unit = before, .granularity = shown}, chosen);
            QCOMPARE(query.unit, unit);
            QCOMPARE(query.granularity, chosen);
        }
    }
}

void TestRangeChoice::aRangeWithANameKeepsItsDatesByTheHour()
{
    const Query days{.range = LastUnits{.length = 30}};
    const Query hours = bucketed(days, Granularity::Hour);
    QCOMPARE(hours.range, Range(Preset::Last30Days));
    QCOMPARE(datesOf(hours.range, hours.unit, now(), paris()),
             datesOf(days.range, days.unit, now(), paris()));
    QCOMPARE(bucketed(days, Granularity::Week).range, days.range);
}

void TestRangeChoice::anotherLengthCountsTheNewUnits()
{
    const Query hours = bucketed({.range = LastUnits{.length = 45}}, Granularity::Hour);
    QCOMPARE(hours.range, Range(LastUnits{.length = 45}));
}

void TestRangeChoice::theLast24HoursAreShownByTheHour_data()
{
    QTest::addColumn<Query>("before");
    QTest::addColumn<Range>("chosen");
    const Range hours = Preset::Last24Hours;
    QTest::newRow("from days") << Query{} << hours;
    QTest::newRow("from months") << Query{.granularity = Granularity::Month} << hours;
    QTest::newRow("from hours in weeks")
        << Query{.unit = Unit::Hour, .granularity = Granularity::Week} << hours;
    QTest::newRow("as a number") << Query{.unit = Unit::Hour, .granularity = Granularity::Day}
                                 << Range(LastUnits{.length = 24});
}

void TestRangeChoice::theLast24HoursAreShownByTheHour()
{
    QFETCH(const Query, before);
    QFETCH(const Range, chosen);
    const Query query = ranged(before, chosen);
    QCOMPARE(query.range, chosen);
    QCOMPARE(query.unit, Unit::Hour);
    QCOMPARE(query.granularity, Granularity::Hour);
    const Query week = ranged(before, Preset::Last7Days); // the others go with every bucket
    QCOMPARE(week.unit, before.unit);
    QCOMPARE(week.granularity, before.granularity);
}

void TestRangeChoice::anotherBucketEndsTheLast24Hours_data()
{
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("preset");
    QTest::newRow("day") << Granularity::Day << u"last-7-days"_s;
    QTest::newRow("week") << Granularity::Week << u"last-28-days"_s;
    QTest::newRow("month") << Granularity::Month << u"last-6-months"_s;
}

void TestRangeChoice::anotherBucketEndsTheLast24Hours()
{
    QFETCH(const Granularity, granularity);
    QFETCH(const QString, preset);
    for (const Range &hours : {Range(Preset::Last24Hours), Range(LastUnits{.length = 24})}) {
        const Query query = bucketed({.unit = Unit::Hour, .range = hours}, granularity);
        QCOMPARE(query.range, Range(*presetFromName(preset)));
        QCOMPARE(query.unit, Unit::Day);
    }
}

void TestRangeChoice::everyPresetHasItsLetter()
{
    for (const Preset preset : allPresets) {
        if (preset == Preset::Last30Days) {
            QCOMPARE(letterOf(preset), QChar(u'T'));
        }
        QCOMPARE(presetOfLetter(letterOf(preset)), std::optional(preset));
    }
}

void TestRangeChoice::theBucketItHasChangesNothing()
{
    const Query query{.unit = Unit::Hour, .granularity = Granularity::Week};
    QCOMPARE(bucketed(query, Granularity::Week), query);
}

void TestRangeChoice::bucketsGoRound()
{
    Granularity granularity = Granularity::Hour;
    for (const Granularity expected :
         {Granularity::Day, Granularity::Week, Granularity::Month, Granularity::Hour}) {
        granularity = nextGranularity(granularity);
        QCOMPARE(granularity, expected);
    }
}

void TestRangeChoice::anyRangeCanBeCounted()
{
    QCOMPARE(unitsOf(Preset::Last12Months, Unit::Day, now(), paris()), (LastUnits{.length = 365}));
    QCOMPARE(unitsOf(Preset::LastMonth, Unit::Day, now(), paris()),
             (LastUnits{.length = 31, .endingAt = utc(u"2026-10-31T23:00:00Z"_s)}));
    const LastUnits own{.length = 5, .endingAt = now()};
    QCOMPARE(unitsOf(own, Unit::Hour, now(), paris()), own);
}

void TestRangeChoice::anyRangeCanBeFixed()
{
    QCOMPARE(spanOf(Preset::Last30Days, Unit::Day, now(), paris()),
             Range(DaySpan{.first = QDate(2026, 10, 25), .last = QDate(2026, 11, 23)}));
    QCOMPARE(spanOf(Preset::Yesterday, Unit::Hour, now(), paris()),
             Range(HourSpan{.first = utc(u"2026-11-21T23:00:00Z"_s),
                            .last = utc(u"2026-11-22T22:00:00Z"_s)}));
}

void TestRangeChoice::largeNumbersAreGrouped_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("number");
    const LastUnits past{.length = 4'800, .endingAt = now()};
    QTest::newRow("days") << Range(LastUnits{.length = 13'148}) << Unit::Day << u"13,148"_s;
    QTest::newRow("hours") << Range(LastUnits{.length = 175'320}) << Unit::Hour << u"175,320"_s;
    QTest::newRow("days up to some day") << Range(past) << Unit::Day << u"4,800"_s;
    QTest::newRow("hours up to some hour") << Range(past) << Unit::Hour << u"4,800"_s;
}

void TestRangeChoice::largeNumbersAreGrouped()
{
    QFETCH(const Range, range);
    QFETCH(const Unit, unit);
    QFETCH(const QString, number);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QString name = RangeWords::nameOf(range, unit);
    QLocale::setDefault(QLocale::c());
    QVERIFY2(name.contains(number), qPrintable(name));
}

void TestRangeChoice::theYearIsSaidWhereItIsAnother_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("text");
    const QDate today(2026, 11, 23);
    QTest::newRow("one day") << today << today << u"23 Nov"_s;
    QTest::newRow("one month") << QDate(2026, 11, 1) << today << u"1 – 23 Nov"_s;
    QTest::newRow("two months") << QDate(2026, 10, 25) << today << u"25 Oct – 23 Nov"_s;
    QTest::newRow("across years") << QDate(2025, 11, 24) << today << u"24 Nov 2025 – 23 Nov 2026"_s;
    QTest::newRow("another year") << QDate(2025, 1, 1) << QDate(2025, 3, 31)
                                  << u"1 Jan – 31 Mar 2025"_s;
}

void TestRangeChoice::theYearIsSaidWhereItIsAnother()
{
    QFETCH(const QDate, first);
    QFETCH(const QDate, last);
    QFETCH(const QString, text);
    QCOMPARE(
        RangeWords::shortDates({.first = first, .last = last}, QDate(2026, 11, 23), QLocale::c()),
        text);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestRangeChoice)

#include "tst_rangechoice.moc"
