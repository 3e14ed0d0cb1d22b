// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/table/tablebench.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.win);
    palette.setColor(QPalette::Base, tokens.base);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::WindowText, tokens.text);
    return palette;
}

bool contains(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

QStringList columnOf(const TableBench &bench, int column)
{
    QStringList texts;
    for (int row = 0; row < bench.view->model()->rowCount(); ++row) {
        texts.append(bench.view->model()->index(row, column).data().toString());
    }
    return texts;
}

} // namespace

/// What the table shows, how it is sorted, and what it looks like.
class TestDatasetTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theSortedModelKeepsTheRules();
    static void theNewestBucketComesFirst();
    static void valuesAreSortedAsNumbers_data();
    static void valuesAreSortedAsNumbers();
    static void whatHasNoValueComesLastInBothOrders();
    static void equalValuesStayNewestFirst();
    static void aClickOnTheHeaderSortsLargestFirst();
    static void theKeyboardSorts();
    static void aFoldedTableIsItsBar();
    static void theBarCounts();
    static void columnsAreAsWideAsTheLookSaysOrTheirFigures();
    static void fewerSeriesSortByDateAgain();
    static void hiddenSeriesHaveNoColumn();
    static void aColumnComesBackAsWideAsItWas();
    static void everythingHasAName();
    static void aCellReadsAsASentence();
    static void anyNameIsPaintedAsText_data();
    static void anyNameIsPaintedAsText();
    static void theColoursFollowThePalette_data();
    static void theColoursFollowThePalette();
    static void anIncompleteRowIsHatchedToTheEdge();
};

void TestDatasetTable::theSortedModelKeepsTheRules()
{
    TableBench bench;
    const QAbstractItemModelTester tester(bench.view->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.show(sample());
    bench.view->sortByColumn(2, Qt::AscendingOrder);
    bench.show(manyDays(40));
}

void TestDatasetTable::theNewestBucketComesFirst()
{
    TableBench bench;
    bench.show(sample());
    QCOMPARE(columnOf(bench, 0),
             (QStringList{u"Mon 23 Nov"_s, u"Sun 22 Nov"_s, u"Sat 21 Nov"_s, u"Fri 20 Nov"_s}));
}

void TestDatasetTable::valuesAreSortedAsNumbers_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("values");
    const QStringList values{u"900"_s, u"2,000"_s, u"9,120"_s, u"10,000"_s};
    QTest::newRow("ascending") << Qt::AscendingOrder << values;
    QTest::newRow("descending") << Qt::DescendingOrder
                                << QStringList(values.crbegin(), values.crend());
}

void TestDatasetTable::valuesAreSortedAsNumbers()
{
    TableBench bench;
    QFETCH(Qt::SortOrder, order);
    QFETCH(QStringList, values);
    bench.show(sample());
    bench.view->sortByColumn(1, order);
    QCOMPARE(columnOf(bench, 1), values);
}

void TestDatasetTable::whatHasNoValueComesLastInBothOrders()
{
    TableBench bench;
    bench.show(sample());
    const QStringList none{u"no value"_s, u"not collected"_s};
    bench.view->sortByColumn(2, Qt::AscendingOrder);
    QCOMPARE(columnOf(bench, 2), (QStringList{u"2,880"_s, u"4,655"_s} + none));
    bench.view->sortByColumn(2, Qt::DescendingOrder);
    QCOMPARE(columnOf(bench, 2), (QStringList{u"4,655"_s, u"2,880"_s} + none));
}

void TestDatasetTable::equalValuesStayNewestFirst()
{
    TableBench bench;
    bench.show(days({{.values = {5, 5, 5}, .states = {Counted, Counted, Counted}}}));
    const QStringList newestFirst{u"Mon 23 Nov"_s, u"Sun 22 Nov"_s, u"Sat 21 Nov"_s};
    bench.view->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(columnOf(bench, 0), newestFirst);
    bench.view->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(columnOf(bench, 0), newestFirst);
}

