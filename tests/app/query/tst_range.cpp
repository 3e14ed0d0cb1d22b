// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/range.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aPresetMeansTheseDates_data();
    static void aPresetMeansTheseDates();
    static void everyNameIsReadBack();
    static void theLettersAreThose();
    static void byTheHourARangeHasTheHoursOfItsDays_data();
    static void byTheHourARangeHasTheHoursOfItsDays();
    static void lastUnitsEndWhereTheyAreToldTo_data();
    static void lastUnitsEndWhereTheyAreToldTo();
    static void aFixedRangeIsClampedToNow();
    static void hoursByTheDayAreTheDaysTheyLieIn();
    static void theLastDaysAreTheLastUnits();
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

QString printed(const DaySpan &days)
{
    return days.first.toString(Qt::ISODate) + u".."_s + days.last.toString(Qt::ISODate);
}

QString printedHours(const ResolvedRange &range)
{
    const auto text = [](BucketTime time) {
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm"_s);
    };
    return text(range.first) + u".."_s + text(range.last);
}

DaySpan days(const QString &first, const QString &last)
{
    return {.first = QDate::fromString(first, Qt::ISODate),
            .last = QDate::fromString(last, Qt::ISODate)};
}

void row(const char *title,
         const QString &name,
         const QString &now,
         const char *zone,
         const QString &dates)
{
    QTest::newRow(title) << name << now << QByteArray(zone) << dates;
}

void usualRows()
{
    const QString usual = u"2026-11-23T13:05:00Z"_s;
    row("today", u"today"_s, usual, "Europe/Berlin", u"2026-11-23..2026-11-23"_s);
    row("yesterday", u"yesterday"_s, usual, "Europe/Berlin", u"2026-11-22..2026-11-22"_s);
    row("24 hours", u"last-24-hours"_s, usual, "Europe/Berlin", u"2026-11-22..2026-11-23"_s);
    row("7 days", u"last-7-days"_s, usual, "Europe/Berlin", u"2026-11-17..2026-11-23"_s);
    row("28 days", u"last-28-days"_s, usual, "Europe/Berlin", u"2026-10-27..2026-11-23"_s);
    row("30 days", u"last-30-days"_s, usual, "Europe/Berlin", u"2026-10-25..2026-11-23"_s);
    row("91 days", u"last-91-days"_s, usual, "Europe/Berlin", u"2026-08-25..2026-11-23"_s);
    row("month to date", u"month-to-date"_s, usual, "Europe/Berlin", u"2026-11-01..2026-11-23"_s);
    row("last month", u"last-month"_s, usual, "Europe/Berlin", u"2026-10-01..2026-10-31"_s);
    row("year to date", u"year-to-date"_s, usual, "Europe/Berlin", u"2026-01-01..2026-11-23"_s);
    row("6 months", u"last-6-months"_s, usual, "Europe/Berlin", u"2026-05-24..2026-11-23"_s);
    row("12 months", u"last-12-months"_s, usual, "Europe/Berlin", u"2025-11-24..2026-11-23"_s);
}

void rowsAtFlippedDatesAndNewYear()
{
    const QString flipped = u"2026-11-01T02:00:00Z"_s; // still October in New York
    row("today, the UTC date has flipped",
        u"today"_s,
        flipped,
        "America/New_York",
        u"2026-10-31..2026-10-31"_s);
    row("last month, the UTC month has flipped",
        u"last-month"_s,
        flipped,
        "America/New_York",
        u"2026-09-01..2026-09-30"_s);
    row("today, it is tomorrow in Tokyo already",
        u"today"_s,
        u"2026-10-31T15:30:00Z"_s,
        "Asia/Tokyo",
        u"2026-11-01..2026-11-01"_s);
    const QString newYear = u"2027-01-01T00:30:00Z"_s;
    row("yesterday at New Year", u"yesterday"_s, newYear, "UTC", u"2026-12-31..2026-12-31"_s);
    row("last month at New Year", u"last-month"_s, newYear, "UTC", u"2026-12-01..2026-12-31"_s);
    row("year to date at New Year", u"year-to-date"_s, newYear, "UTC", u"2027-01-01..2027-01-01"_s);
    row("7 days at New Year", u"last-7-days"_s, newYear, "UTC", u"2026-12-26..2027-01-01"_s);
}

