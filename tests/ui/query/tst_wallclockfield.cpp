// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/query/walltime.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// A field that is entered by the keyboard; it shows 23 November 2026, 14:05.
struct FieldBench
{
    explicit FieldBench(const QString &format)
    {
        field->setDisplayFormat(format);
        field->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 5), Qt::UTC));
        window.show();
        QApplication::setActiveWindow(&window);
        field->setFocus(Qt::TabFocusReason);
        field->setSelectedSection(field->sectionAt(0));
    }

    QWidget window;
    QDateTimeEdit *field = makeWallClockField(u"field"_s, &window);
};

} // namespace

/// What is typed into a date field is what it holds.
class TestWallClockField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aWholeDateIsTyped_data();
    static void aWholeDateIsTyped();
    static void aWholeDateIsTypedOverEverything_data() { aWholeDateIsTyped_data(); }
    static void aWholeDateIsTypedOverEverything();
    static void aTimeIsTypedAfterTheDate_data();
    static void aTimeIsTypedAfterTheDate();
    static void someOfItIsTyped();
    static void aDayThatTheMonthLacksIsItsLast();
    static void aYearOfTwoDigitsIsOfThisCentury();
    static void anotherDateIsTypedAfterIt();
    static void aDateIsPasted_data();
    static void aDateIsPasted();
    static void whatIsNoDateIsNotPasted();
};

void TestWallClockField::aWholeDateIsTyped_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QDate>("date");
    const auto row = [](const QString &format, const QString &keys, QDate date) {
        QTest::addRow("%s in %s", qPrintable(keys), qPrintable(format)) << format << keys << date;
    };
    const QDate january(2026, 1, 31);
    const QDate leap(2024, 2, 29);
    row(u"dd/MM/yyyy"_s, u"31012026"_s, january);
    row(u"dd/MM/yyyy"_s, u"31/01/2026"_s, january);
    row(u"dd/MM/yyyy"_s, u"31/1/2026"_s, january);
    row(u"dd/MM/yyyy"_s, u"31.01.2026"_s, january);
    row(u"dd/MM/yyyy"_s, u"2026-01-31"_s, january);
    row(u"dd/MM/yyyy"_s, u"07/08/2025"_s, QDate(2025, 8, 7));
    row(u"dd.MM.yyyy"_s, u"29.2.2024"_s, leap);
    row(u"dd.MM.yyyy"_s, u"29022024"_s, leap);
    row(u"dd.MM.yyyy"_s, u"4.5.2026"_s, QDate(2026, 5, 4));
    row(u"M/d/yyyy"_s, u"1/31/2026"_s, january);
    row(u"M/d/yyyy"_s, u"2/3/2024"_s, QDate(2024, 2, 3));
    row(u"M/d/yyyy"_s, u"02/29/2024"_s, leap);
    row(u"M/d/yyyy"_s, u"01312026"_s, january);
    row(u"yyyy-MM-dd"_s, u"2026-01-31"_s, january);
    row(u"yyyy-MM-dd"_s, u"20260131"_s, january);
    row(u"yyyy-MM-dd"_s, u"2024-2-29"_s, leap);
    row(u"yyyy. M. d."_s, u"2026. 1. 31."_s, january);
    row(u"d MMM yyyy"_s, u"31 Jan 2026"_s, january);
    row(u"d MMM yyyy"_s, u"31 january 2026"_s, january);
    row(u"d MMM yyyy"_s, u"29 feb 2024"_s, leap);
    row(u"d MMM yyyy"_s, u"31 01 2026"_s, january);
}

void TestWallClockField::aWholeDateIsTyped()
{
    QFETCH(const QString, format);
    QFETCH(const QString, keys);
    QFETCH(const QDate, date);
    const FieldBench bench(format);
    QTest::keyClicks(bench.field, keys);
    QTest::keyClick(bench.field, Qt::Key_Return);
    QCOMPARE(bench.field->date(), date);
    QCOMPARE(bench.field->text(), QLocale().toString(date, format));
    QCOMPARE(bench.field->time(), QTime(14, 5));
}

