// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/chart/stilllayer.h"
#include "ui/panels/panelreadout.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// One crosshair through all panels.
class TestPanelCrosshair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theCrosshairIsInAllPanels();
    static void theDateIsWhereThePointerIs();
    static void thePlatesTellValueAndChange();
    static void theEarlierPointIsMarkedInAllPanels();
    static void anUnlinkedCrosshairIsInOnePanel();
    static void hoveringRepaintsNoLines();
    static void theBarRepeatsTheCrosshair();
    static void controlCCopiesTheBar();
    static void leavingEndsTheCrosshair();
    static void aPinnedCrosshairStays();
    static void aClickMarksTheBucketInAll();
    static void arrowKeysMoveTheCommonCrosshair();
    static void arrowKeysStayInTheZoom();
};

void TestPanelCrosshair::theCrosshairIsInAllPanels()
{
    const PanelsBench bench(4);
    bench.hover(2, 7);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.scene(i).hovered(), std::optional<std::size_t>(7));
    }
    QCOMPARE(bench.panels->crosshair(), std::optional(bench.model.dataset()->times.at(7)));
}

void TestPanelCrosshair::theDateIsWhereThePointerIs()
{
    const PanelsBench bench(4);
    bench.hover(2, 7);
    const QString date = u"Sun 1 Nov"_s; // the bar below tells the year
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.crosshairWords(i).contains(date), i == 2);
    }
    bench.hover(0, 8);
    QVERIFY(!bench.crosshairWords(2).contains(u"Mon 2 Nov"_s));
    QVERIFY(bench.crosshairWords(0).contains(u"Mon 2 Nov"_s));
}

void TestPanelCrosshair::thePlatesTellValueAndChange()
{
    PanelsBench bench(2);
    bench.compareWith({0.5, 2});
    bench.hover(0, 6);
    QVERIFY(bench.crosshairWords(0).contains(u"30"_s));
    QVERIFY(bench.crosshairWords(0).contains(u"+100.0\u00A0%"_s));
    QVERIFY(bench.crosshairWords(1).contains(u"60"_s));
    QVERIFY(bench.crosshairWords(1).contains(u"\u221250.0\u00A0%"_s));
}

void TestPanelCrosshair::theEarlierPointIsMarkedInAllPanels()
{
    PanelsBench bench(2);
    const auto discsIn = [&bench](std::size_t index) {
        std::size_t count = 0;
        const QList<QGraphicsItem *> items = bench.scene(index).items();
        for (const QGraphicsItem *item : items) {
            const auto *layer = dynamic_cast<const SketchItem *>(item);
            const bool isOver = layer != nullptr && item->parentItem() == nullptr;
            count += isOver ? layer->sketch().discs.size() : 0;
        }
        return count;
    };
    bench.hover(0, 6);
    const std::size_t alone = discsIn(1);
    bench.compareWith({0.5, 2});
    bench.hover(0, 6);
    QVERIFY(discsIn(1) > alone);
    QCOMPARE(discsIn(1), discsIn(0));
}

void TestPanelCrosshair::anUnlinkedCrosshairIsInOnePanel()
{
    const PanelsBench bench(4, {.linkedCrosshair = false});
    bench.hover(1, 7);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.scene(i).hovered().has_value(), i == 1);
    }
    QCOMPARE(bench.find<PanelReadout>(u"panelReadout"_s).readout().items.size(), std::size_t{1});
}

void TestPanelCrosshair::hoveringRepaintsNoLines()
{
    const PanelsBench bench(4);
    std::vector<const StillLayer *> layers;
    layers.reserve(4);
    for (std::size_t i = 0; i < 4; ++i) {
        layers.push_back(bench.scene(i).findChild<StillLayer *>());
        QVERIFY(layers.back() != nullptr);
    }
    for (const std::size_t bucket : {1U, 2U}) { // what came with the data is painted by then
        bench.hover(1, bucket);
        bench.panels->repaint();
    }
    std::vector<int> before;
    before.reserve(layers.size());
    for (const StillLayer *layer : layers) {
        before.push_back(layer->paintings());
    }
    for (const std::size_t bucket : {3U, 9U, 20U}) {
        bench.hover(1, bucket);
        bench.panels->repaint();
    }
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(before[i] > 0);
        QCOMPARE(layers[i]->paintings(), before[i]);
    }
}

