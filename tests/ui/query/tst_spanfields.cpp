// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/rangebench.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Ranges from one date to another.
class TestSpanFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void customBeginsWithTheDatesOfNow();
    static void datesAreTyped();
    static void theEndIsIncludedAndMayBeToday();
    static void anEndInTheFutureGoesBackToThePresent_data();
    static void anEndInTheFutureGoesBackToThePresent();
    static void anEndInTheFutureOfAViewStays();
    static void aReversedRangeIsRefused();
    static void aRangeInTheFutureIsRefused_data();
    static void aRangeInTheFutureIsRefused();
    static void hoursHaveTimesInTheWorkspacesZone();
    static void anHourThatIsTwiceStaysTheOneItIs();
};

void TestSpanFields::customBeginsWithTheDatesOfNow()
{
    const RangeBench bench{askingFor(Preset::LastMonth)};
    bench.chooseCustom();
    QCOMPARE(bench.spy.size(), 1); // what the form shows is what is asked
    QCOMPARE(bench.asked(), Range(days(QDate(2026, 10, 1), QDate(2026, 10, 31))));
    QCOMPARE(bench.first()->date(), QDate(2026, 10, 1));
    QCOMPARE(bench.last()->date(), QDate(2026, 10, 31));
    QCOMPARE(bench.button()->text(), u"Custom"_s);
}

void TestSpanFields::datesAreTyped()
{
    const RangeBench bench;
    bench.chooseCustom();
    QTest::keyClicks(bench.first(), u"07"_s); // the day is selected
    QTest::keyClick(bench.first(), Qt::Key_Tab);
    bench.last()->setFocus();
    bench.last()->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClicks(bench.last(), u"15"_s);
    QCOMPARE(bench.asked(), Range(days(QDate(2026, 10, 7), QDate(2026, 11, 15))));
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), u"7 Oct – 15 Nov 2026"_s);
    QVERIFY(!bench.problem()->isVisible());
}

void TestSpanFields::theEndIsIncludedAndMayBeToday()
{
    const RangeBench bench;
    bench.chooseCustom();
    bench.first()->setDate(QDate(2026, 11, 23));
    QCOMPARE(bench.asked(), Range(days(QDate(2026, 11, 23), QDate(2026, 11, 23))));
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), u"23 Nov 2026"_s);
    QVERIFY(!bench.problem()->isVisible());
}

void TestSpanFields::anEndInTheFutureGoesBackToThePresent_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QDateTime>("typed");
    QTest::addColumn<Range>("asked");
    QTest::addColumn<QDateTime>("shown");
    const auto paris = [](QDate date, QTime time = {0, 0}) {
        return QDateTime(date, time, Qt::UTC);
    };
    const QDate today(2026, 11, 23);
    QTest::newRow("days") << Unit::Day << paris(QDate(2026, 12, 31))
                          << Range(days(QDate(2026, 10, 1), today)) << paris(today);
    QTest::newRow("hours") << Unit::Hour << paris(today, {15, 0})
                           << Range(HourSpan{.first = utc(u"2026-09-30T22:00:00Z"_s),
                                             .last = utc(u"2026-11-23T13:00:00Z"_s)})
                           << paris(today, {14, 0});
}

void TestSpanFields::anEndInTheFutureGoesBackToThePresent()
{
    QFETCH(const Unit, unit);
    QFETCH(const QDateTime, typed);
    QFETCH(const Range, asked);
    QFETCH(const QDateTime, shown);
    const RangeBench bench{askingFor(Preset::LastMonth, unit)};
    bench.chooseCustom();
    bench.last()->setFocus();
    bench.last()->setDateTime(typed);
    QCOMPARE(bench.asked(), asked);
    QCOMPARE(bench.last()->dateTime(), typed); // it may still be edited
    QCOMPARE(bench.problem()->text(), u"The end can't lie in the future."_s);
    QVERIFY(bench.last()->property("invalid").toBool());
    const auto told = bench.spy.size();
    bench.first()->setFocus();
    QCOMPARE(bench.last()->dateTime(), shown);
    QVERIFY(!bench.last()->property("invalid").toBool());
    QVERIFY(bench.problem()->isVisible()); // why it is another one
    QCOMPARE(bench.spy.size(), told); // that is what was asked
    bench.last()->setDate(QDate(2026, 11, 1));
    QVERIFY(!bench.problem()->isVisible());
}

