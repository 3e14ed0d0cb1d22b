// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/windows.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void daysAreCovered_data();
    static void daysAreCovered();
    static void hoursAreCovered_data();
    static void hoursAreCovered();
    static void aYearOfHoursTakes88Windows();
    static void aFixedClockNamesItsEnd();
    static void anEndInThePastIsSentAsItIs();
    static void anEndCloseToNowIsNotNamed();
    static void theFirstAndTheLastDayOfAnAnswerAreEdges_data();
    static void theFirstAndTheLastDayOfAnAnswerAreEdges();
    static void anHourIsInsideWhenItIsOverAtTheEnd();
    static void hoursThatBeginBeforeTheirWindowAreEdges();
    static void theFirstHourOfAWindowWithoutEndIsAnEdge();
    static void aRowFromInsideReplacesAnEdge();
    static void ofTwoPartsTheLargerIsKept();
    static void daysWithoutAWholeRowAreWantedAgain();
    static void whatNoAnswerCanHoldIsNotWantedAgain();
    static void withoutAnyRowEverythingIsWantedAgain();
    static void hoursMayBeginAtAnotherMinute();
};

namespace {

const auto present = u"2026-11-23T13:05:00Z"_s;

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

BucketTime at(const QString &iso)
{
    return utc(iso.size() == 10 ? QString(iso + u"T00:00:00Z") : iso).toMSecsSinceEpoch();
}

WindowContext contextOf(Unit unit, const QString &now = present)
{
    return {.unit = unit, .now = utc(now), .end = utc(now)};
}

/// @p stretches as "from..to", both included, separated by blanks.
std::vector<BucketTime> bucketsOf(const QString &stretches, Unit unit)
{
    std::vector<BucketTime> buckets;
    const QStringList parts = stretches.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const BucketTime last = at(part.section(u".."_s, -1));
        for (BucketTime time = at(part.section(u".."_s, 0, 0)); time <= last;
             time += bucketWidth(unit)) {
            buckets.push_back(time);
        }
    }
    return buckets;
}

/// "100 to 2026-03-10T17:30:00Z", newest first.
QStringList wordsOf(const std::vector<Window> &windows)
{
    QStringList words;
    for (const Window &window : windows) {
        const QString end = window.endingAt ? window.endingAt->toString(Qt::ISODate) : u"now"_s;
        words.append(u"%1 to %2"_s.arg(window.length).arg(end));
    }
    return words;
}

std::vector<Row> rowsFrom(const QString &first, int count, Unit unit, double value = 10)
{
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        rows.push_back({.time = at(first) + i * bucketWidth(unit), .value = value});
    }
    return rows;
}

/// One letter a row.
QString lettersOf(const std::vector<RowPlace> &places)
{
    QString letters;
    for (const RowPlace place : places) {
        letters += place == RowPlace::Inside ? u'i' : u'e';
    }
    return letters;
}

QStringList wordsOf(const std::vector<BucketTime> &times)
{
    QStringList words;
    for (const BucketTime time : times) {
        words.append(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"MM-dd HH:mm"_s));
    }
    return words;
}

} // namespace

