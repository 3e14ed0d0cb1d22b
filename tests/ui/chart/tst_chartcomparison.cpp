// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/comparisonbench.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Earlier times in the chart: their lines, their words in head and tooltip.
class TestChartComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anEarlierTimeIsAThinPaleLine();
    static void thePaleColourIsHalfWayToTheGround_data();
    static void thePaleColourIsHalfWayToTheGround();
    static void fourEarlierTimesAreFourLines();
    static void theSeriesRunsOverItsEarlierLine();
    static void theLineEndsWhereNothingCanBeCompared();
    static void anEarlierSumThatLacksAPartIsNotDrawn();
    static void aGapStaysAGap();
    static void aHiddenSeriesHidesItsEarlierLine();
    static void theScaleHasRoomForEarlierValues();
    static void aValueThatIsNotDrawnNeedsNoRoom();
    static void manyPointsAreDrawnAsWell();
    static void withoutAComparisonTheLineIsGone();
    static void theTooltipHasTheEarlierCountAndTheChange();
    static void theTooltipSpeaksFrench();
    static void theYearIsSaidWhereItIsAnother();
    static void whatIsSoFarHasNoChange();
    static void wherePreviouslyWasNoneIsNew();
    static void severalTimesHaveTheirDatesAboveTheirColumns();
    static void noWordOfTheTooltipLiesOverAnother();
    static void theHeadSaysWhatTheLinesAre();
    static void theKeyOutlivesTheSubtitle();
    static void aLowChartHasItBesideTheTitle();
    static void theScreenReaderHearsTheChange();
    static void ofOneSeriesTooTheChangeIsHeard_data();
    static void ofOneSeriesTooTheChangeIsHeard();
    static void earlierLinesStepBackWithTheirSeries();
};

void TestChartComparison::anEarlierTimeIsAThinPaleLine()
{
    const Dataset dataset = daysOf(std::vector<double>(40, 800));
    ComparisonBench bench(dataset, {before(dataset, 6, 0.5)});
    const Shot shot = bench.shot();
    const int rows = paleAt(shot, 20, 400);
    QVERIFY2(rows == 1 || rows == 2, QByteArray::number(rows).constData());
    QCOMPARE(shot.inked(
                 shot.frame.centerOf(20), shot.frame.yOf(400) - 3, shot.frame.yOf(400) + 3, blue()),
             0);
}

void TestChartComparison::thePaleColourIsHalfWayToTheGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<qreal>("part");
    QTest::newRow("light") << false << 0.5;
    QTest::newRow("dark") << true << 0.65;
}

void TestChartComparison::thePaleColourIsHalfWayToTheGround()
{
    QFETCH(bool, dark);
    QFETCH(qreal, part);
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    const QColor color = pale(tokens);
    QCOMPARE(color.alpha(), 255);
    QCOMPARE(color.red(), qRound(tokens.series[0].red() * part + tokens.base.red() * (1 - part)));
    QCOMPARE(color.blue(),
             qRound(tokens.series[0].blue() * part + tokens.base.blue() * (1 - part)));
}