void TestPanelCrosshair::theBarRepeatsTheCrosshair()
{
    PanelsBench bench(2);
    bench.compareWith({0.5, 2});
    bench.hover(1, 6);
    const Readout &readout = bench.find<PanelReadout>(u"panelReadout"_s).readout();
    QCOMPARE(readout.date, u"Sat 31 Oct 2026"_s);
    QCOMPARE(readout.versus, u"vs Sat 26 Sept 2026"_s);
    QCOMPARE(readout.items[0].name, u"A"_s);
    QCOMPARE(readout.items[0].value, u"30"_s);
    QCOMPARE(readout.items[0].change, u"▲ 100.0\u00A0%"_s);
    QCOMPARE(readout.items[1].change, u"▼ 50.0\u00A0%"_s);
}

void TestPanelCrosshair::controlCCopiesTheBar()
{
    PanelsBench bench(2);
    bench.compareWith({0.5, 2});
    bench.hover(1, 6);
    bench.panel(1).chart().setFocus();
    QTest::keyClick(&bench.panel(1).chart(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Sat 31 Oct 2026 vs Sat 26 Sept 2026 · A 30 (+100.0\u00A0%) · "
             "B 60 (\u221250.0\u00A0%)"_s);
}

void TestPanelCrosshair::leavingEndsTheCrosshair()
{
    const PanelsBench bench(2);
    bench.hover(1, 6);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(bench.panel(1).chart().viewport(), &leave);
    QVERIFY(bench.panels->crosshair().has_value()); // on the way to the bar
    QCOMPARE(bench.scene(1).hovered(), std::optional<std::size_t>(6));
    QApplication::sendEvent(bench.panels.get(), &leave);
    QVERIFY(!bench.panels->crosshair().has_value());
    QVERIFY(!bench.scene(0).hovered().has_value());
    QVERIFY(bench.find<PanelReadout>(u"panelReadout"_s).readout().date.isEmpty());
}

void TestPanelCrosshair::aPinnedCrosshairStays()
{
    const PanelsBench bench(2);
    QVERIFY(!bench.find<QToolButton>(u"pinCrosshair"_s).isEnabled());
    bench.hover(1, 6);
    QTest::mouseClick(&bench.find<QToolButton>(u"pinCrosshair"_s), Qt::LeftButton);
    bench.hover(0, 9);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(bench.panels.get(), &leave);
    QCOMPARE(bench.scene(0).hovered(), std::optional<std::size_t>(6));
    QTest::mouseClick(&bench.find<QToolButton>(u"pinCrosshair"_s), Qt::LeftButton);
    bench.hover(0, 9);
    QCOMPARE(bench.scene(1).hovered(), std::optional<std::size_t>(9));
}

void TestPanelCrosshair::aClickMarksTheBucketInAll()
{
    const PanelsBench bench(4);
    QSignalSpy picked(bench.panels.get(), &PanelsView::bucketPicked);
    QTest::mouseClick(bench.panel(1).chart().viewport(), Qt::LeftButton, {}, bench.pointOf(1, 5));
    const BucketTime time = bench.model.dataset()->times.at(5);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.front().front().value<BucketTime>(), time);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.panel(i).chart().markedBucket(), std::optional(time));
    }
}

void TestPanelCrosshair::arrowKeysMoveTheCommonCrosshair()
{
    const PanelsBench bench(3);
    PanelChart &chart = bench.panel(1).chart();
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(bench.scene(2).hovered(), std::optional<std::size_t>(29));
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(bench.scene(0).hovered(), std::optional<std::size_t>(28));
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(bench.scene(2).hovered(), std::optional<std::size_t>(1));
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(bench.scene(2).hovered(), std::optional<std::size_t>(0));
}

void TestPanelCrosshair::arrowKeysStayInTheZoom()
{
    PanelsBench bench(2);
    const std::vector<BucketTime> &times = bench.model.dataset()->times;
    bench.setZoom(Zoom{.first = times.at(5), .last = times.at(9)});
    PanelChart &chart = bench.panel(0).chart();
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(bench.scene(1).hovered(), std::optional<std::size_t>(9));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelCrosshair)

#include "tst_panelcrosshair.moc"
