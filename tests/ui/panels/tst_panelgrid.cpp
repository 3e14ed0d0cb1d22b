// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/panels/panelgrid.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPanelGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void twoPanelsShareTheWidth();
    static void everyPlotIsEqual_data();
    static void everyPlotIsEqual();
    static void panelsTileTheGrid();
    static void onlyTheFirstColumnIsLabelledOnASharedScale();
    static void scalesOfTheirOwnAreLabelledEach();
    static void wideLabelsMoveEveryPlotAlike();
    static void manyPanelsScroll();
    static void tooNarrowPanelsGoBelowEachOther();
    static void nothingIsNothing();
};

void TestPanelGrid::twoPanelsShareTheWidth()
{
    const PanelGrid grid = placePanels({.size = {1000, 500}, .count = 2, .columns = 2});
    QCOMPARE(grid.panels[0].plot.left(), 56);
    QCOMPARE(grid.panels[0].plot.width(), (1000 - 56 - 32 - 16) / 2);
    const int gap = grid.panels[1].plot.left() - grid.panels[0].plot.right() - 1;
    QCOMPARE(gap, 32);
    QCOMPARE(grid.panels[1].plot.right() + 1, 1000 - 16);
}

void TestPanelGrid::everyPlotIsEqual_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("shared");
    QTest::newRow("four") << 4 << 2 << 1001 << true;
    QTest::newRow("six on a width that nothing divides") << 6 << 3 << 1117 << true;
    QTest::newRow("own scales") << 6 << 3 << 1117 << false;
    QTest::newRow("the last row is not full") << 8 << 3 << 999 << true;
    QTest::newRow("twenty-six") << 26 << 3 << 1280 << true;
}

void TestPanelGrid::everyPlotIsEqual()
{
    QFETCH(int, count);
    QFETCH(int, columns);
    QFETCH(int, width);
    QFETCH(bool, shared);
    const PanelGrid grid = placePanels({.size = {width, 700},
                                        .count = count,
                                        .columns = columns,
                                        .labelWidth = 30,
                                        .sharedScale = shared});
    QCOMPARE(grid.panels.size(), static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const auto at = [&grid](int index) {
            return grid.panels.at(static_cast<std::size_t>(index)).plot;
        };
        QCOMPARE(at(i).size(), at(0).size());
        QCOMPARE(at(i).left(), at(i % columns).left());
        QCOMPARE(at(i).top(), at(i / columns * columns).top());
    }
}

void TestPanelGrid::panelsTileTheGrid()
{
    for (const bool shared : {true, false}) {
        const PanelGrid grid = placePanels(
            {.size = {1000, 700}, .count = 6, .columns = 3, .sharedScale = shared});
        QCOMPARE(grid.panels[0].panel.left(), 0);
        QCOMPARE(grid.panels[1].panel.left(), grid.panels[0].panel.right() + 1);
        QVERIFY(grid.panels[3].panel.top() > grid.panels[0].panel.bottom());
        for (const PanelRects &rects : grid.panels) {
            QVERIFY(rects.panel.contains(rects.plot));
            QVERIFY(rects.panel.bottom() < grid.height);
        }
    }
}

void TestPanelGrid::onlyTheFirstColumnIsLabelledOnASharedScale()
{
    const PanelGrid grid = placePanels({.size = {1000, 700}, .count = 4, .columns = 2});
    QVERIFY(grid.panels[0].labelled);
    QVERIFY(!grid.panels[1].labelled);
    QVERIFY(grid.panels[2].labelled);
}

void TestPanelGrid::scalesOfTheirOwnAreLabelledEach()
{
    const PanelGrid grid = placePanels(
        {.size = {1000, 700}, .count = 4, .columns = 2, .labelWidth = 20, .sharedScale = false});
    for (const PanelRects &rects : grid.panels) {
        QVERIFY(rects.labelled);
        QCOMPARE(rects.plot.left() - rects.panel.left(), 56);
    }
}

void TestPanelGrid::wideLabelsMoveEveryPlotAlike()
{
    const PanelGrid grid = placePanels(
        {.size = {1000, 700}, .count = 4, .columns = 2, .labelWidth = 60});
    QCOMPARE(grid.panels[0].plot.left(), 16 + 60 + 8);
    QCOMPARE(grid.panels[2].plot.left(), 16 + 60 + 8);
}

void TestPanelGrid::manyPanelsScroll()
{
    const QSize room(1000, 700);
    QVERIFY(placePanels({.size = room, .count = 9, .columns = 3}).height <= room.height());
    const PanelGrid many = placePanels({.size = room, .count = 10, .columns = 3});
    QVERIFY(many.height > room.height());
    QCOMPARE(many.panels[0].plot.height(),
             placePanels({.size = room, .count = 9, .columns = 3}).panels[0].plot.height());
}

void TestPanelGrid::tooNarrowPanelsGoBelowEachOther()
{
    const PanelGrid grid = placePanels({.size = {450, 700}, .count = 3, .columns = 3});
    QCOMPARE(grid.panels[1].plot.top(), grid.panels[0].plot.top());
    QCOMPARE(grid.panels[2].plot.left(), grid.panels[0].plot.left());
    QVERIFY(grid.panels[2].plot.top() > grid.panels[0].plot.bottom());
}

void TestPanelGrid::nothingIsNothing()
{
    QVERIFY(placePanels({.size = {1000, 700}}).panels.empty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPanelGrid)

#include "tst_panelgrid.moc"
