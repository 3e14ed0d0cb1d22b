// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/table/tablebench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

QStringList selectedRows(const TableBench &bench)
{
    QStringList dates;
    const QModelIndexList rows = bench.view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        dates.append(row.data().toString());
    }
    return dates;
}

} // namespace

/// Picking rows of the table, marking them from outside, and copying them.
class TestTableSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init();
    static void pickingARowTellsItsBucket();
    static void theArrowKeysPick();
    static void focusAlonePicksNothing();
    static void aMarkSelectsItsRowWithoutEcho();
    static void aMarkDoesNotTakeTheSelectionAway();
    static void aMarkSurvivesAnotherDataset();
    static void otherBucketsBeginAtTheTop();
    static void readAgainTheTableStaysWhereItIs();
    static void aMarkWaitsForItsBucket();
    static void noMarkNoSelection();
    static void cellsAreCopiedForASpreadsheet();
    static void headersAreCopiedToo();
    static void aHeaderIsNoFormulaForASpreadsheet();
    static void weeksAreCopiedByTheirFirstDay();
    static void hoursAreCopiedAsWallClock();
    static void gapsInTheSelectionStayGaps();
    static void nothingSelectedCopiesNothing();
};

void TestTableSelection::init()
{
    failOnAnyWarning();
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void TestTableSelection::pickingARowTellsItsBucket()
{
    TableBench bench;
    bench.show(sample());
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    bench.click(2, 1);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.at(0).at(0).value<BucketTime>(), dayBefore(2));
    bench.click(2, 2);
    QCOMPARE(picked.count(), 1);
    bench.click(0, 0);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.at(1).at(0).value<BucketTime>(), dayBefore(0));
}

void TestTableSelection::theArrowKeysPick()
{
    TableBench bench;
    bench.show(sample());
    bench.click(0, 1);
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.at(1).at(0).value<BucketTime>(), dayBefore(2));
}

void TestTableSelection::focusAlonePicksNothing()
{
    TableBench bench;
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    bench.show(sample());
    QTRY_VERIFY(bench.view->hasFocus());
    QCOMPARE(picked.count(), 0);
}

void TestTableSelection::aMarkSelectsItsRowWithoutEcho()
{
    TableBench bench;
    bench.show(manyDays(100));
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    bench.table.setMarkedBucket(dayBefore(90));
    QCOMPARE(selectedRows(bench).size(), 1);
    const QModelIndex current = bench.view->currentIndex();
    QCOMPARE(current.data(DatasetModel::TimeRole).toLongLong(), dayBefore(90));
    QVERIFY(bench.view->viewport()->rect().contains(bench.view->visualRect(current)));
    QCOMPARE(picked.count(), 0);
}

void TestTableSelection::aMarkDoesNotTakeTheSelectionAway()
{
    TableBench bench;
    bench.show(sample());
    bench.click(0, 1);
    bench.click(2, 1, Qt::ShiftModifier);
    const QModelIndexList selected = bench.view->selectionModel()->selectedIndexes();
    QCOMPARE(selected.size(), 3);
    bench.table.setMarkedBucket(dayBefore(2)); // as the window answers the pick
    QCOMPARE(bench.view->selectionModel()->selectedIndexes(), selected);
}

void TestTableSelection::readAgainTheTableStaysWhereItIs()
{
    TableBench bench;
    bench.show(manyDays(200));
    bench.table.setMarkedBucket(dayBefore(3));
    QScrollBar *bar = bench.view->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const int place = bar->value();
    QVERIFY(place > 3);
    bench.show(manyDays(200));
    QCOMPARE(bar->value(), place);
    QCOMPARE(selectedRows(bench).size(), 1);
    QCoreApplication::processEvents(); // a layout that was put off
    QCOMPARE(bar->value(), place);
}

void TestTableSelection::otherBucketsBeginAtTheTop()
{
    TableBench bench;
    bench.show(manyDays(200));
    bench.view->verticalScrollBar()->setValue(bench.view->verticalScrollBar()->maximum() / 2);
    const int place = bench.view->verticalScrollBar()->value();
    QVERIFY(place > 0);
    bench.show(manyDays(200)); // read again: who is reading stays there
    QCOMPARE(bench.view->verticalScrollBar()->value(), place);
    auto weeks = std::make_shared<Dataset>(*manyDays(200));
    weeks->granularity = Granularity::Week;
    bench.show(weeks);
    QCOMPARE(bench.view->verticalScrollBar()->value(), 0);
}

