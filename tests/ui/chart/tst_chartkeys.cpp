// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartview.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace emberline::test {

/// What can be done at the crosshair: pin it, walk, choose a series, copy.
class TestChartKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aClickPinsTheTooltip();
    void aClickOnThePinnedUnpins();
    void whatIsPinnedStaysWhereverThePointerGoes();
    void aDotPinsWhatIsPointedAt();
    void aChartThatPinsNothingDoesNot();
    void ctrlWalksAWeek();
    void ctrlWalksADayOfHours();
    void upAndDownChooseASeries();
    void hiddenSeriesAreNotChosen();
    void eachStepIsSpoken();
    void theDateIsSpokenAsTheLocaleSaysIt_data();
    void theDateIsSpokenAsTheLocaleSaysIt();
    void theTooltipIsCopied();
    void withoutACrosshairNothingIsCopied();
    void escUndoesOneAfterTheOther();
    void ctrlDownAsksForTheRow();

private:
    QPoint pointOf(std::size_t bucket) const;
    void click(std::size_t bucket, Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {});
    ChartScene &scene() { return m_view->chartScene(); }

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<ChartView> m_view;
};

namespace {

using Bucket = std::optional<std::size_t>;

QString copied()
{
    return QGuiApplication::clipboard()->text().replace(u'\u00A0', u' ');
}

} // namespace

void TestChartKeys::init()
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

void TestChartKeys::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QPoint TestChartKeys::pointOf(std::size_t bucket) const
{
    const ChartFrame &frame = m_view->chartScene().frame();
    return QPointF(frame.centerOf(bucket), frame.plot.center().y()).toPoint();
}

void TestChartKeys::click(std::size_t bucket, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseMove(m_view->viewport(), pointOf(bucket));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, pointOf(bucket));
}

void TestChartKeys::key(Qt::Key which, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_view.get(), which, modifiers);
}

void TestChartKeys::aClickPinsTheTooltip()
{
    click(7);
    QVERIFY(scene().plan().pinned);
    const QImage pinned = m_view->viewport()->grab().toImage();
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QCOMPARE(m_view->viewport()->grab().toImage(), pinned);
}

void TestChartKeys::aClickOnThePinnedUnpins()
{
    click(7);
    click(9);
    QVERIFY(scene().plan().pinned);
    QCOMPARE(scene().marked(), Bucket(9));
    click(9);
    QVERIFY(!scene().plan().pinned);
    QCOMPARE(scene().marked(), Bucket(9));
}

void TestChartKeys::whatIsPinnedStaysWhereverThePointerGoes()
{
    click(7);
    const QImage pinned = m_view->viewport()->grab().toImage();
    QTest::mouseMove(m_view->viewport(), pointOf(20));
    QCOMPARE(m_view->viewport()->grab().toImage(), pinned);
    key(Qt::Key_Right);
    QVERIFY(m_view->viewport()->grab().toImage() != pinned);
    QCOMPARE(scene().marked(), Bucket(8));
}

void TestChartKeys::aDotPinsWhatIsPointedAt()
{
    QSignalSpy picked(m_view.get(), &ChartView::bucketPicked);
    QTest::mouseMove(m_view->viewport(), pointOf(12));
    key(Qt::Key_Period);
    QVERIFY(scene().plan().pinned);
    QCOMPARE(scene().marked(), Bucket(12));
    QCOMPARE(picked.size(), 1);
    key(Qt::Key_Period);
    QVERIFY(!scene().plan().pinned);
}

void TestChartKeys::aChartThatPinsNothingDoesNot()
{
    m_view->setPinning(false);
    click(7);
    QVERIFY(!scene().plan().pinned);
    QCOMPARE(scene().marked(), Bucket(7));
    key(Qt::Key_Period);
    QVERIFY(!scene().plan().pinned);
}

void TestChartKeys::ctrlWalksAWeek()
{
    key(Qt::Key_End);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(scene().marked(), Bucket(22));
    key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(scene().marked(), Bucket(29));
    key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(scene().marked(), Bucket(29));
    key(Qt::Key_Home);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(scene().marked(), Bucket(0));
}

void TestChartKeys::ctrlWalksADayOfHours()
{
    Dataset hours;
    hours.unit = Unit::Hour;
    hours.granularity = Granularity::Hour;
    for (int i = 0; i < 72; ++i) {
        hours.times.push_back(bucketOfDay(QDate(2026, 11, 20)) + i * msPerHour);
    }
    addSeries(hours, {3, 4, 5});
    m_model->setDataset(std::make_shared<const Dataset>(hours), looksFor(hours));
    key(Qt::Key_Home);
    key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(scene().marked(), Bucket(24));
    key(Qt::Key_Down);
    QCOMPARE(m_view->accessibleDescription(), u"21 November, 00:00, Series 1, 3"_s);
}

