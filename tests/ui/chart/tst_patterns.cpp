// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"
#include "ui/chart/marker.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int slots6 = 6;

struct Patterned
{
    explicit Patterned(const Dataset &dataset, const QSize &size = QSize(1'000, 420))
    {
        scene.setSize(size);
        scene.setModel(&model);
        std::vector<DatasetModel::Look> looks = looksFor(dataset);
        for (std::size_t i = 0; i < looks.size(); ++i) {
            looks[i].colorSlot = static_cast<int>(i) - 1; // all users first
            looks[i].patterned = true;
        }
        model.setDataset(std::make_shared<const Dataset>(dataset), looks);
    }

    [[nodiscard]] Sketch points() const { return pointsSketch(scene.plan()); }
    /// Of the shapes in the colour of @p slot, without their rings.
    [[nodiscard]] std::vector<QPointF> centers(int slot) const
    {
        std::vector<QPointF> found;
        const QColor color = lightTokens().series.at(static_cast<std::size_t>(slot));
        for (const Sketch::Shape &shape : points().shapes) {
            if (shape.brush.color() == color) {
                found.push_back(shape.outline.boundingRect().center());
            }
        }
        return found;
    }

    DatasetModel model;
    ChartScene scene;
};

/// All users and six segments, far enough from each other.
Dataset seven(int days)
{
    Dataset dataset = emptyDays(days);
    for (int i = 0; i <= slots6; ++i) {
        addSeries(dataset, {100.0 + 100 * i, 120.0 + 100 * i, 90.0 + 100 * i});
    }
    return dataset;
}

Dataset three(int days)
{
    Dataset dataset = seven(days);
    dataset.series.resize(3);
    return dataset;
}

QStringList shapesOf(const Sketch &sketch)
{
    QStringList corners;
    for (const Sketch::Shape &shape : sketch.shapes) {
        corners.append(QString::number(shape.outline.size()));
    }
    return corners;
}

} // namespace

/// Shapes as a second cue beside colours.
class TestPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void everyColourHasAShapeOfItsOwn();
    static void allShapesLookEquallyLarge();
    static void allUsersHaveNone();
    static void withoutPatternsThereIsNone();
    static void everyPointHasTheShape();
    static void anOpenPointIsAHollowShape();
    static void linesWithoutPointsHaveShapesFarFromEachOther_data();
    static void linesWithoutPointsHaveShapesFarFromEachOther();
    static void shapesLieOnTheirLinesAndAreStaggered();
    static void shapesStayOnTheirBucketsWhenTheChartMoves();
    static void whereNothingIsThereIsNoShape();
    static void linesWithoutColourHaveNone();
    static void labelsAndTooltipHaveTheShapeToo();
    static void onAClearGroundNothingIsRinged();
};

void TestPatterns::everyColourHasAShapeOfItsOwn()
{
    QSet<Marker> markers;
    for (int slot = 0; slot < slots6; ++slot) {
        markers.insert(markerOf({.colorSlot = slot, .patterned = true}).value());
    }
    QCOMPARE(markers.size(), slots6);
    QCOMPARE(markerOf({.colorSlot = slots6, .patterned = true}), std::optional(Marker::Disc));
}

void TestPatterns::allShapesLookEquallyLarge()
{
    for (const Marker marker :
         {Marker::Triangle, Marker::Square, Marker::Diamond, Marker::TriangleDown, Marker::Cross}) {
        Sketch sketch;
        addMarker(sketch, marker, {5, 5}, 1, QPen(), QBrush());
        const QPolygonF &outline = sketch.shapes.front().outline;
        double area = 0;
        for (qsizetype i = 0; i < outline.size(); ++i) {
            const QPointF &from = outline.at(i);
            const QPointF &to = outline.at((i + 1) % outline.size());
            area += (from.x() * to.y() - to.x() * from.y()) / 2;
        }
        const double disc = std::acos(-1.0);
        QVERIFY2(std::abs(std::abs(area) - disc) < 0.1 * disc,
                 QByteArray::number(area).constData());
        QVERIFY(outline.boundingRect().contains(QPointF(5, 5)));
    }
}

void TestPatterns::allUsersHaveNone()
{
    QVERIFY(!markerOf({.colorSlot = -1, .patterned = true}).has_value());
}

void TestPatterns::withoutPatternsThereIsNone()
{
    QVERIFY(!markerOf({.colorSlot = 3}).has_value());
    Patterned shown(three(20));
    shown.model.setLooks(looksFor(shown.scene.plan().dataset()));
    QVERIFY(shown.points().shapes.empty());
    QVERIFY(labelsSketch(shown.scene.plan()).shapes.empty());
}

