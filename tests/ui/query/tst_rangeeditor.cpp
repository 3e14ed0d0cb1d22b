// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/rangebench.h"

#include <QCalendarWidget>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Ranges by name and by number, and the buckets they are shown in.
class TestRangeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aPresetSaysItsDatesAndIsAskedFor_data();
    static void aPresetSaysItsDatesAndIsAskedFor();
    static void theMenuIsUsedByKeys();
    static void theMenuTicksWhatIsChosen_data();
    static void theMenuTicksWhatIsChosen();
    static void fieldsAreThereWhenTheyAreNeeded();
    static void aYearByTheDayIsTyped();
    static void aLengthFromAFileOutlivesTheFocus();
    static void openedFieldsAreScrolledTo();
    static void theCalendarsWeekIsTheWorkspaces();
    static void aBucketIsChosen_data();
    static void aBucketIsChosen();
    static void theLast24HoursAreShownByTheHour();
    static void theMenuSaysTheLetters();
    static void hoursInWeeksStayHoursUntilABucketIsChosen();
};

void TestRangeEditor::aPresetSaysItsDatesAndIsAskedFor_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("dates");
    QTest::addColumn<QString>("hint");
    const QByteArray paris("Europe/Paris"); // Tue 1 Dec, 03:30
    const QByteArray newYork("America/New_York"); // Mon 30 Nov, 21:30
    const auto row = [](const QString &preset,
                        const QByteArray &zone,
                        const QString &dates,
                        const QString &hint = {}) {
        QTest::addRow("%s, %s", qPrintable(preset), zone.constData())
            << preset << zone << dates << (hint.isEmpty() ? dates + u" 2026"_s : hint);
    };
    row(u"today"_s, paris, u"1 Dec"_s);
    row(u"today"_s, newYork, u"30 Nov"_s);
    row(u"yesterday"_s, paris, u"30 Nov"_s);
    row(u"yesterday"_s, newYork, u"29 Nov"_s);
    row(u"last-24-hours"_s, paris, u"30 Nov – 1 Dec"_s, u"30 Nov, 04:00 – 1 Dec 2026, 03:00"_s);
    row(u"last-24-hours"_s, newYork, u"29 – 30 Nov"_s, u"29 Nov, 22:00 – 30 Nov 2026, 21:00"_s);
    row(u"last-7-days"_s, paris, u"25 Nov – 1 Dec"_s);
    row(u"last-7-days"_s, newYork, u"24 – 30 Nov"_s);
    row(u"last-28-days"_s, paris, u"4 Nov – 1 Dec"_s);
    row(u"last-28-days"_s, newYork, u"3 – 30 Nov"_s);
    row(u"last-30-days"_s, paris, u"2 Nov – 1 Dec"_s);
    row(u"last-30-days"_s, newYork, u"1 – 30 Nov"_s);
    row(u"last-91-days"_s, paris, u"2 Sep – 1 Dec"_s);
    row(u"last-91-days"_s, newYork, u"1 Sep – 30 Nov"_s);
    row(u"month-to-date"_s, paris, u"1 Dec"_s);
    row(u"month-to-date"_s, newYork, u"1 – 30 Nov"_s);
    row(u"last-month"_s, paris, u"1 – 30 Nov"_s);
    row(u"last-month"_s, newYork, u"1 – 31 Oct"_s);
    row(u"year-to-date"_s, paris, u"1 Jan – 1 Dec"_s);
    row(u"year-to-date"_s, newYork, u"1 Jan – 30 Nov"_s);
    row(u"last-6-months"_s, paris, u"2 Jun – 1 Dec"_s);
    row(u"last-6-months"_s, newYork, u"31 May – 30 Nov"_s);
    const QString year = u"2 Dec 2025 – 1 Dec 2026"_s;
    row(u"last-12-months"_s, paris, year, year);
    const QString other = u"1 Dec 2025 – 30 Nov 2026"_s;
    row(u"last-12-months"_s, newYork, other, other);
}

