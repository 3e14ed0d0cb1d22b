// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"
#include "ui/chart/chartview.h"
#include "ui/chart/stilllayer.h"

#include <QChart>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>

namespace emberline::test {

class TestChartMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void movingIsDrawnFastAndThenFinely();
    static void movingLooksLikeRest();
    static void hoveringAPartDoesNotRepaintIt();
    static void oneTurnOfEventsLaysOutOnce();
    static void theFrameIsNeverStale();
};

namespace {

/// A view on screen with a chart of @p dataset.
struct Shown
{
    explicit Shown(const Dataset &dataset)
    {
        view.setModel(&model);
        view.resize(900, 420);
        view.show();
        model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
        QCoreApplication::processEvents();
    }

    [[nodiscard]] Shot shot()
    {
        return {.image = view.viewport()->grab().toImage(), .frame = view.chartScene().frame()};
    }

    DatasetModel model = DatasetModel();
    ChartView view = ChartView();
};

} // namespace

void TestChartMotion::movingIsDrawnFastAndThenFinely()
{
    Shown shown(shopDays());
    ChartScene &scene = shown.view.chartScene();
    QVERIFY(!scene.chart().series().isEmpty());
    scene.setVisibleSpan(VisibleSpan(3, 20));
    QVERIFY(scene.plan().moving);
    QVERIFY(scene.chart().series().isEmpty());
    QTRY_VERIFY(!scene.plan().moving);
    QVERIFY(!scene.chart().series().isEmpty());
    const auto *line = qobject_cast<const QLineSeries *>(scene.chart().series().constLast());
    QVERIFY(line != nullptr);
    QCOMPARE(line->points().constFirst().x(), 3.0);
    QCOMPARE(line->points().constLast().x(), 20.0);
}

void TestChartMotion::movingLooksLikeRest()
{
    Shown shown(levelDays(40));
    shown.view.chartScene().setVisibleSpan(VisibleSpan(3.5, 30.5));
    const Shot moving = shown.shot();
    QTRY_VERIFY(!shown.view.chartScene().plan().moving);
    const Shot still = shown.shot();
    const qreal y = still.frame.yOf(500);
    for (qreal x = still.frame.plot.left(); x < still.frame.plot.right(); x += 5) {
        QVERIFY(
            std::abs(moving.inked(x, y - 6, y + 6, blue()) - still.inked(x, y - 6, y + 6, blue()))
            <= 1);
    }
}

void TestChartMotion::hoveringAPartDoesNotRepaintIt()
{
    Shown shown(levelDays(5'000));
    shown.view.chartScene().setVisibleSpan(VisibleSpan(100, 4'000));
    QTRY_VERIFY(!shown.view.chartScene().plan().moving);
    const QImage plain = shown.shot().image;
    const auto *layer = shown.view.chartScene().findChild<StillLayer *>();
    const int paintings = layer->paintings();
    for (const std::size_t bucket : {200U, 300U, 2'000U}) {
        shown.view.chartScene().setHovered(bucket);
        QVERIFY(shown.shot().image != plain);
    }
    QCOMPARE(layer->paintings(), paintings);
}

void TestChartMotion::oneTurnOfEventsLaysOutOnce()
{
    DatasetModel model;
    ChartScene scene;
    scene.setSize(chartSize);
    scene.setModel(&model);
    QCoreApplication::processEvents();
    QSignalSpy laidOut(&scene, &ChartScene::relaidOut);
    const Dataset dataset = levelDays(40);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    scene.setHeadings(u"Title"_s, u"Subtitle"_s);
    scene.setSize({800, 400});
    QCOMPARE(laidOut.size(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(laidOut.size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(laidOut.size(), 1);
}

void TestChartMotion::theFrameIsNeverStale()
{
    DatasetModel model;
    ChartScene scene;
    scene.setModel(&model);
    scene.setSize(chartSize);
    const Dataset dataset = levelDays(40);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    QCOMPARE(scene.frame().buckets, std::size_t{40});
    const qreal top = scene.frame().plot.top();
    scene.setHeadings(u"Title"_s, {});
    QVERIFY(scene.frame().plot.top() > top);
    scene.setVisibleSpan(VisibleSpan(1, 5));
    QCOMPARE(scene.frame().firstVisible, 1.0);
    scene.setVisibleSpan({});
    QVERIFY(scene.frame().isWhole());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartMotion)
#include "tst_chartmotion.moc"
