// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/range.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRangeLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aProblemIsFound_data();
    static void aProblemIsFound();
    static void whatIsStillToComeHasNoBucket();
    static void nothingWantedBeginsAfterNow_data();
    static void nothingWantedBeginsAfterNow();
};

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

Calendar in(const QByteArray &zone)
{
    return {.zone = QTimeZone(zone)};
}

DaySpan days(const QString &first, const QString &last)
{
    return {.first = QDate::fromString(first, Qt::ISODate),
            .last = QDate::fromString(last, Qt::ISODate)};
}

} // namespace

void TestRangeLimits::aProblemIsFound_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<std::optional<RangeProblem>>("problem");
    const auto row =
        [](const char *name, const Range &range, Unit unit, std::optional<RangeProblem> problem) {
            QTest::newRow(name) << range << unit << problem;
        };
    row("thirty units", LastUnits(), Unit::Day, std::nullopt);
    row("no unit", LastUnits{.length = 0}, Unit::Day, RangeProblem::Length);
    row("the longest", LastUnits{.length = longestRange}, Unit::Hour, std::nullopt);
    row("one unit more", LastUnits{.length = longestRange + 1}, Unit::Hour, RangeProblem::Length);
    row("a preset", Preset::Last12Months, Unit::Hour, std::nullopt);
    row("one day", days(u"2026-11-23"_s, u"2026-11-23"_s), Unit::Day, std::nullopt);
    row("into the future", days(u"2026-11-23"_s, u"2026-12-24"_s), Unit::Day, std::nullopt);
    row("from the future on",
        days(u"2026-11-24"_s, u"2026-12-24"_s),
        Unit::Day,
        RangeProblem::InFuture);
    row("reversed", days(u"2026-11-23"_s, u"2026-11-22"_s), Unit::Day, RangeProblem::Reversed);
    row("no date", DaySpan(), Unit::Day, RangeProblem::Length);
    row("sixty years of days", days(u"1966-01-01"_s, u"2026-01-01"_s), Unit::Day, std::nullopt);
    row("sixty years of hours",
        days(u"1966-01-01"_s, u"2026-01-01"_s),
        Unit::Hour,
        RangeProblem::Length);
    const QDateTime noon = utc(u"2026-11-23T12:00:00Z"_s);
    const QDateTime two = utc(u"2026-11-23T14:00:00Z"_s);
    row("this hour", HourSpan{.first = noon.addSecs(3600), .last = two}, Unit::Hour, std::nullopt);
    row("the next", HourSpan{.first = two, .last = two}, Unit::Hour, RangeProblem::InFuture);
    row("hours reversed", HourSpan{.first = two, .last = noon}, Unit::Hour, RangeProblem::Reversed);
    row("no hours", HourSpan(), Unit::Hour, RangeProblem::Length);
}

void TestRangeLimits::aProblemIsFound()
{
    QFETCH(Range, range);
    QFETCH(Unit, unit);
    QFETCH(std::optional<RangeProblem>, problem);
    QVERIFY(problemOf(range, unit, utc(u"2026-11-23T13:05:00Z"_s), in("Europe/Berlin")) == problem);
    if (problem != RangeProblem::InFuture) {
        QVERIFY(problemOf(range, unit) == problem);
    }
}

void TestRangeLimits::whatIsStillToComeHasNoBucket()
{
    const QDateTime now = utc(u"2026-11-23T13:05:00Z"_s);
    const ResolvedRange range = resolve(
        days(u"2027-01-01"_s, u"2027-02-01"_s), Unit::Day, now, in("Europe/Berlin"));
    QVERIFY(wantedBuckets(range, Unit::Day).empty());
}

void TestRangeLimits::nothingWantedBeginsAfterNow_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC",
                             "Europe/Berlin",
                             "America/New_York",
                             "Asia/Kolkata",
                             "Asia/Kathmandu",
                             "Pacific/Apia",
                             "Pacific/Kiritimati",
                             "America/Santiago",
                             "Australia/Lord_Howe"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void TestRangeLimits::nothingWantedBeginsAfterNow()
{
    QFETCH(QByteArray, zone);
    const Calendar calendar = in(zone);
    std::mt19937 random(20261123); // NOLINT(cert-msc51-cpp): the same numbers in every run
    std::uniform_int_distribution<qint64> seconds(1'577'836'800, 1'924'992'000); // 2020 to 2031
    for (int i = 0; i < 300; ++i) {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(seconds(random), Qt::UTC).addMSecs(1);
        for (const Preset preset : allPresets) {
            for (const Unit unit : {Unit::Hour, Unit::Day}) {
                const ResolvedRange range = resolve(preset, unit, now, calendar);
                QVERIFY(range.first <= range.last);
                QVERIFY(range.end <= now);
                const qint64 begin = unit == Unit::Hour
                                       ? range.last
                                       : dayBegin(dayOf(range.last), calendar.zone);
                QVERIFY(begin <= range.end.toMSecsSinceEpoch());
                QVERIFY(bucketEnd(range.last, unit, calendar.zone)
                        >= range.end.toMSecsSinceEpoch());
            }
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRangeLimits)

#include "tst_rangelimits.moc"
