// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/chart/columnspans.h"
#include "ui/chart/denselines.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QStyleOptionGraphicsItem>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestColumnSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aColumnIsInkedFromItsLowestToItsHighestPoint();
    static void endsAreSoft();
    static void whatLiesOutsideTheImageIsCutOff();
    static void everyPixelIsWritten();
    static void theLastLineIsOnTop();
    static void steepPartsAreAsWideAsThePen();
    static void dashesLeaveColumnsOut();
    static void translucentLinesLetOthersShine();
    static void spansLookLikeTheStrokedLine_data();
    static void spansLookLikeTheStrokedLine();
    static void fewPointsAreStrokedAsEver();
    static void aMovedAndScaledLineIsWhereItBelongs();
    static void aPartIsTheWholeCutOut();
    static void gapsStayGaps();
    static void vectorsStayVectorsAndFew();
    static void vectorsAreCutToThePlot();
};

namespace {

QColor ink()
{
    return QColor(Qt::red);
}

QImage blank(const QSize &size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

/// A line of @p spans, one column of pixels each, in an image of their number, 20 high.
QImage spansOf(const std::vector<ValueSpan> &spans, qreal width = 2)
{
    QImage image = blank({static_cast<int>(spans.size()), 20});
    paintColumnSpans(image, {{.spans = spans, .color = ink(), .width = width}});
    return image;
}

/// Rows of a column with any ink(), as first and last.
std::pair<int, int> inkedRows(const QImage &image, int x)
{
    std::pair<int, int> rows{-1, -1};
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixelColor(x, y).alpha() > 0) {
            rows = {rows.first < 0 ? y : rows.first, y};
        }
    }
    return rows;
}

/// The sum of all opacity, in pixels.
double inkOf(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            sum += double(image.pixelColor(x, y).alphaF());
        }
    }
    return sum;
}

QRectF plotRect()
{
    return {0, 0, 200, 100};
}

/// From 20 to 80.
double waveAt(double x)
{
    return 50 - 30 * std::sin(x / 10);
}

/// A wave over the plot in so many points.
std::shared_ptr<Series> wave(int points)
{
    auto series = std::make_shared<Series>();
    for (int i = 0; i < points; ++i) {
        series->values.push_back(waveAt(plotRect().width() * i / (points - 1)));
        series->states.push_back(BucketState::Counted);
    }
    return series;
}

PlotWindow windowOf(const Series &series)
{
    return {.plot = plotRect(),
            .first = 0,
            .last = static_cast<double>(series.values.size() - 1),
            .top = plotRect().height()};
}

QPen pen(qreal width = 1.5)
{
    return {ink(), width, Qt::SolidLine, Qt::FlatCap};
}

void setLine(DenseLines &item,
             const std::shared_ptr<const Series> &series,
             const PlotWindow &window)
{
    item.setLines(
        {{.pyramid = std::make_shared<const Pyramid>(series, Pyramid::Lines::Solid), .pen = pen()}},
        window);
}

void paint(DenseLines &item, QPainter &painter)
{
    const QStyleOptionGraphicsItem option;
    item.paint(&painter, &option, nullptr);
}

QImage paintedLine(const std::shared_ptr<const Series> &series,
                   const QTransform &transform,
                   const PlotWindow &window)
{
    DenseLines item(0);
    setLine(item, series, window);
    QImage image = blank({400, 200});
    QPainter painter(&image);
    painter.setTransform(transform);
    paint(item, painter);
    return image;
}

QImage paintedLine(const std::shared_ptr<const Series> &series, const QTransform &transform = {})
{
    return paintedLine(series, transform, windowOf(*series));
}

QPolygonF polygonOf(const Series &series)
{
    QPolygonF line;
    const auto last = static_cast<double>(series.values.size() - 1);
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        line.append(QPointF(plotRect().width() * static_cast<double>(i) / last,
                            plotRect().height() - series.values[i]));
    }
    return line;
}

enum class Stroke { Whole, Segments };

QImage strokedLine(const Series &series, const QTransform &transform, Stroke stroke)
{
    const QPolygonF line = polygonOf(series);
    QImage image = blank({400, 200});
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(transform);
    painter.setPen(pen());
    if (stroke == Stroke::Whole) {
        painter.drawPolyline(line);
        return image;
    }
    for (qsizetype i = 1; i < line.size(); ++i) {
        painter.drawLine(line[i - 1], line[i]);
    }
    return image;
}

QByteArray svgOf(const std::shared_ptr<const Series> &series, const PlotWindow &window)
{
    DenseLines item(0);
    setLine(item, series, window);
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setViewBox(QRect(0, 0, 200, 100));
    QPainter painter(&svg);
    paint(item, painter);
    painter.end();
    return buffer.data();
}

} // namespace

