// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/pyramid.h"
#include "app/series/valueaxis.h"
#include "tests/support/strictness.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

using Lines = Pyramid::Lines;

class TestPyramid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aColumnReachesToBothOfItsEdges();
    static void aLonePointIsKept();
    static void nothingCrossesAGap();
    static void dashedStretchesAreApart();
    static void columnsBesideTheDataAreEmpty();
    static void valuesAreThoseThatCanBeDrawn();
    static void spansAreThoseOfEveryPointLookedAt_data() { addRandomSeries(); }
    static void spansAreThoseOfEveryPointLookedAt();
    static void thinningKeepsEveryPeakInItsColumn_data() { addRandomSeries(); }
    static void thinningKeepsEveryPeakInItsColumn();
    static void thinningKeepsOrderAndGaps_data() { addRandomSeries(); }
    static void thinningKeepsOrderAndGaps();
    static void thinningCostsTheColumnsNotThePoints_data() { addRandomSeries(); }
    static void thinningCostsTheColumnsNotThePoints();
    static void wideBucketsKeepTheirPoints();
    static void aThinnedLineIsCutAtTheEdges();
    static void whatLeavesNoColumnIsAStroke();

private:
    static void addRandomSeries();
};

namespace {

/// "c" counted, "i" incomplete, "m" missing.
std::shared_ptr<const Series> seriesOf(const QString &states, const std::vector<double> &values)
{
    auto series = std::make_shared<Series>();
    for (const QChar state : states) {
        series->states.push_back(state == u'c'   ? BucketState::Counted
                                 : state == u'i' ? BucketState::Incomplete
                                                 : BucketState::Missing);
    }
    series->values = values;
    return series;
}

/// @p holes of a hundred buckets are missing, each tenth of these incomplete.
std::shared_ptr<const Series> randomSeries(std::mt19937 &random, int count, int holes)
{
    auto series = std::make_shared<Series>();
    for (int i = 0; i < count; ++i) {
        const bool isHole = int(random() % 100) < holes;
        const bool isOpen = int(random() % 1'000) < holes;
        series->states.push_back(isHole   ? BucketState::Missing
                                 : isOpen ? BucketState::Incomplete
                                          : BucketState::Counted);
        const bool isPeak = random() % 50 == 0;
        series->values.push_back(isHole ? 0 : double(random() % 100) + (isPeak ? 5'000 : 0));
    }
    return series;
}

bool isLinked(const Series &series, std::size_t point, Lines lines)
{
    if (point + 1 >= series.states.size()) {
        return false;
    }
    const BucketState from = series.states[point];
    const BucketState to = series.states[point + 1];
    const bool isDashed = from == BucketState::Incomplete || to == BucketState::Incomplete;
    return hasValue(from) && hasValue(to) && isDashed == (lines == Lines::Dashed);
}

bool isOn(const Series &series, std::size_t point, Lines lines)
{
    return isLinked(series, point, lines) || (point > 0 && isLinked(series, point - 1, lines))
        || (lines == Lines::Solid && isAlone(series, point));
}

/// What a column from @p left to @p right holds, each point looked at.
ValueSpan bruteSpan(const Series &series, Lines lines, double left, double right)
{
    ValueSpan span;
    for (std::size_t i = 0; i < series.states.size(); ++i) {
        const auto place = double(i);
        if (place >= left && place < right && isOn(series, i, lines)) {
            span.reach(drawableValue(series.values[i]));
        }
        if (isLinked(series, i, lines) && place < right && place + 1 > left) {
            const double from = drawableValue(series.values[i]);
            const double to = drawableValue(series.values[i + 1]);
            for (const double edge : {std::max(left, place), std::min(right, place + 1)}) {
                span.reach(from + (to - from) * (edge - place));
            }
        }
    }
    return span;
}

/// Of the points alone.
ValueSpan brutePoints(const Series &series, Lines lines, double left, double right)
{
    ValueSpan span;
    for (std::size_t i = 0; i < series.states.size(); ++i) {
        if (double(i) >= left && double(i) < right && isOn(series, i, lines)) {
            span.reach(drawableValue(series.values[i]));
        }
    }
    return span;
}

bool isNear(double a, double b)
{
    return a == b || std::abs(a - b) < 1e-6;
}

/// Any stretch of the time axis, some beyond the data, in any number of columns.
ColumnGrid randomGrid(std::mt19937 &random, int points)
{
    const double middle = double(random() % 1'000) / 1'000 * points;
    const double width = std::pow(2.0, double(random() % 1'300) / 100) + 0.1;
    return {
        .first = middle - width / 2, .last = middle + width / 2, .count = 1 + int(random() % 300)};
}

struct RandomCase
{
    std::shared_ptr<const Series> series;
    ColumnGrid grid;
    Lines lines = Lines::Solid;
};

std::vector<RandomCase> randomCases()
{
    QFETCH(int, points);
    QFETCH(int, holes);
    std::mt19937 random(static_cast<unsigned>(points * 100 + holes));
    std::vector<RandomCase> cases;
    for (int round = 0; round < 12; ++round) {
        const auto series = randomSeries(random, points, holes);
        for (const Lines lines : {Lines::Solid, Lines::Dashed}) {
            cases.push_back({.series = series, .grid = randomGrid(random, points), .lines = lines});
        }
    }
    return cases;
}

} // namespace

void TestPyramid::addRandomSeries()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("holes");
    QTest::newRow("one point") << 1 << 0;
    QTest::newRow("two points") << 2 << 0;
    QTest::newRow("a block") << 8 << 0;
    QTest::newRow("a block and a point") << 9 << 0;
    QTest::newRow("unbroken") << 3'000 << 0;
    QTest::newRow("some gaps") << 2'777 << 5;
    QTest::newRow("many gaps") << 1'500 << 50;
    QTest::newRow("mostly gaps") << 1'025 << 90;
}

void TestPyramid::aColumnReachesToBothOfItsEdges()
{
    const Pyramid pyramid(seriesOf(u"ccc"_s, {0, 10, 4}), Lines::Solid);
    const std::vector<ValueSpan> spans = pyramid.spans({.first = 0.5, .last = 2, .count = 2});
    QCOMPARE(spans[0], (ValueSpan{.low = 5, .high = 10})); // from 0.5 to 1.25
    QCOMPARE(spans[1], (ValueSpan{.low = 4, .high = 8.5}));
}

void TestPyramid::aLonePointIsKept()
{
    const Pyramid pyramid(seriesOf(u"mcm"_s, {0, 7, 0}), Lines::Solid);
    const std::vector<ValueSpan> spans = pyramid.spans({.first = -0.5, .last = 2.5, .count = 3});
    QVERIFY(spans[0].isEmpty());
    QCOMPARE(spans[1], (ValueSpan{.low = 7, .high = 7}));
    QVERIFY(spans[2].isEmpty());
}

void TestPyramid::nothingCrossesAGap()
{
    const Pyramid pyramid(seriesOf(u"ccmmcc"_s, {5, 5, 0, 0, 5, 5}), Lines::Solid);
    const std::vector<ValueSpan> spans = pyramid.spans({.first = 0, .last = 5, .count = 10});
    QVERIFY(!spans[1].isEmpty());
    for (std::size_t column = 3; column < 8; ++column) {
        QVERIFY(spans[column].isEmpty());
    }
    QVERIFY(!spans[8].isEmpty());
}

void TestPyramid::dashedStretchesAreApart()
{
    const auto series = seriesOf(u"ccci"_s, {1, 2, 3, 1});
    const ColumnGrid grid{.first = 0, .last = 3, .count = 3};
    const std::vector<ValueSpan> solid = Pyramid(series, Lines::Solid).spans(grid);
    const std::vector<ValueSpan> dashed = Pyramid(series, Lines::Dashed).spans(grid);
    QVERIFY(!solid[1].isEmpty());
    QVERIFY(dashed[1].isEmpty());
    QCOMPARE(dashed[2], (ValueSpan{.low = 1, .high = 3}));
    QVERIFY(Pyramid(seriesOf(u"cc"_s, {1, 2}), Lines::Dashed).isEmpty());
}

void TestPyramid::columnsBesideTheDataAreEmpty()
{
    const Pyramid pyramid(seriesOf(u"cc"_s, {1, 2}), Lines::Solid);
    const std::vector<ValueSpan> spans = pyramid.spans({.first = -10, .last = 10, .count = 20});
    for (std::size_t column = 0; column < spans.size(); ++column) {
        QCOMPARE(spans[column].isEmpty(), column != 10 && column != 11);
    }
    QVERIFY(Pyramid(seriesOf({}, {}), Lines::Solid).isEmpty());
}

void TestPyramid::valuesAreThoseThatCanBeDrawn()
{
    const Pyramid pyramid(seriesOf(u"cccc"_s, {-3, 1e300, std::nan(""), 2}), Lines::Solid);
    const std::vector<ValueSpan> spans = pyramid.spans({.first = 0, .last = 4, .count = 1});
    QCOMPARE(spans[0], (ValueSpan{.low = 0, .high = largestDrawable}));
}

void TestPyramid::spansAreThoseOfEveryPointLookedAt()
{
    for (const RandomCase &one : randomCases()) {
        const std::vector<ValueSpan> spans = Pyramid(one.series, one.lines).spans(one.grid);
        for (int column = 0; column < one.grid.count; ++column) {
            const ValueSpan expected = bruteSpan(
                *one.series, one.lines, one.grid.edge(column), one.grid.edge(column + 1));
            const ValueSpan &found = spans[static_cast<std::size_t>(column)];
            QVERIFY(isNear(found.low, expected.low) && isNear(found.high, expected.high));
        }
    }
}

void TestPyramid::thinningKeepsEveryPeakInItsColumn()
{
    for (const RandomCase &one : randomCases()) {
        const auto lines = Pyramid(one.series, one.lines).thinned(one.grid);
        for (int column = 0; column < one.grid.count; ++column) {
            const double left = one.grid.edge(column);
            const double right = one.grid.edge(column + 1);
            const ValueSpan expected = brutePoints(*one.series, one.lines, left, right);
            ValueSpan found;
            for (const auto &line : lines) {
                for (const QPointF &point : line) {
                    if (point.x() > left - 1e-9 && point.x() < right + 1e-9) {
                        found.reach(point.y());
                    }
                }
            }
            QVERIFY(expected.isEmpty()
                    || (found.low <= expected.low + 1e-6 && found.high >= expected.high - 1e-6));
        }
    }
}

void TestPyramid::thinningKeepsOrderAndGaps()
{
    for (const RandomCase &one : randomCases()) {
        const double width = (one.grid.last - one.grid.first) / one.grid.count;
        double before = one.grid.first - 1e-9;
        for (const auto &line : Pyramid(one.series, one.lines).thinned(one.grid)) {
            QVERIFY(line.size() > 1);
            QVERIFY(line.front().x() > before - width);
            for (std::size_t i = 1; i < line.size(); ++i) {
                const double from = line[i - 1].x();
                const double to = line[i].x();
                QVERIFY(from <= to && to <= one.grid.last + width);
                for (double place = std::ceil(from); place + 1 <= to && to - from > width * 1.001;
                     place += 1) {
                    QVERIFY(isLinked(*one.series, std::size_t(place), one.lines));
                }
            }
            before = line.back().x();
        }
    }
}

void TestPyramid::thinningCostsTheColumnsNotThePoints()
{
    for (const RandomCase &one : randomCases()) {
        std::size_t points = 0;
        for (const auto &line : Pyramid(one.series, one.lines).thinned(one.grid)) {
            points += line.size();
        }
        QVERIFY(points <= 10 * (std::size_t(one.grid.count) + 2));
    }
}

void TestPyramid::wideBucketsKeepTheirPoints()
{
    const Pyramid pyramid(seriesOf(u"cccc"_s, {3, 1, 4, 1}), Lines::Solid);
    const auto lines = pyramid.thinned({.first = -0.5, .last = 3.5, .count = 400});
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines.front(), (std::vector<QPointF>{{0, 3}, {1, 1}, {2, 4}, {3, 1}}));
}

void TestPyramid::aThinnedLineIsCutAtTheEdges()
{
    const Pyramid pyramid(seriesOf(u"cccc"_s, {0, 2, 4, 0}), Lines::Solid);
    const auto lines = pyramid.thinned({.first = 0.5, .last = 2.25, .count = 100});
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines.front(), (std::vector<QPointF>{{0.5, 1}, {1, 2}, {2, 4}, {2.25, 3}}));
    const auto inside = pyramid.thinned({.first = 1.25, .last = 1.75, .count = 100});
    QCOMPARE(inside.front(), (std::vector<QPointF>{{1.25, 2.5}, {1.75, 3.5}}));
}

void TestPyramid::whatLeavesNoColumnIsAStroke()
{
    const ColumnGrid grid{.first = 0, .last = 10, .count = 1};
    const auto upright = Pyramid(seriesOf(u"mccm"_s, {0, 2, 5, 0}), Lines::Solid).thinned(grid);
    QCOMPARE(upright.front(), (std::vector<QPointF>{{5, 2}, {5, 5}}));
    const auto level = Pyramid(seriesOf(u"mcm"_s, {0, 2, 0}), Lines::Solid).thinned(grid);
    QCOMPARE(level.front(), (std::vector<QPointF>{{0, 2}, {10, 2}}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPyramid)
#include "tst_pyramid.moc"
