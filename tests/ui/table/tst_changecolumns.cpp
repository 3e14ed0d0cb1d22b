// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/table/tablebench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The week before sample(), with half of its counts; of Gold only the third day.
std::vector<Earlier> weekBefore()
{
    const DatasetPtr now = sample();
    Earlier earlier{.series = now->series};
    for (const BucketTime time : now->times) {
        earlier.times.emplace_back(time - 7 * msPerDay);
    }
    for (Series &series : earlier.series) {
        for (double &value : series.values) {
            value /= 2;
        }
    }
    return {earlier};
}

struct ChangeBench : TableBench
{
    ChangeBench() { show(sample(), u"Gold"_s, weekBefore()); }

    void compare(bool compares) { show(sample(), u"Gold"_s, compares ? weekBefore() : none()); }
    static std::vector<Earlier> none() { return {}; }

    int sortedBy() const { return view->horizontalHeader()->sortIndicatorSection(); }
    QString text(int row, int column) const
    {
        return view->model()->index(row, column).data().toString();
    }
};

} // namespace

/// The columns of changes in the table.
class TestChangeColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aChangeStandsBesideItsSeries();
    static void itIsNarrowerThanItsSeries();
    static void withPatternsAHeaderHasTheShapeOfItsSeries();
    static void itIsSorted();
    static void sortingStaysWithItsSeries_data();
    static void sortingStaysWithItsSeries();
    static void aChangeIsCopiedAsANumber();
    static void copiedHeadersNameTheSeries();
};

void TestChangeColumns::aChangeStandsBesideItsSeries()
{
    const ChangeBench bench;
    QCOMPARE(bench.view->model()->columnCount(), 5);
    QCOMPARE(bench.text(1, 1), u"2,000"_s);
    QCOMPARE(bench.text(1, 2), u"+100.0\u00A0%"_s);
    QCOMPARE(bench.text(0, 2), u"–"_s); // today is open
    QCOMPARE(bench.text(2, 4), u"–"_s); // Gold has no value
}

void TestChangeColumns::itIsNarrowerThanItsSeries()
{
    const ChangeBench bench;
    QCOMPARE(bench.view->columnWidth(1), 152);
    QCOMPARE(bench.view->columnWidth(2), 104);
    QCOMPARE(bench.view->columnWidth(3), 152);
}

void TestChangeColumns::withPatternsAHeaderHasTheShapeOfItsSeries()
{
    ChangeBench bench;
    const auto header = [&bench] {
        return bench.view->horizontalHeader()->grab().toImage();
    };
    const QImage plain = header();
    bench.setPatterned(true);
    QVERIFY(header() != plain);
    bench.setPatterned(false);
    QCOMPARE(header(), plain);
}

void TestChangeColumns::itIsSorted()
{
    const ChangeBench bench;
    bench.view->sortByColumn(4, Qt::DescendingOrder);
    QCOMPARE(bench.text(0, 4), u"+100.0\u00A0%"_s);
    QCOMPARE(bench.text(3, 4), u"–"_s);
    bench.view->sortByColumn(4, Qt::AscendingOrder);
    QCOMPARE(bench.text(0, 4), u"+100.0\u00A0%"_s);
}

void TestChangeColumns::sortingStaysWithItsSeries_data()
{
    QTest::addColumn<int>("compared");
    QTest::addColumn<int>("alone");
    QTest::newRow("time") << 0 << 0;
    QTest::newRow("all users") << 1 << 1;
    QTest::newRow("their change") << 2 << 1;
    QTest::newRow("gold") << 3 << 2;
    QTest::newRow("its change") << 4 << 2;
}

void TestChangeColumns::sortingStaysWithItsSeries()
{
    QFETCH(int, compared);
    QFETCH(int, alone);
    ChangeBench bench;
    bench.view->sortByColumn(compared, Qt::AscendingOrder);
    bench.compare(false);
    QCOMPARE(bench.sortedBy(), alone);
    bench.compare(true);
    QCOMPARE(bench.sortedBy(), alone == 0 ? 0 : 2 * alone - 1);
    QCOMPARE(bench.view->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
}

void TestChangeColumns::aChangeIsCopiedAsANumber()
{
    const ChangeBench bench;
    bench.click(1, 1);
    bench.click(1, 2, Qt::ShiftModifier);
    bench.table.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2000\t1"_s);
}

void TestChangeColumns::copiedHeadersNameTheSeries()
{
    const ChangeBench bench;
    bench.click(1, 3);
    bench.click(1, 4, Qt::ShiftModifier);
    bench.table.copyWithHeaders();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Gold\tGold vs previous\n4655\t1"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChangeColumns)
#include "tst_changecolumns.moc"
