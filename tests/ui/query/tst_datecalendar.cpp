// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/query/walltime.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QTableView>
#include <QTest>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The calendar of a field that shows 21 November 2026, a Saturday; open.
struct CalendarBench
{
    CalendarBench()
    {
        field->setDate(QDate(2026, 11, 21));
        calendar->setSelectedDate(field->date());
        calendar->window()->show();
    }

    [[nodiscard]] QImage picture() const { return calendar->grab().toImage(); }
    [[nodiscard]] QColor at(QPoint place) const { return picture().pixelColor(place); }
    /// How many pixels have this colour.
    [[nodiscard]] int count(const QColor &color) const
    {
        const QImage image = picture();
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                found += image.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return found;
    }

    QWidget window;
    QDateTimeEdit *field = makeWallClockField(u"field"_s, &window);
    QCalendarWidget *calendar = field->calendarWidget();
};

} // namespace

/// The calendar of the date fields keeps to the design.
class TestDateCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QApplication::setStyle(new Style); } // the application's
    static void init() { failOnAnyWarning(); }
    static void itIsDrawnFromTheTokens_data();
    static void itIsDrawnFromTheTokens();
    static void itFollowsAChangeOfTheme();
    static void weekendsAreDaysLikeOthers();
    static void aDayIsChosenByKeys();
};

void TestDateCalendar::itIsDrawnFromTheTokens_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDateCalendar::itIsDrawnFromTheTokens()
{
    QFETCH(const bool, dark);
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    QApplication::setPalette(paletteOf(tokens));
    const CalendarBench bench;
    const QRect area = bench.calendar->rect();
    QCOMPARE(bench.at(area.topLeft()), tokens.buttonBorder);
    QCOMPARE(bench.at(area.topLeft() + QPoint(3, 3)), tokens.base);
    const auto *bar = bench.calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s);
    QVERIFY(bar != nullptr);
    QCOMPARE(bench.at(bar->mapTo(bench.calendar, QPoint(bar->width() / 2, 1))), tokens.base);
    for (const auto &name : {u"qt_calendar_monthbutton"_s, u"qt_calendar_yearbutton"_s}) {
        const auto *button = bench.calendar->findChild<QToolButton *>(name);
        QVERIFY(button != nullptr);
        QCOMPARE(button->palette().color(QPalette::ButtonText), tokens.text);
    }
    constexpr int mostOfADay = 400;
    QVERIFY(bench.count(tokens.accent) > mostOfADay); // the chosen one
    QCOMPARE(bench.count(Qt::red), 0);
}

void TestDateCalendar::itFollowsAChangeOfTheme()
{
    QApplication::setPalette(paletteOf(lightTokens()));
    const CalendarBench bench;
    QApplication::setPalette(paletteOf(darkTokens()));
    QTRY_COMPARE(bench.at(QPoint(3, 3)), darkTokens().base);
    QCOMPARE(bench.calendar->headerTextFormat().foreground().color(), darkTokens().text2);
    QCOMPARE(bench.count(lightTokens().base), 0);
}

void TestDateCalendar::weekendsAreDaysLikeOthers()
{
    const CalendarBench bench;
    for (const Qt::DayOfWeek day : {Qt::Friday, Qt::Saturday, Qt::Sunday}) {
        QCOMPARE(bench.calendar->weekdayTextFormat(day).foreground().style(), Qt::NoBrush);
    }
}

void TestDateCalendar::aDayIsChosenByKeys()
{
    const CalendarBench bench;
    auto *view = bench.calendar->findChild<QTableView *>();
    QVERIFY(view != nullptr);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(bench.field->date(), QDate(2026, 11, 20));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestDateCalendar)

#include "tst_datecalendar.moc"