void TestPatterns::everyPointHasTheShape()
{
    const Patterned shown(three(20));
    // ● is a disc with its ring; ▲ a shape with its own.
    QCOMPARE(shown.points().discs.size(), std::size_t{4 * 20});
    QCOMPARE(shown.points().shapes.size(), std::size_t{2 * 20});
    QCOMPARE(shown.centers(1).size(), std::size_t{20});
}

void TestPatterns::anOpenPointIsAHollowShape()
{
    Dataset dataset = three(20);
    setState(dataset, 19, BucketState::Incomplete);
    const Patterned shown(dataset);
    const Sketch::Shape last = shown.points().shapes.back();
    QCOMPARE(last.brush.color(), lightTokens().base);
    QCOMPARE(last.pen.color(), lightTokens().series[1]);
    QCOMPARE(last.outline.size(), 3);
}

void TestPatterns::linesWithoutPointsHaveShapesFarFromEachOther_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("just no points") << 40;
    QTest::newRow("a year") << 365;
    QTest::newRow("dense") << 4'000;
}

void TestPatterns::linesWithoutPointsHaveShapesFarFromEachOther()
{
    QFETCH(int, days);
    const Patterned shown(three(days));
    const std::vector<QPointF> centers = shown.centers(1);
    QVERIFY(centers.size() >= 4);
    for (std::size_t i = 1; i < centers.size(); ++i) {
        const qreal distance = centers[i].x() - centers[i - 1].x();
        QVERIFY2(distance >= 72 && distance < 150, QByteArray::number(distance).constData());
    }
}

void TestPatterns::shapesLieOnTheirLinesAndAreStaggered()
{
    const Patterned shown(seven(365));
    const ChartFrame &frame = shown.scene.frame();
    const std::vector<QPointF> triangles = shown.centers(1);
    const std::vector<QPointF> squares = shown.centers(2);
    for (const QPointF &square : squares) {
        const Series &series = shown.scene.plan().dataset().series[3];
        const qreal y = frame.yOf(series.values[frame.bucketAt(square.x())]);
        QVERIFY(std::abs(square.y() - y) < 0.01);
        for (const QPointF &triangle : triangles) {
            QVERIFY(std::abs(triangle.x() - square.x()) > 5);
        }
    }
}

void TestPatterns::shapesStayOnTheirBucketsWhenTheChartMoves()
{
    Patterned shown(three(400));
    const auto buckets = [&shown] {
        QList<std::size_t> found;
        for (const QPointF &center : shown.centers(1)) {
            found.append(shown.scene.frame().bucketAt(center.x()));
        }
        return found;
    };
    shown.scene.setVisibleSpan(VisibleSpan{99.5, 299.5});
    const QList<std::size_t> before = buckets();
    shown.scene.setVisibleSpan(VisibleSpan{109.5, 309.5});
    const QList<std::size_t> after = buckets();
    QVERIFY(before.size() >= 4);
    QCOMPARE(after.mid(0, 3), before.mid(before.indexOf(after.front()), 3));
}

void TestPatterns::whereNothingIsThereIsNoShape()
{
    Dataset dataset = three(365);
    for (std::size_t i = 100; i < 300; ++i) {
        setState(dataset, i, BucketState::Missing);
    }
    const Patterned shown(dataset);
    for (const QPointF &center : shown.centers(1)) {
        const std::size_t bucket = shown.scene.frame().bucketAt(center.x());
        QVERIFY(bucket < 100 || bucket >= 300);
    }
}

void TestPatterns::linesWithoutColourHaveNone()
{
    Patterned shown(seven(40));
    shown.scene.setStill(true); // as on screen: seven lines are grey
    QVERIFY(shown.points().shapes.empty());
    shown.scene.setEmphasized(2);
    QVERIFY(!shown.centers(1).empty());
}

void TestPatterns::labelsAndTooltipHaveTheShapeToo()
{
    const Patterned shown(three(20));
    QCOMPARE(shapesOf(labelsSketch(shown.scene.plan())), QStringList{u"3"_s});
    const Tooltip tooltip = tooltipFor(shown.scene.plan(), 5);
    QCOMPARE(shapesOf(tooltip.sketch), QStringList{u"3"_s});
    QVERIFY(tooltip.rect.contains(tooltip.sketch.shapes.front().outline.boundingRect()));
    QVERIFY(tooltip.rect.contains(tooltip.sketch.discs.front().center));
}

void TestPatterns::onAClearGroundNothingIsRinged()
{
    Patterned shown(three(20));
    shown.scene.setClearGround(true);
    QCOMPARE(shown.points().shapes.size(), std::size_t{20});
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPatterns)

#include "tst_patterns.moc"
