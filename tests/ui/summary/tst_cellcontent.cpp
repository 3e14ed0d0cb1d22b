// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/summary/cellcontent.h"
#include "ui/summary/legendcommands.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QLocale english()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

std::vector<CellContent> cells(const Dataset &dataset,
                               const std::vector<Earlier> &earlier = {},
                               const std::optional<Zoom> &zoom = {})
{
    DatasetModel model;
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset), earlier);
    return cellsOf(model, zoom, english());
}

/// Before @p dataset it was always @p part of it.
Earlier partOf(const Dataset &dataset, double part)
{
    Earlier earlier;
    earlier.times.resize(dataset.times.size());
    earlier.series = dataset.series;
    for (Series &series : earlier.series) {
        for (double &value : series.values) {
            value *= part;
        }
    }
    return earlier;
}

} // namespace

/// What the cells of the summary strip say.
class TestCellContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aCellSaysTheMockUpsNumbers();
    static void numbersAreTheTables();
    static void changeIsOnTheNearestEarlierTime();
    static void fromNothingIsNew();
    static void withoutAnEarlierTimeThereIsNoChange();
    static void aZoomedViewCountsWhatIsInView();
    static void aZoomElsewhereIsNone();
    static void whatIsNotLoadedIsSaid();
    static void noValueIsADash();
    static void smallAveragesKeepADigit();
    static void aYearAndADayNeedsTheYear();
    static void theOnlyOneInViewIsAlone();
    static void everythingIsSpoken();
    static void absurdNumbersAreShort();
    static void hidingIsATurnEachWay();
    static void isolatingTwiceShowsAll();
    static void whatIsElsewhereStaysHidden();
};

void TestCellContent::aCellSaysTheMockUpsNumbers()
{
    const Dataset dataset = shopDays();
    DatasetModel model;
    model.setDataset(std::make_shared<const Dataset>(dataset), shopLooks());
    const std::vector<CellContent> shop = cellsOf(model, {}, english());
    QCOMPARE(shop.size(), std::size_t{4});
    const CellContent &gold = shop[1];
    QCOMPARE(gold.name, u"Gold members"_s);
    QCOMPARE(gold.colorSlot, 0);
    QVERIFY(!gold.hidden);
    QCOMPARE(gold.note, u"incl. incomplete"_s);
    QCOMPARE(gold.rows[1], (CellContent::Row{.label = u"Peak 13 Nov"_s, .value = u"6,255"_s}));
    QCOMPARE(gold.rows[2], (CellContent::Row{.label = u"Latest 22 Nov"_s, .value = u"4,655"_s}));
}

void TestCellContent::numbersAreTheTables()
{
    const Dataset dataset = shopDays();
    DatasetModel model;
    model.setLocale(english());
    model.setDataset(std::make_shared<const Dataset>(dataset), shopLooks());
    const std::vector<CellContent> shop = cellsOf(model, {}, english());
    for (int series = 0; series < 4; ++series) {
        double sum = 0;
        double complete = 0;
        QString peak;
        double highest = -1;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex cell = model.index(row, series + 1);
            const double value = cell.data(DatasetModel::SortRole).toDouble();
            sum += value;
            if (row == model.rowCount() - 1) {
                continue; // so far
            }
            complete += value;
            if (value > highest) {
                highest = value;
                peak = cell.data().toString();
            }
        }
        const CellContent &cell = shop[static_cast<std::size_t>(series)];
        QCOMPARE(cell.total, english().toString(sum, 'f', 0));
        QCOMPARE(cell.rows[0].value, english().toString(std::round(complete / 29), 'f', 0));
        QCOMPARE(cell.rows[1].value, peak);
        QCOMPARE(cell.rows[2].value, model.index(28, series + 1).data().toString());
    }
}

void TestCellContent::changeIsOnTheNearestEarlierTime()
{
    const Dataset dataset = daysOf({30, 40, 30});
    const CellContent cell = cells(dataset, {partOf(dataset, 0.8), partOf(dataset, 2)}).front();
    QCOMPARE(cell.direction, 1);
    QCOMPARE(cell.percent, u"25.0\u00A0%"_s);
    QCOMPARE(cell.difference, u"+20"_s);
    const CellContent fallen = cells(dataset, {partOf(dataset, 2)}).front();
    QCOMPARE(fallen.direction, -1);
    QCOMPARE(fallen.difference, u"\u2212100"_s);
    QCOMPARE(cells(dataset, {partOf(dataset, 1)}).front().direction, 0);
}

void TestCellContent::fromNothingIsNew()
{
    const Dataset dataset = daysOf({30, 40, 30});
    const CellContent cell = cells(dataset, {partOf(dataset, 0)}).front();
    QCOMPARE(cell.percent, u"new"_s);
    QVERIFY(cell.spoken.contains(u"new"_s));
    QVERIFY(!cell.spoken.contains(u"inf"_s));
}

void TestCellContent::withoutAnEarlierTimeThereIsNoChange()
{
    const CellContent cell = cells(daysOf({30, 40, 30})).front();
    QVERIFY(cell.percent.isEmpty());
    QVERIFY(cell.difference.isEmpty());
    QCOMPARE(cell.direction, 0);
}

void TestCellContent::aZoomedViewCountsWhatIsInView()
{
    const Dataset dataset = daysOf({1, 20, 300, 4000, 50000});
    const Zoom zoom{.first = dataset.times[1], .last = dataset.times[3]};
    const CellContent cell = cells(dataset, {partOf(dataset, 0.5)}, zoom).front();
    QCOMPARE(cell.total, u"4,320"_s);
    QCOMPARE(cell.rows[0].value, u"1,440"_s);
    QCOMPARE(cell.rows[1], (CellContent::Row{.label = u"Peak 22 Nov"_s, .value = u"4,000"_s}));
    QCOMPARE(cell.difference, u"+2,160"_s);
}

