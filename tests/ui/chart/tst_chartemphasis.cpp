// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/legendchart.h"
#include "ui/chart/stilllayer.h"
#include "ui/theme/contrast.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// What the chart does with a series that is pointed at, and with many.
class TestChartEmphasis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void thePointedLineStandsOut();
    static void aHiddenLineIsNotPointedAt();
    static void emphasisCostsOnePainting();
    static void withoutMotionItIsThereAtOnce();
    static void emphasisEndsAsItBegan();
    static void theLabelAtALinesEndPoints();
    static void theLegendRowPointsToo();
    static void manyLinesAreGreyUntilPointedAt();
    static void theSameDataReadAgainStaysEmphasized();
    static void emphasisDimsDenseLinesToo();
};

void TestChartEmphasis::thePointedLineStandsOut()
{
    LegendChart shown;
    const ChartFrame before = shown.plan().frame;
    shown.view.setEmphasized(1);
    const std::vector<QPen> pens = shown.linePens();
    QCOMPARE(pens.size(), std::size_t{4});
    QCOMPARE(pens.back().color(), lightTokens().series[0]); // above the others
    QCOMPARE(pens.back().widthF(), 2.5);
    QCOMPARE(pens.front().widthF(), 2.5); // all users, as before
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(std::abs(pens[i].color().alphaF() - 0.25F) < 0.01F);
    }
    const Sketch labels = labelsSketch(shown.plan());
    for (const Sketch::Words &word : labels.words) {
        const bool isIt = word.text == u"Gold members"_s;
        const bool isName = isIt || word.text == u"Silver members"_s;
        QVERIFY(!isName || (word.font.weight() > QFont::Normal) == isIt);
    }
    QCOMPARE(shown.plan().frame.plot, before.plot); // nothing moves
    QCOMPARE(shown.plan().frame.axis, before.axis);
}

void TestChartEmphasis::aHiddenLineIsNotPointedAt()
{
    LegendChart shown;
    shown.hide({1});
    shown.view.setEmphasized(1);
    QVERIFY(!shown.scene().emphasized().has_value());
    shown.view.setEmphasized(99);
    QVERIFY(!shown.scene().emphasized().has_value());
    shown.view.setEmphasized(2);
    shown.hide({2});
    QVERIFY(!shown.scene().emphasized().has_value());
}

void TestChartEmphasis::emphasisCostsOnePainting()
{
    LegendChart shown;
    const auto *layer = shown.scene().findChild<StillLayer *>();
    shown.setMotion(200);
    const QImage before = shown.picture();
    QCoreApplication::processEvents();
    QVERIFY(!shown.picture().isNull());
    const int paintings = layer->paintings();
    QSignalSpy steps(layer, &StillLayer::stepped);
    shown.view.setEmphasized(1);
    QVERIFY(layer->isFading());
    QTRY_VERIFY(!layer->isFading());
    QVERIFY(steps.size() >= 2);
    QVERIFY(shown.picture() != before);
    QCOMPARE(layer->paintings(), paintings + 1);
}

void TestChartEmphasis::withoutMotionItIsThereAtOnce()
{
    LegendChart shown;
    const auto *layer = shown.scene().findChild<StillLayer *>();
    QVERIFY(!shown.picture().isNull());
    shown.view.setEmphasized(1);
    const QImage first = shown.picture();
    QVERIFY(!layer->isFading());
    QCoreApplication::processEvents();
    QCOMPARE(shown.picture(), first);
}

void TestChartEmphasis::emphasisEndsAsItBegan()
{
    LegendChart shown;
    const QImage before = shown.picture();
    shown.view.setEmphasized(2);
    QVERIFY(shown.picture() != before);
    shown.view.setEmphasized(std::nullopt);
    QCOMPARE(shown.picture(), before);
}

void TestChartEmphasis::theLabelAtALinesEndPoints()
{
    LegendChart shown;
    const EndLabel &label = shown.plan().frame.endLabels.at(2);
    const QPointF at(shown.plan().frame.plot.right() + 50, label.y);
    QTest::mouseMove(shown.view.viewport(), at.toPoint());
    QCOMPARE(shown.scene().emphasized(), std::optional<std::size_t>(2));
    QTest::mouseMove(shown.view.viewport(), shown.plan().frame.plot.center().toPoint());
    QVERIFY(!shown.scene().emphasized().has_value());
    QTest::mouseMove(shown.view.viewport(), at.toPoint());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(shown.view.viewport(), &leave);
    QVERIFY(!shown.scene().emphasized().has_value());
}

void TestChartEmphasis::theLegendRowPointsToo()
{
    LegendChart shown;
    const Dataset dataset = manySeries(8);
    shown.load(dataset, looksFor(dataset));
    const QPointF at = shown.plan().frame.legend.at(4).position + QPointF(30, 0);
    QTest::mouseMove(shown.view.viewport(), at.toPoint());
    QCOMPARE(shown.scene().emphasized(), std::optional<std::size_t>(4));
}

void TestChartEmphasis::manyLinesAreGreyUntilPointedAt()
{
    LegendChart shown;
    const Dataset dataset = manySeries(8);
    std::vector<DatasetModel::Look> looks = looksFor(dataset);
    looks[0].colorSlot = -1;
    shown.load(dataset, looks);
    // Opaque, or a frame of many long lines takes several times as long.
    const QColor grey = mixed(lightTokens().base, lightTokens().text2, 0.45);
    QCOMPARE(shown.plan().lineColor(0), lightTokens().neutral);
    for (std::size_t i = 1; i < 8; ++i) {
        QCOMPARE(shown.plan().lineColor(i), grey);
    }
    shown.view.setEmphasized(2);
    QCOMPARE(shown.plan().lineColor(2), lightTokens().series[2]);
    QCOMPARE(shown.plan().lineColor(3).rgb(), grey.rgb());
    shown.view.setEmphasized(7); // beyond the palette
    QCOMPARE(shown.plan().lineColor(7), lightTokens().series[1]);
    shown.view.setEmphasized(std::nullopt);
    shown.hide({1, 4}); // six are left
    QCOMPARE(shown.plan().lineColor(2), lightTokens().series[2]);
}

void TestChartEmphasis::theSameDataReadAgainStaysEmphasized()
{
    LegendChart shown;
    shown.view.setEmphasized(1);
    shown.load(shopDays(), shopLooks());
    QCOMPARE(shown.scene().emphasized(), std::optional<std::size_t>(1));
    shown.load(daysOf({1, 2, 3}), {{.name = u"Other"_s}});
    QVERIFY(!shown.scene().emphasized().has_value());
}

void TestChartEmphasis::emphasisDimsDenseLinesToo()
{
    LegendChart shown;
    Dataset dataset = emptyDays(3'000);
    addSeries(dataset, {1'000});
    addSeries(dataset, {400});
    shown.load(dataset, looksFor(dataset));
    const ChartFrame &frame = shown.plan().frame;
    const auto at = [&](double value) {
        const QPointF place(frame.plot.center().x(), frame.yOf(value));
        const QImage image = shown.picture();
        int darkest = 255;
        for (int y = -2; y <= 2; ++y) {
            darkest = std::min(darkest,
                               image.pixelColor(place.toPoint() + QPoint(0, y)).lightness());
        }
        return darkest;
    };
    const int plain = at(1'000);
    shown.view.setEmphasized(1);
    QVERIFY(at(1'000) > plain + 40);
    QVERIFY(at(400) < 140);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartEmphasis)
#include "tst_chartemphasis.moc"