void TestRangeEditor::aPresetSaysItsDatesAndIsAskedFor()
{
    QFETCH(const QString, preset);
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, dates);
    QFETCH(const QString, hint);
    const FixedClock clock(utc(u"2026-12-01T02:30:00Z"_s));
    QueryForm form(clock);
    form.setCalendar({.zone = QTimeZone(zone)});
    form.setView(askingFor(LastUnits{.length = 3}));
    const QSignalSpy spy(&form, &QueryForm::queryEdited);
    auto *item = form.findChild<QAction *>(u"range-"_s + preset);
    QVERIFY(item != nullptr);
    QCOMPARE(item->text().section(u'\t', 1, 1), dates);
    item->trigger();
    QCOMPARE(spy.size(), 1);
    const auto query = qvariant_cast<Query>(spy.first().at(0));
    QCOMPARE(query.range, Range(*presetFromName(preset)));
    QCOMPARE(form.findChild<QLabel *>(u"rangeHint"_s)->text(), hint);
    QCOMPARE(form.findChild<QToolButton *>(u"rangeButton"_s)->text(),
             item->text().section(u'\t', 0, 0));
}

void TestRangeEditor::theMenuIsUsedByKeys()
{
    const RangeBench bench;
    bench.button()->setFocus();
    // The menu runs an event loop of its own.
    QMetaObject::invokeMethod(
        bench.button(),
        [&bench] {
            QMenu *menu = bench.button()->menu();
            QVERIFY(menu->isVisible());
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        },
        Qt::QueuedConnection);
    QTest::keyClick(bench.button(), Qt::Key_Down);
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(bench.asked(), Range(Preset::Yesterday));
}

void TestRangeEditor::theMenuTicksWhatIsChosen_data()
{
    QTest::addColumn<Range>("range");
    QTest::addColumn<QString>("item");
    QTest::newRow("a preset") << Range(Preset::LastMonth) << u"range-last-month"_s;
    QTest::newRow("30 days") << Range(LastUnits{.length = 30}) << u"range-last-30-days"_s;
    QTest::newRow("45 days") << Range(LastUnits{.length = 45}) << u"rangeLastAction"_s;
    QTest::newRow("dates") << Range(days(QDate(2026, 1, 1), QDate(2026, 2, 1)))
                           << u"rangeCustomAction"_s;
}

void TestRangeEditor::theMenuTicksWhatIsChosen()
{
    QFETCH(const Range, range);
    QFETCH(const QString, item);
    const RangeBench bench{askingFor(range)};
    QStringList ticked;
    const QList<QAction *> actions = bench.button()->menu()->actions();
    for (const QAction *action : actions) {
        if (action->isChecked()) {
            ticked.append(action->objectName());
        }
    }
    QCOMPARE(ticked, QStringList{item});
    bench.chooseRange(item); // again: that must not untick it
    QVERIFY(bench.find<QAction>(item)->isChecked());
}

void TestRangeEditor::fieldsAreThereWhenTheyAreNeeded()
{
    const RangeBench bench;
    QVERIFY(!bench.length()->isVisible());
    QVERIFY(!bench.first()->isVisible());
    bench.chooseLast();
    QVERIFY(bench.length()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.length());
    bench.chooseCustom();
    QVERIFY(!bench.length()->isVisible());
    QVERIFY(bench.first()->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.first());
    bench.chooseRange(u"range-last-month"_s);
    QVERIFY(!bench.length()->isVisible());
    QVERIFY(!bench.first()->isVisible());
}

void TestRangeEditor::aYearByTheDayIsTyped()
{
    const RangeBench bench;
    bench.chooseLast();
    QTest::keyClicks(bench.length(), u"365"_s);
    QCOMPARE(bench.asked(), Range(LastUnits{.length = 365}));
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), u"24 Nov 2025 – 23 Nov 2026"_s);
    QVERIFY(!bench.label(u"lengthProblem"_s)->isVisible());
}

void TestRangeEditor::aLengthFromAFileOutlivesTheFocus()
{
    const RangeBench bench{askingFor(LastUnits{.length = 9000})};
    QCOMPARE(bench.length()->value(), 9000);
    bench.length()->setFocus();
    QTest::keyClick(bench.length(), Qt::Key_Return);
    QTest::keyClick(bench.length(), Qt::Key_Tab);
    QCOMPARE(bench.length()->value(), 9000);
    QCOMPARE(bench.spy.size(), 0);
}