void rowsAtLeapDaysAndBoundaries()
{
    const QString leap = u"2028-02-29T12:00:00Z"_s;
    row("12 months on the leap day", u"last-12-months"_s, leap, "UTC", u"2027-03-01..2028-02-29"_s);
    row("12 months a year later",
        u"last-12-months"_s,
        u"2029-02-28T12:00:00Z"_s,
        "UTC",
        u"2028-02-29..2029-02-28"_s);
    row("last month after the leap day",
        u"last-month"_s,
        u"2028-03-31T12:00:00Z"_s,
        "UTC",
        u"2028-02-01..2028-02-29"_s);
    row("6 months on a 31st",
        u"last-6-months"_s,
        u"2026-08-31T12:00:00Z"_s,
        "UTC",
        u"2026-03-01..2026-08-31"_s);
    row("last month on a 31st",
        u"last-month"_s,
        u"2026-05-31T12:00:00Z"_s,
        "UTC",
        u"2026-04-01..2026-04-30"_s);
    row("today when clocks go back",
        u"today"_s,
        u"2026-10-25T22:30:00Z"_s,
        "Europe/Berlin",
        u"2026-10-25..2026-10-25"_s);
    row("24 hours when clocks go back",
        u"last-24-hours"_s,
        u"2026-10-25T22:59:00Z"_s,
        "Europe/Berlin",
        u"2026-10-25..2026-10-25"_s);
    const QString midnight = u"2026-12-01T00:00:00Z"_s;
    row("today at its midnight", u"today"_s, midnight, "UTC", u"2026-12-01..2026-12-01"_s);
    row("yesterday at midnight", u"yesterday"_s, midnight, "UTC", u"2026-11-30..2026-11-30"_s);
    row("last month at midnight", u"last-month"_s, midnight, "UTC", u"2026-11-01..2026-11-30"_s);
    row("7 days at midnight, which is exclusive",
        u"last-7-days"_s,
        midnight,
        "UTC",
        u"2026-11-24..2026-11-30"_s);
}

} // namespace

void TestRange::aPresetMeansTheseDates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("dates");
    usualRows();
    rowsAtFlippedDatesAndNewYear();
    rowsAtLeapDaysAndBoundaries();
}

void TestRange::aPresetMeansTheseDates()
{
    QFETCH(QString, name);
    QFETCH(QString, now);
    QFETCH(QByteArray, zone);
    QFETCH(QString, dates);
    const std::optional<Preset> preset = presetFromName(name);
    QVERIFY(preset.has_value());
    QCOMPARE(printed(datesOf(*preset, Unit::Day, utc(now), in(zone))), dates);
    const bool begun = !now.endsWith(u"T00:00:00Z"_s); // of a day just begun there is no hour yet
    if (begun) {
        QCOMPARE(printed(datesOf(*preset, Unit::Hour, utc(now), in(zone))), dates);
    }
}

void TestRange::everyNameIsReadBack()
{
    QStringList names;
    for (const Preset preset : allPresets) {
        names.append(presetName(preset));
        QVERIFY(presetFromName(names.constLast()) == preset);
    }
    QCOMPARE(names,
             (QStringList{u"today"_s,
                          u"yesterday"_s,
                          u"last-24-hours"_s,
                          u"last-7-days"_s,
                          u"last-28-days"_s,
                          u"last-30-days"_s,
                          u"last-91-days"_s,
                          u"month-to-date"_s,
                          u"last-month"_s,
                          u"year-to-date"_s,
                          u"last-6-months"_s,
                          u"last-12-months"_s}));
    QVERIFY(!presetFromName(u"Today"_s).has_value());
    QVERIFY(!presetFromName({}).has_value());
}

