// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartview.h"
#include "ui/chart/stilllayer.h"

#include <QChart>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestChartView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aScreenReaderFindsOneNamedThing();
    void aClickMarksItsBucket();
    void aClickBesideThePlotMarksNothing();
    void aPressThatEndsElsewhereMarksNothing();
    void thePointerSnapsToItsColumn();
    void leavingEndsTheCrosshair();
    void keysMoveTheMark();
    void keysWithoutDataDoNothing();
    void otherKeysAreLeftToTheWindow();
    void aMarkFromOutsideIsSilent();
    void aMarkOutsideTheRangeIsNone();
    void newDataIsDrawnAndForgetsTheMark();
    void aMarkStaysWhenItsBucketIsReadAgain();
    void hoveringDoesNotRepaintTheLines();
    void theTableColumnsAreTheLines();
    void theMarkedBucketIsSpoken();
    static void anyNameIsPainted_data() { addNames(); }
    void anyNameIsPainted();
    void aDarkPaletteGivesADarkChart();
    void aModelThatGoesAwayIsNoProblem();

private:
    QPoint pointOf(std::size_t bucket) const;
    void load(const Dataset &dataset);

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<ChartView> m_view;
};

void TestChartView::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_view = std::make_unique<ChartView>();
    m_view->setModel(m_model.get());
    m_view->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_view->resize(900, 420);
    m_view->show();
    m_model->setDataset(std::make_shared<const Dataset>(shopDays()), shopLooks());
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChartView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestChartView::load(const Dataset &dataset)
{
    m_model->setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
}

QPoint TestChartView::pointOf(std::size_t bucket) const
{
    const ChartFrame &frame = m_view->chartScene().frame();
    return QPointF(frame.centerOf(bucket), frame.plot.center().y()).toPoint();
}

void TestChartView::aScreenReaderFindsOneNamedThing()
{
    QCOMPARE(m_view->objectName(), u"chart"_s);
    QVERIFY(!m_view->accessibleName().isEmpty());
    QCOMPARE(m_view->focusPolicy(), Qt::StrongFocus);
    QCOMPARE(m_view->viewport()->focusPolicy(), Qt::NoFocus);
    QVERIFY(!m_view->viewport()->accessibleName().isEmpty());
}

void TestChartView::aClickMarksItsBucket()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(7));
    QCOMPARE(picked.size(), 1);
    const BucketTime time = shopDays().times[7];
    QCOMPARE(picked.front().front().value<BucketTime>(), time);
    QCOMPARE(m_view->markedBucket(), std::optional(time));
}

void TestChartView::aClickBesideThePlotMarksNothing()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, pointOf(7));
    QCOMPARE(picked.size(), 0);
}

void TestChartView::aPressThatEndsElsewhereMarksNothing()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointOf(7));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(9));
    QCOMPARE(picked.size(), 0);
}

void TestChartView::thePointerSnapsToItsColumn()
{
    const ChartFrame &frame = m_view->chartScene().frame();
    const auto almostHalf = static_cast<int>(frame.columnWidth() / 2) - 1;
    for (const int beside : {-almostHalf, 0, almostHalf}) {
        QTest::mouseMove(m_view->viewport(), pointOf(12) + QPoint(beside, 0));
        QCOMPARE(m_view->chartScene().hovered(), std::optional<std::size_t>(12));
    }
}

void TestChartView::leavingEndsTheCrosshair()
{
    QTest::mouseMove(m_view->viewport(), pointOf(12));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(!m_view->chartScene().hovered().has_value());
}

void TestChartView::keysMoveTheMark()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    const auto press = [this](Qt::Key key) {
        QTest::keyClick(m_view.get(), key);
        return m_view->chartScene().marked();
    };
    using Bucket = std::optional<std::size_t>;
    QCOMPARE(press(Qt::Key_Left), Bucket(29)); // from nowhere: the latest
    QCOMPARE(press(Qt::Key_Left), Bucket(28));
    QCOMPARE(press(Qt::Key_Right), Bucket(29));
    QCOMPARE(press(Qt::Key_Right), Bucket(29));
    QCOMPARE(press(Qt::Key_Home), Bucket(0));
    QCOMPARE(press(Qt::Key_Left), Bucket(0));
    QCOMPARE(press(Qt::Key_End), Bucket(29));
    QCOMPARE(picked.size(), 7);
}

void TestChartView::keysWithoutDataDoNothing()
{
    m_model->setDataset(std::make_shared<const Dataset>(), {});
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(400, 200));
    QCOMPARE(picked.size(), 0);
}

