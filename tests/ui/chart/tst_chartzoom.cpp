// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartview.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

namespace emberline::test {

class TestChartZoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDragZoomsToItsBuckets();
    void aDragToTheLeftIsTheSame();
    void aDragOutOfThePlotEndsAtItsEdge();
    void aDragWithinAColumnIsAClick();
    void aBandStandsWhileDragging();
    void escCancelsTheDrag();
    void aDoubleClickShowsAll();
    void zeroShowsAll();
    void plusAndMinusScale();
    void plusScalesAroundTheMark();
    void theWheelScalesOverTheAxis();
    void theWheelScalesOverThePlotWithCtrl();
    void theWheelAloneIsLeftToOthers();
    void turningOnContinuesTheStep();
    void smallTurnsAddUp();
    void theWheelPansWithShift();
    void theMiddleButtonPans();
    void escTakesThePanBack();
    void aZoomFromOutsideIsSilent();
    void aZoomHoldsForNewData();
    void keysWalkOutOfTheView();

private:
    QPoint pointOf(std::size_t bucket) const;
    void drag(std::size_t from, std::size_t to, Qt::MouseButton button = Qt::LeftButton);
    bool turn(const QPoint &at, int units, Qt::KeyboardModifiers modifiers, quint64 when = 0);
    BucketSpan shown() const { return m_view->chartScene().frame().shown(); }
    QPoint axis(std::size_t bucket) const;
    std::optional<Zoom> zoomOfDays(int first, int last) const;

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<ChartView> m_view;
};

namespace {

BucketSpan span(std::size_t first, std::size_t last)
{
    return {.first = first, .last = last};
}

} // namespace

void TestChartZoom::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_view = std::make_unique<ChartView>();
    m_view->setModel(m_model.get());
    m_view->setPinning(true);
    m_view->resize(900, 420);
    m_view->show();
    m_model->setDataset(std::make_shared<const Dataset>(shopDays()), shopLooks());
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChartZoom::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QPoint TestChartZoom::pointOf(std::size_t bucket) const
{
    const ChartFrame &frame = m_view->chartScene().frame();
    return QPointF(frame.centerOf(bucket), frame.plot.center().y()).toPoint();
}

QPoint TestChartZoom::axis(std::size_t bucket) const
{
    const ChartFrame &frame = m_view->chartScene().frame();
    return QPointF(frame.centerOf(bucket), frame.plot.bottom() + 10).toPoint();
}

void TestChartZoom::drag(std::size_t from, std::size_t to, Qt::MouseButton button)
{
    const QPoint start = pointOf(from);
    const QPoint end = pointOf(to);
    QTest::mousePress(m_view->viewport(), button, {}, start);
    QTest::mouseMove(m_view->viewport(), (start + end) / 2);
    QTest::mouseMove(m_view->viewport(), end);
}

bool TestChartZoom::turn(const QPoint &at, int units, Qt::KeyboardModifiers modifiers, quint64 when)
{
    QWidget *viewport = m_view->viewport();
    QWheelEvent event(
        at, viewport->mapToGlobal(at), {}, {0, units}, {}, modifiers, Qt::NoScrollPhase, false);
    event.setTimestamp(when);
    QCoreApplication::sendEvent(viewport, &event);
    return event.isAccepted();
}

std::optional<Zoom> TestChartZoom::zoomOfDays(int first, int last) const
{
    const std::vector<BucketTime> &times = m_model->dataset()->times;
    return Zoom{.first = times[static_cast<std::size_t>(first)],
                .last = times[static_cast<std::size_t>(last)]};
}

void TestChartZoom::aDragZoomsToItsBuckets()
{
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    drag(7, 12);
    QCOMPARE(zoomed.size(), 0); // not before it ends
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(12));
    QCOMPARE(zoomed.size(), 1);
    QCOMPARE(zoomed.front().at(0).value<std::optional<Zoom>>(), zoomOfDays(7, 12));
    QCOMPARE(zoomed.front().at(1).toBool(), false);
    QCOMPARE(shown(), span(7, 12));
    QCOMPARE(picked.size(), 0);
    QVERIFY(!m_view->chartScene().plan().pinned);
}

