// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/chart/sketch.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace emberline::test {

namespace {

constexpr int margin = 10;

/// A plate of @p size on white, @p margin from the image's edges.
QImage painted(const QSize &size, qreal ratio)
{
    const QRectF rect(QPointF(margin, margin), QSizeF(size));
    Sketch sketch;
    sketch.plates.push_back({.rect = rect,
                             .color = Qt::yellow,
                             .border = Qt::blue,
                             .shade = QColor(0, 0, 0, 20),
                             .radius = 6});
    QImage image((rect.size().toSize() + QSize(2 * margin, 2 * margin)) * ratio,
                 QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    sketch.paint(painter);
    return image;
}

void addRatios()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("1x") << 1.0;
    QTest::newRow("1.5x") << 1.5;
    QTest::newRow("2x") << 2.0;
}

} // namespace

/// Grounds with a shadow, as a tooltip has.
class TestPlates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theSizeChangesNoCorner_data() { addRatios(); }
    static void theSizeChangesNoCorner();
    static void itIsOpaqueWithinItsBorder_data() { addRatios(); }
    static void itIsOpaqueWithinItsBorder();
    static void theShadowFades();
};

void TestPlates::theSizeChangesNoCorner()
{
    QFETCH(qreal, ratio);
    const QImage small = painted({60, 40}, ratio);
    const QImage large = painted({240, 300}, ratio);
    const QSize corner = QSize(30, 30) * ratio;
    const auto bottomRight = [&corner](const QImage &image) {
        return image.copy(QRect(
            QPoint(image.width() - corner.width(), image.height() - corner.height()), corner));
    };
    QCOMPARE(small.copy(QRect(QPoint(), corner)), large.copy(QRect(QPoint(), corner)));
    QCOMPARE(bottomRight(small), bottomRight(large));
}

void TestPlates::itIsOpaqueWithinItsBorder()
{
    QFETCH(qreal, ratio);
    const QImage image = painted({240, 300}, ratio);
    const int inside = qRound((margin + 3) * ratio);
    for (int y = inside + qRound(6 * ratio); y < image.height() / 2; ++y) {
        QCOMPARE(image.pixelColor(inside, y), QColor(Qt::yellow));
    }
    const int edge = qRound(margin * ratio);
    QVERIFY(image.pixelColor(edge, image.height() / 2).blue() > 128);
    QVERIFY(image.pixelColor(image.width() / 2, edge).blue() > 128);
}

void TestPlates::theShadowFades()
{
    const QImage image = painted({240, 300}, 1);
    const int middle = image.height() / 2;
    int before = 256;
    for (int x = margin - 5; x < margin; ++x) {
        const int grey = qGray(image.pixel(x, middle));
        QVERIFY(grey < before);
        before = grey;
    }
    QCOMPARE(image.pixelColor(margin - 5, middle), QColor(Qt::white));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPlates)

#include "tst_plates.moc"
