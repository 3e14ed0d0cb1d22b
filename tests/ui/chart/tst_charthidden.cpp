// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"
#include "tests/ui/chart/legendchart.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

bool isInked(const Sketch &sketch, const QColor &color)
{
    const auto isIt = [&color](const auto &part) {
        return part.pen.color() == color;
    };
    return std::any_of(
               sketch.discs.begin(),
               sketch.discs.end(),
               [&](const Sketch::Disc &disc) { return isIt(disc) || disc.brush.color() == color; })
        || std::any_of(sketch.fills.begin(), sketch.fills.end(), [&](const Sketch::Fill &fill) {
               return fill.color == color;
           });
}

QStringList wordsOf(const Sketch &sketch)
{
    QStringList words;
    for (const Sketch::Words &word : sketch.words) {
        words.append(word.text);
    }
    return words;
}

} // namespace

/// What the chart does with series that are hidden.
class TestChartHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aHiddenSeriesIsNowhere();
    static void theScaleStaysWhileHiding();
    static void hidingAndShowingGivesTheSamePicture();
    static void hiddenStatesLeaveNoMarks();
    static void nothingShownIsNoProblem();
    static void hidingLetsLabelsReturnToTheLineEnds();
    static void aLineAloneHasItsColour();
    static void aPictureOfManyKeepsColours();
};

void TestChartHidden::aHiddenSeriesIsNowhere()
{
    LegendChart shown;
    const QColor gold = lightTokens().series[0];
    QVERIFY(isInked(pointsSketch(shown.plan()), gold));
    shown.hide({1});
    QVERIFY(!isInked(pointsSketch(shown.plan()), gold));
    QVERIFY(!isInked(labelsSketch(shown.plan()), gold));
    QVERIFY(!wordsOf(labelsSketch(shown.plan())).contains(u"Gold members"_s));
    QVERIFY(!isInked(crosshairSketch(shown.plan(), 3), gold));
    QVERIFY(!wordsOf(tooltipFor(shown.plan(), 3).sketch).contains(u"Gold members"_s));
    QVERIFY(!spokenBucket(shown.plan(), 3).contains(u"Gold"_s));
    QVERIFY(spokenBucket(shown.plan(), 3).contains(u"Silver members"_s));
    QCOMPARE(shown.linePens().size(), std::size_t{3});
    for (const QPen &pen : shown.linePens()) {
        QVERIFY(pen.color() != gold);
    }
}

void TestChartHidden::theScaleStaysWhileHiding()
{
    LegendChart shown;
    const ValueAxis axis = shown.plan().frame.axis;
    shown.hide({0}); // the largest
    QCOMPARE(shown.plan().frame.axis, axis);
    QVERIFY(shown.plan().frame.yOf(1'000) > shown.plan().frame.plot.top());
}

void TestChartHidden::hidingAndShowingGivesTheSamePicture()
{
    LegendChart shown;
    const QImage before = shown.picture();
    shown.hide({1, 3});
    QVERIFY(shown.picture() != before);
    shown.hide({});
    QCOMPARE(shown.picture(), before);
}

void TestChartHidden::hiddenStatesLeaveNoMarks()
{
    LegendChart shown;
    Dataset dataset = daysOf({5, 6, 7, 8, 9, 5, 6, 7, 8, 9});
    addSeries(dataset, {3, 4});
    for (const std::size_t i : {0U, 1U, 2U}) {
        dataset.series[1].states[i] = BucketState::NotCollected;
    }
    dataset.series[1].states[9] = BucketState::Incomplete;
    shown.load(dataset, looksFor(dataset));
    QVERIFY(!shown.plan().frame.outline->notCollected.empty());
    QVERIFY(!shown.plan().frame.laneText.isEmpty());
    shown.hide({1});
    QVERIFY(shown.plan().frame.outline->notCollected.empty());
    QVERIFY(shown.plan().frame.outline->incomplete.empty());
    QVERIFY(shown.plan().frame.laneText.isEmpty());
    QVERIFY(bandsSketch(shown.plan()).segments.empty());
}

void TestChartHidden::nothingShownIsNoProblem()
{
    LegendChart shown;
    Dataset dataset = shopDays();
    setState(dataset, 4, BucketState::Missing);
    shown.load(dataset, shopLooks());
    shown.hide({0, 1, 2, 3});
    QVERIFY(shown.linePens().empty());
    QVERIFY(shown.plan().frame.endLabels.empty());
    QVERIFY(!wordsOf(labelsSketch(shown.plan())).contains(u"no value"_s));
    QVERIFY(!shown.picture().isNull());
    QVERIFY(!spokenBucket(shown.plan(), 3).isEmpty());
}

void TestChartHidden::hidingLetsLabelsReturnToTheLineEnds()
{
    LegendChart shown;
    const Dataset dataset = manySeries(8);
    shown.load(dataset, looksFor(dataset));
    QVERIFY(shown.plan().frame.endLabels.empty());
    QCOMPARE(shown.plan().frame.legend.size(), std::size_t{8});
    shown.hide({0, 3});
    QCOMPARE(shown.plan().frame.endLabels.size(), std::size_t{6});
    QCOMPARE(shown.plan().frame.endLabels.front().series, std::size_t{1});
}

void TestChartHidden::aLineAloneHasItsColour()
{
    LegendChart shown;
    const Dataset dataset = manySeries(9);
    shown.load(dataset, looksFor(dataset));
    shown.hide({0, 1, 2, 3, 4, 5, 6, 8});
    QCOMPARE(shown.plan().lineColor(7), lightTokens().series[1]);
}

void TestChartHidden::aPictureOfManyKeepsColours()
{
    LegendChart shown;
    const Dataset dataset = manySeries(8);
    DatasetModel model;
    ChartScene still;
    still.setSize(chartSize);
    still.setModel(&model);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    QCOMPARE(still.plan().lineColor(2), lightTokens().series[2]);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartHidden)
#include "tst_charthidden.moc"