void TestDatasetTable::aClickOnTheHeaderSortsLargestFirst()
{
    TableBench bench;
    bench.show(sample());
    QHeaderView *header = bench.view->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(1) + 60, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(columnOf(bench, 1).constFirst(), u"10,000"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(columnOf(bench, 1).constFirst(), u"900"_s);
}

void TestDatasetTable::theKeyboardSorts()
{
    TableBench bench;
    bench.show(sample());
    bench.press(Qt::Key_Right);
    auto *ascending = bench.view->findChild<QAction *>(u"sortAscending"_s);
    QVERIFY(bench.view->actions().contains(ascending)); // the menu key shows them
    ascending->trigger();
    QCOMPARE(columnOf(bench, 1).constFirst(), u"900"_s);
    bench.view->findChild<QAction *>(u"sortDescending"_s)->trigger();
    QCOMPARE(columnOf(bench, 1).constFirst(), u"10,000"_s);
}

void TestDatasetTable::aFoldedTableIsItsBar()
{
    TableBench bench;
    bench.show(sample());
    const QSignalSpy folded(&bench.table, &DatasetTable::foldedChanged);
    auto *button = bench.table.findChild<QToolButton *>(u"tableFoldButton"_s);
    const QString hide = button->accessibleName();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(bench.table.isFolded());
    QVERIFY(!bench.view->isVisible());
    QCOMPARE(bench.table.maximumHeight(),
             bench.table.findChild<QWidget *>(u"tableBar"_s)->height());
    QVERIFY(button->accessibleName() != hide);
    bench.table.setFolded(true);
    QCOMPARE(folded.count(), 1);
    bench.table.setFolded(false);
    QCOMPARE(folded.count(), 2);
    QVERIFY(bench.view->isVisible());
    QCOMPARE(bench.table.maximumHeight(), QWIDGETSIZE_MAX);
}

void TestDatasetTable::theBarCounts()
{
    TableBench bench;
    auto *count = bench.table.findChild<QLabel *>(u"tableCount"_s);
    QVERIFY(!count->isVisibleTo(&bench.table));
    bench.show(manyDays(30));
    QVERIFY(count->isVisible());
    QCOMPARE(count->text(), DatasetTable::tr("%n day(s)", nullptr, 30));
    QVERIFY(count->text().startsWith(u"30 "_s));
}

void TestDatasetTable::columnsAreAsWideAsTheLookSaysOrTheirFigures()
{
    TableBench bench;
    bench.show(sample());
    QCOMPARE(bench.view->columnWidth(1), 152);
    QVERIFY(bench.view->columnWidth(0) >= 176);
    const int wide = bench.view->fontMetrics().horizontalAdvance(u"9,007,199,254,740,992"_s);
    bench.view->setColumnWidth(2, 200);
    bench.show(days({{.values = {9007199254740992}, .states = {Counted}},
                     {.values = {1}, .states = {Counted}}}));
    QVERIFY(bench.view->columnWidth(1) > wide);
    QCOMPARE(bench.view->columnWidth(2), 200);
}

void TestDatasetTable::fewerSeriesSortByDateAgain()
{
    TableBench bench;
    bench.show(sample());
    bench.view->sortByColumn(2, Qt::AscendingOrder);
    bench.show(days({{.values = {3, 1, 2}, .states = {Counted, Counted, Counted}}}));
    QCOMPARE(columnOf(bench, 1), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
    QCOMPARE(bench.view->horizontalHeader()->sortIndicatorSection(), 0);
}

void TestDatasetTable::hiddenSeriesHaveNoColumn()
{
    TableBench bench;
    bench.show(sample());
    bench.hide({true, false});
    QVERIFY(bench.view->isColumnHidden(1));
    QVERIFY(!bench.view->isColumnHidden(2));
    bench.hide({false, true});
    QVERIFY(!bench.view->isColumnHidden(1));
    QVERIFY(bench.view->isColumnHidden(2));
    QVERIFY(!bench.view->isColumnHidden(0));
    bench.show(sample()); // other data, shown in full
    QVERIFY(!bench.view->isColumnHidden(2));
}

void TestDatasetTable::aColumnComesBackAsWideAsItWas()
{
    TableBench bench;
    bench.show(sample());
    bench.view->setColumnWidth(1, 333);
    bench.hide({true, false});
    bench.hide({false, false});
    QCOMPARE(bench.view->columnWidth(1), 333);
}

void TestDatasetTable::everythingHasAName()
{
    TableBench bench;
    bench.show(sample());
    QVERIFY(!bench.view->accessibleName().isEmpty());
    QVERIFY(
        !bench.table.findChild<QToolButton *>(u"tableFoldButton"_s)->accessibleName().isEmpty());
    const QList<QAction *> actions = bench.view->actions();
    for (const QAction *action : actions) {
        QVERIFY(!action->text().isEmpty());
    }
}

void TestDatasetTable::aCellReadsAsASentence()
{
    TableBench bench;
    bench.show(sample());
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(bench.view);
    QVERIFY(view && view->tableInterface());
    QAccessibleInterface *cell = view->tableInterface()->cellAt(0, 2);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"23 November 2026, Gold, 2,880, so far"_s);
}

void TestDatasetTable::anyNameIsPaintedAsText_data()
{
    addNames();
}

void TestDatasetTable::anyNameIsPaintedAsText()
{
    TableBench bench;
    QFETCH(QString, name);
    bench.show(sample(), name);
    QVERIFY(!bench.table.grab().isNull());
    QCOMPARE(bench.view->model()->headerData(2, Qt::Horizontal).toString(), displayText(name));
}

void TestDatasetTable::theColoursFollowThePalette_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDatasetTable::theColoursFollowThePalette()
{
    TableBench bench;
    QFETCH(bool, dark);
    const Tokens &before = dark ? lightTokens() : darkTokens();
    const Tokens &after = dark ? darkTokens() : lightTokens();
    bench.table.setPalette(paletteOf(before));
    bench.show(sample());
    QVERIFY(contains(bench.table.grab().toImage(), seriesColor(before, 0)));
    bench.table.setPalette(paletteOf(after));
    bench.table.setMarkedBucket(dayBefore(1));
    const QImage image = bench.table.grab().toImage();
    QVERIFY(contains(image, seriesColor(after, 0)));
    QVERIFY(contains(image, after.selected));
    QVERIFY(!contains(image, seriesColor(before, 0)));
    const QImage header = bench.view->horizontalHeader()->viewport()->grab().toImage();
    QCOMPARE(header.pixelColor(2, 2), after.alt);
}

void TestDatasetTable::anIncompleteRowIsHatchedToTheEdge()
{
    TableBench bench;
    bench.table.setPalette(paletteOf(lightTokens()));
    bench.show(sample());
    const QImage image = bench.view->viewport()->grab().toImage();
    const auto isPlain = [&image](int top) {
        for (int x = 600; x < 800; ++x) { // right of all columns
            if (image.pixelColor(x, top + 10) != lightTokens().base) {
                return false;
            }
        }
        return true;
    };
    QVERIFY(!isPlain(bench.view->rowViewportPosition(0)));
    QVERIFY(isPlain(bench.view->rowViewportPosition(1)));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestDatasetTable)

#include "tst_datasettable.moc"
