// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/panels/panelreadout.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// A hundred panels: only those in sight cost anything.
class TestManyPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void onlyThoseInSightAreFilled();
    static void scrollingFillsTheRest();
    static void aHoverMovesThoseInSightOnly();
    static void theCrosshairIsThereWhereItScrollsTo();
    static void theZoomIsThereWhereItScrollsTo();
    static void theFocusScrolls();
    static void theSwatchHasTheColourOfTheLine();
    static void theSwatchHasTheShapeOfTheLine();
    static void theTitleIsNoMarkup();
};

namespace {

constexpr int many = 100;
constexpr std::ptrdiff_t mostInSight = 12; ///< three rows of three, and a part of one more

template <typename Condition>
std::ptrdiff_t countPanels(const PanelsBench &bench, const Condition &condition)
{
    const std::vector<PanelView *> &all = bench.panels->panels();
    return std::count_if(all.begin(), all.end(), condition);
}

void scrollToTheEnd(const PanelsBench &bench)
{
    QScrollBar *bar = bench.find<QScrollArea>(u"panelScroll"_s).verticalScrollBar();
    bar->setValue(bar->maximum());
}

} // namespace

void TestManyPanels::onlyThoseInSightAreFilled()
{
    const PanelsBench bench(many);
    QCOMPARE(bench.names().size(), many);
    const auto filled = countPanels(bench, [](PanelView *panel) { return !panel->isStale(); });
    QVERIFY2(filled >= 9 && filled <= mostInSight, qPrintable(QString::number(filled)));
    QCOMPARE(bench.panel(many - 1).header().title().name, QString(QChar(u'A' + many - 1)));
}

void TestManyPanels::scrollingFillsTheRest()
{
    const PanelsBench bench(many);
    static_cast<void>(bench.names());
    scrollToTheEnd(bench);
    QVERIFY(!bench.panel(many - 1).isStale());
    QCOMPARE(bench.scene(many - 1).plan().dataset().series.front().values.front(), 10.0 * many);
    const auto filled = countPanels(bench, [](PanelView *panel) { return !panel->isStale(); });
    QVERIFY2(filled <= 2 * mostInSight, qPrintable(QString::number(filled)));
}

void TestManyPanels::aHoverMovesThoseInSightOnly()
{
    const PanelsBench bench(many);
    static_cast<void>(bench.names());
    bench.hover(1, 7);
    const auto moved = countPanels(
        bench, [](PanelView *panel) { return panel->chart().chartScene().hovered().has_value(); });
    QVERIFY2(moved >= 9 && moved <= mostInSight, qPrintable(QString::number(moved)));
}

void TestManyPanels::theCrosshairIsThereWhereItScrollsTo()
{
    const PanelsBench bench(many);
    static_cast<void>(bench.names());
    bench.hover(1, 7);
    scrollToTheEnd(bench);
    QCOMPARE(bench.scene(many - 1).hovered(), std::optional<std::size_t>(7));
}

void TestManyPanels::theZoomIsThereWhereItScrollsTo()
{
    PanelsBench bench(many);
    static_cast<void>(bench.names());
    const std::vector<BucketTime> &times = bench.model.dataset()->times;
    bench.setZoom(Zoom{.first = times.at(5), .last = times.at(9)});
    scrollToTheEnd(bench);
    QCOMPARE(bench.scene(many - 1).frame().shown(), (BucketSpan{.first = 5, .last = 9}));
}

void TestManyPanels::theFocusScrolls()
{
    const PanelsBench bench(many);
    static_cast<void>(bench.names());
    bench.panels->activateWindow();
    bench.panel(8).chart().setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(bench.panel(8).chart().hasFocus());
    QTest::keyClick(&bench.panel(8).chart(), Qt::Key_Tab);
    QVERIFY(bench.panel(9).chart().hasFocus());
    QVERIFY(!bench.panel(9).visibleRegion().isEmpty());
    QVERIFY(!bench.panel(9).isStale());
}

/// Also of those beyond the palette.
void TestManyPanels::theSwatchHasTheColourOfTheLine()
{
    const PanelsBench bench(9);
    bench.hover(0, 5);
    const Readout &readout = bench.find<PanelReadout>(u"panelReadout"_s).readout();
    for (std::size_t i = 0; i < 9; ++i) {
        const QColor line = bench.scene(i).plan().lineColor(0);
        QCOMPARE(bench.panel(i).header().title().swatch.color, line);
        QCOMPARE(readout.items[i].swatch.color, line);
    }
}

void TestManyPanels::theSwatchHasTheShapeOfTheLine()
{
    PanelsBench bench(9);
    std::vector<DatasetModel::Look> looks = bench.model.looks();
    for (DatasetModel::Look &look : looks) {
        look.patterned = true;
    }
    bench.model.setLooks(looks);
    static_cast<void>(bench.names());
    bench.hover(0, 5);
    const Readout &readout = bench.find<PanelReadout>(u"panelReadout"_s).readout();
    for (std::size_t i = 0; i < 9; ++i) {
        const std::optional<Marker> shape = markerOf(looks[i]);
        QVERIFY(shape.has_value() || looks[i].colorSlot < 0);
        QCOMPARE(bench.panel(i).header().title().swatch.marker, shape);
        QCOMPARE(readout.items[i].swatch.marker, shape);
    }
}

void TestManyPanels::theTitleIsNoMarkup()
{
    PanelHeader header;
    header.setTitle({.name = u"<b>x</b> & <img src=/dev/zero>"_s});
    QCOMPARE(QTextDocumentFragment::fromHtml(header.toolTip()).toPlainText(), header.title().name);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestManyPanels)

#include "tst_manypanels.moc"
