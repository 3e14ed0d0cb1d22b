// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/theme/choicebutton.h"
#include "ui/window/language.h"

#include <QAction>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolBar>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Keys go where the focus is.
void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), which, modifiers);
}

Range days(QDate first, QDate last)
{
    return DaySpan{.first = first, .last = last};
}

/// The window with the demo, its present 23 November 2026, 13:05, in UTC.
struct RangeWindow : AppFixture
{
    RangeWindow()
        : AppFixture(AppFixture::Network::Fake)
    {
        startDemo();
        chart().setFocus();
    }

    ChartView &chart() { return find<ChartView>(u"chart"_s); }
    ChoiceButton &range() { return find<ChoiceButton>(u"rangeToolButton"_s); }
    ChoiceButton &bucket() { return find<ChoiceButton>(u"bucketToolButton"_s); }
    QToolButton &earlier() { return find<QToolButton>(u"earlierButton"_s); }
    QToolButton &later() { return find<QToolButton>(u"laterButton"_s); }
    void ask(const Range &asked)
    {
        Query changed = query();
        changed.range = asked;
        window().controller().setQuery(changed);
    }
};

} // namespace

/// Range and bucket in the tool bar, in the menu and by key.
class TestRangeCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aLetterInTheChartIsARange_data();
    static void aLetterInTheChartIsARange();
    static void theLast24HoursAreShownByTheHour();
    static void aLetterElsewhereIsALetter();
    static void aLetterWithAModifierIsNoRange();
    static void cOpensTheDates_data();
    static void cOpensTheDates();
    static void iGoesRoundTheBuckets();
    static void shiftAndArrowsGoThroughTime();
    static void shiftAndArrowsSelectWhereThereIsText();
    static void shiftAndArrowsSelectCells();
    static void theButtonsGoThroughTime();
    static void thePresentIsTheEnd_data();
    static void thePresentIsTheEnd();
    static void theToolBarSaysRangeAndBucket();
    static void theMenuOfTheToolBarChooses();
    static void formAndToolBarFollowEachOther();
    static void lastIsCountedInTheForm();
    static void allIsInTheMenuBar();
    static void withoutAWorkspaceThereIsNothingToChoose();
    static void aNarrowWindowHasRoomForAll_data();
    static void aNarrowWindowHasRoomForAll();
};

void TestRangeCommands::aLetterInTheChartIsARange_data()
{
    QTest::addColumn<Qt::Key>("letter");
    QTest::addColumn<QString>("preset");
    QTest::newRow("D") << Qt::Key_D << u"today"_s;
    QTest::newRow("E") << Qt::Key_E << u"yesterday"_s;
    QTest::newRow("H") << Qt::Key_H << u"last-24-hours"_s;
    QTest::newRow("W") << Qt::Key_W << u"last-7-days"_s;
    QTest::newRow("F") << Qt::Key_F << u"last-28-days"_s;
    QTest::newRow("T") << Qt::Key_T << u"last-30-days"_s;
    QTest::newRow("N") << Qt::Key_N << u"last-91-days"_s;
    QTest::newRow("M") << Qt::Key_M << u"month-to-date"_s;
    QTest::newRow("P") << Qt::Key_P << u"last-month"_s;
    QTest::newRow("Y") << Qt::Key_Y << u"year-to-date"_s;
    QTest::newRow("S") << Qt::Key_S << u"last-6-months"_s;
    QTest::newRow("L") << Qt::Key_L << u"last-12-months"_s;
}

void TestRangeCommands::aLetterInTheChartIsARange()
{
    QFETCH(const Qt::Key, letter);
    QFETCH(const QString, preset);
    RangeWindow app;
    key(letter);
    QCOMPARE(app.query().range, Range(*presetFromName(preset)));
    QCOMPARE(QApplication::focusWidget(), &app.chart());
}

void TestRangeCommands::theLast24HoursAreShownByTheHour()
{
    RangeWindow app;
    key(Qt::Key_H);
    QCOMPARE(app.query().granularity, Granularity::Hour);
    QCOMPARE(app.bucket().text(), u"Hour"_s);
    QVERIFY(app.find<QToolButton>(u"hourButton"_s).isChecked());
    key(Qt::Key_I);
    QCOMPARE(app.query().granularity, Granularity::Day);
    QCOMPARE(app.query().range, Range(Preset::Last7Days));
    QCOMPARE(app.range().text(), u"Last 7 days"_s);
    app.ask(Preset::Last24Hours); // as a file may do, in days
    QCOMPARE(app.query().granularity, Granularity::Hour);
}

void TestRangeCommands::aLetterElsewhereIsALetter()
{
    RangeWindow app;
    const Query before = app.query();
    auto &filter = app.find<QLineEdit>(u"segmentFilter"_s);
    filter.setFocus();
    QTest::keyClicks(&filter, u"wdic"_s);
    QCOMPARE(filter.text(), u"wdic"_s);
    app.find<QTableView>(u"datasetTableView"_s).setFocus();
    key(Qt::Key_W);
    app.range().setFocus();
    key(Qt::Key_W);
    QCOMPARE(app.query(), before);
}

