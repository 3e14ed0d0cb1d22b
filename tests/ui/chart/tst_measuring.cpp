// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartview.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace emberline::test {

/// What lies between two buckets of a chart.
class TestMeasuring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shiftClicksMeasure();
    void aShiftedDragMeasures();
    void bracketsMeasureAtTheCrosshair();
    void otherSignsMeasureOnOtherKeyboards();
    void aMeasureIsCopiedAsASentence();
    void theChosenSeriesIsMeasured();
    void aMeasureIsDrawnOverItsColumns();
    void thePlateLeavesTheLaneToItsWords_data();
    void thePlateLeavesTheLaneToItsWords();
    void newDataEndsTheMeasure();

private:
    QPoint pointOf(std::size_t bucket) const;
    void click(std::size_t bucket, Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {});
    ChartScene &scene() { return m_view->chartScene(); }

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<ChartView> m_view;
};

namespace {

QString copied()
{
    return QGuiApplication::clipboard()->text().replace(u'\u00A0', u' ');
}

} // namespace

void TestMeasuring::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_view = std::make_unique<ChartView>();
    m_view->setModel(m_model.get());
    m_view->setPinning(true);
    m_view->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_view->resize(900, 420);
    m_view->show();
    m_model->setDataset(std::make_shared<const Dataset>(shopDays()), shopLooks());
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QGuiApplication::clipboard()->clear();
}

void TestMeasuring::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QPoint TestMeasuring::pointOf(std::size_t bucket) const
{
    const ChartFrame &frame = m_view->chartScene().frame();
    return QPointF(frame.centerOf(bucket), frame.plot.center().y()).toPoint();
}

void TestMeasuring::click(std::size_t bucket, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseMove(m_view->viewport(), pointOf(bucket));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, pointOf(bucket));
}

void TestMeasuring::key(Qt::Key which, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_view.get(), which, modifiers);
}

void TestMeasuring::shiftClicksMeasure()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    click(16, Qt::ShiftModifier);
    QCOMPARE(scene().measuring(), (Measuring{.one = 16, .other = {}}));
    click(9, Qt::ShiftModifier);
    QCOMPARE(scene().measuring().span(), (std::optional(BucketSpan{.first = 9, .last = 16})));
    click(20, Qt::ShiftModifier); // begins anew
    QCOMPARE(scene().measuring(), (Measuring{.one = 20, .other = {}}));
    QVERIFY(!scene().measuring().span().has_value());
    QCOMPARE(picked.size(), 0);
}

void TestMeasuring::aShiftedDragMeasures()
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(9));
    QTest::mouseMove(m_view->viewport(), pointOf(16));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(16));
    QCOMPARE(scene().measuring().span(), (std::optional(BucketSpan{.first = 9, .last = 16})));
    QVERIFY(scene().frame().isWhole());
}

void TestMeasuring::bracketsMeasureAtTheCrosshair()
{
    m_view->setMarkedBucket(m_model->dataset()->times[16]);
    key(Qt::Key_BracketRight);
    QVERIFY(!scene().measuring().span().has_value());
    key(Qt::Key_Left, Qt::ControlModifier);
    key(Qt::Key_BracketLeft);
    QCOMPARE(scene().measuring().span(), (std::optional(BucketSpan{.first = 9, .last = 16})));
}

void TestMeasuring::otherSignsMeasureOnOtherKeyboards()
{
    key(Qt::Key_Home);
    key(Qt::Key_Comma);
    key(Qt::Key_Right);
    key(Qt::Key_Semicolon);
    QCOMPARE(scene().measuring().span(), (std::optional(BucketSpan{.first = 0, .last = 1})));
    // AltGr, as it arrives on Windows.
    QTest::sendKeyEvent(QTest::Click,
                        m_view.get(),
                        Qt::Key_BracketLeft,
                        u"["_s,
                        Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!scene().measuring().span().has_value());
}

void TestMeasuring::aMeasureIsCopiedAsASentence()
{
    click(9, Qt::ShiftModifier);
    click(16, Qt::ShiftModifier);
    const QString sentence = u"checkout_completed, All users: rose 0.8 % from 3 to 10 Nov, "
                             "106,810 in 8 days"_s;
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied(), sentence);
    QCOMPARE(m_view->accessibleDescription().replace(u'\u00A0', u' '), sentence);
}

void TestMeasuring::theChosenSeriesIsMeasured()
{
    click(9);
    key(Qt::Key_Up);
    click(9, Qt::ShiftModifier);
    click(16, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(
        copied(),
        u"checkout_completed, Silver members: fell 2.5 % from 3 to 10 Nov, 25,200 in 8 days"_s);
}

void TestMeasuring::aMeasureIsDrawnOverItsColumns()
{
    click(9, Qt::ShiftModifier);
    click(16, Qt::ShiftModifier);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    const QImage image = m_view->viewport()->grab().toImage();
    const ChartFrame &frame = scene().frame();
    const auto y = static_cast<int>(frame.plot.top()) + 2;
    for (const std::size_t end : {std::size_t{9}, std::size_t{16}}) {
        QCOMPARE(image.pixelColor(static_cast<int>(frame.centerOf(end)), y), lightTokens().accent);
    }
    const auto middle = static_cast<int>(frame.centerOf(12));
    QCOMPARE(image.pixelColor(middle, static_cast<int>(frame.plot.top()) - 6),
             lightTokens().accent);
}

void TestMeasuring::thePlateLeavesTheLaneToItsWords_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<int>("width");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale french(QLocale::French, QLocale::France);
    QTest::newRow("English") << english << 900;
    QTest::newRow("French") << french << 900;
    QTest::newRow("English, narrow") << english << 420;
    QTest::newRow("French, narrow") << french << 420;
    QTest::newRow("French, as narrow as can be") << french << 320;
}

void TestMeasuring::thePlateLeavesTheLaneToItsWords()
{
    QFETCH(QLocale, locale);
    QFETCH(int, width);
    m_view->setLocale(locale);
    m_view->resize(width, 420);
    const ChartPlan &plan = scene().plan();
    QVERIFY(!plan.frame.lane.isEmpty());
    for (std::size_t first = 0; first < 29; ++first) {
        const Sketch sketch = measureSketch(plan, {.one = first, .other = 29});
        const auto plate = std::find_if(
            sketch.fills.begin(), sketch.fills.end(), [](const Sketch::Fill &fill) {
                return fill.border.isValid();
            });
        QVERIFY(plate != sketch.fills.end());
        QVERIFY(!plate->rect.intersects(plan.frame.lane));
        QVERIFY(plate->rect.left() >= 0);
        for (const Sketch::Fill &fill : sketch.fills) { // nor does anything wipe them out
            QVERIFY(!fill.rect.intersects(plan.frame.lane));
        }
    }
}

void TestMeasuring::newDataEndsTheMeasure()
{
    click(9, Qt::ShiftModifier);
    click(16, Qt::ShiftModifier);
    key(Qt::Key_Down);
    const Dataset few = daysOf({1, 2, 3});
    m_model->setDataset(std::make_shared<const Dataset>(few), looksFor(few));
    QCOMPARE(scene().measuring(), Measuring());
    QVERIFY(!m_view->chosenSeries().has_value());
    QVERIFY(!m_view->grab().isNull());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestMeasuring)
#include "tst_measuring.moc"