void TestWindows::daysAreCovered_data()
{
    QTest::addColumn<QString>("needed");
    QTest::addColumn<QStringList>("windows");
    // At 13:05 UTC tomorrow has begun at +14:00: a row for it may come, and one below the oldest.
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("today") << u"2026-11-23"_s << QStringList{u"3 to now"_s};
    QTest::newRow("yesterday") << u"2026-11-22"_s << QStringList{u"4 to now"_s};
    QTest::newRow("a day that has not begun anywhere") << u"2026-11-25"_s << QStringList();
    QTest::newRow("30 days") << u"2026-10-25..2026-11-23"_s << QStringList{u"32 to now"_s};
    QTest::newRow("98 days") << u"2026-08-18..2026-11-23"_s << QStringList{u"100 to now"_s};
    QTest::newRow("99 days") << u"2026-08-17..2026-11-23"_s << QStringList{u"100 to now"_s};
    QTest::newRow("100 days, with a day to spare where the windows join")
        << u"2026-08-16..2026-11-23"_s
        << QStringList{u"100 to now"_s, u"5 to 2026-08-18T13:05:00Z"_s};
    QTest::newRow("366 days") << u"2025-11-23..2026-11-23"_s
                              << QStringList{u"100 to now"_s,
                                             u"100 to 2026-08-18T13:05:00Z"_s,
                                             u"100 to 2026-05-13T13:05:00Z"_s,
                                             u"77 to 2026-02-05T13:05:00Z"_s};
    QTest::newRow("393 days leave none to spare") << u"2025-10-27..2026-11-23"_s
                                                  << QStringList{u"100 to now"_s,
                                                                 u"100 to 2026-08-17T13:05:00Z"_s,
                                                                 u"100 to 2026-05-11T13:05:00Z"_s,
                                                                 u"100 to 2026-02-02T13:05:00Z"_s};
    QTest::newRow("a day in 2024, inside wherever days end")
        << u"2024-02-29"_s << QStringList{u"5 to 2024-03-02T17:30:00Z"_s};
    QTest::newRow("a quarter in 2024")
        << u"2024-01-01..2024-03-31"_s << QStringList{u"95 to 2024-04-02T17:30:00Z"_s};
    QTest::newRow("a short hole costs less than a window")
        << u"2026-09-01..2026-09-10 2026-11-20..2026-11-23"_s << QStringList{u"86 to now"_s};
    QTest::newRow("a long hole is not asked for")
        << u"2025-03-01..2025-03-10 2026-11-20..2026-11-23"_s
        << QStringList{u"6 to now"_s, u"14 to 2025-03-12T17:30:00Z"_s};
}

void TestWindows::daysAreCovered()
{
    QFETCH(QString, needed);
    QTEST(wordsOf(windowsFor(bucketsOf(needed, Unit::Day), contextOf(Unit::Day))), "windows");
}

void TestWindows::hoursAreCovered_data()
{
    QTest::addColumn<QString>("needed");
    QTest::addColumn<QStringList>("windows");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("this hour") << u"2026-11-23T13:00:00Z"_s << QStringList{u"3 to now"_s};
    QTest::newRow("an hour that has not begun") << u"2026-11-23T14:00:00Z"_s << QStringList();
    QTest::newRow("24 hours") << u"2026-11-22T14:00:00Z..2026-11-23T13:00:00Z"_s
                              << QStringList{u"26 to now"_s};
    QTest::newRow("100 hours") << u"2026-11-19T10:00:00Z..2026-11-23T13:00:00Z"_s
                               << QStringList{u"100 to now"_s};
    QTest::newRow("a day in 2024, with an hour for those that begin later")
        << u"2024-03-10T00:00:00Z..2024-03-10T23:00:00Z"_s
        << QStringList{u"25 to 2024-03-11T01:00:00Z"_s};
    QTest::newRow("100 hours in 2024 leave none to spare")
        << u"2024-03-10T00:00:00Z..2024-03-14T03:00:00Z"_s
        << QStringList{u"100 to 2024-03-14T04:00:00Z"_s};
    QTest::newRow("hours that begin on the half hour")
        << u"2024-03-10T00:30:00Z..2024-03-14T03:30:00Z"_s
        << QStringList{u"100 to 2024-03-14T04:30:00Z"_s};
    QTest::newRow("a hole")
        << u"2024-03-01T00:00:00Z..2024-03-01T05:00:00Z 2024-03-10T00:00:00Z..2024-03-10T09:00:00Z"_s
        << QStringList{u"11 to 2024-03-10T11:00:00Z"_s, u"7 to 2024-03-01T07:00:00Z"_s};
}

void TestWindows::hoursAreCovered()
{
    QFETCH(QString, needed);
    QTEST(wordsOf(windowsFor(bucketsOf(needed, Unit::Hour), contextOf(Unit::Hour))), "windows");
}

void TestWindows::aYearOfHoursTakes88Windows()
{
    const BucketTime last = at(u"2026-11-23T13:00:00Z"_s);
    std::vector<BucketTime> hours;
    for (int i = 8759; i >= 0; --i) {
        hours.push_back(last - i * msPerHour);
    }
    const QStringList words = wordsOf(windowsFor(hours, contextOf(Unit::Hour)));
    QCOMPARE(words.size(), 88);
    QCOMPARE(words.first(), u"100 to now"_s);
    QCOMPARE(words.at(1),
             u"100 to 2026-11-19T12:00:00Z"_s); // the first row of the newest is not sure
    QCOMPARE(words.at(2), u"100 to 2026-11-15T08:00:00Z"_s);
    QCOMPARE(words.last(), u"62 to 2025-11-26T04:00:00Z"_s);
}