void TestRangeEditor::openedFieldsAreScrolledTo()
{
    RangeBench bench;
    bench.form.resize(320, 420);
    const QWidget *view = bench.find<QScrollArea>(u"queryScroll"_s)->viewport();
    bench.chooseCustom();
    QTRY_VERIFY(
        view->rect().contains(QRect(bench.last()->mapTo(view, QPoint()), bench.last()->size())));
}

void TestRangeEditor::theCalendarsWeekIsTheWorkspaces()
{
    RangeBench bench;
    bench.form.setCalendar({.zone = QTimeZone("Europe/Paris"), .weekStart = Qt::Sunday});
    for (const QDateTimeEdit *field : {bench.first(), bench.last(), bench.end()}) {
        QCOMPARE(field->calendarWidget()->firstDayOfWeek(), Qt::Sunday);
    }
}

void TestRangeEditor::aBucketIsChosen_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<Granularity>("granularity");
    QTest::newRow("hour") << u"hourButton"_s << Unit::Hour << Granularity::Hour;
    QTest::newRow("week") << u"weekButton"_s << Unit::Day << Granularity::Week;
    QTest::newRow("month") << u"monthButton"_s << Unit::Day << Granularity::Month;
}

void TestRangeEditor::aBucketIsChosen()
{
    QFETCH(const QString, button);
    QFETCH(const Unit, unit);
    QFETCH(const Granularity, granularity);
    const RangeBench bench{askingFor(LastUnits{.length = 45})};
    bench.find<QToolButton>(button)->click();
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(bench.FormBench::last().unit, unit);
    QCOMPARE(bench.FormBench::last().granularity, granularity);
    QCOMPARE(bench.asked(), Range(LastUnits{.length = 45}));
    bench.find<QToolButton>(u"dayButton"_s)->click();
    QCOMPARE(bench.FormBench::last(), askingFor(LastUnits{.length = 45}).query);
}

void TestRangeEditor::theLast24HoursAreShownByTheHour()
{
    const RangeBench bench;
    bench.chooseRange(u"range-last-24-hours"_s);
    QCOMPARE(bench.spy.size(), 1);
    QCOMPARE(bench.FormBench::last().unit, Unit::Hour);
    QCOMPARE(bench.FormBench::last().granularity, Granularity::Hour);
    QVERIFY(bench.find<QToolButton>(u"hourButton"_s)->isChecked());
    bench.find<QToolButton>(u"dayButton"_s)->click();
    QCOMPARE(bench.spy.size(), 2);
    QCOMPARE(bench.asked(), Range(Preset::Last7Days));
    QCOMPARE(bench.button()->text(), u"Last 7 days"_s);
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), u"17 – 23 Nov 2026"_s);
}

void TestRangeEditor::theMenuSaysTheLetters()
{
    const RangeBench bench;
    QString letters;
    const QList<QAction *> actions = bench.button()->menu()->actions();
    for (const QAction *action : actions) {
        letters += action->text().section(u'\t', 2);
        QVERIFY(action->shortcut().isEmpty()); // it would be heard in every field
    }
    QCOMPARE(letters, u"DEHWFTNMPYSLAC"_s);
}

void TestRangeEditor::hoursInWeeksStayHoursUntilABucketIsChosen()
{
    View view = askingFor(Preset::Last28Days, Unit::Hour);
    view.query.granularity = Granularity::Week;
    const RangeBench bench{view};
    QCOMPARE(bench.spy.size(), 0);
    QVERIFY(bench.find<QToolButton>(u"weekButton"_s)->isChecked());
    bench.chooseRange(u"range-last-7-days"_s);
    QCOMPARE(bench.FormBench::last().unit, Unit::Hour);
    QCOMPARE(bench.FormBench::last().granularity, Granularity::Week);
    bench.find<QToolButton>(u"monthButton"_s)->click();
    QCOMPARE(bench.FormBench::last().unit, Unit::Day);
    QCOMPARE(bench.FormBench::last().granularity, Granularity::Month);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestRangeEditor)

#include "tst_rangeeditor.moc"
