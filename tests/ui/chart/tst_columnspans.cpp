// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/chart/columnspans.h"
#include "ui/chart/denselines.h"

#include <QBuffer>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

namespace emberline::test {

class TestColumnSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aColumnIsInkedFromItsLowestToItsHighestPoint();
    static void neighboursJoin();
    static void endsAreSoft();
    static void nothingIsPaintedBesideTheLine();
    static void whatLiesOutsideTheImageIsCutOff();
    static void aLineOfOnePointPaintsNothing();
    static void spansLookLikeTheStrokedLine_data();
    static void spansLookLikeTheStrokedLine();
    static void fewPointsAreStrokedAsEver();
    static void aMovedAndScaledLineIsWhereItBelongs();
    static void vectorsStayVectors();
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

QImage spansOf(const QPolygonF &line, qreal width = 2, const QSize &size = {20, 20})
{
    QImage image = blank(size);
    paintColumnSpans(image, line, width, ink());
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

QPolygonF wave(int points, qreal width)
{
    QPolygonF line;
    for (int i = 0; i < points; ++i) {
        const qreal x = width * i / points;
        line.append(QPointF(x, 50 + 30 * std::sin(x / 10)));
    }
    return line;
}

QImage paintedLines(const QPolygonF &line, const QTransform &transform)
{
    DenseLines item(0);
    item.setLines({{.points = line, .pen = QPen(ink(), 1.5, Qt::SolidLine, Qt::FlatCap)}},
                  {0, 0, 200, 100});
    QImage image = blank({400, 200});
    QPainter painter(&image);
    painter.setTransform(transform);
    const QStyleOptionGraphicsItem option;
    item.paint(&painter, &option, nullptr);
    return image;
}

enum class Stroke { Whole, Segments };

QImage strokedLines(const QPolygonF &line, const QTransform &transform, Stroke stroke)
{
    QImage image = blank({400, 200});
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(transform);
    painter.setPen(QPen(ink(), 1.5, Qt::SolidLine, Qt::FlatCap));
    if (stroke == Stroke::Whole) {
        painter.drawPolyline(line);
        return image;
    }
    for (qsizetype i = 1; i < line.size(); ++i) {
        painter.drawLine(line[i - 1], line[i]);
    }
    return image;
}

} // namespace

void TestColumnSpans::aColumnIsInkedFromItsLowestToItsHighestPoint()
{
    const QImage image = spansOf({{5.1, 4}, {5.3, 12}, {5.6, 7}});
    QCOMPARE(inkedRows(image, 5), std::pair(3, 12));
    QCOMPARE(image.pixelColor(5, 8), ink());
}

void TestColumnSpans::neighboursJoin()
{
    const QImage image = spansOf({{2.5, 2}, {3.5, 18}}, 1);
    QVERIFY(inkedRows(image, 2).second >= 9);
    QVERIFY(inkedRows(image, 3).first <= 10);
}

void TestColumnSpans::endsAreSoft()
{
    const QImage image = spansOf({{5, 10.25}, {6, 10.25}}, 1);
    QCOMPARE(inkedRows(image, 5), std::pair(9, 10));
    QVERIFY(std::abs(image.pixelColor(5, 9).alphaF() - 0.25F) < 0.01F);
    QVERIFY(std::abs(image.pixelColor(5, 10).alphaF() - 0.75F) < 0.01F);
}

void TestColumnSpans::nothingIsPaintedBesideTheLine()
{
    const QImage image = spansOf({{5, 10}, {8.5, 10}});
    QCOMPARE(inkedRows(image, 4), std::pair(-1, -1));
    QCOMPARE(inkedRows(image, 8), std::pair(9, 10));
    QCOMPARE(inkedRows(image, 9), std::pair(-1, -1));
}

void TestColumnSpans::whatLiesOutsideTheImageIsCutOff()
{
    const QImage image = spansOf({{-50, -50}, {5, 5}, {10, 300}, {90, 300}});
    QCOMPARE(inkedRows(image, 5).second, 19);
    QCOMPARE(inkedRows(image, 7), std::pair(-1, -1));
    QCOMPARE(inkedRows(image, 15), std::pair(-1, -1));
}

void TestColumnSpans::aLineOfOnePointPaintsNothing()
{
    QCOMPARE(spansOf({{5, 5}}), blank({20, 20}));
}

void TestColumnSpans::spansLookLikeTheStrokedLine_data()
{
    QTest::addColumn<QTransform>("transform");
    QTest::newRow("on screen") << QTransform();
    QTest::newRow("at twice the pixels") << QTransform::fromScale(2, 2);
}

void TestColumnSpans::spansLookLikeTheStrokedLine()
{
    QFETCH(QTransform, transform);
    const QPolygonF line = wave(500, 200);
    const QImage spans = paintedLines(line, transform);
    const QImage strokes = strokedLines(line, transform, Stroke::Whole);
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
    const QPolygonF line = wave(40, 200);
    QCOMPARE(paintedLines(line, {}), strokedLines(line, {}, Stroke::Segments));
}

void TestColumnSpans::aMovedAndScaledLineIsWhereItBelongs()
{
    const QPolygonF line = wave(2'000, 100);
    const QTransform moved = QTransform::fromTranslate(30, 20).scale(2, 2);
    const QImage still = paintedLines(line, QTransform::fromScale(2, 2));
    QCOMPARE(paintedLines(line, moved).copy(30, 20, 200, 180), still.copy(0, 0, 200, 180));
}

void TestColumnSpans::vectorsStayVectors()
{
    const QPolygonF line = wave(2'000, 100);
    DenseLines item(0);
    item.setLines({{.points = line, .pen = QPen(ink(), 1.5)}}, {0, 0, 200, 100});
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setViewBox(QRect(0, 0, 200, 100));
    QPainter painter(&svg);
    const QStyleOptionGraphicsItem option;
    item.paint(&painter, &option, nullptr);
    painter.end();
    QVERIFY(!buffer.data().contains("<image"));
    QCOMPARE(buffer.data().count("<polyline") + buffer.data().count("<path"), line.size() - 1);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestColumnSpans)
#include "tst_columnspans.moc"