void TestColumnSpans::aColumnIsInkedFromItsLowestToItsHighestPoint()
{
    const QImage image = spansOf({{}, {.low = 4, .high = 12}, {}}, 1);
    QCOMPARE(inkedRows(image, 1), std::pair(3, 12));
    QCOMPARE(image.pixelColor(1, 8), ink());
    QCOMPARE(inkedRows(image, 0), std::pair(-1, -1));
    QCOMPARE(inkedRows(image, 2), std::pair(-1, -1));
}

void TestColumnSpans::endsAreSoft()
{
    const QImage image = spansOf({{.low = 10.25, .high = 10.25}}, 1);
    QCOMPARE(inkedRows(image, 0), std::pair(9, 10));
    QVERIFY(std::abs(image.pixelColor(0, 9).alphaF() - 0.25F) < 0.01F);
    QVERIFY(std::abs(image.pixelColor(0, 10).alphaF() - 0.75F) < 0.01F);
}

void TestColumnSpans::whatLiesOutsideTheImageIsCutOff()
{
    const QImage image = spansOf({{.low = -50, .high = 5},
                                  {.low = 5, .high = 300},
                                  {.low = 300, .high = 400},
                                  {.low = -90, .high = -20}},
                                 1);
    QCOMPARE(inkedRows(image, 0), std::pair(0, 5));
    QCOMPARE(inkedRows(image, 1), std::pair(4, 19));
    QCOMPARE(inkedRows(image, 2), std::pair(-1, -1));
    QCOMPARE(inkedRows(image, 3), std::pair(-1, -1));
}

void TestColumnSpans::everyPixelIsWritten()
{
    QImage image({37, 41}, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::green);
    std::vector<ValueSpan> spans(37);
    spans[36] = {.low = 40, .high = 41};
    paintColumnSpans(image, {{.spans = spans, .color = ink()}});
    QCOMPARE(image.pixelColor(36, 40), ink());
    image.setPixelColor(36, 40, Qt::transparent);
    image.setPixelColor(36, 39, Qt::transparent);
    QCOMPARE(image, blank({37, 41}));
}

void TestColumnSpans::theLastLineIsOnTop()
{
    QImage image = blank({1, 20});
    paintColumnSpans(image,
                     {{.spans = {{.low = 0, .high = 20}}, .color = Qt::blue},
                      {.spans = {{.low = 5, .high = 10}}, .color = ink()}});
    QCOMPARE(image.pixelColor(0, 7), ink());
    QCOMPARE(image.pixelColor(0, 15), QColor(Qt::blue));
}

void TestColumnSpans::steepPartsAreAsWideAsThePen()
{
    std::vector<ValueSpan> spans(9);
    spans[4] = {.low = 2, .high = 18};
    const auto alphaBeside = [&spans](qreal width, int beside) {
        return spansOf(spans, width).pixelColor(4 + beside, 10).alphaF();
    };
    QCOMPARE(alphaBeside(1, 1), 0.0F);
    QVERIFY(std::abs(alphaBeside(2, 1) - 0.5F) < 0.01F);
    QVERIFY(std::abs(alphaBeside(2, -1) - 0.5F) < 0.01F);
    QCOMPARE(alphaBeside(3, 1), 1.0F);
    QCOMPARE(alphaBeside(3, 2), 0.0F);
    // A level part does not grow.
    QCOMPARE(inkedRows(spansOf({{}, {.low = 10, .high = 10}, {}}, 3), 0), std::pair(-1, -1));
}

void TestColumnSpans::dashesLeaveColumnsOut()
{
    QImage image = blank({21, 20});
    const std::vector<ValueSpan> level(21, {.low = 10, .high = 10});
    paintColumnSpans(image, {{.spans = level, .color = ink(), .dash = 4, .gap = 3}});
    for (int x = 0; x < 21; ++x) {
        QCOMPARE(inkedRows(image, x).first >= 0, x % 7 < 4);
    }
}

void TestColumnSpans::translucentLinesLetOthersShine()
{
    QImage image = blank({1, 20});
    paintColumnSpans(image,
                     {{.spans = {{.low = 0, .high = 20}}, .color = Qt::blue},
                      {.spans = {{.low = 5, .high = 15}}, .color = QColor(255, 0, 0, 128)}});
    const QColor mixed = image.pixelColor(0, 10);
    QVERIFY(std::abs(mixed.red() - 128) < 3 && std::abs(mixed.blue() - 127) < 3);
    QCOMPARE(mixed.alpha(), 255);
}

