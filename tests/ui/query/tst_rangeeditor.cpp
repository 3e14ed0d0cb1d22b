// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"

#include <QCalendarWidget>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

struct RangeBench : FormBench
{
    using FormBench::FormBench;

    QDateTimeEdit *first() const { return find<QDateTimeEdit>(u"spanFirstField"_s); }
    QDateTimeEdit *last() const { return find<QDateTimeEdit>(u"spanLastField"_s); }
    QToolButton *button() const { return find<QToolButton>(u"rangeButton"_s); }
    QLabel *problem() const { return label(u"spanProblem"_s); }
    Range asked() const { return FormBench::last().range; }
    /// What stands at the end of an item of the menu.
    QString datesOfItem(const QString &preset) const
    {
        return find<QAction>(u"range-"_s + preset)->text().section(u'\t', 1, 1);
    }
};

View askingFor(const Range &range, Unit unit = Unit::Day)
{
    View view = checkouts();
    view.query.unit = unit;
    view.query.granularity = granularityOf(unit);
    view.query.range = range;
    return view;
}

DaySpan days(QDate first, QDate last)
{
    return {.first = first, .last = last};
}

} // namespace

/// Ranges by name, from date to date, and the buckets they are shown in.
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

void TestRangeEditor::customBeginsWithTheDatesOfNow()
{
    const RangeBench bench{askingFor(Preset::LastMonth)};
    bench.chooseCustom();
    QCOMPARE(bench.spy.size(), 1); // what the form shows is what is asked
    QCOMPARE(bench.asked(), Range(days(QDate(2026, 10, 1), QDate(2026, 10, 31))));
    QCOMPARE(bench.first()->date(), QDate(2026, 10, 1));
    QCOMPARE(bench.last()->date(), QDate(2026, 10, 31));
    QCOMPARE(bench.button()->text(), u"Custom"_s);
}

void TestRangeEditor::datesAreTyped()
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

void TestRangeEditor::theEndIsIncludedAndMayBeToday()
{
    const RangeBench bench;
    bench.chooseCustom();
    bench.first()->setDate(QDate(2026, 11, 23));
    QCOMPARE(bench.asked(), Range(days(QDate(2026, 11, 23), QDate(2026, 11, 23))));
    QCOMPARE(bench.label(u"rangeHint"_s)->text(), u"23 Nov 2026"_s);
    QVERIFY(!bench.problem()->isVisible());
}

void TestRangeEditor::anEndInTheFutureGoesBackToThePresent_data()
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

void TestRangeEditor::anEndInTheFutureGoesBackToThePresent()
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

void TestRangeEditor::anEndInTheFutureOfAViewStays()
{
    const RangeBench bench{askingFor(days(QDate(2026, 10, 1), QDate(2026, 12, 31)))};
    bench.last()->setFocus();
    bench.first()->setFocus();
    QCOMPARE(bench.last()->date(), QDate(2026, 12, 31));
    QCOMPARE(bench.spy.size(), 0);
}

void TestRangeEditor::aReversedRangeIsRefused()
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

void TestRangeEditor::aRangeInTheFutureIsRefused_data()
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

void TestRangeEditor::aRangeInTheFutureIsRefused()
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

void TestRangeEditor::hoursHaveTimesInTheWorkspacesZone()
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

void TestRangeEditor::anHourThatIsTwiceStaysTheOneItIs()
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