void TestChartComparison::fourEarlierTimesAreFourLines()
{
    const Dataset dataset = daysOf(std::vector<double>(40, 1'000));
    ComparisonBench bench(dataset,
                          {before(dataset, 6, 0.8),
                           before(dataset, 12, 0.6),
                           before(dataset, 18, 0.4),
                           before(dataset, 24, 0.2)});
    const Shot shot = bench.shot();
    for (const double value : {800.0, 600.0, 400.0, 200.0}) {
        QVERIFY2(paleAt(shot, 10, value) >= 1, QByteArray::number(value).constData());
    }
    QCOMPARE(paleAt(shot, 10, 500), 0);
}

void TestChartComparison::theSeriesRunsOverItsEarlierLine()
{
    const Dataset dataset = daysOf(std::vector<double>(40, 500));
    ComparisonBench bench(dataset, {before(dataset, 6, 1)});
    const Shot shot = bench.shot();
    const qreal x = shot.frame.centerOf(10) + shot.frame.columnWidth() / 2;
    QCOMPARE(shot.inked(x, shot.frame.yOf(500) - 1, shot.frame.yOf(500) + 1, blue()), 2);
}

void TestChartComparison::theLineEndsWhereNothingCanBeCompared()
{
    Dataset dataset = daysOf(std::vector<double>(20, 800));
    setState(dataset, 19, BucketState::Incomplete);
    ComparisonBench bench(dataset, {before(dataset, 3, 0.5)});
    const Shot shot = bench.shot();
    QVERIFY(paleAt(shot, 17, 400) >= 1);
    QCOMPARE(paleAt(shot, 18, 400), 0);
}

void TestChartComparison::anEarlierSumThatLacksAPartIsNotDrawn()
{
    const Dataset dataset = daysOf(std::vector<double>(20, 800));
    Earlier earlier = before(dataset, 3, 0.5);
    earlier.series.front().states[0] = BucketState::Incomplete;
    ComparisonBench bench(dataset, {earlier});
    const Shot shot = bench.shot();
    QCOMPARE(paleAt(shot, 0, 400), 0);
    QVERIFY(paleAt(shot, 1, 400) >= 1);
}

void TestChartComparison::aGapStaysAGap()
{
    const Dataset dataset = daysOf(std::vector<double>(20, 800));
    Earlier earlier = before(dataset, 3, 0.5);
    earlier.series.front().states[10] = BucketState::Missing;
    earlier.times[10].reset();
    ComparisonBench bench(dataset, {earlier});
    const Shot shot = bench.shot();
    QCOMPARE(paleAt(shot, 9, 400), 0);
    QCOMPARE(paleAt(shot, 10, 400), 0);
    QVERIFY(paleAt(shot, 8, 400) >= 1);
    QVERIFY(paleAt(shot, 11, 400) >= 1);
    QVERIFY(bench.tooltip(10).filter(u"vs"_s).isEmpty());
}

void TestChartComparison::aHiddenSeriesHidesItsEarlierLine()
{
    Dataset dataset = daysOf(std::vector<double>(20, 800));
    addSeries(dataset, std::vector<double>(20, 100));
    std::vector<DatasetModel::Look> looks = looksFor(dataset);
    looks.front().hidden = true;
    ComparisonBench bench(dataset, {before(dataset, 3, 0.5)}, looks);
    const Shot shot = bench.shot();
    QCOMPARE(paleAt(shot, 10, 400), 0);
}

void TestChartComparison::theScaleHasRoomForEarlierValues()
{
    const Dataset dataset = daysOf({50, 60, 70});
    ComparisonBench bench(dataset, {before(dataset, 1, 100)});
    QVERIFY(bench.scene.frame().axis.top() >= 7'000);
}

void TestChartComparison::aValueThatIsNotDrawnNeedsNoRoom()
{
    Dataset dataset = daysOf({50, 60, 70});
    setState(dataset, 2, BucketState::Incomplete);
    Earlier earlier = before(dataset, 1, 1);
    earlier.series.front().values[2] = 1e9;
    ComparisonBench bench(dataset, {earlier});
    QVERIFY(bench.scene.frame().axis.top() <= 100);
}

void TestChartComparison::manyPointsAreDrawnAsWell()
{
    const Dataset dataset = daysOf(std::vector<double>(4'000, 800));
    ComparisonBench bench(dataset, {before(dataset, 600, 0.5)});
    QVERIFY(bench.scene.plan().isDense());
    const Shot shot = bench.shot();
    const int rows = paleAt(shot, 2'000, 400);
    QVERIFY2(rows == 1 || rows == 2, QByteArray::number(rows).constData());
}

void TestChartComparison::withoutAComparisonTheLineIsGone()
{
    const Dataset dataset = daysOf(std::vector<double>(40, 800));
    ComparisonBench bench(dataset, {before(dataset, 6, 0.5)});
    QVERIFY(paleAt(bench.shot(), 20, 400) >= 1);
    bench.model.setDataset(bench.model.dataset(), looksFor(dataset));
    QCOMPARE(paleAt(bench.shot(), 20, 400), 0);
}

void TestChartComparison::theTooltipHasTheEarlierCountAndTheChange()
{
    const Dataset dataset = shopDays();
    const ComparisonBench bench(dataset, {before(dataset, 5, 0.8)}, shopLooks());
    const QStringList texts = bench.tooltip(20);
    QCOMPARE(texts.at(0), u"Sat 14 Nov 2026"_s);
    QCOMPARE(texts.at(1), u"vs Sat 10 Oct"_s);
    const QStringList first = texts.mid(2, 4);
    QCOMPARE(first, (QStringList{u"All users"_s, u"17,772"_s, u"14,218"_s, u"+25.0\u00A0%"_s}));
    QCOMPARE(texts.filter(u"+25.0"_s).size(), 4);
}

void TestChartComparison::theTooltipSpeaksFrench()
{
    const Dataset dataset = daysOf({8'000, 6'000});
    ComparisonBench bench(dataset, {before(dataset, 5, 1.25)});
    bench.scene.setLocale(QLocale(QLocale::French, QLocale::France));
    const QStringList texts = bench.tooltip(1);
    QVERIFY2(texts.contains(u"\u221220,0\u00A0%"_s), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(u"7\u202F500"_s));
}

void TestChartComparison::theYearIsSaidWhereItIsAnother()
{
    const Dataset dataset = daysOf({5, 6, 7});
    const ComparisonBench bench(dataset, {before(dataset, 52, 1)});
    QCOMPARE(bench.tooltip(2).at(1), u"vs Mon 24 Nov 2025"_s);
}

void TestChartComparison::whatIsSoFarHasNoChange()
{
    const Dataset dataset = shopDays();
    const ComparisonBench bench(dataset, {before(dataset, 5, 2)}, shopLooks());
    const QStringList texts = bench.tooltip(29);
    QVERIFY(texts.filter(u"%"_s).isEmpty());
    QVERIFY(texts.filter(u"vs"_s).isEmpty());
    QVERIFY(!texts.contains(u"18,240"_s));
}

void TestChartComparison::wherePreviouslyWasNoneIsNew()
{
    const Dataset dataset = daysOf({5, 6, 7});
    const ComparisonBench bench(dataset, {before(dataset, 1, 0)});
    QVERIFY(bench.tooltip(1).contains(u"new"_s));
    QVERIFY(bench.tooltip(1).filter(u"inf"_s).isEmpty());
}

void TestChartComparison::severalTimesHaveTheirDatesAboveTheirColumns()
{
    const Dataset dataset = daysOf({100, 100, 100});
    const ComparisonBench bench(dataset, {before(dataset, 1, 0.5), before(dataset, 60, 0.25)});
    const QStringList texts = bench.tooltip(2);
    QCOMPARE(texts,
             (QStringList{u"Mon 23 Nov 2026"_s,
                          u"16 Nov"_s,
                          u"29 Sep 2025"_s,
                          u"Series 1"_s,
                          u"100"_s,
                          u"50"_s,
                          u"25"_s,
                          u"+100.0\u00A0%"_s}));
}

void TestChartComparison::noWordOfTheTooltipLiesOverAnother()
{
    const Dataset dataset = shopDays();
    const std::vector<std::vector<Earlier>> comparisons{
        {before(dataset, 5, 0.001)},
        {before(dataset, 5, 1), before(dataset, 10, 99), before(dataset, 57, 0.5)}};
    for (const std::vector<Earlier> &earlier : comparisons) {
        const ComparisonBench bench(dataset, earlier, shopLooks());
        const Tooltip tooltip = tooltipFor(bench.scene.plan(), 12);
        std::vector<QRectF> boxes;
        for (const Sketch::Words &words : tooltip.sketch.words) {
            const QRectF box(
                words.baseline.x(), words.baseline.y() - 8, textWidth(words.text, words.font), 8);
            QVERIFY2(tooltip.rect.contains(box), qPrintable(words.text));
            const bool overlaps = std::any_of(boxes.begin(), boxes.end(), [&](const QRectF &other) {
                return other.adjusted(-4, 0, 4, 0).intersects(box);
            });
            QVERIFY2(!overlaps, qPrintable(words.text));
            boxes.push_back(box);
        }
    }
}

void TestChartComparison::theHeadSaysWhatTheLinesAre()
{
    const Dataset dataset = shopDays();
    ComparisonBench bench(dataset, {before(dataset, 5, 1)}, shopLooks(), {1'280, 448});
    const auto lines = [&bench] {
        return labelsSketch(bench.scene.plan()).segments.size();
    };
    bench.scene.setHeadings(u"Title"_s, u"Subtitle"_s);
    const std::size_t without = lines();
    bench.scene.setHeadings(u"Title"_s, u"Subtitle"_s, u"previous period, 20 Sep – 19 Oct"_s);
    QVERIFY(bench.labels().contains(u"Subtitle"_s));
    QVERIFY(bench.labels().contains(u"previous period, 20 Sep – 19 Oct"_s));
    QCOMPARE(lines(), without + 1);
}

void TestChartComparison::theKeyOutlivesTheSubtitle()
{
    const Dataset dataset = shopDays();
    ComparisonBench bench(dataset, {before(dataset, 5, 1)}, shopLooks(), {340, 448});
    const auto subtitle = u"Custom event checkout_completed, all apps"_s;
    bench.scene.setHeadings(u"Title"_s, subtitle, u"previous period, 20 Sep – 19 Oct"_s);
    QVERIFY(bench.labels().contains(u"previous period, 20 Sep – 19 Oct"_s));
    QVERIFY(!bench.labels().contains(subtitle));
}

void TestChartComparison::aLowChartHasItBesideTheTitle()
{
    const Dataset dataset = shopDays();
    ComparisonBench bench(dataset, {before(dataset, 5, 1)}, shopLooks(), {960, 300});
    bench.scene.setHeadings(u"Title"_s, u"Subtitle"_s, u"previous period"_s);
    const Sketch sketch = labelsSketch(bench.scene.plan());
    const auto wordsOf = [&sketch](const QString &text) {
        return *std::find_if(sketch.words.begin(),
                             sketch.words.end(),
                             [&text](const Sketch::Words &words) { return words.text == text; });
    };
    const Sketch::Words key = wordsOf(u"previous period"_s);
    QVERIFY(std::abs(key.baseline.x() + textWidth(key.text, key.font) - 944) < 1);
    QVERIFY(wordsOf(u"Subtitle"_s).baseline.x() < key.baseline.x());
    QVERIFY(std::abs(key.baseline.y() - wordsOf(u"Title"_s).baseline.y()) < 4);
}

void TestChartComparison::theScreenReaderHearsTheChange()
{
    const Dataset dataset = daysOf({100, 100, 100});
    Earlier earlier = before(dataset, 1, 0.5);
    earlier.series.front().values[0] = 0;
    earlier.series.front().values[1] = 100;
    const ComparisonBench bench(dataset, {earlier});
    const ChartPlan &plan = bench.scene.plan();
    QCOMPARE(spokenBucket(plan, 0), u"Sat 21 Nov 2026, Series 1 100, none on Sat 14 Nov"_s);
    QCOMPARE(spokenBucket(plan, 1), u"Sun 22 Nov 2026, Series 1 100, as on Sun 15 Nov"_s);
    QCOMPARE(spokenBucket(plan, 2),
             u"Mon 23 Nov 2026, Series 1 100, up 100.0\u00A0% on Mon 16 Nov"_s);
}

void TestChartComparison::ofOneSeriesTooTheChangeIsHeard_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<QString>("change");
    QTest::newRow("more") << 0.8 << 1 << u"up 25 % on November 5"_s;
    QTest::newRow("fewer") << 1.25 << 1 << u"down 20 % on November 5"_s;
    QTest::newRow("as many") << 1.0 << 1 << u"as on November 5"_s;
    QTest::newRow("none then") << 0.0 << 1 << u"none on November 5"_s;
    QTest::newRow("another year") << 0.8 << 52 << u"up 25 % on Thu 13 Nov 2025"_s;
}

void TestChartComparison::ofOneSeriesTooTheChangeIsHeard()
{
    QFETCH(double, factor);
    QFETCH(int, weeks);
    QFETCH(QString, change);
    const Dataset dataset = shopDays();
    const ComparisonBench bench(dataset, {before(dataset, weeks, factor)}, shopLooks());
    const QString spoken = spokenPoint(bench.scene.plan(), 18, 1)
                               .replace(u'\u00A0', u' ')
                               .replace(u'\u202F', u' ')
                               .replace(u"25.0"_s, u"25"_s)
                               .replace(u"20.0"_s, u"20"_s)
                               .replace(u"25%"_s, u"25 %"_s)
                               .replace(u"20%"_s, u"20 %"_s);
    QCOMPARE(spoken, u"November 12, Gold members, 4,640, "_s + change);
    QVERIFY(!spokenPoint(bench.scene.plan(), 29, 1).contains(u" on "_s)); // it is so far only
}

void TestChartComparison::earlierLinesStepBackWithTheirSeries()
{
    Dataset dataset = daysOf(std::vector<double>(40, 800));
    addSeries(dataset, {300});
    ComparisonBench bench(dataset, {before(dataset, 6, 0.5)});
    const int usual = paleAt(bench.shot(), 20, 400);
    bench.scene.setEmphasized(0);
    QCOMPARE(paleAt(bench.shot(), 20, 400), usual);
    bench.scene.setEmphasized(1);
    const ChartStyle style(lightTokens(), QFont(), 1);
    QCOMPARE(paleAt(bench.shot(), 20, 400), 0);
    QCOMPARE(paleAt(bench.shot(), 20, 400, dimmedEarlierColor(style, 0)), usual);
    bench.scene.setEmphasized(std::nullopt);
    QCOMPARE(paleAt(bench.shot(), 20, 400), usual);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartComparison)
#include "tst_chartcomparison.moc"