void TestColumnSpans::spansLookLikeTheStrokedLine_data()
{
    QTest::addColumn<QTransform>("transform");
    QTest::newRow("on screen") << QTransform();
    QTest::newRow("at one and a quarter") << QTransform::fromScale(1.25, 1.25);
    QTest::newRow("at twice the pixels") << QTransform::fromScale(2, 2);
}

void TestColumnSpans::spansLookLikeTheStrokedLine()
{
    QFETCH(QTransform, transform);
    const auto series = wave(1'000);
    const QImage spans = paintedLine(series, transform);
    const QImage strokes = strokedLine(*series, transform, Stroke::Whole);
    QVERIFY(std::abs(inkOf(spans) / inkOf(strokes) - 1) < 0.3);
    const double near = 2 * transform.m11();
    for (int x = 5; x < 195 * transform.m11(); x += 7) {
        const auto [top, bottom] = inkedRows(spans, x);
        const auto [strokedTop, strokedBottom] = inkedRows(strokes, x);
        QVERIFY(std::abs(top - strokedTop) <= near && std::abs(bottom - strokedBottom) <= near);
    }
}

void TestColumnSpans::fewPointsAreStrokedAsEver()
{
    const auto series = wave(41);
    QCOMPARE(paintedLine(series), strokedLine(*series, {}, Stroke::Segments));
}

void TestColumnSpans::aMovedAndScaledLineIsWhereItBelongs()
{
    const auto series = wave(2'000);
    const QTransform moved = QTransform::fromTranslate(30, 20).scale(1.5, 1.5);
    const QImage still = paintedLine(series, QTransform::fromScale(1.5, 1.5));
    QCOMPARE(paintedLine(series, moved).copy(30, 20, 310, 150), still.copy(0, 0, 310, 150));
}

void TestColumnSpans::aPartIsTheWholeCutOut()
{
    const auto series = wave(2'001);
    PlotWindow half = windowOf(*series);
    half.first = 500; // at x = 50
    half.last = 1'500;
    const QImage part = paintedLine(series, {}, half);
    for (int x = 1; x < 199; ++x) {
        const double y = 100 - waveAt(50 + (x + 0.5) / 2);
        const auto [top, bottom] = inkedRows(part, x);
        QVERIFY(top <= y + 1 && bottom >= y - 1 && bottom - top <= 6);
    }
    // Up to both edges, and not beyond them.
    QVERIFY(inkedRows(part, 0).first >= 0 && inkedRows(part, 199).first >= 0);
    QCOMPARE(inkedRows(part, 200), std::pair(-1, -1));
}

void TestColumnSpans::gapsStayGaps()
{
    const auto series = wave(2'001);
    for (std::size_t i = 1'000; i <= 1'100; ++i) {
        series->states[i] = BucketState::Missing; // from x = 100 to 110
    }
    const QImage image = paintedLine(series);
    QVERIFY(inkedRows(image, 98).first >= 0);
    for (int x = 101; x < 109; ++x) { // the pen is wider than a pixel
        QCOMPARE(inkedRows(image, x), std::pair(-1, -1));
    }
    QVERIFY(inkedRows(image, 111).first >= 0);
}

void TestColumnSpans::vectorsStayVectorsAndFew()
{
    const auto series = wave(20'000);
    const QByteArray svg = svgOf(series, windowOf(*series));
    QVERIFY(!svg.contains("<image"));
    const auto segments = svg.count("<polyline") + svg.count("<path");
    QVERIFY(segments >= 200);
    QVERIFY(segments <= 4 * 2 * 200 + 4); // of two columns in a pixel, four points each
}

void TestColumnSpans::vectorsAreCutToThePlot()
{
    const auto series = wave(201);
    PlotWindow part = windowOf(*series);
    part.first = 20.25;
    part.last = 40.5;
    const QByteArray svg = svgOf(series, part);
    static const QRegularExpression number(u"points=\"([^\"]*)\""_s);
    auto matches = number.globalMatch(QString::fromLatin1(svg));
    qreal leftmost = 1e9;
    qreal rightmost = -1e9;
    while (matches.hasNext()) {
        const QStringList points = matches.next().captured(1).split(u' ', Qt::SkipEmptyParts);
        for (const QString &point : points) {
            const qreal x = point.section(u',', 0, 0).toDouble();
            leftmost = std::min(leftmost, x);
            rightmost = std::max(rightmost, x);
        }
    }
    QVERIFY(std::abs(leftmost) < 0.01);
    QVERIFY(std::abs(rightmost - 200) < 0.01);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestColumnSpans)
#include "tst_columnspans.moc"
