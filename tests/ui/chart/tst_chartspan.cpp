// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"

#include <QTest>

#include <limits>

namespace emberline::test {

class TestChartSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void spansAreCutToTheData_data();
    static void spansAreCutToTheData();
    static void placesAndPixelsAreInverse();
    static void onlyBucketsInViewArePointedAt();
    static void linesRunToThePlotsEdges_data() { addSizes(); }
    static void linesRunToThePlotsEdges();
    static void linesAreCutWhereTheyCross_data() { addSizes(); }
    static void linesAreCutWhereTheyCross();
    static void theScaleAndThePlotStay();
    static void ticksAreOfWhatIsInView();
    static void endLabelsFollowTheLines();
    static void theLaneIsOfTheLastBucketOnly();
    static void aGapKeepsItsPlace_data() { addSizes(); }
    static void aGapKeepsItsPlace();
    static void theOpenStretchIsDashedInAnyPart();
    static void whatIsBesideTheViewIsNotPointedAt();
    static void fewBucketsInViewGetPoints();
    static void oddDataIsDrawnAtAnyZoom_data();
    static void oddDataIsDrawnAtAnyZoom();

private:
    static void addSizes();
};

namespace {

Shot shotOfSpan(const Dataset &dataset,
                const std::optional<VisibleSpan> &span,
                const QSize &size = chartSize)
{
    DatasetModel model;
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    ChartScene scene;
    scene.setSize(size);
    scene.setModel(&model);
    scene.setVisibleSpan(span);
    return {.image = painted(scene), .frame = scene.frame()};
}

/// The stretch of @p dataset from one part of it to another, off the buckets.
VisibleSpan partOf(const Dataset &dataset, double from, double to)
{
    const auto count = static_cast<double>(dataset.times.size());
    return {std::floor(from * count) + 0.3, std::floor(to * count) - 0.4};
}

/// How many pixels of the column at @p x, from @p top to @p bottom, have anything of the line: the
/// thin one of many points may lie between two rows.
int tinted(const Shot &shot, qreal x, qreal top, qreal bottom)
{
    int count = 0;
    for (int y = static_cast<int>(top); y < static_cast<int>(bottom); ++y) {
        const QColor pixel = shot.at(x, y);
        count += pixel.blue() - pixel.red() > 30 ? 1 : 0;
    }
    return count;
}

} // namespace

void TestChartSpan::addSizes()
{
    QTest::addColumn<int>("count");
    QTest::newRow("few points") << 40;
    QTest::newRow("many points") << 5'000;
    QTest::newRow("many more") << 60'000;
}

void TestChartSpan::spansAreCutToTheData_data()
{
    using Span = std::optional<VisibleSpan>;
    constexpr double infinite = std::numeric_limits<double>::infinity();
    QTest::addColumn<Span>("wanted");
    QTest::addColumn<VisibleSpan>("expected");
    QTest::newRow("none") << Span() << VisibleSpan(-0.5, 9.5);
    QTest::newRow("inside") << Span({2, 7.25}) << VisibleSpan(2, 7.25);
    QTest::newRow("larger") << Span({-5, 90}) << VisibleSpan(-0.5, 9.5);
    QTest::newRow("infinite") << Span({-infinite, infinite}) << VisibleSpan(-0.5, 9.5);
    QTest::newRow("half beside") << Span({-5, 3}) << VisibleSpan(-0.5, 3);
    QTest::newRow("narrow") << Span({4, 4.1}) << VisibleSpan(3.55, 4.55);
    QTest::newRow("narrow at the end") << Span({9.4, 9.5}) << VisibleSpan(8.5, 9.5);
    QTest::newRow("far away") << Span({90, 99}) << VisibleSpan(8.5, 9.5);
    QTest::newRow("the wrong way round") << Span({7, 2}) << VisibleSpan(-0.5, 9.5);
}

