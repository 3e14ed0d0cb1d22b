// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Where plots really are, read from what is painted.
class TestPanelPixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void plotsAlignToThePixel_data();
    static void plotsAlignToThePixel();
    static void plotsStayAlignedAfterAChange();
    static void equalValuesAreEquallyHighOnASharedScale();
    static void ghostsAreBehindOnASharedScaleOnly();
    static void theFocusedPanelHasARing();
};

namespace {

QImage imageOf(QWidget &widget, qreal ratio)
{
    QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    widget.render(&image);
    return image;
}

/// The edges of a plot: the ends of its baseline, and its highest grid line.
struct Edges
{
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
};

bool isDark(QRgb pixel)
{
    return qGray(pixel) < 190;
}

/// The longest dark stretch of a row of @p area: from, and how long.
std::pair<int, int> stretchIn(const QImage &image, const QRect &area, int y)
{
    std::pair<int, int> longest(area.left(), 0);
    int length = 0;
    for (int x = area.left(); x <= area.right(); ++x) {
        length = isDark(image.pixel(x, y)) ? length + 1 : 0;
        if (length > longest.second) {
            longest = {x - length + 1, length};
        }
    }
    return longest;
}

int inkedIn(const QImage &image, const Edges &edges, int y)
{
    int count = 0;
    for (int x = edges.left; x <= edges.right; ++x) {
        count += qGray(image.pixel(x, y)) < 235 ? 1 : 0;
    }
    return count;
}

/// Of the panel that fills @p area. The baseline is the longest dark stretch.
Edges edgesIn(const QImage &image, const QRect &area)
{
    Edges edges;
    int most = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto [left, length] = stretchIn(image, area, y);
        if (length >= most) { // the last of those rows, if it is thicker than a pixel
            most = length;
            edges = {.left = left, .right = left + length - 1, .bottom = y};
        }
    }
    edges.top = area.top();
    while (edges.top < edges.bottom
           && inkedIn(image, edges, edges.top) * 10 < (edges.right - edges.left) * 9) {
        ++edges.top;
    }
    return edges;
}

std::vector<Edges> allEdges(const PanelsBench &bench, qreal ratio)
{
    auto &grid = bench.find<QWidget>(u"panelGrid"_s);
    const std::vector<PanelView *> &views = bench.panels->panels();
    const QImage image = imageOf(grid, ratio);
    std::vector<Edges> found;
    for (const PanelView *view : views) {
        const QRectF area(view->geometry());
        found.push_back(edgesIn(image,
                                QRectF(area.topLeft() * ratio, area.size() * ratio)
                                    .toRect()
                                    .intersected(image.rect())));
    }
    return found;
}

void verifyAligned(const std::vector<Edges> &all, std::size_t columns, qreal ratio)
{
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Edges &first = all.front();
        const Edges &above = all[i % columns];
        const Edges &beside = all[i / columns * columns];
        QVERIFY2(all[i].right - all[i].left > 200 * ratio, "no plot found");
        QVERIFY2(all[i].bottom - all[i].top > 90 * ratio, "no plot found");
        QCOMPARE(all[i].left, above.left);
        QCOMPARE(all[i].right, above.right);
        QCOMPARE(all[i].top, beside.top);
        QCOMPARE(all[i].bottom, beside.bottom);
        if (ratio > std::floor(ratio)) {
            continue; // their places are rounded, each column's and row's for itself
        }
        QCOMPARE(all[i].right - all[i].left, first.right - first.left);
        QCOMPARE(all[i].bottom - all[i].top, first.bottom - first.top);
    }
}

} // namespace

void TestPanelPixels::plotsAlignToThePixel_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<std::size_t>("columns");
    QTest::addColumn<bool>("own");
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
        QTest::addRow("four at %g", ratio) << 4 << std::size_t{2} << false << ratio;
        QTest::addRow("six at %g", ratio) << 6 << std::size_t{3} << false << ratio;
        QTest::addRow("six with scales of their own at %g", ratio)
            << 6 << std::size_t{3} << true << ratio;
    }
}

void TestPanelPixels::plotsAlignToThePixel()
{
    QFETCH(int, count);
    QFETCH(std::size_t, columns);
    QFETCH(bool, own);
    QFETCH(double, ratio);
    const PanelsBench bench(count, {.ownScale = own});
    verifyAligned(allEdges(bench, ratio), columns, ratio);
}

void TestPanelPixels::plotsStayAlignedAfterAChange()
{
    PanelsBench bench(4);
    static_cast<void>(allEdges(bench, 1)); // painted once
    bench.setZoom(Zoom{.first = bench.model.dataset()->times.at(3),
                       .last = bench.model.dataset()->times.at(12)});
    bench.panels->resize(1101, 655);
    verifyAligned(allEdges(bench, 1), 2, 1);
}

/// The largest value of the larger panel is three grid lines up in both.
void TestPanelPixels::equalValuesAreEquallyHighOnASharedScale()
{
    PanelsBench bench(2);
    const ChartFrame &small = bench.scene(0).frame();
    const ChartFrame &large = bench.scene(1).frame();
    QCOMPARE(small.axis, large.axis);
    QCOMPARE(small.yOf(20), large.yOf(20));
    bench.setLook({.ownScale = true});
    QVERIFY(bench.scene(0).frame().axis.top() < bench.scene(1).frame().axis.top());
    QVERIFY(bench.scene(0).frame().yOf(20) < bench.scene(1).frame().yOf(20));
}

void TestPanelPixels::ghostsAreBehindOnASharedScaleOnly()
{
    PanelsBench bench(2);
    auto &grid = bench.find<QWidget>(u"panelGrid"_s);
    const auto inkAt = [&](std::size_t bucket, double value) {
        PanelView &panel = bench.panel(0);
        const ChartFrame &frame = panel.chart().chartScene().frame();
        const QPointF at(frame.centerOf(bucket), frame.yOf(value));
        const QPoint point = panel.chart().mapTo(&grid, at.toPoint());
        const QImage image = imageOf(grid, 1);
        int darkest = 255;
        for (int y = -2; y <= 2; ++y) {
            darkest = std::min(darkest, qGray(image.pixel(point + QPoint(0, y))));
        }
        return darkest;
    };
    const double ofTheOther = 50; // nothing of its own is as high, and no grid line
    const int plain = inkAt(11, ofTheOther);
    bench.setLook({.ghosts = true});
    const int withGhosts = inkAt(11, ofTheOther);
    QVERIFY2(withGhosts < plain - 12, qPrintable(u"%1, %2"_s.arg(plain).arg(withGhosts)));
    bench.setLook({.ownScale = true, .ghosts = true});
    QVERIFY(!bench.find<QWidget>(u"panelsGhosts"_s).isEnabled());
}

void TestPanelPixels::theFocusedPanelHasARing()
{
    const PanelsBench bench(2);
    auto &grid = bench.find<QWidget>(u"panelGrid"_s);
    const auto cornerOf = [&grid](const PanelView &panel) {
        return imageOf(grid, 1).pixelColor(panel.geometry().topLeft() + QPoint(1, 40));
    };
    const QColor accent = tokensFor(grid.palette()).accent;
    PanelView &panel = bench.panel(1);
    QVERIFY(cornerOf(panel) != accent);
    panel.chart().setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(panel.chart().hasFocus());
    QCOMPARE(cornerOf(panel), accent);
    QVERIFY(cornerOf(bench.panel(0)) != accent);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelPixels)

#include "tst_panelpixels.moc"