void TestCellContent::aZoomElsewhereIsNone()
{
    const Dataset dataset = daysOf({1, 2, 3});
    const Zoom before{.first = 0, .last = msPerDay};
    QCOMPARE(bucketsIn(dataset.times, before), (BucketSpan{.first = 0, .last = 2}));
    QCOMPARE(bucketsIn(dataset.times, std::nullopt), (BucketSpan{.first = 0, .last = 2}));
    const Zoom reaching{.first = 0, .last = dataset.times[1] + 1};
    QCOMPARE(bucketsIn(dataset.times, reaching), (BucketSpan{.first = 0, .last = 1}));
}

void TestCellContent::whatIsNotLoadedIsSaid()
{
    Dataset dataset = daysOf({1, 2, 3});
    setState(dataset, 0, BucketState::Unread);
    QCOMPARE(cells(dataset).front().note, u"not all is loaded"_s);
    dataset.isLoading = true;
    QCOMPARE(cells(dataset).front().note, u"loading…"_s);
}

void TestCellContent::noValueIsADash()
{
    Dataset dataset = daysOf({1, 2});
    setState(dataset, 0, BucketState::Missing);
    setState(dataset, 1, BucketState::NotCollected);
    const CellContent cell = cells(dataset).front();
    QCOMPARE(cell.total, u"–"_s);
    for (const CellContent::Row &row : cell.rows) {
        QCOMPARE(row.value, u"–"_s);
    }
    QCOMPARE(cell.rows[1].label, u"Peak"_s);
    QVERIFY(cell.note.isEmpty());
}

void TestCellContent::smallAveragesKeepADigit()
{
    QCOMPARE(cells(daysOf({2, 3})).front().rows[0].value, u"2.5"_s);
    QCOMPARE(cells(daysOf({2, 4})).front().rows[0].value, u"3"_s);
    QCOMPARE(cells(daysOf({1000, 1001})).front().rows[0].value, u"1,001"_s);
}

void TestCellContent::aYearAndADayNeedsTheYear()
{
    std::vector<double> values(367, 1);
    values[0] = 9;
    QCOMPARE(cells(daysOf(values)).front().rows[1].label, u"Peak 22 Nov 2025"_s);
    values.erase(values.begin());
    values[0] = 9;
    QCOMPARE(cells(daysOf(values)).front().rows[1].label, u"Peak 23 Nov"_s);
}

void TestCellContent::theOnlyOneInViewIsAlone()
{
    const Dataset dataset = shopDays();
    std::vector<DatasetModel::Look> looks = shopLooks();
    for (const std::size_t i : {0U, 1U, 3U}) {
        looks[i].hidden = true;
    }
    DatasetModel model;
    model.setDataset(std::make_shared<const Dataset>(dataset), looks);
    const std::vector<CellContent> shop = cellsOf(model, {}, english());
    QVERIFY(shop[2].alone);
    QVERIFY(!shop[0].alone);
    QVERIFY(shop[0].hidden);
    QVERIFY(shop[0].spoken.endsWith(u"hidden"_s));
}

void TestCellContent::everythingIsSpoken()
{
    const Dataset dataset = daysOf({30, 40, 30});
    QCOMPARE(cells(dataset, {partOf(dataset, 0.8)}).front().spoken,
             u"Total 100; up 25.0\u00A0% on the earlier period, +20; Average 33.3; "
             "Peak 22 Nov 40; Latest 23 Nov 30"_s);
}

void TestCellContent::absurdNumbersAreShort()
{
    const CellContent cell = cells(daysOf({1e300, 1e300})).front();
    QVERIFY2(cell.total.size() < 12, qUtf8Printable(cell.total));
    QVERIFY(cell.rows[1].value.size() < 12);
}

void TestCellContent::hidingIsATurnEachWay()
{
    const SeriesId gold{.event = u"buy"_s, .segmentId = u"gold"_s};
    const SeriesId all{.event = u"buy"_s};
    const std::vector<SeriesId> both = withHidden({all}, gold, true);
    QCOMPARE(both, (std::vector<SeriesId>{all, gold}));
    QCOMPARE(withHidden(both, gold, true), both);
    QCOMPARE(withHidden(both, gold, false), std::vector<SeriesId>{all});
}

void TestCellContent::isolatingTwiceShowsAll()
{
    const std::vector<SeriesId> all{{.segmentId = u"a"_s}, {.segmentId = u"b"_s}, {}};
    const std::vector<SeriesId> hidden = isolated({}, all, all[1]);
    QCOMPARE(hidden, (std::vector<SeriesId>{all[0], all[2]}));
    QCOMPARE(isolated(hidden, all, all[2]), (std::vector<SeriesId>{all[0], all[1]}));
    QCOMPARE(isolated(hidden, all, all[1]), std::vector<SeriesId>());
    QCOMPARE(isolated(all, all, all[0]), (std::vector<SeriesId>{all[1], all[2]}));
}

void TestCellContent::whatIsElsewhereStaysHidden()
{
    const SeriesId other{.event = u"other"_s};
    const std::vector<SeriesId> all{{.segmentId = u"a"_s}, {.segmentId = u"b"_s}};
    const std::vector<SeriesId> hidden = isolated({other}, all, all[0]);
    QCOMPARE(hidden, (std::vector<SeriesId>{other, all[1]}));
    QCOMPARE(isolated(hidden, all, all[0]), std::vector<SeriesId>{other});
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestCellContent)
#include "tst_cellcontent.moc"