void TestRange::theLettersAreThose()
{
    QStringList names;
    const QString letters = u"DEHWFTNMPYSL"_s;
    for (const QChar letter : letters) {
        names.append(presetName(presetOfLetter(letter).value()));
    }
    QCOMPARE(names.join(u' '),
             u"today yesterday last-24-hours last-7-days last-28-days last-30-days last-91-days "
             "month-to-date last-month year-to-date last-6-months last-12-months"_s);
    QVERIFY(presetOfLetter(u't') == Preset::Last30Days);
    QVERIFY(!presetOfLetter(u'A').has_value()); // all that is held: history knows
    QVERIFY(!presetOfLetter(u'C').has_value()); // custom
}

void TestRange::byTheHourARangeHasTheHoursOfItsDays_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("hours");
    QTest::addColumn<int>("count");
    const QString later = u"2026-12-01T12:34:00Z"_s;
    QTest::newRow("a day") << Range(days(u"2026-11-20"_s, u"2026-11-20"_s)) << later
                           << QByteArray("Europe/Berlin") << u"2026-11-19T23:00..2026-11-20T22:00"_s
                           << 24;
    QTest::newRow("clocks go back")
        << Range(days(u"2026-10-25"_s, u"2026-10-25"_s)) << later << QByteArray("Europe/Berlin")
        << u"2026-10-24T22:00..2026-10-25T22:00"_s << 25;
    QTest::newRow("clocks go forward")
        << Range(days(u"2026-03-29"_s, u"2026-03-29"_s)) << later << QByteArray("Europe/Berlin")
        << u"2026-03-28T23:00..2026-03-29T21:00"_s << 23;
    QTest::newRow("a half-hour zone: the hours that begin in it")
        << Range(days(u"2026-11-20"_s, u"2026-11-20"_s)) << later << QByteArray("Asia/Kolkata")
        << u"2026-11-19T19:00..2026-11-20T18:00"_s << 24;
    QTest::newRow("clocks change by half an hour")
        << Range(days(u"2026-10-04"_s, u"2026-10-04"_s)) << later
        << QByteArray("Australia/Lord_Howe") << u"2026-10-03T14:00..2026-10-04T12:00"_s << 23;
    QTest::newRow("no midnight that day")
        << Range(days(u"2026-09-06"_s, u"2026-09-06"_s)) << later << QByteArray("America/Santiago")
        << u"2026-09-06T04:00..2026-09-07T02:00"_s << 23;
    QTest::newRow("today, the open hour included")
        << Range(Preset::Today) << later << QByteArray("UTC")
        << u"2026-12-01T00:00..2026-12-01T12:00"_s << 13;
    QTest::newRow("today, just begun in a half-hour zone")
        << Range(Preset::Today) << u"2026-11-30T18:40:00Z"_s << QByteArray("Asia/Kolkata")
        << u"2026-11-30T18:00..2026-11-30T18:00"_s << 1;
    QTest::newRow("yesterday") << Range(Preset::Yesterday) << later << QByteArray("UTC")
                               << u"2026-11-30T00:00..2026-11-30T23:00"_s << 24;
    QTest::newRow("the last 24 hours") << Range(Preset::Last24Hours) << later << QByteArray("UTC")
                                       << u"2026-11-30T13:00..2026-12-01T12:00"_s << 24;
    QTest::newRow("7 days are whole ones up to now")
        << Range(Preset::Last7Days) << later << QByteArray("UTC")
        << u"2026-11-25T00:00..2026-12-01T12:00"_s << 6 * 24 + 13;
    QTest::newRow("from hour to hour, both included")
        << Range(HourSpan{.first = utc(u"2026-11-20T05:00:00Z"_s),
                          .last = utc(u"2026-11-20T14:59:00Z"_s)})
        << later << QByteArray("UTC") << u"2026-11-20T05:00..2026-11-20T14:00"_s << 10;
    QTest::newRow("from hour to hour where hours begin on the half")
        << Range(HourSpan{.first = utc(u"2026-11-19T23:30:00Z"_s), // 05:00 in Kolkata
                          .last = utc(u"2026-11-20T08:30:00Z"_s)}) // 14:00
        << later << QByteArray("Asia/Kolkata") << u"2026-11-20T00:00..2026-11-20T09:00"_s << 10;
}