void TestChartZoom::aDragToTheLeftIsTheSame()
{
    drag(12, 7);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(7));
    QCOMPARE(shown(), span(7, 12));
}

void TestChartZoom::aDragOutOfThePlotEndsAtItsEdge()
{
    drag(20, 25);
    const QPoint outside(m_view->width() + 300, -50);
    QTest::mouseMove(m_view->viewport(), outside);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, outside);
    QCOMPARE(shown(), span(20, 29));
}

void TestChartZoom::aDragWithinAColumnIsAClick()
{
    m_view->setZoom(zoomOfDays(10, 12));
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointOf(11));
    QTest::mouseMove(m_view->viewport(), pointOf(11) + QPoint(40, 0));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(11) + QPoint(40, 0));
    QCOMPARE(zoomed.size(), 0);
    QCOMPARE(picked.size(), 1);
}

void TestChartZoom::aBandStandsWhileDragging()
{
    const QRectF columns = m_view->chartScene().frame().columns(7, 12);
    drag(7, 12);
    const QImage image = m_view->viewport()->grab().toImage();
    const QColor accent = lightTokens().accent;
    const auto y = static_cast<int>(columns.top()) + 4;
    QCOMPARE(image.pixelColor(static_cast<int>(columns.left()), y), accent);
    QCOMPARE(image.pixelColor(static_cast<int>(columns.right()) - 1, y), accent);
    QVERIFY(!m_view->chartScene().hovered().has_value());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(12));
}

void TestChartZoom::escCancelsTheDrag()
{
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    const QImage before = m_view->viewport()->grab().toImage();
    drag(7, 12);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->viewport()->grab().toImage(), before);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(12));
    QCOMPARE(zoomed.size(), 0);
    QCOMPARE(picked.size(), 0);
    QVERIFY(!m_view->stepBack()); // nothing is left of it
}

void TestChartZoom::aDoubleClickShowsAll()
{
    m_view->setZoom(zoomOfDays(7, 12));
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(9));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(9));
    QCOMPARE(zoomed.size(), 1);
    QVERIFY(!zoomed.front().at(0).value<std::optional<Zoom>>().has_value());
    QVERIFY(m_view->chartScene().frame().isWhole());
    QVERIFY(!m_view->chartScene().plan().pinned);
}

void TestChartZoom::zeroShowsAll()
{
    m_view->setZoom(zoomOfDays(7, 12));
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(m_view->chartScene().frame().isWhole());
    QTest::keyClick(m_view.get(), Qt::Key_0); // is no step
    QCOMPARE(zoomed.size(), 1);
}

void TestChartZoom::plusAndMinusScale()
{
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(countOf(shown()), std::size_t{15});
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(countOf(shown()), std::size_t{8});
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(countOf(shown()), std::size_t{16});
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(m_view->chartScene().frame().isWhole());
}

void TestChartZoom::plusScalesAroundTheMark()
{
    m_view->setMarkedBucket(m_model->dataset()->times[29]);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(shown(), span(15, 29));
}