void TestChartView::otherKeysAreLeftToTheWindow()
{
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_K}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view.get(), &event);
        QVERIFY(!event.isAccepted());
    }
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_Left, Qt::ShiftModifier);
    QCoreApplication::sendEvent(m_view.get(), &shifted);
    QVERIFY(!shifted.isAccepted());
}

void TestChartView::aMarkFromOutsideIsSilent()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    m_view->setMarkedBucket(shopDays().times[3]);
    QCOMPARE(m_view->chartScene().marked(), std::optional<std::size_t>(3));
    m_view->setMarkedBucket(std::nullopt);
    QVERIFY(!m_view->markedBucket().has_value());
    QCOMPARE(picked.size(), 0);
}

void TestChartView::aMarkOutsideTheRangeIsNone()
{
    m_view->setMarkedBucket(bucketOfDay(QDate(2020, 1, 1)));
    QVERIFY(!m_view->markedBucket().has_value());
    m_view->setMarkedBucket(shopDays().times[3] + 1);
    QVERIFY(!m_view->markedBucket().has_value());
}

void TestChartView::aMarkStaysWhenItsBucketIsReadAgain()
{
    Dataset again = shopDays();
    const BucketTime marked = again.times[20];
    m_view->setMarkedBucket(marked);
    again.times.erase(again.times.begin());
    for (Series &series : again.series) {
        series.values.erase(series.values.begin());
        series.states.erase(series.states.begin());
    }
    load(again);
    QCOMPARE(m_view->markedBucket(), std::optional(marked));
    QCOMPARE(m_view->chartScene().marked(), std::optional<std::size_t>(19));
}

void TestChartView::newDataIsDrawnAndForgetsTheMark()
{
    m_view->setMarkedBucket(shopDays().times[20]);
    const QImage before = m_view->grab().toImage();
    load(daysOf({1, 2, 3}));
    QCOMPARE(m_view->chartScene().frame().buckets, std::size_t{3});
    QVERIFY(!m_view->markedBucket().has_value());
    QVERIFY(m_view->grab().toImage() != before);
}

void TestChartView::hoveringDoesNotRepaintTheLines()
{
    const auto *layer = m_view->chartScene().findChild<StillLayer *>();
    QVERIFY(layer != nullptr);
    const QImage plain = m_view->viewport()->grab().toImage();
    const int paintings = layer->paintings();
    for (const std::size_t bucket : {3U, 4U, 5U, 20U}) {
        m_view->chartScene().setHovered(bucket);
        QVERIFY(m_view->viewport()->grab().toImage() != plain);
    }
    QCOMPARE(layer->paintings(), paintings);
    m_view->chartScene().setHovered(std::nullopt);
    QCOMPARE(m_view->viewport()->grab().toImage(), plain);
    load(daysOf({1, 2, 3}));
    m_view->viewport()->grab();
    QVERIFY(layer->paintings() > paintings);
}

void TestChartView::theTableColumnsAreTheLines()
{
    load(daysOf({4, 8, 6}));
    const QList<QAbstractSeries *> all = m_view->chartScene().chart().series();
    QVERIFY(!all.isEmpty());
    const auto *line = qobject_cast<const QLineSeries *>(all.back());
    QVERIFY(line != nullptr);
    QCOMPARE(line->count(), 3);
    QCOMPARE(line->at(1), QPointF(1, 8));
}

void TestChartView::theMarkedBucketIsSpoken()
{
    m_view->setMarkedBucket(shopDays().times[29]);
    const QString spoken = m_view->accessibleDescription();
    QVERIFY2(spoken.startsWith(u"Mon 23 Nov 2026, All users 9,120"_s), qPrintable(spoken));
    QVERIFY2(spoken.endsWith(u"so far, to 14:05"_s), qPrintable(spoken));
}

void TestChartView::anyNameIsPainted()
{
    QFETCH(QString, name);
    m_view->setHeadings(name, name);
    m_model->setDataset(std::make_shared<const Dataset>(daysOf({1, 2, 3})),
                        {{.name = name, .colorSlot = 0}});
    m_view->chartScene().setHovered(std::size_t{1});
    QVERIFY(!m_view->grab().isNull());
}

void TestChartView::aDarkPaletteGivesADarkChart()
{
    QPalette palette = m_view->palette();
    palette.setColor(QPalette::Window, darkTokens().win);
    m_view->setPalette(palette);
    QCOMPARE(m_view->grab().toImage().pixelColor(2, 2), darkTokens().base);
}

void TestChartView::aModelThatGoesAwayIsNoProblem()
{
    m_model.reset();
    m_view->resize(800, 400);
    QVERIFY(!m_view->grab().isNull());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartView)
#include "tst_chartview.moc"