void TestWindows::aFixedClockNamesItsEnd()
{
    WindowContext context = contextOf(Unit::Day);
    context.namesEnd = true;
    const auto days = bucketsOf(u"2026-11-22..2026-11-23"_s, Unit::Day);
    QCOMPARE(wordsOf(windowsFor(days, context)), QStringList{u"4 to 2026-11-23T13:05:00Z"_s});
}

void TestWindows::anEndInThePastIsSentAsItIs()
{
    WindowContext context = contextOf(Unit::Day);
    context.end = utc(u"2026-03-10T08:00:00Z"_s);
    const auto days = bucketsOf(u"2025-11-30..2026-03-10"_s, Unit::Day);
    QCOMPARE(wordsOf(windowsFor(days, context)),
             (QStringList{u"100 to 2026-03-10T08:00:00Z"_s, u"5 to 2025-12-03T08:00:00Z"_s}));
    context.unit = Unit::Hour;
    const auto hours = bucketsOf(u"2026-03-10T05:00:00Z..2026-03-10T07:00:00Z"_s, Unit::Hour);
    QCOMPARE(wordsOf(windowsFor(hours, context)), QStringList{u"5 to 2026-03-10T08:00:00Z"_s});
}

void TestWindows::anEndCloseToNowIsNotNamed()
{
    const auto hours = bucketsOf(u"2026-11-23T12:00:00Z"_s, Unit::Hour);
    WindowContext context = contextOf(Unit::Hour, u"2026-11-23T13:09:00Z"_s);
    QCOMPARE(wordsOf(windowsFor(hours, context)), QStringList{u"4 to now"_s});
    context = contextOf(Unit::Hour, u"2026-11-23T14:11:00Z"_s);
    QCOMPARE(wordsOf(windowsFor(hours, context)), QStringList{u"2 to 2026-11-23T14:00:00Z"_s});
}

void TestWindows::theFirstAndTheLastDayOfAnAnswerAreEdges_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("places");
    QTest::newRow("none") << 0 << QString();
    QTest::newRow("one") << 1 << u"e"_s;
    QTest::newRow("two") << 2 << u"ee"_s;
    QTest::newRow("five") << 5 << u"eiiie"_s;
}

void TestWindows::theFirstAndTheLastDayOfAnAnswerAreEdges()
{
    QFETCH(int, rows);
    const WindowAnswer answer{.window = {.length = 5},
                              .rows = rowsFrom(u"2026-03-01"_s, rows, Unit::Day)};
    QTEST(lettersOf(placesOf(answer, contextOf(Unit::Day))), "places");
}

void TestWindows::anHourIsInsideWhenItIsOverAtTheEnd()
{
    const WindowAnswer answer{.window = {.length = 3, .endingAt = utc(u"2026-03-10T12:59:59Z"_s)},
                              .rows = rowsFrom(u"2026-03-10T10:00:00Z"_s, 3, Unit::Hour)};
    QCOMPARE(lettersOf(placesOf(answer, contextOf(Unit::Hour))), u"iie"_s);
    WindowAnswer whole = answer;
    whole.window.endingAt = utc(u"2026-03-10T13:00:00Z"_s);
    QCOMPARE(lettersOf(placesOf(whole, contextOf(Unit::Hour))), u"iii"_s);
}

void TestWindows::hoursThatBeginBeforeTheirWindowAreEdges()
{
    const WindowAnswer answer{.window = {.length = 3, .endingAt = utc(u"2026-03-10T13:00:00Z"_s)},
                              .rows = rowsFrom(u"2026-03-10T09:30:00Z"_s, 4, Unit::Hour)};
    QCOMPARE(lettersOf(placesOf(answer, contextOf(Unit::Hour))), u"eiie"_s);
}

void TestWindows::theFirstHourOfAWindowWithoutEndIsAnEdge()
{
    const WindowAnswer answer{.window = {.length = 4},
                              .rows = rowsFrom(u"2026-11-23T10:00:00Z"_s, 4, Unit::Hour)};
    QCOMPARE(lettersOf(placesOf(answer, contextOf(Unit::Hour))), u"eiie"_s);
}

