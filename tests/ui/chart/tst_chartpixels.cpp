// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"

#include <QChart>
#include <QLineSeries>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestChartPixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theLineIsWhereTheScaleSaysItIs_data();
    static void theLineIsWhereTheScaleSaysItIs();
    static void theLineFollowsAResizeOfAShownChart();
    static void theBaselineAndTheTopTickAreThePlotsEdges();
    static void aGapIsEmpty();
    static void zeroIsAPointOnTheBaseline();
    static void theOpenStretchIsDashed();
    static void theOpenPointIsHollow();
    static void zeroMissingAndNotCollectedLookDifferent();
    static void anEmptyDatasetPaintsNothing();
    static void manySeriesAreSegmentsNotCharts();
    static void oneAbsurdValueIsDrawnInside();
    static void aLonePointShows();
};

void TestChartPixels::theLineIsWhereTheScaleSaysItIs_data()
{
    QTest::addColumn<double>("value");
    QTest::newRow("baseline") << 0.0;
    QTest::newRow("middle") << 500.0;
    QTest::newRow("top tick") << 1'000.0;
}

void TestChartPixels::theLineIsWhereTheScaleSaysItIs()
{
    QFETCH(double, value);
    // 40 buckets: too many for points, so this is the line alone; the last sets the scale.
    std::vector<double> values(40, value);
    values.back() = 1'000;
    const Shot shot = shotOf(daysOf(values));
    QCOMPARE(shot.frame.axis.top(), 1'000.0);
    const qreal x = shot.frame.centerOf(10) + shot.frame.columnWidth() / 2;
    const qreal y = shot.frame.yOf(value);
    // Two pixels of line around y, uncut at both edges of the plot.
    QCOMPARE(shot.inked(x, y - 1, y + 1, blue()), 2);
    QCOMPARE(shot.inked(x, y - 8, y - 3, blue()), 0);
    QCOMPARE(shot.inked(x, y + 3, y + 8, blue()), 0);
}

void TestChartPixels::theLineFollowsAResizeOfAShownChart()
{
    const Dataset dataset = daysOf(std::vector<double>(40, 300));
    DatasetModel model;
    ChartScene scene;
    scene.setSize(chartSize);
    scene.setModel(&model);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    painted(scene);
    scene.setSize(QSize(900, 500));
    const Shot shot{.image = painted(scene), .frame = scene.frame()};
    const qreal x = shot.frame.centerOf(20) + shot.frame.columnWidth() / 2;
    QCOMPARE(shot.inked(x, shot.frame.yOf(300) - 1, shot.frame.yOf(300) + 1, blue()), 2);
}

void TestChartPixels::theBaselineAndTheTopTickAreThePlotsEdges()
{
    const Shot shot = shotOf(daysOf({40, 60, 50}));
    const QRectF plot = shot.frame.plot;
    QVERIFY(shot.at(plot.left() + 3, plot.bottom()).lightness() < 150);
    QCOMPARE(shot.at(plot.left() + 3, plot.top()), lightTokens().gridLine);
    QCOMPARE(shot.at(plot.left() - 1, plot.bottom()), QColor(Qt::white));
    QVERIFY(shot.at(plot.right() - 1, plot.bottom()).lightness() < 150);
    QCOMPARE(shot.at(plot.right(), plot.bottom()), QColor(Qt::white));
}

void TestChartPixels::aGapIsEmpty()
{
    Dataset dataset = daysOf({5, 5, 5, 5, 5, 5, 5});
    setState(dataset, 3, BucketState::Missing);
    const Shot shot = shotOf(dataset);
    QCOMPARE(blueAt(shot, 3), 0);
    // The caps at both ends.
    const qreal y = shot.frame.yOf(5);
    QVERIFY(shot.inked(shot.frame.centerOf(2), y - 5, y + 5, blue()) >= 8);
    QVERIFY(shot.inked(shot.frame.centerOf(4), y - 5, y + 5, blue()) >= 8);
}

void TestChartPixels::zeroIsAPointOnTheBaseline()
{
    const Shot shot = shotOf(daysOf({50, 50, 0, 50, 50}));
    const qreal y = shot.frame.plot.bottom();
    QVERIFY(shot.inked(shot.frame.centerOf(2), y - 3, y + 3, blue()) >= 4);
    const Shot sparse = shotOf(daysOf([] {
        std::vector<double> values(60, 50);
        values[30] = 0;
        return values;
    }()));
    const qreal x = sparse.frame.centerOf(30);
    QVERIFY(
        sparse.inked(x - 1, sparse.frame.plot.bottom() - 2, sparse.frame.plot.bottom() + 2, blue())
        >= 2);
}

void TestChartPixels::theOpenStretchIsDashed()
{
    Dataset dataset = daysOf({5, 5, 5});
    const auto runOf = [](const Shot &shot) {
        // Along the level line from the second to the third bucket, count changes of ink.
        int changes = 0;
        bool was = true;
        const auto from = static_cast<int>(shot.frame.centerOf(1)) + 6;
        const auto to = static_cast<int>(shot.frame.centerOf(2)) - 6;
        for (int x = from; x < to; ++x) {
            const bool inked = shot.inked(x, shot.frame.yOf(5) - 1, shot.frame.yOf(5) + 1, blue())
                             > 0;
            changes += inked != was ? 1 : 0;
            was = inked;
        }
        return changes;
    };
    QCOMPARE(runOf(shotOf(dataset)), 0);
    setState(dataset, 2, BucketState::Incomplete);
    QVERIFY(runOf(shotOf(dataset)) > 20);
}

void TestChartPixels::theOpenPointIsHollow()
{
    Dataset dataset = daysOf({5, 5, 3});
    setState(dataset, 2, BucketState::Incomplete);
    const Shot shot = shotOf(dataset);
    const QPointF center(shot.frame.centerOf(2), shot.frame.yOf(3));
    QCOMPARE(shot.at(center.x(), center.y()), lightTokens().base);
    QVERIFY(shot.inked(center.x(), center.y() - 5, center.y() - 2, blue()) >= 1);
}

void TestChartPixels::zeroMissingAndNotCollectedLookDifferent()
{
    Dataset zero = daysOf({0, 5, 5, 5});
    const Shot zeroShot = shotOf(zero);
    setState(zero, 0, BucketState::Missing);
    const Shot missingShot = shotOf(zero);
    setState(zero, 0, BucketState::NotCollected);
    const Shot hatchedShot = shotOf(zero);
    const QRect column = zeroShot.frame.columns(0, 0).toRect().adjusted(2, 2, -2, -2);
    QVERIFY(zeroShot.image.copy(column) != missingShot.image.copy(column));
    QVERIFY(missingShot.image.copy(column) != hatchedShot.image.copy(column));
    QVERIFY(blueAt(zeroShot, 0) > 0);
    QCOMPARE(blueAt(missingShot, 0), 0);
    QCOMPARE(blueAt(hatchedShot, 0), 0);
}

void TestChartPixels::anEmptyDatasetPaintsNothing()
{
    DatasetModel model;
    ChartScene scene;
    scene.setSize(chartSize);
    scene.setModel(&model);
    QImage blank(chartSize, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QCOMPARE(painted(scene), blank);
}

void TestChartPixels::manySeriesAreSegmentsNotCharts()
{
    Dataset dataset = emptyDays(100);
    for (int i = 0; i < 100; ++i) {
        addSeries(dataset, {10.0 * i, 12.0 * i});
    }
    DatasetModel model;
    ChartScene scene;
    scene.setSize(chartSize);
    scene.setModel(&model);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    QVERIFY(scene.chart().series().isEmpty());
    const Shot shot{.image = painted(scene), .frame = scene.frame()};
    const qreal x = shot.frame.centerOf(50);
    QVERIFY(shot.inked(x, shot.frame.plot.top(), shot.frame.plot.bottom(), lightTokens().disabled)
            > 10);
}

void TestChartPixels::oneAbsurdValueIsDrawnInside()
{
    const Shot shot = shotOf(daysOf({3, 1e300, 5}));
    QVERIFY(shot.frame.yOf(1e300) >= shot.frame.plot.top());
    QVERIFY(blueAt(shot, 1) > 0);
}

void TestChartPixels::aLonePointShows()
{
    const Shot shot = shotOf(daysOf({5}));
    QVERIFY(blueAt(shot, 0) >= 4);
    Dataset gaps = daysOf(std::vector<double>(60, 5));
    setState(gaps, 20, BucketState::Missing);
    setState(gaps, 22, BucketState::Missing);
    QVERIFY(blueAt(shotOf(gaps), 21) >= 4);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartPixels)
#include "tst_chartpixels.moc"
