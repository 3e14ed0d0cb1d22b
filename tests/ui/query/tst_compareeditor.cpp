// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/query/formbench.h"

#include <QCheckBox>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

View compared(ComparisonKind kind, int periods = 1)
{
    View view = checkouts();
    view.comparison = {.kind = kind, .periods = periods};
    return view;
}

/// The form with what the tests ask of its row Compare; its present is 23 November 2026.
struct CompareBench : FormBench
{
    explicit CompareBench(const View &view = checkouts())
        : FormBench(view)
    { }

    QComboBox *kind() const { return find<QComboBox>(u"compareField"_s); }
    QLabel *dates() const { return find<QLabel>(u"compareDates"_s); }
    QDateTimeEdit *start() const { return find<QDateTimeEdit>(u"compareStartField"_s); }
    QWidget *periods() const { return find<QWidget>(u"comparePeriods"_s); }
    QCheckBox *matchWeekdays() const { return find<QCheckBox>(u"matchWeekdays"_s); }
    QCheckBox *completeOnly() const { return find<QCheckBox>(u"completeOnly"_s); }

    void choose(ComparisonKind wanted) const
    {
        const int index = kind()->findData(static_cast<int>(wanted));
        kind()->setCurrentIndex(index);
        Q_EMIT kind()->activated(index);
    }

    Comparison chosen() const { return qvariant_cast<Comparison>(comparisons.last().at(0)); }

    QSignalSpy comparisons{&form, &QueryForm::comparisonEdited};
    QSignalSpy completes{&form, &QueryForm::completeOnlyEdited};
};

} // namespace

/// The row Compare of the form.
class TestCompareEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aViewIsShownSilently();
    static void withoutAComparisonThereIsNothingToSay();
    static void theDatesAreThoseOfRightNow_data();
    static void theDatesAreThoseOfRightNow();
    static void aKindIsChosen();
    static void upToFourPeriodsAreChosen();
    static void weekdaysAreMatchedUnlessTheUserSaysOtherwise();
    static void whatHasNoWeekdaysOffersNone_data();
    static void whatHasNoWeekdaysOffersNone();
    static void aCustomOneBeginsAsThePreviousPeriod();
    static void aCustomDateIsTyped();
    static void aCustomPeriodBeginsBeforeTheRange();
    static void openingTheCustomOneFocusesItsDate();
    static void completePeriodsOnlyIsSaid();
    static void whatIsTypedSurvivesTheSameView();
};

void TestCompareEditor::aViewIsShownSilently()
{
    View view = compared(ComparisonKind::LastYear, 3);
    view.look.completeOnly = true;
    const CompareBench bench(view);
    QCOMPARE(bench.kind()->currentText(), u"Same period last year"_s);
    QVERIFY(bench.find<QToolButton>(u"comparePeriods3"_s)->isChecked());
    QVERIFY(bench.completeOnly()->isChecked());
    QCOMPARE(bench.comparisons.size(), 0);
    QCOMPARE(bench.completes.size(), 0);
    QCOMPARE(bench.spy.size(), 0);
}

void TestCompareEditor::withoutAComparisonThereIsNothingToSay()
{
    const CompareBench bench;
    QCOMPARE(bench.kind()->currentText(), u"None"_s);
    QVERIFY(!bench.dates()->isVisible());
    QVERIFY(!bench.start()->isVisible());
    QVERIFY(!bench.periods()->isVisible());
    QVERIFY(!bench.matchWeekdays()->isVisible());
    QVERIFY(bench.completeOnly()->isVisible());
}

void TestCompareEditor::theDatesAreThoseOfRightNow_data()
{
    QTest::addColumn<Comparison>("comparison");
    QTest::addColumn<QString>("dates");
    const auto previous = ComparisonKind::PreviousPeriod;
    QTest::newRow("weekdays matched") << Comparison{.kind = previous} << u"20 Sep – 19 Oct 2026"_s;
    QTest::newRow("weekdays not matched")
        << Comparison{.kind = previous, .matchWeekdays = false} << u"25 Sep – 24 Oct 2026"_s;
    QTest::newRow("two") << Comparison{.kind = previous, .periods = 2}
                         << u"20 Sep – 19 Oct 2026\n16 Aug – 14 Sep 2026"_s;
    QTest::newRow("last year, weekdays matched")
        << Comparison{.kind = ComparisonKind::LastYear} << u"26 Oct – 24 Nov 2025"_s;
    QTest::newRow("last year") << Comparison{.kind = ComparisonKind::LastYear,
                                             .matchWeekdays = false}
                               << u"25 Oct – 23 Nov 2025"_s;
    QTest::newRow("custom") << Comparison{.kind = ComparisonKind::Custom,
                                          .start = QDate(2026, 3, 1)}
                            << u"1 – 30 Mar 2026"_s;
}

