// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/table/datasettable.h"

#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Zoom, pin and measure in the whole window.
class TestZoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void zoomingAsksForNothing();
    static void aZoomIsAStepThatCanBeUndone();
    static void anotherRangeIsShownWhole();
    static void escUndoesTheNearestFirst();
    static void ctrlDownGoesToTheRow();
};

namespace {

void press(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), which, modifiers);
}

QPoint pointOf(const ChartView &chart, std::size_t bucket)
{
    const ChartFrame &frame = chart.chartScene().frame();
    return QPointF(frame.centerOf(bucket), frame.plot.center().y()).toPoint();
}

void drag(ChartView &chart, std::size_t from, std::size_t to)
{
    QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, pointOf(chart, from));
    QTest::mouseMove(chart.viewport(), pointOf(chart, to));
    QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, pointOf(chart, to));
}

std::size_t shownOf(const ChartView &chart)
{
    return countOf(chart.chartScene().frame().shown());
}

} // namespace

void TestZoom::zoomingAsksForNothing()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &chart = app.find<ChartView>(u"chart"_s);
    const int before = app.seriesRequests();
    drag(chart, 10, 20);
    QCOMPARE(shownOf(chart), std::size_t{11});
    QCOMPARE(app.window().controller().view().look.zoom, chart.zoom());
    press(Qt::Key_Plus);
    press(Qt::Key_0);
    QVERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.seriesRequests(), before);
}

void TestZoom::aZoomIsAStepThatCanBeUndone()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &chart = app.find<ChartView>(u"chart"_s);
    drag(chart, 10, 20);
    press(Qt::Key_Plus);
    QUndoStack &steps = app.window().controller().viewHistory().steps();
    QCOMPARE(steps.count(), 2);
    steps.undo();
    QCOMPARE(shownOf(chart), std::size_t{11});
    steps.undo();
    QVERIFY(chart.chartScene().frame().isWhole());
    steps.redo();
    QCOMPARE(shownOf(chart), std::size_t{11});
}

void TestZoom::anotherRangeIsShownWhole()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &chart = app.find<ChartView>(u"chart"_s);
    drag(chart, 10, 20);
    press(Qt::Key_W); // 7 days
    QTRY_COMPARE(app.dataset().times.size(), std::size_t{7});
    QVERIFY(chart.chartScene().frame().isWhole());
}

void TestZoom::escUndoesTheNearestFirst()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &chart = app.find<ChartView>(u"chart"_s);
    drag(chart, 10, 20);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, pointOf(chart, 12));
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(chart, 14));
    const ChartScene &scene = chart.chartScene();
    press(Qt::Key_Escape);
    QCOMPARE(scene.measuring(), Measuring());
    QVERIFY(scene.plan().pinned);
    press(Qt::Key_Escape);
    QVERIFY(!scene.plan().pinned);
    QVERIFY(chart.zoom().has_value());
    press(Qt::Key_Escape);
    QVERIFY(!chart.zoom().has_value());
}

void TestZoom::ctrlDownGoesToTheRow()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &chart = app.find<ChartView>(u"chart"_s);
    app.find<DatasetTable>({}).setFolded(true);
    chart.setFocus();
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, pointOf(chart, 10));
    press(Qt::Key_Down, Qt::ControlModifier);
    auto &table = app.find<QTableView>(u"datasetTableView"_s);
    QVERIFY(!app.find<DatasetTable>({}).isFolded());
    QVERIFY(table.hasFocus());
    QCOMPARE(table.currentIndex().row(), 19); // the newest row is the first
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestZoom)
#include "tst_zoom.moc"