void TestWallClockField::aWholeDateIsTypedOverEverything()
{
    QFETCH(const QString, format);
    QFETCH(const QString, keys);
    QFETCH(const QDate, date);
    const FieldBench bench(format);
    QTest::keyClick(bench.field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(bench.field, keys);
    QTest::keyClick(bench.field, Qt::Key_Tab);
    QCOMPARE(bench.field->date(), date);
}

void TestWallClockField::aTimeIsTypedAfterTheDate_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QTime>("time");
    QTest::newRow("24 hours") << u"dd/MM/yyyy HH:mm"_s << u"31/01/2026 09:30"_s << QTime(9, 30);
    QTest::newRow("digits alone") << u"dd/MM/yyyy HH:mm"_s << u"310120260930"_s << QTime(9, 30);
    QTest::newRow("morning") << u"dd/MM/yyyy h:mm AP"_s << u"31/01/2026 12:30 am"_s << QTime(0, 30);
    QTest::newRow("evening") << u"dd/MM/yyyy h:mm AP"_s << u"31/01/2026 9:30 pm"_s << QTime(21, 30);
}

void TestWallClockField::aTimeIsTypedAfterTheDate()
{
    QFETCH(const QString, format);
    QFETCH(const QString, keys);
    QFETCH(const QTime, time);
    const FieldBench bench(format);
    QTest::keyClicks(bench.field, keys);
    QTest::keyClick(bench.field, Qt::Key_Return);
    QCOMPARE(bench.field->dateTime(), QDateTime(QDate(2026, 1, 31), time, Qt::UTC));
}

void TestWallClockField::someOfItIsTyped()
{
    const FieldBench bench(u"dd/MM/yyyy"_s);
    QTest::keyClicks(bench.field, u"3101"_s);
    QTest::keyClick(bench.field, Qt::Key_Tab);
    QCOMPARE(bench.field->date(), QDate(2026, 1, 31));
    bench.field->setFocus();
    bench.field->setSelectedSection(QDateTimeEdit::MonthSection);
    QTest::keyClicks(bench.field, u"03"_s);
    QCOMPARE(bench.field->date(), QDate(2026, 3, 31));
}

void TestWallClockField::aDayThatTheMonthLacksIsItsLast()
{
    const FieldBench bench(u"dd/MM/yyyy"_s);
    QTest::keyClicks(bench.field, u"31022026"_s);
    QCOMPARE(bench.field->date(), QDate(2026, 2, 28));
}

void TestWallClockField::aYearOfTwoDigitsIsOfThisCentury()
{
    const FieldBench bench(u"dd/MM/yyyy"_s);
    QTest::keyClicks(bench.field, u"31/01/25"_s);
    QTest::keyClick(bench.field, Qt::Key_Return);
    QCOMPARE(bench.field->date(), QDate(2025, 1, 31));
}

void TestWallClockField::anotherDateIsTypedAfterIt()
{
    const FieldBench bench(u"dd/MM/yyyy"_s);
    QTest::keyClicks(bench.field, u"31/01/2026"_s);
    QTest::keyClick(bench.field, Qt::Key_Home);
    QTest::keyClicks(bench.field, u"30/04/2025"_s);
    QCOMPARE(bench.field->date(), QDate(2025, 4, 30));
}

void TestWallClockField::aDateIsPasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("as the field shows it") << u"31/01/2026"_s;
    QTest::newRow("in the order of standards") << u" 2026-01-31\n"_s;
}

void TestWallClockField::aDateIsPasted()
{
    QFETCH(const QString, text);
    const FieldBench bench(u"dd/MM/yyyy"_s);
    const QSignalSpy spy(bench.field, &QDateTimeEdit::dateTimeChanged);
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(bench.field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.field->date(), QDate(2026, 1, 31));
    QCOMPARE(spy.size(), 1);
}

void TestWallClockField::whatIsNoDateIsNotPasted()
{
    const FieldBench bench(u"dd/MM/yyyy"_s);
    QGuiApplication::clipboard()->setText(u"checkout_completed"_s);
    QTest::keyClick(bench.field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.field->date(), QDate(2026, 11, 23));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestWallClockField)

#include "tst_wallclockfield.moc"