void TestWindows::aRowFromInsideReplacesAnEdge()
{
    const WindowAnswer newer{.rows = rowsFrom(u"2026-03-03"_s, 3, Unit::Day, 900)};
    const WindowAnswer older{.rows = rowsFrom(u"2026-03-01"_s, 4, Unit::Day, 7)};
    const std::vector<PlacedRow> rows = mergedRows({newer, older}, contextOf(Unit::Day));
    QCOMPARE(rows.size(), std::size_t{5});
    QCOMPARE(
        rows.at(2),
        (PlacedRow{.row = {.time = at(u"2026-03-03"_s), .value = 7}, .place = RowPlace::Inside}));
    QCOMPARE(
        rows.at(3),
        (PlacedRow{.row = {.time = at(u"2026-03-04"_s), .value = 900}, .place = RowPlace::Inside}));
}

void TestWindows::ofTwoPartsTheLargerIsKept()
{
    const WindowAnswer newer{.rows = rowsFrom(u"2026-03-02"_s, 2, Unit::Day, 5)};
    const WindowAnswer older{.rows = rowsFrom(u"2026-03-01"_s, 2, Unit::Day, 7)};
    for (const auto &answers : {std::vector{newer, older}, std::vector{older, newer}}) {
        const std::vector<PlacedRow> rows = mergedRows(answers, contextOf(Unit::Day));
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows.at(1).row.value, 7.0);
        QCOMPARE(rows.at(1).place, RowPlace::Edge);
    }
}

void TestWindows::daysWithoutAWholeRowAreWantedAgain()
{
    const WindowContext context = contextOf(Unit::Day);
    WindowAnswer answer{.rows = rowsFrom(u"2026-11-10"_s, 14, Unit::Day)};
    answer.rows.erase(answer.rows.begin() + 12); // 22 November: the day after it came
    answer.rows.erase(answer.rows.begin() + 5); // 15 November
    const auto needed = bucketsOf(u"2026-11-09..2026-11-23"_s, Unit::Day);
    const auto still = stillWanted(needed, mergedRows({answer}, context), context);
    QCOMPARE(wordsOf(still),
             (QStringList{u"11-09 00:00"_s, u"11-10 00:00"_s, u"11-15 00:00"_s, u"11-22 00:00"_s}));
}

void TestWindows::whatNoAnswerCanHoldIsNotWantedAgain()
{
    // A service that leaves the open day out: the day before is its last row, never inside.
    const WindowContext context = contextOf(Unit::Day);
    const WindowAnswer answer{.rows = rowsFrom(u"2026-11-19"_s, 4, Unit::Day)};
    const auto needed = bucketsOf(u"2026-11-20..2026-11-24"_s, Unit::Day);
    QVERIFY(stillWanted(needed, mergedRows({answer}, context), context).empty());
    // Of a day long over a later answer can.
    const WindowContext later = contextOf(Unit::Day, u"2026-12-23T13:05:00Z"_s);
    const auto still = stillWanted(needed, mergedRows({answer}, later), later);
    QCOMPARE(wordsOf(still), (QStringList{u"11-22 00:00"_s, u"11-23 00:00"_s, u"11-24 00:00"_s}));
}

void TestWindows::withoutAnyRowEverythingIsWantedAgain()
{
    const auto needed = bucketsOf(u"2026-11-20..2026-11-23"_s, Unit::Day);
    QCOMPARE(stillWanted(needed, {}, contextOf(Unit::Day)), needed);
    QVERIFY(stillWanted({}, {}, contextOf(Unit::Day)).empty());
}

void TestWindows::hoursMayBeginAtAnotherMinute()
{
    // Needed up to 13:00, now 13:05: the hours are those from half past, the last one from 12:30.
    const WindowContext context = contextOf(Unit::Hour);
    const auto needed = bucketsOf(u"2026-11-23T09:00:00Z..2026-11-23T13:00:00Z"_s, Unit::Hour);
    const WindowAnswer answer{.window = windowsFor(needed, context).front(),
                              .rows = rowsFrom(u"2026-11-23T09:30:00Z"_s, 4, Unit::Hour)};
    const auto still = stillWanted(needed, mergedRows({answer}, context), context);
    QCOMPARE(wordsOf(still), (QStringList{u"11-23 08:30"_s, u"11-23 09:30"_s}));
    QCOMPARE(wordsOf(windowsFor(still, context)), QStringList{u"3 to 2026-11-23T11:30:00Z"_s});
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWindows)

#include "tst_windows.moc"