void TestChartKeys::upAndDownChooseASeries()
{
    click(7); // all users, basic, gold, silver
    key(Qt::Key_Down);
    QCOMPARE(m_view->chosenSeries(), Bucket(0));
    key(Qt::Key_Down);
    QCOMPARE(m_view->chosenSeries(), Bucket(3));
    key(Qt::Key_Down);
    QCOMPARE(m_view->chosenSeries(), Bucket(1));
    key(Qt::Key_Up);
    QCOMPARE(m_view->chosenSeries(), Bucket(3));
    const QImage basic = m_view->viewport()->grab().toImage();
    key(Qt::Key_Up);
    QVERIFY(m_view->viewport()->grab().toImage() != basic);
    key(Qt::Key_Up);
    QCOMPARE(m_view->chosenSeries(), Bucket(0));
    QCOMPARE(scene().marked(), Bucket(7));
}

void TestChartKeys::hiddenSeriesAreNotChosen()
{
    std::vector<DatasetModel::Look> looks = shopLooks();
    looks[0].hidden = true;
    m_model->setDataset(std::make_shared<const Dataset>(shopDays()), looks);
    click(7);
    key(Qt::Key_Down);
    QCOMPARE(m_view->chosenSeries(), Bucket(3));
    QCOMPARE(measuredSeries(scene().plan()), Bucket(3));
    key(Qt::Key_Escape);
    key(Qt::Key_Escape);
    QCOMPARE(measuredSeries(scene().plan()), Bucket(1));
}

void TestChartKeys::eachStepIsSpoken()
{
    m_view->setMarkedBucket(m_model->dataset()->times[18]);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(m_view->accessibleDescription(), u"12 November, Gold members, 4,640"_s);
    key(Qt::Key_Right);
    QCOMPARE(m_view->accessibleDescription(), u"13 November, Gold members, 6,255"_s);
    key(Qt::Key_End);
    QCOMPARE(m_view->accessibleDescription(),
             u"23 November, Gold members, 2,880, so far, to 14:05"_s);
}

void TestChartKeys::theDateIsSpokenAsTheLocaleSaysIt_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("expected");
    QTest::newRow("C") << QLocale::c() << u"12 November"_s;
    QTest::newRow("United States")
        << QLocale(QLocale::English, QLocale::UnitedStates) << u"November 12"_s;
    QTest::newRow("French") << QLocale(QLocale::French, QLocale::France) << u"12 novembre"_s;
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany) << u"12. November"_s;
    QTest::newRow("Spanish") << QLocale(QLocale::Spanish, QLocale::Spain) << u"12 de noviembre"_s;
    QTest::newRow("Portuguese") << QLocale(QLocale::Portuguese, QLocale::Brazil)
                                << u"12 de novembro"_s;
}

void TestChartKeys::theDateIsSpokenAsTheLocaleSaysIt()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, expected);
    m_view->setLocale(locale);
    const QString spoken = spokenPoint(scene().plan(), 18, 1);
    QVERIFY2(spoken.startsWith(expected + u", Gold members, "_s), qPrintable(spoken));
}

void TestChartKeys::theTooltipIsCopied()
{
    click(7);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied(),
             u"Sun 1 Nov 2026\nAll users\t15,500\nBasic members\t6,610\nGold members\t4,570\n"
             "Silver members\t3,650"_s);
    QTest::mouseMove(m_view->viewport(), pointOf(9));
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(copied().startsWith(u"Sun 1 Nov 2026"_s)); // what is pinned is what is shown
    key(Qt::Key_Escape);
    QTest::mouseMove(m_view->viewport(), pointOf(29));
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(copied().startsWith(u"Mon 23 Nov 2026"_s), qPrintable(copied()));
    QVERIFY(copied().endsWith(u"so far, to 14:05"_s));
}

void TestChartKeys::withoutACrosshairNothingIsCopied()
{
    QGuiApplication::clipboard()->setText(u"before"_s);
    QKeyEvent copy(QEvent::KeyPress, Qt::Key_C, Qt::ControlModifier);
    QCoreApplication::sendEvent(m_view.get(), &copy);
    QVERIFY(!copy.isAccepted());
    QCOMPARE(copied(), u"before"_s);
}

void TestChartKeys::escUndoesOneAfterTheOther()
{
    click(9);
    key(Qt::Key_Down);
    click(12, Qt::ShiftModifier);
    QVERIFY(m_view->stepBack());
    QCOMPARE(scene().measuring(), Measuring());
    QVERIFY(scene().plan().pinned);
    QVERIFY(m_view->stepBack());
    QVERIFY(!scene().plan().pinned);
    QVERIFY(m_view->chosenSeries().has_value());
    QVERIFY(m_view->stepBack());
    QVERIFY(!m_view->chosenSeries().has_value());
    QVERIFY(!m_view->stepBack());
}

void TestChartKeys::ctrlDownAsksForTheRow()
{
    QSignalSpy asked(m_view.get(), &ChartView::rowAsked);
    click(9);
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().value<BucketTime>(), m_model->dataset()->times[9]);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartKeys)
#include "tst_chartkeys.moc"