void TestChartZoom::theWheelScalesOverTheAxis()
{
    QVERIFY(turn(axis(0), 120, {}));
    QCOMPARE(shown(), span(0, 23));
    QVERIFY(turn(axis(0), -120, {}, 5'000));
    QVERIFY(m_view->chartScene().frame().isWhole());
    QVERIFY(turn(axis(29), 120, {}, 10'000));
    QCOMPARE(shown(), span(6, 29));
}

void TestChartZoom::theWheelScalesOverThePlotWithCtrl()
{
    QVERIFY(turn(pointOf(0), 120, Qt::ControlModifier));
    QCOMPARE(shown(), span(0, 23));
}

void TestChartZoom::theWheelAloneIsLeftToOthers()
{
    QVERIFY(!turn(pointOf(5), 120, {}));
    QVERIFY(!turn(QPoint(3, 3), 120, Qt::ControlModifier));
    QVERIFY(m_view->chartScene().frame().isWhole());
}

void TestChartZoom::turningOnContinuesTheStep()
{
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    turn(axis(0), 120, {}, 1'000);
    turn(axis(0), 120, {}, 1'200);
    turn(axis(0), 120, {}, 9'000);
    QCOMPARE(zoomed.size(), 3);
    QCOMPARE(zoomed.at(0).at(1).toBool(), false);
    QCOMPARE(zoomed.at(1).at(1).toBool(), true);
    QCOMPARE(zoomed.at(2).at(1).toBool(), false);
}

void TestChartZoom::smallTurnsAddUp()
{
    m_view->setZoom(zoomOfDays(10, 13));
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    for (int i = 0; i < 7; ++i) {
        QVERIFY(turn(axis(10), 15, {}, 1'000));
    }
    QCOMPARE(zoomed.size(), 0);
    QVERIFY(turn(axis(10), 15, {}, 1'000));
    QCOMPARE(shown(), span(10, 12));
}

void TestChartZoom::theWheelPansWithShift()
{
    m_view->setZoom(zoomOfDays(10, 19));
    QVERIFY(turn(pointOf(12), -120, Qt::ShiftModifier));
    QCOMPARE(shown(), span(12, 21));
    QVERIFY(turn(pointOf(13), 120, Qt::ShiftModifier, 5'000));
    QCOMPARE(shown(), span(10, 19));
}

void TestChartZoom::theMiddleButtonPans()
{
    m_view->setZoom(zoomOfDays(10, 19));
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    const QPoint start = pointOf(15);
    const QPoint end = pointOf(12);
    QTest::mousePress(m_view->viewport(), Qt::MiddleButton, {}, start);
    QTest::mouseMove(m_view->viewport(), (start + end) / 2);
    QTest::mouseMove(m_view->viewport(), end);
    QCOMPARE(shown(), span(13, 22));
    QVERIFY(zoomed.size() >= 2);
    QCOMPARE(zoomed.front().at(1).toBool(), false);
    QCOMPARE(zoomed.back().at(1).toBool(), true);
    QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, end);
    QCOMPARE(shown(), span(13, 22));
    QTest::mouseMove(m_view->viewport(), start);
    QCOMPARE(shown(), span(13, 22));
}

void TestChartZoom::escTakesThePanBack()
{
    m_view->setZoom(zoomOfDays(10, 19));
    drag(15, 12, Qt::MiddleButton);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(shown(), span(10, 19));
    QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, pointOf(12));
}

void TestChartZoom::aZoomFromOutsideIsSilent()
{
    QSignalSpy zoomed(m_view.get(), &ChartView::zoomed);
    m_view->setZoom(zoomOfDays(3, 8));
    QCOMPARE(shown(), span(3, 8));
    m_view->setZoom(std::nullopt);
    QVERIFY(m_view->chartScene().frame().isWhole());
    QCOMPARE(zoomed.size(), 0);
}

void TestChartZoom::aZoomHoldsForNewData()
{
    m_view->setZoom(zoomOfDays(20, 25));
    const Dataset fewer = daysOf(std::vector<double>(12, 3)); // they end on the same day
    m_model->setDataset(std::make_shared<const Dataset>(fewer), looksFor(fewer));
    QCOMPARE(shown(), span(2, 7));
    m_model->setDataset(std::make_shared<const Dataset>(), {});
    m_model->setDataset(std::make_shared<const Dataset>(shopDays()), shopLooks());
    QCOMPARE(shown(), span(20, 25));
}

void TestChartZoom::keysWalkOutOfTheView()
{
    m_view->setZoom(zoomOfDays(10, 14));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->chartScene().marked(), std::optional<std::size_t>(14));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(shown(), span(11, 15));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->chartScene().marked(), std::optional<std::size_t>(11));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartZoom)
#include "tst_chartzoom.moc"
