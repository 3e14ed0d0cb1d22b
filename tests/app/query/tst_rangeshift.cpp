// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/range.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRangeShift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aRangeMovesByItsOwnLength_data();
    static void aRangeMovesByItsOwnLength();
    static void backAndForthIsThePresentAgain_data();
    static void backAndForthIsThePresentAgain();
    static void anEndInThePastMoves();
    static void hoursMoveByHours();
    static void byTheHourDaysStayDays();
    static void thePastHasAnEnd();
};

namespace {

const auto present = u"2026-11-23T13:05:00Z"_s;

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

QString printed(const std::optional<Range> &range)
{
    if (!range) {
        return u"nothing"_s;
    }
    if (const auto *preset = std::get_if<Preset>(&*range)) {
        return presetName(*preset);
    }
    if (const auto *days = std::get_if<DaySpan>(&*range)) {
        return days->first.toString(Qt::ISODate) + u".."_s + days->last.toString(Qt::ISODate);
    }
    if (const auto *hours = std::get_if<HourSpan>(&*range)) {
        return hours->first.toString(Qt::ISODate) + u".."_s + hours->last.toString(Qt::ISODate);
    }
    const auto &units = std::get<LastUnits>(*range);
    return u"%1 units"_s.arg(units.length)
         + (units.endingAt ? u" to "_s + units.endingAt->toString(Qt::ISODate) : QString());
}

Range days(const QString &first, const QString &last)
{
    return DaySpan{.first = QDate::fromString(first, Qt::ISODate),
                   .last = QDate::fromString(last, Qt::ISODate)};
}

std::optional<Range> shiftedNow(const Range &range, int steps, Unit unit = Unit::Day)
{
    return shifted(range, steps, unit, utc(present), {.zone = QTimeZone("Europe/Berlin")});
}

} // namespace

void TestRangeShift::aRangeMovesByItsOwnLength_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("moved");
    const auto row = [](const char *name, const Range &range, int steps, const QString &moved) {
        QTest::newRow(name) << range << steps << moved;
    };
    row("no step", Preset::Today, 0, u"nothing"_s);
    row("today back", Preset::Today, -1, u"2026-11-22..2026-11-22"_s);
    row("yesterday back", Preset::Yesterday, -1, u"2026-11-21..2026-11-21"_s);
    row("yesterday on", Preset::Yesterday, 1, u"today"_s);
    row("24 hours by the day", Preset::Last24Hours, -1, u"2026-11-20..2026-11-21"_s);
    row("30 days back", Preset::Last30Days, -1, u"2026-09-25..2026-10-24"_s);
    row("30 days back twice", Preset::Last30Days, -2, u"2026-08-26..2026-09-24"_s);
    row("30 units back", LastUnits{.length = 30}, -1, u"2026-09-25..2026-10-24"_s);
    row("month to date back", Preset::MonthToDate, -1, u"2026-10-01..2026-10-31"_s);
    row("last month back", Preset::LastMonth, -1, u"2026-09-01..2026-09-30"_s);
    row("last month back to a short one", Preset::LastMonth, -8, u"2026-02-01..2026-02-28"_s);
    row("last month on", Preset::LastMonth, 1, u"month-to-date"_s);
    row("last month on twice", Preset::LastMonth, 2, u"month-to-date"_s);
    row("year to date back", Preset::YearToDate, -1, u"2025-01-01..2025-12-31"_s);
    row("6 months back", Preset::Last6Months, -1, u"2025-11-24..2026-05-23"_s);
    row("12 months back", Preset::Last12Months, -1, u"2024-11-24..2025-11-23"_s);
    row("12 months back, over a leap day", Preset::Last12Months, -3, u"2022-11-24..2023-11-23"_s);
    row("the present is the end", Preset::Last30Days, 1, u"nothing"_s);
    row("units at the present", LastUnits{.length = 12}, 1, u"nothing"_s);
    row("a fixed range that reaches now", days(u"2026-11-20"_s, u"2026-12-20"_s), 1, u"nothing"_s);
    row("ten days on", days(u"2026-10-01"_s, u"2026-10-10"_s), 1, u"2026-10-11..2026-10-20"_s);
    row("ten days on to the present", days(u"2026-11-08"_s, u"2026-11-17"_s), 1, u"10 units"_s);
    row("ten days on as far as it goes", days(u"2026-10-01"_s, u"2026-10-10"_s), 99, u"10 units"_s);
    row("a quarter on", days(u"2026-01-01"_s, u"2026-03-31"_s), 1, u"2026-04-01..2026-06-30"_s);
    row("a quarter on to the present",
        days(u"2026-07-01"_s, u"2026-09-30"_s),
        1,
        u"2026-10-01..2026-11-23"_s);
    row("a year on", days(u"2024-01-01"_s, u"2024-12-31"_s), 1, u"2025-01-01..2025-12-31"_s);
}