void TestRange::byTheHourARangeHasTheHoursOfItsDays()
{
    QFETCH(Range, range);
    QFETCH(QString, now);
    QFETCH(QByteArray, zone);
    QFETCH(QString, hours);
    QFETCH(int, count);
    const ResolvedRange resolved = resolve(range, Unit::Hour, utc(now), in(zone));
    QCOMPARE(printedHours(resolved), hours);
    QCOMPARE(wantedBuckets(resolved, Unit::Hour).size(), static_cast<std::size_t>(count));
    QVERIFY(!resolved.cuts);
}

void TestRange::lastUnitsEndWhereTheyAreToldTo_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("dates");
    QTest::addColumn<bool>("cuts");
    QTest::newRow("now") << QString() << u"2026-11-21..2026-11-23"_s << false;
    QTest::newRow("noon in the past")
        << u"2026-11-10T12:00:00Z"_s << u"2026-11-08..2026-11-10"_s << true;
    QTest::newRow("midnight is exclusive")
        << u"2026-11-10T00:00:00Z"_s << u"2026-11-07..2026-11-09"_s << true;
    QTest::newRow("the future is now")
        << u"2027-01-01T00:00:00Z"_s << u"2026-11-21..2026-11-23"_s << false;
}

void TestRange::lastUnitsEndWhereTheyAreToldTo()
{
    QFETCH(QString, end);
    QFETCH(QString, dates);
    QFETCH(bool, cuts);
    LastUnits range{.length = 3};
    if (!end.isEmpty()) {
        range.endingAt = utc(end);
    }
    const QDateTime now = utc(u"2026-11-23T13:05:00Z"_s);
    const ResolvedRange resolved = resolve(range, Unit::Day, now, in("UTC"));
    QCOMPARE(printed(datesOf(range, Unit::Day, now, in("UTC"))), dates);
    QCOMPARE(resolved.cuts, cuts);
    QCOMPARE(resolved.end, cuts ? utc(end) : now);
}

void TestRange::aFixedRangeIsClampedToNow()
{
    const QDateTime now = utc(u"2026-11-23T13:05:00Z"_s);
    const DaySpan november = days(u"2026-11-01"_s, u"2026-11-30"_s);
    QCOMPARE(printed(datesOf(november, Unit::Day, now, in("UTC"))), u"2026-11-01..2026-11-23"_s);
    const ResolvedRange hours = resolve(november, Unit::Hour, now, in("UTC"));
    QCOMPARE(printedHours(hours), u"2026-11-01T00:00..2026-11-23T13:00"_s);
    QCOMPARE(hours.end, now);
    const ResolvedRange over = resolve(
        november, Unit::Day, utc(u"2027-01-01T00:00:00Z"_s), in("UTC"));
    QCOMPARE(over.end, utc(u"2026-12-01T00:00:00Z"_s));
}

void TestRange::hoursByTheDayAreTheDaysTheyLieIn()
{
    const HourSpan hours{.first = utc(u"2026-11-20T02:00:00Z"_s),
                         .last = utc(u"2026-11-21T14:00:00Z"_s)};
    const QDateTime now = utc(u"2026-11-23T13:05:00Z"_s);
    QCOMPARE(printed(datesOf(hours, Unit::Day, now, in("America/New_York"))),
             u"2026-11-19..2026-11-21"_s);
}

void TestRange::theLastDaysAreTheLastUnits()
{
    const std::array lengths{std::pair(Preset::Last7Days, 7),
                             std::pair(Preset::Last28Days, 28),
                             std::pair(Preset::Last30Days, 30),
                             std::pair(Preset::Last91Days, 91)};
    for (const QString &now : {u"2026-11-23T00:00:00Z"_s, u"2026-11-23T00:00:01Z"_s}) {
        for (const auto &[preset, length] : lengths) {
            QCOMPARE(resolve(preset, Unit::Day, utc(now), in("UTC")).last,
                     resolve(LastUnits{.length = length}, Unit::Day, utc(now), in("UTC")).last);
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestRange)

#include "tst_range.moc"