void TestSpanFields::anEndInTheFutureOfAViewStays()
{
    const RangeBench bench{askingFor(days(QDate(2026, 10, 1), QDate(2026, 12, 31)))};
    bench.last()->setFocus();
    bench.first()->setFocus();
    QCOMPARE(bench.last()->date(), QDate(2026, 12, 31));
    QCOMPARE(bench.spy.size(), 0);
}

void TestSpanFields::aReversedRangeIsRefused()
{
    const RangeBench bench{askingFor(days(QDate(2026, 10, 1), QDate(2026, 10, 31)))};
    bench.last()->setDate(QDate(2026, 9, 30));
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.problem()->isVisible());
    QCOMPARE(bench.problem()->text(), u"The end can't lie before the start."_s);
    QVERIFY(bench.last()->property("invalid").toBool());
    bench.first()->setDate(QDate(2026, 9, 30));
    QCOMPARE(bench.spy.size(), 1);
    QVERIFY(!bench.problem()->isVisible());
    QVERIFY(!bench.last()->property("invalid").toBool());
}

void TestSpanFields::aRangeInTheFutureIsRefused_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("refused");
    // It is 23 November, 13:05 UTC.
    QTest::newRow("today, Paris") << QByteArray("Europe/Paris") << QDate(2026, 11, 23) << false;
    QTest::newRow("tomorrow, Paris") << QByteArray("Europe/Paris") << QDate(2026, 11, 24) << true;
    QTest::newRow("tomorrow, where it has begun")
        << QByteArray("Pacific/Auckland") << QDate(2026, 11, 24) << false;
}

void TestSpanFields::aRangeInTheFutureIsRefused()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, day);
    QFETCH(const bool, refused);
    RangeBench bench{askingFor(days(QDate(2026, 10, 1), QDate(2026, 12, 31)))};
    bench.form.setCalendar({.zone = QTimeZone(zone)});
    bench.first()->setDate(day);
    QCOMPARE(bench.spy.isEmpty(), refused);
    QCOMPARE(bench.problem()->isVisible(), refused);
    QCOMPARE(bench.first()->property("invalid").toBool(), refused);
}

void TestSpanFields::hoursHaveTimesInTheWorkspacesZone()
{
    RangeBench bench{askingFor(Preset::Yesterday, Unit::Hour)};
    bench.chooseCustom();
    QCOMPARE(bench.first()->dateTime().time(), QTime(0, 0));
    QCOMPARE(bench.last()->dateTime().time(), QTime(23, 0));
    bench.last()->setDateTime(QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC));
    QCOMPARE(bench.asked(),
             Range(HourSpan{.first = utc(u"2026-11-21T23:00:00Z"_s),
                            .last = utc(u"2026-11-22T11:00:00Z"_s)}));
    bench.form.setCalendar({.zone = QTimeZone("America/New_York")});
    QCOMPARE(bench.first()->dateTime().time(), QTime(18, 0));
    bench.find<QToolButton>(u"dayButton"_s)->click();
    QVERIFY(!bench.first()->displayFormat().contains(u'm'));
}

void TestSpanFields::anHourThatIsTwiceStaysTheOneItIs()
{
    // In Paris it is 02:00 twice on 25 October: at 00:00 and at 01:00 UTC.
    for (const QString &twice : {u"2026-10-25T00:00:00Z"_s, u"2026-10-25T01:00:00Z"_s}) {
        const QDateTime hour = utc(twice);
        const HourSpan ends{.first = utc(u"2026-10-24T00:00:00Z"_s), .last = hour};
        const RangeBench first{askingFor(ends, Unit::Hour)};
        first.first()->setDateTime(first.first()->dateTime().addSecs(60 * 60));
        QCOMPARE(first.asked(),
                 Range(HourSpan{.first = utc(u"2026-10-24T01:00:00Z"_s), .last = hour}));
        const HourSpan begins{.first = hour, .last = utc(u"2026-10-26T00:00:00Z"_s)};
        const RangeBench last{askingFor(begins, Unit::Hour)};
        last.last()->setDateTime(last.last()->dateTime().addSecs(60 * 60));
        QCOMPARE(last.asked(),
                 Range(HourSpan{.first = hour, .last = utc(u"2026-10-26T01:00:00Z"_s)}));
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestSpanFields)

#include "tst_spanfields.moc"
