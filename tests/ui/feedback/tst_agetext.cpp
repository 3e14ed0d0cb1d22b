// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/feedback/agetext.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

QTimeZone paris()
{
    return QTimeZone("Europe/Paris");
}

QLocale british()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QLocale american()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

class TestAgeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theAgeIsToldInTheLargestUnit_data();
    static void theAgeIsToldInTheLargestUnit();
    static void theDateIsTheOneOfTheZone();
    static void theDayStandsAsTheLocaleHasIt();
    static void theMomentInFullNamesItsZone();
    static void theChipSaysFromWhenTheDataIs();
    static void withoutDataTheChipSaysOneWord();
    static void theShareFromThisComputerIsCounted();
};

void TestAgeText::theAgeIsToldInTheLargestUnit_data()
{
    QTest::addColumn<QDateTime>("fetched");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &fetched, const QString &text) {
        QTest::newRow(name) << utc(fetched) << text;
    };
    row("now", u"2026-11-23T13:05:00Z"_s, u"Updated just now"_s);
    row("59 s", u"2026-11-23T13:04:01Z"_s, u"Updated just now"_s);
    row("a clock that is a bit behind", u"2026-11-23T13:05:50Z"_s, u"Updated just now"_s);
    row("1 min", u"2026-11-23T13:04:00Z"_s, u"Updated 1 min ago"_s);
    row("not yet 2 min", u"2026-11-23T13:03:01Z"_s, u"Updated 1 min ago"_s);
    row("3 min", u"2026-11-23T13:01:40Z"_s, u"Updated 3 min ago"_s);
    row("not yet 1 h", u"2026-11-23T12:05:01Z"_s, u"Updated 59 min ago"_s);
    row("1 h", u"2026-11-23T12:05:00Z"_s, u"Updated 1 h ago"_s);
    row("not yet a day", u"2026-11-22T13:05:01Z"_s, u"Updated 23 h ago"_s);
    row("a day", u"2026-11-22T13:05:00Z"_s, u"Updated 22 Nov, 14:05"_s);
    row("last year", u"2025-12-31T22:59:00Z"_s, u"Updated 31 Dec 2025, 23:59"_s);
    row("this year in the zone", u"2025-12-31T23:00:00Z"_s, u"Updated 1 Jan, 00:00"_s);
    row("a clock that was put back", u"2026-11-23T14:05:00Z"_s, u"Updated 23 Nov, 15:05"_s);
}

void TestAgeText::theAgeIsToldInTheLargestUnit()
{
    QFETCH(const QDateTime, fetched);
    QFETCH(const QString, text);
    const QDateTime now = utc(u"2026-11-23T13:05:00Z"_s);
    QCOMPARE(updatedText(fetched, now, paris(), british()), text);
}

void TestAgeText::theDateIsTheOneOfTheZone()
{
    const QDateTime late = utc(u"2026-11-22T23:30:00Z"_s);
    QCOMPARE(dayAndTimeText(late, paris(), british()), u"23 Nov, 00:30"_s);
    QCOMPARE(dayAndTimeText(late, QTimeZone("America/New_York"), british()), u"22 Nov, 18:30"_s);
}

void TestAgeText::theDayStandsAsTheLocaleHasIt()
{
    QCOMPARE(dayText(QDate(2026, 11, 3), british()), u"3 Nov"_s);
    QCOMPARE(dayText(QDate(2026, 11, 3), american()), u"Nov 3"_s);
}

void TestAgeText::theMomentInFullNamesItsZone()
{
    const QString text = momentInFull(utc(u"2026-11-23T13:05:09Z"_s), paris(), british());
    QCOMPARE(text, u"Monday, 23 November 2026 14:05 (Europe/Paris)"_s);
}

void TestAgeText::theChipSaysFromWhenTheDataIs()
{
    const QDateTime from = utc(u"2026-11-23T13:05:00Z"_s);
    QCOMPARE(offlineText(from, paris(), british()), u"Offline · data from 23 Nov 14:05"_s);
}

void TestAgeText::withoutDataTheChipSaysOneWord()
{
    QCOMPARE(offlineText({}, paris(), british()), u"Offline"_s);
}

void TestAgeText::theShareFromThisComputerIsCounted()
{
    QCOMPARE(heldText(27, 30, Unit::Day, british()), u"27 of 30 days from this computer"_s);
    QCOMPARE(heldText(8'757, 8'760, Unit::Hour, british()),
             u"8,757 of 8,760 hours from this computer"_s);
    QCOMPARE(heldText(0, 30, Unit::Day, british()), QString());
}

} // namespace emberline::test

QTEST_APPLESS_MAIN(emberline::test::TestAgeText)

#include "tst_agetext.moc"