void TestTableSelection::aMarkSurvivesAnotherDataset()
{
    TableBench bench;
    bench.show(sample());
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    bench.table.setMarkedBucket(dayBefore(1));
    bench.show(manyDays(10));
    QCOMPARE(selectedRows(bench), QStringList{u"Sun 22 Nov"_s});
    QCOMPARE(picked.count(), 0);
}

void TestTableSelection::aMarkWaitsForItsBucket()
{
    TableBench bench;
    bench.show(sample());
    bench.table.setMarkedBucket(dayBefore(8));
    QCOMPARE(selectedRows(bench), QStringList());
    bench.show(manyDays(10));
    QCOMPARE(selectedRows(bench), QStringList{u"Sun 15 Nov"_s});
}

void TestTableSelection::noMarkNoSelection()
{
    TableBench bench;
    bench.show(sample());
    const QSignalSpy picked(&bench.table, &DatasetTable::bucketPicked);
    bench.table.setMarkedBucket(dayBefore(1));
    bench.table.setMarkedBucket(std::nullopt);
    QVERIFY(!bench.view->selectionModel()->hasSelection());
    QCOMPARE(picked.count(), 0);
    bench.click(2, 1);
    QCOMPARE(picked.count(), 1);
}

void TestTableSelection::cellsAreCopiedForASpreadsheet()
{
    TableBench bench;
    bench.show(sample());
    bench.press(Qt::Key_A, Qt::ControlModifier);
    bench.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(),
             u"2026-11-23\t9120\t2880\n2026-11-22\t2000\t4655\n2026-11-21\t10000\t\n"
             "2026-11-20\t900\t"_s);
}

void TestTableSelection::headersAreCopiedToo()
{
    TableBench bench;
    bench.show(sample());
    bench.view->sortByColumn(1, Qt::DescendingOrder);
    bench.click(0, 1);
    bench.click(1, 2, Qt::ShiftModifier);
    bench.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), u"All users\tGold\n10000\t\n9120\t2880"_s);
}

void TestTableSelection::aHeaderIsNoFormulaForASpreadsheet()
{
    TableBench bench;
    bench.show(sample(), u"=HYPERLINK(1)\tx\ny"_s);
    bench.click(1, 2);
    bench.table.copyWithHeaders();
    QCOMPARE(clipboard(), u"'=HYPERLINK(1) x y\n4655"_s);
}

void TestTableSelection::weeksAreCopiedByTheirFirstDay()
{
    TableBench bench;
    auto dataset = std::make_shared<Dataset>();
    dataset->granularity = Granularity::Week;
    dataset->times = {bucketOfDay(QDate(2026, 11, 16))};
    dataset->series = {{.values = {7}, .states = {BucketState::Counted}}};
    bench.show(dataset);
    bench.view->selectAll();
    bench.table.copy();
    QCOMPARE(clipboard(), u"2026-11-16\t7"_s);
}

void TestTableSelection::hoursAreCopiedAsWallClock()
{
    TableBench bench;
    auto dataset = std::make_shared<Dataset>();
    dataset->unit = Unit::Hour;
    dataset->granularity = Granularity::Hour;
    dataset->zone = QTimeZone("Asia/Kathmandu");
    dataset->times = {QDateTime(QDate(2026, 3, 10), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch()};
    dataset->series = {{.values = {0.5}, .states = {Counted}}};
    bench.show(dataset);
    bench.view->selectAll();
    bench.table.copy();
    QCOMPARE(clipboard(), u"2026-03-10 19:45:00\t0.5"_s);
}

void TestTableSelection::gapsInTheSelectionStayGaps()
{
    TableBench bench;
    bench.show(sample());
    bench.click(0, 0);
    bench.click(1, 2, Qt::ControlModifier);
    bench.table.copy();
    QCOMPARE(clipboard(), u"2026-11-23\t\n\t4655"_s);
}

void TestTableSelection::nothingSelectedCopiesNothing()
{
    TableBench bench;
    bench.show(sample());
    bench.table.copy();
    bench.table.copyWithHeaders();
    QCOMPARE(clipboard(), u"before"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestTableSelection)

#include "tst_tableselection.moc"