void TestChartSpan::spansAreCutToTheData()
{
    QFETCH(std::optional<VisibleSpan>, wanted);
    QFETCH(VisibleSpan, expected);
    const VisibleSpan found = boundedSpan(wanted, 10);
    QCOMPARE(found.first, expected.first);
    QCOMPARE(found.second, expected.second);
}

void TestChartSpan::placesAndPixelsAreInverse()
{
    const ChartFrame frame = shotOfSpan(levelDays(40), VisibleSpan(10.2, 20.7)).frame;
    QCOMPARE(frame.xOf(10.2), frame.plot.left());
    QCOMPARE(frame.xOf(20.7), frame.plot.right());
    for (const double place : {3.0, 10.2, 15.5, 39.0}) {
        QCOMPARE(frame.placeAt(frame.xOf(place)), place);
    }
    QCOMPARE(frame.shown(), (BucketSpan{.first = 11, .last = 20}));
    QCOMPARE(frame.touched(), (BucketSpan{.first = 10, .last = 21}));
    // Columns are cut to the plot.
    QCOMPARE(frame.columns(0, 39), frame.plot);
    QVERIFY(!frame.isWhole());
}

void TestChartSpan::onlyBucketsInViewArePointedAt()
{
    const ChartFrame frame = shotOfSpan(levelDays(40), VisibleSpan(10.2, 20.7)).frame;
    QCOMPARE(frame.bucketAt(frame.plot.left()), std::size_t{11});
    QCOMPARE(frame.bucketAt(frame.plot.right()), std::size_t{20});
    QCOMPARE(frame.bucketAt(frame.centerOf(15) + frame.columnWidth() * 0.4), std::size_t{15});
    QVERIFY(frame.shows(11) && frame.shows(20));
    QVERIFY(!frame.shows(10) && !frame.shows(21) && !frame.shows(40));
}

void TestChartSpan::linesRunToThePlotsEdges()
{
    QFETCH(int, count);
    const Dataset dataset = levelDays(count);
    for (const double to : {0.3, 0.85}) {
        const Shot shot = shotOfSpan(dataset, partOf(dataset, 0.2, to));
        const QRectF plot = shot.frame.plot;
        const qreal y = shot.frame.yOf(500);
        QVERIFY(tinted(shot, plot.left(), y - 2, y + 2) >= 1);
        QVERIFY(tinted(shot, plot.right() - 1, y - 2, y + 2) >= 1);
        QCOMPARE(tinted(shot, plot.left() - 2, y - 3, y + 3), 0);
        QCOMPARE(shot.inked(plot.right() + 2, y - 3, y + 3, blue()), 0); // a pale leader
    }
}