void TestRangeShift::aRangeMovesByItsOwnLength()
{
    QFETCH(Range, range);
    QFETCH(int, steps);
    QFETCH(QString, moved);
    QCOMPARE(printed(shiftedNow(range, steps)), moved);
}

void TestRangeShift::backAndForthIsThePresentAgain_data()
{
    QTest::addColumn<Preset>("preset");
    for (const Preset preset : {Preset::Today,
                                Preset::Last7Days,
                                Preset::Last28Days,
                                Preset::Last30Days,
                                Preset::Last91Days,
                                Preset::MonthToDate,
                                Preset::YearToDate,
                                Preset::Last6Months,
                                Preset::Last12Months}) {
        QTest::newRow(qPrintable(presetName(preset))) << preset;
    }
}

void TestRangeShift::backAndForthIsThePresentAgain()
{
    QFETCH(Preset, preset);
    for (int steps = 1; steps <= 3; ++steps) {
        for (const Unit unit : {Unit::Hour, Unit::Day}) {
            const std::optional<Range> back = shiftedNow(preset, -steps, unit);
            QVERIFY(back.has_value());
            QCOMPARE(printed(shiftedNow(*back, steps, unit)), presetName(preset));
        }
    }
}

void TestRangeShift::anEndInThePastMoves()
{
    const LastUnits range{.length = 7, .endingAt = utc(u"2026-11-10T10:30:00Z"_s)};
    QCOMPARE(printed(shiftedNow(range, -1)), u"7 units to 2026-11-03T10:30:00Z"_s);
    QCOMPARE(printed(shiftedNow(range, 1)), u"7 units to 2026-11-17T10:30:00Z"_s);
    QCOMPARE(printed(shiftedNow(range, 2)), u"7 units"_s);
    QCOMPARE(printed(shiftedNow(range, -1, Unit::Hour)), u"7 units to 2026-11-10T03:30:00Z"_s);
    // Days keep their time of day when clocks go back.
    QCOMPARE(printed(shiftedNow(range, -3)), u"7 units to 2026-10-20T09:30:00Z"_s);
}

void TestRangeShift::hoursMoveByHours()
{
    QCOMPARE(printed(shiftedNow(Preset::Last24Hours, -1, Unit::Hour)),
             u"2026-11-21T14:00:00Z..2026-11-22T13:00:00Z"_s);
    const std::optional<Range> back = shiftedNow(LastUnits{.length = 5}, -2, Unit::Hour);
    QCOMPARE(printed(back), u"2026-11-22T23:00:00Z..2026-11-23T03:00:00Z"_s);
    QCOMPARE(printed(shiftedNow(*back, 1, Unit::Hour)),
             u"2026-11-23T04:00:00Z..2026-11-23T08:00:00Z"_s);
    QCOMPARE(printed(shiftedNow(*back, 2, Unit::Hour)), u"5 units"_s);
    const std::optional<Range> day = shiftedNow(Preset::Last24Hours, -2, Unit::Hour);
    QCOMPARE(printed(shiftedNow(*day, 3, Unit::Hour)), u"last-24-hours"_s);
    QCOMPARE(printed(shiftedNow(Preset::Last24Hours, 1, Unit::Hour)), u"nothing"_s);
}

void TestRangeShift::byTheHourDaysStayDays()
{
    const Range ten = days(u"2026-11-08"_s, u"2026-11-17"_s);
    QCOMPARE(printed(shiftedNow(ten, -1, Unit::Hour)), u"2026-10-29..2026-11-07"_s);
    QCOMPARE(printed(shiftedNow(ten, 1, Unit::Hour)), u"2026-11-14..2026-11-23"_s);
}

void TestRangeShift::thePastHasAnEnd()
{
    QCOMPARE(printed(shiftedNow(days(u"1970-02-01"_s, u"1970-02-28"_s), -1)),
             u"1970-01-01..1970-01-31"_s);
    QCOMPARE(printed(shiftedNow(days(u"1970-01-01"_s, u"1970-01-31"_s), -1)), u"nothing"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRangeShift)

#include "tst_rangeshift.moc"