void TestRangeCommands::aLetterWithAModifierIsNoRange()
{
    RangeWindow app;
    const Query before = app.query();
    for (const Qt::KeyboardModifier modifier :
         {Qt::ControlModifier, Qt::ShiftModifier, Qt::MetaModifier}) {
        key(Qt::Key_W, modifier);
        key(Qt::Key_I, modifier);
    }
    QCOMPARE(app.query(), before);
}

void TestRangeCommands::cOpensTheDates_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("in the dock") << QSize(1440, 900);
    QTest::newRow("in the drawer") << QSize(960, 600);
}

void TestRangeCommands::cOpensTheDates()
{
    QFETCH(const QSize, size);
    RangeWindow app;
    app.window().resize(size);
    QTRY_COMPARE(app.window().size(), size);
    app.chart().setFocus();
    key(Qt::Key_C);
    QVERIFY(app.isShown(u"spanFirstField"_s));
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"spanFirstField"_s));
    QCOMPARE(app.query().range, days(QDate(2026, 10, 25), QDate(2026, 11, 23)));
    key(Qt::Key_Down); // the day, which is selected
    QCOMPARE(app.query().range, days(QDate(2026, 10, 24), QDate(2026, 11, 23)));
}

void TestRangeCommands::iGoesRoundTheBuckets()
{
    RangeWindow app;
    for (const Granularity expected :
         {Granularity::Week, Granularity::Month, Granularity::Hour, Granularity::Day}) {
        key(Qt::Key_I);
        QCOMPARE(app.query().granularity, expected);
        QCOMPARE(app.query().unit, expected == Granularity::Hour ? Unit::Hour : Unit::Day);
    }
}

void TestRangeCommands::shiftAndArrowsGoThroughTime()
{
    RangeWindow app;
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(app.query().range, days(QDate(2026, 9, 25), QDate(2026, 10, 24)));
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(app.query().range, days(QDate(2026, 8, 26), QDate(2026, 9, 24)));
    app.earlier().setFocus(); // not only in the chart
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(app.query().range, Range(Preset::Last30Days)); // relative again
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(app.query().range, Range(Preset::Last30Days));
}

void TestRangeCommands::shiftAndArrowsSelectWhereThereIsText()
{
    RangeWindow app;
    const Query before = app.query();
    auto &event = app.find<QLineEdit>(u"segmentFilter"_s);
    event.setFocus();
    event.setText(u"abc"_s);
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(event.selectedText(), u"c"_s);
    QCOMPARE(app.query(), before);
    childOf<QAction>(app.find<QWidget>(u"queryDock"_s), u"rangeLastAction"_s).trigger();
    const Query counted = app.query();
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"lengthField"_s));
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(app.query(), counted);
}

void TestRangeCommands::shiftAndArrowsSelectCells()
{
    RangeWindow app;
    const Query before = app.query();
    auto &table = app.find<QTableView>(u"datasetTableView"_s);
    table.setFocus();
    table.setCurrentIndex(table.model()->index(3, 1));
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(table.currentIndex().column(), 2);
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(table.currentIndex().column(), 1);
    QCOMPARE(app.query(), before);
}

void TestRangeCommands::theButtonsGoThroughTime()
{
    RangeWindow app;
    app.earlier().click();
    QCOMPARE(app.query().range, days(QDate(2026, 9, 25), QDate(2026, 10, 24)));
    QTRY_COMPARE(app.dataset().times.back(), bucketOfDay(QDate(2026, 10, 24)));
    app.later().click();
    QCOMPARE(app.query().range, Range(Preset::Last30Days));
}

void TestRangeCommands::thePresentIsTheEnd_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("last 30 days") << Range(Preset::Last30Days) << false;
    QTest::newRow("a week") << Range(LastUnits{.length = 7}) << false;
    QTest::newRow("dates up to today") << days(QDate(2026, 1, 1), QDate(2026, 11, 23)) << false;
    QTest::newRow("yesterday") << Range(Preset::Yesterday) << true;
    QTest::newRow("last month") << Range(Preset::LastMonth) << true;
    QTest::newRow("dates of the past") << days(QDate(2026, 1, 1), QDate(2026, 1, 31)) << true;
}

void TestRangeCommands::thePresentIsTheEnd()
{
    QFETCH(const Range, range);
    QFETCH(const bool, goesOn);
    RangeWindow app;
    app.ask(range);
    QCOMPARE(app.later().isEnabled(), goesOn);
    QVERIFY(app.earlier().isEnabled());
}

void TestRangeCommands::theToolBarSaysRangeAndBucket()
{
    RangeWindow app;
    QCOMPARE(app.range().text(), u"Last 30 days"_s);
    QCOMPARE(app.range().note(), u"25 Oct – 23 Nov"_s);
    QCOMPARE(app.bucket().text(), u"Day"_s);
    app.ask(days(QDate(2025, 1, 1), QDate(2025, 12, 31)));
    QCOMPARE(app.range().text(), u"Custom"_s);
    QCOMPARE(app.range().note(), u"1 Jan – 31 Dec 2025"_s);
    app.window().resize(960, 600);
    QTRY_COMPARE(app.range().text(), u"1 Jan – 31 Dec 2025"_s); // what matters more
    QCOMPARE(app.range().note(), QString());
    app.ask(Preset::LastMonth);
    QCOMPARE(app.range().text(), u"Last month"_s);
}