void TestCompareEditor::theDatesAreThoseOfRightNow()
{
    QFETCH(Comparison, comparison);
    QFETCH(QString, dates);
    View view = checkouts();
    view.comparison = comparison;
    const CompareBench bench(view);
    QCOMPARE(bench.dates()->text(), dates);
    QVERIFY(bench.dates()->isVisible());
}

void TestCompareEditor::aKindIsChosen()
{
    const CompareBench bench;
    bench.choose(ComparisonKind::PreviousPeriod);
    QCOMPARE(bench.comparisons.size(), 1);
    QCOMPARE(bench.chosen(), Comparison{.kind = ComparisonKind::PreviousPeriod});
    QCOMPARE(bench.dates()->text(), u"20 Sep – 19 Oct 2026"_s);
    bench.choose(ComparisonKind::None);
    QCOMPARE(bench.chosen(), Comparison());
    QCOMPARE(bench.spy.size(), 0);
}

void TestCompareEditor::upToFourPeriodsAreChosen()
{
    const CompareBench bench(compared(ComparisonKind::PreviousPeriod));
    QTest::mouseClick(bench.find<QToolButton>(u"comparePeriods4"_s), Qt::LeftButton);
    QCOMPARE(bench.chosen().periods, 4);
    QCOMPARE(bench.dates()->text().count(u'\n'), 3);
}

void TestCompareEditor::weekdaysAreMatchedUnlessTheUserSaysOtherwise()
{
    const CompareBench bench(compared(ComparisonKind::PreviousPeriod));
    QVERIFY(bench.matchWeekdays()->isChecked());
    QTest::mouseClick(bench.matchWeekdays(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(bench.chosen().matchWeekdays, std::optional(false));
    QCOMPARE(bench.dates()->text(), u"25 Sep – 24 Oct 2026"_s);
}

void TestCompareEditor::whatHasNoWeekdaysOffersNone_data()
{
    QTest::addColumn<int>("granularity");
    QTest::addColumn<bool>("offered");
    QTest::newRow("day") << static_cast<int>(Granularity::Day) << true;
    QTest::newRow("week") << static_cast<int>(Granularity::Week) << false;
    QTest::newRow("month") << static_cast<int>(Granularity::Month) << false;
}

void TestCompareEditor::whatHasNoWeekdaysOffersNone()
{
    QFETCH(int, granularity);
    QFETCH(bool, offered);
    View view = compared(ComparisonKind::PreviousPeriod);
    view.query.granularity = static_cast<Granularity>(granularity);
    const CompareBench bench(view);
    QCOMPARE(bench.matchWeekdays()->isVisible(), offered);
}

void TestCompareEditor::aCustomOneBeginsAsThePreviousPeriod()
{
    const CompareBench bench;
    bench.choose(ComparisonKind::Custom);
    QCOMPARE(bench.comparisons.size(), 1);
    QCOMPARE(bench.chosen().start, QDate(2026, 9, 20));
    QCOMPARE(bench.start()->date(), QDate(2026, 9, 20));
    QVERIFY(bench.start()->isVisible());
    QVERIFY(!bench.periods()->isVisible());
}

void TestCompareEditor::aCustomDateIsTyped()
{
    View view = compared(ComparisonKind::Custom);
    view.comparison.start = QDate(2026, 9, 20);
    const CompareBench bench(view);
    bench.start()->setDate(QDate(2026, 3, 1));
    QCOMPARE(bench.chosen().start, QDate(2026, 3, 1));
    QCOMPARE(bench.dates()->text(), u"1 – 30 Mar 2026"_s);
}

void TestCompareEditor::aCustomPeriodBeginsBeforeTheRange()
{
    View view = compared(ComparisonKind::Custom);
    view.comparison.start = QDate(2026, 9, 20);
    const CompareBench bench(view);
    bench.start()->setDate(QDate(2026, 11, 20));
    QCOMPARE(bench.start()->date(), QDate(2026, 10, 24)); // the range begins on the 25th
}

void TestCompareEditor::openingTheCustomOneFocusesItsDate()
{
    CompareBench bench;
    bench.form.openCustomComparison();
    QVERIFY(bench.start()->hasFocus());
    QCOMPARE(bench.chosen().kind, ComparisonKind::Custom);
}

void TestCompareEditor::completePeriodsOnlyIsSaid()
{
    const CompareBench bench;
    QTest::mouseClick(bench.completeOnly(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(bench.completes.size(), 1);
    QCOMPARE(bench.completes.last().at(0).toBool(), true);
    QCOMPARE(bench.comparisons.size(), 0);
}

void TestCompareEditor::whatIsTypedSurvivesTheSameView()
{
    View view = compared(ComparisonKind::Custom);
    view.comparison.start = QDate(2026, 9, 20);
    CompareBench bench(view);
    bench.start()->setDate(QDate(2026, 3, 1));
    view.comparison.start = QDate(2026, 3, 1);
    bench.form.setView(view);
    QCOMPARE(bench.start()->date(), QDate(2026, 3, 1));
    QCOMPARE(bench.comparisons.size(), 1);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestCompareEditor)
#include "tst_compareeditor.moc"