void TestChartSpan::linesAreCutWhereTheyCross()
{
    QFETCH(int, count);
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(1'000.0 * i / (count - 1));
    }
    const Dataset dataset = daysOf(values);
    const VisibleSpan span = partOf(dataset, 0.25, 0.75);
    const Shot shot = shotOfSpan(dataset, span);
    for (const auto &[place, x] : {std::pair(span.first, shot.frame.plot.left()),
                                   std::pair(span.second, shot.frame.plot.right() - 1)}) {
        const qreal y = shot.frame.yOf(1'000 * place / (count - 1));
        QVERIFY(tinted(shot, x, y - 3, y + 3) >= 1);
        QCOMPARE(tinted(shot, x, y - 40, y - 6), 0);
        QCOMPARE(tinted(shot, x, y + 6, y + 40), 0);
    }
}

void TestChartSpan::theScaleAndThePlotStay()
{
    const Dataset dataset = levelDays(400);
    const ChartFrame whole = shotOfSpan(dataset, {}).frame;
    const ChartFrame part = shotOfSpan(dataset, VisibleSpan(10, 60)).frame;
    QVERIFY(whole.isWhole());
    QCOMPARE(part.axis, whole.axis);
    QCOMPARE(part.plot, whole.plot);
}

void TestChartSpan::ticksAreOfWhatIsInView()
{
    Dataset dataset = levelDays(300); // the last is 23 November 2026
    const ChartFrame part = shotOfSpan(dataset, VisibleSpan(269.6, 276.2)).frame;
    QVERIFY(part.ticks.size() >= 4);
    for (const CalendarTick &tick : part.ticks) {
        QVERIFY(part.shows(tick.bucket));
        const QDate day = dayOf(dataset.times[tick.bucket]);
        QVERIFY(tick.line1.endsWith(QString::number(day.day())));
    }
    QVERIFY(part.ticks.front().line2.endsWith(u"2026"_s));
    QVERIFY(!part.ticks.back().line2.endsWith(u"2026"_s));
}

void TestChartSpan::endLabelsFollowTheLines()
{
    const ChartFrame whole = shotOfSpan(shopDays(), {}, {1'000, 500}).frame;
    const ChartFrame part = shotOfSpan(shopDays(), VisibleSpan(3, 20.5), {1'000, 500}).frame;
    QCOMPARE(part.endLabels.size(), std::size_t{4});
    QCOMPARE(part.plot, whole.plot);
    const Dataset days = shopDays();
    for (const EndLabel &label : part.endLabels) {
        const Series &series = days.series[label.series];
        const double value = (series.values[20] + series.values[21]) / 2;
        QVERIFY(std::abs(label.wantedY - part.yOf(value)) < 0.001);
        QVERIFY(label.value.isEmpty()); // it is that of a bucket that is not there
        QVERIFY(label.leader);
    }
    QVERIFY(!whole.endLabels.front().value.isEmpty());
}

void TestChartSpan::theLaneIsOfTheLastBucketOnly()
{
    QVERIFY(!shotOfSpan(shopDays(), {}).frame.laneText.isEmpty());
    QVERIFY(!shotOfSpan(shopDays(), VisibleSpan(20, 29.2)).frame.laneText.isEmpty());
    QVERIFY(shotOfSpan(shopDays(), VisibleSpan(20, 28.9)).frame.laneText.isEmpty());
    QVERIFY(shotOfSpan(shopDays(), VisibleSpan(20, 28.9)).frame.lane.isEmpty());
}

void TestChartSpan::aGapKeepsItsPlace()
{
    QFETCH(int, count);
    Dataset dataset = levelDays(count);
    const auto first = static_cast<std::size_t>(count * 0.45);
    const auto last = static_cast<std::size_t>(count * 0.55);
    for (std::size_t i = first; i <= last; ++i) {
        setState(dataset, i, BucketState::Missing);
    }
    const Shot shot = shotOfSpan(dataset, partOf(dataset, 0.25, 0.75));
    const qreal y = shot.frame.yOf(500);
    const qreal from = shot.frame.xOf(static_cast<double>(first) - 1);
    const qreal to = shot.frame.xOf(static_cast<double>(last) + 1);
    QVERIFY(to - from > 50);
    QVERIFY(tinted(shot, from - 3, y - 2, y + 2) >= 1);
    QVERIFY(tinted(shot, to + 4, y - 2, y + 2) >= 1);
    // Caps stand at both ends.
    QVERIFY(tinted(shot, from, y - 5, y + 5) + tinted(shot, from - 1, y - 5, y + 5) >= 8);
    for (qreal x = from + 3; x < to - 3; x += 2) {
        QCOMPARE(tinted(shot, x, y - 3, y + 3), 0);
    }
}

void TestChartSpan::theOpenStretchIsDashedInAnyPart()
{
    const auto changesOf = [](int count) {
        Dataset dataset = daysOf(std::vector<double>(static_cast<std::size_t>(count), 5));
        setState(dataset, static_cast<std::size_t>(count - 1), BucketState::Incomplete);
        const Shot shot = shotOfSpan(dataset, VisibleSpan(count - 3.5, count - 0.5));
        const qreal y = shot.frame.yOf(5);
        const auto last = static_cast<std::size_t>(count - 1);
        int changes = 0;
        bool was = true;
        for (qreal x = shot.frame.centerOf(last - 1) + 6; x < shot.frame.centerOf(last) - 6; ++x) {
            const bool isInked = shot.inked(x, y - 1, y + 1, blue()) > 0;
            changes += isInked != was ? 1 : 0;
            was = isInked;
        }
        return changes;
    };
    QVERIFY(changesOf(40) > 20);
    QVERIFY(changesOf(5'000) > 20);
}

void TestChartSpan::whatIsBesideTheViewIsNotPointedAt()
{
    DatasetModel model;
    model.setDataset(std::make_shared<const Dataset>(shopDays()), shopLooks());
    ChartScene scene;
    scene.setSize({1'000, 500});
    scene.setModel(&model);
    scene.setVisibleSpan(VisibleSpan(5.5, 12.5));
    const QImage plain = painted(scene);
    scene.setHovered(3);
    scene.setMarked(20);
    QCOMPARE(painted(scene), plain);
    scene.setHovered(7);
    QVERIFY(painted(scene) != plain);
}

void TestChartSpan::fewBucketsInViewGetPoints()
{
    const Dataset dataset = levelDays(5'000);
    const Shot many = shotOfSpan(dataset, VisibleSpan(1'000, 1'300));
    const Shot few = shotOfSpan(dataset, VisibleSpan(1'000, 1'010));
    const auto heightAt = [](const Shot &shot) {
        const qreal y = shot.frame.yOf(500);
        return shot.inked(shot.frame.centerOf(1'005), y - 6, y + 6, blue());
    };
    QVERIFY(heightAt(few) >= 4);
    QVERIFY(heightAt(many) <= 3);
}

void TestChartSpan::oddDataIsDrawnAtAnyZoom_data()
{
    QTest::addColumn<Dataset>("dataset");
    QTest::addColumn<bool>("isInked");
    QTest::newRow("no bucket") << emptyDays(0) << false;
    QTest::newRow("no series") << emptyDays(5'000) << false;
    QTest::newRow("one point") << daysOf({5}) << true;
    QTest::newRow("all zero") << daysOf(std::vector<double>(5'000, 0)) << true;
    QTest::newRow("few zeros") << daysOf({0, 0, 0}) << true;
    QTest::newRow("absurd") << daysOf(std::vector<double>(5'000, 1e300)) << true;
    Dataset holes = daysOf(std::vector<double>(5'000, 5));
    for (std::size_t i = 1; i < 5'000; i += 2) {
        setState(holes, i, BucketState::Missing);
    }
    QTest::newRow("only lone points") << holes << true;
    Dataset many = emptyDays(3'000);
    for (int i = 0; i < 100; ++i) {
        addSeries(many, {10.0 * i, 12.0 * i});
    }
    many.series.front().values[1'500] = 1e300;
    QTest::newRow("a hundred series") << many << true;
}

void TestChartSpan::oddDataIsDrawnAtAnyZoom()
{
    QFETCH(Dataset, dataset);
    QFETCH(bool, isInked);
    const auto count = static_cast<double>(dataset.times.size());
    for (const double width : {1.0, 0.3, 0.01, 0.0003}) {
        const VisibleSpan span(count * (0.5 - width / 2), count * (0.5 + width / 2));
        const Shot shot = shotOfSpan(dataset, span);
        int inked = 0;
        for (qreal x = shot.frame.plot.left(); x < shot.frame.plot.right(); ++x) {
            const qreal bottom = shot.frame.plot.bottom() + 3;
            inked += tinted(shot, x, shot.frame.plot.top() - 3, bottom) > 0 ? 1 : 0;
        }
        QCOMPARE(inked > 0, isInked);
    }
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartSpan)
#include "tst_chartspan.moc"