void TestRangeCommands::theMenuOfTheToolBarChooses()
{
    RangeWindow app;
    QMenu *menu = app.range().menu();
    childOf<QAction>(*menu, u"range-last-month"_s).trigger();
    QCOMPARE(app.query().range, Range(Preset::LastMonth));
    const QList<QAction *> buckets = app.bucket().menu()->actions();
    QCOMPARE(buckets.size(), 4);
    buckets.at(2)->trigger();
    QCOMPARE(app.query().granularity, Granularity::Week);
    childOf<QAction>(*menu, u"rangeCustomAction"_s).trigger();
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"spanFirstField"_s));
}

void TestRangeCommands::formAndToolBarFollowEachOther()
{
    RangeWindow app;
    const QWidget &form = app.find<QWidget>(u"queryDock"_s);
    childOf<QAction>(form, u"range-year-to-date"_s).trigger();
    QCOMPARE(app.range().text(), u"Year to date"_s);
    app.find<QToolButton>(u"monthButton"_s).click();
    QCOMPARE(app.bucket().text(), u"Month"_s);
    childOf<QAction>(*app.range().menu(), u"range-last-month"_s).trigger();
    QCOMPARE(app.find<QToolButton>(u"rangeButton"_s).text(), u"Last month"_s);
    app.bucket().menu()->actions().constFirst()->trigger();
    QVERIFY(app.find<QToolButton>(u"hourButton"_s).isChecked());
}

void TestRangeCommands::lastIsCountedInTheForm()
{
    RangeWindow app;
    childOf<QAction>(*app.range().menu(), u"rangeLastAction"_s).trigger();
    QTest::keyClicks(QApplication::focusWidget(), u"365"_s);
    QCOMPARE(app.query().range, Range(LastUnits{.length = 365}));
    QCOMPARE(app.range().note(), u"24 Nov 2025 – 23 Nov 2026"_s);
}

void TestRangeCommands::allIsInTheMenuBar()
{
    RangeWindow app;
    const QAction *chart = nullptr;
    const QList<QAction *> menus = app.window().menuBar()->actions();
    for (const QAction *action : menus) {
        chart = action->text() == u"&Chart"_s ? action : chart;
    }
    QVERIFY(chart != nullptr);
    QStringList items;
    const QList<QAction *> actions = chart->menu()->actions();
    for (const QAction *action : actions) {
        items.append(action->text());
    }
    QCOMPARE(items.mid(0, 6), // others follow
             (QStringList{u"&Range"_s,
                          u"&Previous range"_s,
                          u"&Following range"_s,
                          QString(),
                          u"&Bucket"_s,
                          u"&Next bucket\tI"_s}));
}

void TestRangeCommands::withoutAWorkspaceThereIsNothingToChoose()
{
    RangeWindow app;
    app.window().controller().close();
    for (const QWidget *button : std::initializer_list<QWidget *>{
             &app.earlier(), &app.range(), &app.later(), &app.bucket()}) {
        QVERIFY2(!button->isEnabled(), qPrintable(button->objectName()));
    }
    QVERIFY(!app.range().menu()->menuAction()->isEnabled());
    QVERIFY(!app.window().findChild<QAction *>(u"nextBucketAction"_s)->isEnabled());
}

void TestRangeCommands::aNarrowWindowHasRoomForAll_data()
{
    QTest::addColumn<Range>("range");
    for (const Preset preset : allPresets) {
        QTest::newRow(qPrintable(presetName(preset))) << Range(preset);
    }
    QTest::newRow("dates") << days(QDate(2024, 9, 20), QDate(2025, 9, 20));
    QTest::newRow("many days") << Range(LastUnits{.length = 3650});
}

void TestRangeCommands::aNarrowWindowHasRoomForAll()
{
    QFETCH(const Range, range);
    Language speaks;
    speaks.use(u"fr"_s);
    RangeWindow app;
    app.ask(range);
    app.window().resize(960, 600);
    QTRY_COMPARE(app.window().size(), QSize(960, 600));
    const auto &bar = app.find<QToolBar>(u"toolBar"_s);
    for (const auto *name : {"queryButton",
                             "refreshButton",
                             "earlierButton",
                             "rangeToolButton",
                             "laterButton",
                             "bucketToolButton",
                             "copyImageButton",
                             "exportButton"}) {
        const auto &button = app.find<QToolButton>(QString::fromLatin1(name));
        QTRY_VERIFY2(button.isVisible(), name); // what has no room, a tool bar hides
        QTRY_VERIFY2(button.width() >= button.sizeHint().width(), name);
        QVERIFY2(bar.rect().contains(button.geometry()), name);
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestRangeCommands)
#include "tst_rangecommands.moc"
