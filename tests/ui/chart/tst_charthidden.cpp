// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"
#include "ui/chart/chartview.h"
#include "ui/chart/stilllayer.h"

#include <QChart>
#include <QLineSeries>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// A style that moves, or does not.
class MotionStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit MotionStyle(int duration)
        : m_duration(duration)
    { }

    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_Widget_Animation_Duration
                 ? m_duration
                 : QProxyStyle::styleHint(hint, option, widget, returned);
    }

private:
    int m_duration;
};

bool isInked(const Sketch &sketch, const QColor &color)
{
    const auto isIt = [&color](const auto &part) {
        return part.pen.color() == color;
    };
    return std::any_of(
               sketch.discs.begin(),
               sketch.discs.end(),
               [&](const Sketch::Disc &disc) { return isIt(disc) || disc.brush.color() == color; })
        || std::any_of(sketch.fills.begin(), sketch.fills.end(), [&](const Sketch::Fill &fill) {
               return fill.color == color;
           });
}

QStringList wordsOf(const Sketch &sketch)
{
    QStringList words;
    for (const Sketch::Words &word : sketch.words) {
        words.append(word.text);
    }
    return words;
}

Dataset manySeries(int count, int days = 20)
{
    Dataset dataset = emptyDays(days);
    for (int i = 0; i < count; ++i) {
        addSeries(dataset, {100.0 + 10 * i, 130.0 + 10 * i});
    }
    return dataset;
}

} // namespace

/// What the chart does with series that are hidden, that are many, and that one points at.
class TestChartHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aHiddenSeriesIsNowhere();
    void theScaleStaysWhileHiding();
    void hidingAndShowingGivesTheSamePicture();
    void hiddenStatesLeaveNoMarks();
    void nothingShownIsNoProblem();
    void hidingLetsLabelsReturnToTheLineEnds();
    void thePointedLineStandsOut();
    void aHiddenLineIsNotPointedAt();
    void emphasisCostsOnePainting();
    void withoutMotionItIsThereAtOnce();
    void emphasisEndsAsItBegan();
    void theLabelAtALinesEndPoints();
    void theLegendRowPointsToo();
    void manyLinesAreGreyUntilPointedAt();
    void aLineAloneHasItsColour();
    void aPictureOfManyKeepsColours();
    void theSameDataReadAgainStaysEmphasized();
    void emphasisDimsDenseLinesToo();

private:
    void load(const Dataset &dataset, const std::vector<DatasetModel::Look> &looks)
    {
        m_model->setDataset(std::make_shared<const Dataset>(dataset), looks);
    }
    void hide(std::initializer_list<std::size_t> series);
    void setMotion(int duration);
    [[nodiscard]] QImage picture() const { return m_view->viewport()->grab().toImage(); }
    [[nodiscard]] ChartScene &scene() const { return m_view->chartScene(); }
    [[nodiscard]] const ChartPlan &plan() const { return scene().plan(); }
    [[nodiscard]] StillLayer *layer() const { return scene().findChild<StillLayer *>(); }
    /// The pens of the drawn lines, casings left out, the lowest first.
    [[nodiscard]] std::vector<QPen> linePens() const;

    std::unique_ptr<DatasetModel> m_model;
    std::unique_ptr<MotionStyle> m_style;
    std::unique_ptr<ChartView> m_view;
};

void TestChartHidden::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    m_view = std::make_unique<ChartView>();
    m_view->setModel(m_model.get());
    m_view->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    setMotion(0);
    m_view->resize(900, 420);
    m_view->show();
    load(shopDays(), shopLooks());
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChartHidden::cleanup()
{
    m_view.reset();
    m_style.reset();
    m_model.reset();
}

void TestChartHidden::setMotion(int duration)
{
    auto style = std::make_unique<MotionStyle>(duration);
    m_view->setStyle(style.get());
    m_style = std::move(style);
}

void TestChartHidden::hide(std::initializer_list<std::size_t> series)
{
    std::vector<DatasetModel::Look> looks = m_model->looks();
    for (std::size_t i = 0; i < looks.size(); ++i) {
        looks[i].hidden = std::find(series.begin(), series.end(), i) != series.end();
    }
    m_model->setLooks(looks);
}

std::vector<QPen> TestChartHidden::linePens() const
{
    const QColor casing = lightTokens().base;
    std::vector<QPen> pens;
    const QList<QAbstractSeries *> all = scene().chart().series();
    for (QAbstractSeries *series : all) {
        const auto *line = qobject_cast<QLineSeries *>(series);
        if (line != nullptr && line->pen().color().rgb() != casing.rgb()
            && line->pen().style() == Qt::SolidLine) {
            pens.push_back(line->pen());
        }
    }
    return pens;
}

void TestChartHidden::aHiddenSeriesIsNowhere()
{
    const QColor gold = lightTokens().series[0];
    QVERIFY(isInked(pointsSketch(plan()), gold));
    hide({1});
    QVERIFY(!isInked(pointsSketch(plan()), gold));
    QVERIFY(!isInked(labelsSketch(plan()), gold));
    QVERIFY(!wordsOf(labelsSketch(plan())).contains(u"Gold members"_s));
    QVERIFY(!isInked(crosshairSketch(plan(), 3), gold));
    QVERIFY(!wordsOf(tooltipFor(plan(), 3).sketch).contains(u"Gold members"_s));
    QVERIFY(!spokenBucket(plan(), 3).contains(u"Gold"_s));
    QVERIFY(spokenBucket(plan(), 3).contains(u"Silver members"_s));
    QCOMPARE(linePens().size(), std::size_t{3});
    for (const QPen &pen : linePens()) {
        QVERIFY(pen.color() != gold);
    }
}

void TestChartHidden::theScaleStaysWhileHiding()
{
    const ValueAxis axis = plan().frame.axis;
    hide({0}); // the largest
    QCOMPARE(plan().frame.axis, axis);
    QVERIFY(plan().frame.yOf(1'000) > plan().frame.plot.top());
}

void TestChartHidden::hidingAndShowingGivesTheSamePicture()
{
    const QImage before = picture();
    hide({1, 3});
    QVERIFY(picture() != before);
    hide({});
    QCOMPARE(picture(), before);
}

void TestChartHidden::hiddenStatesLeaveNoMarks()
{
    Dataset dataset = daysOf({5, 6, 7, 8, 9, 5, 6, 7, 8, 9});
    addSeries(dataset, {3, 4});
    for (const std::size_t i : {0U, 1U, 2U}) {
        dataset.series[1].states[i] = BucketState::NotCollected;
    }
    dataset.series[1].states[9] = BucketState::Incomplete;
    load(dataset, looksFor(dataset));
    QVERIFY(!plan().frame.outline->notCollected.empty());
    QVERIFY(!plan().frame.laneText.isEmpty());
    hide({1});
    QVERIFY(plan().frame.outline->notCollected.empty());
    QVERIFY(plan().frame.outline->incomplete.empty());
    QVERIFY(plan().frame.laneText.isEmpty());
    QVERIFY(bandsSketch(plan()).segments.empty());
}

void TestChartHidden::nothingShownIsNoProblem()
{
    Dataset dataset = shopDays();
    setState(dataset, 4, BucketState::Missing);
    load(dataset, shopLooks());
    hide({0, 1, 2, 3});
    QVERIFY(linePens().empty());
    QVERIFY(plan().frame.endLabels.empty());
    QVERIFY(!wordsOf(labelsSketch(plan())).contains(u"no value"_s));
    QVERIFY(!picture().isNull());
    QVERIFY(!spokenBucket(plan(), 3).isEmpty());
}

void TestChartHidden::hidingLetsLabelsReturnToTheLineEnds()
{
    const Dataset dataset = manySeries(8);
    load(dataset, looksFor(dataset));
    QVERIFY(plan().frame.endLabels.empty());
    QCOMPARE(plan().frame.legend.size(), std::size_t{8});
    hide({0, 3});
    QCOMPARE(plan().frame.endLabels.size(), std::size_t{6});
    QCOMPARE(plan().frame.endLabels.front().series, std::size_t{1});
}

void TestChartHidden::thePointedLineStandsOut()
{
    const ChartFrame before = plan().frame;
    m_view->setEmphasized(1);
    const std::vector<QPen> pens = linePens();
    QCOMPARE(pens.size(), std::size_t{4});
    QCOMPARE(pens.back().color(), lightTokens().series[0]); // above the others
    QCOMPARE(pens.back().widthF(), 2.5);
    QCOMPARE(pens.front().widthF(), 2.5); // all users, as before
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(std::abs(pens[i].color().alphaF() - 0.25F) < 0.01F);
    }
    const Sketch labels = labelsSketch(plan());
    for (const Sketch::Words &word : labels.words) {
        const bool isIt = word.text == u"Gold members"_s;
        const bool isName = isIt || word.text == u"Silver members"_s;
        QVERIFY(!isName || (word.font.weight() > QFont::Normal) == isIt);
    }
    QCOMPARE(plan().frame.plot, before.plot); // nothing moves
    QCOMPARE(plan().frame.axis, before.axis);
}

void TestChartHidden::aHiddenLineIsNotPointedAt()
{
    hide({1});
    m_view->setEmphasized(1);
    QVERIFY(!scene().emphasized().has_value());
    m_view->setEmphasized(99);
    QVERIFY(!scene().emphasized().has_value());
    m_view->setEmphasized(2);
    hide({2});
    QVERIFY(!scene().emphasized().has_value());
}

void TestChartHidden::emphasisCostsOnePainting()
{
    setMotion(200);
    const QImage before = picture();
    QCoreApplication::processEvents();
    QVERIFY(!picture().isNull());
    const int paintings = layer()->paintings();
    QSignalSpy steps(layer(), &StillLayer::stepped);
    m_view->setEmphasized(1);
    QVERIFY(layer()->isFading());
    QTRY_VERIFY(!layer()->isFading());
    QVERIFY(steps.size() >= 2);
    QVERIFY(picture() != before);
    QCOMPARE(layer()->paintings(), paintings + 1);
}

void TestChartHidden::withoutMotionItIsThereAtOnce()
{
    QVERIFY(!picture().isNull());
    m_view->setEmphasized(1);
    const QImage first = picture();
    QVERIFY(!layer()->isFading());
    QCoreApplication::processEvents();
    QCOMPARE(picture(), first);
}

void TestChartHidden::emphasisEndsAsItBegan()
{
    const QImage before = picture();
    m_view->setEmphasized(2);
    QVERIFY(picture() != before);
    m_view->setEmphasized(std::nullopt);
    QCOMPARE(picture(), before);
}

void TestChartHidden::theLabelAtALinesEndPoints()
{
    const EndLabel &label = plan().frame.endLabels.at(2);
    const QPointF at(plan().frame.plot.right() + 50, label.y);
    QTest::mouseMove(m_view->viewport(), at.toPoint());
    QCOMPARE(scene().emphasized(), std::optional<std::size_t>(2));
    QTest::mouseMove(m_view->viewport(), plan().frame.plot.center().toPoint());
    QVERIFY(!scene().emphasized().has_value());
    QTest::mouseMove(m_view->viewport(), at.toPoint());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(!scene().emphasized().has_value());
}

void TestChartHidden::theLegendRowPointsToo()
{
    const Dataset dataset = manySeries(8);
    load(dataset, looksFor(dataset));
    const QPointF at = plan().frame.legend.at(4).position + QPointF(30, 0);
    QTest::mouseMove(m_view->viewport(), at.toPoint());
    QCOMPARE(scene().emphasized(), std::optional<std::size_t>(4));
}

void TestChartHidden::manyLinesAreGreyUntilPointedAt()
{
    const Dataset dataset = manySeries(8);
    std::vector<DatasetModel::Look> looks = looksFor(dataset);
    looks[0].colorSlot = -1;
    load(dataset, looks);
    const QColor grey = lightTokens().text2;
    QCOMPARE(plan().lineColor(0), lightTokens().neutral);
    for (std::size_t i = 1; i < 8; ++i) {
        QCOMPARE(plan().lineColor(i).rgb(), grey.rgb());
        QVERIFY(std::abs(plan().lineColor(i).alphaF() - 0.45F) < 0.01F);
    }
    m_view->setEmphasized(2);
    QCOMPARE(plan().lineColor(2), lightTokens().series[2]);
    QCOMPARE(plan().lineColor(3).rgb(), grey.rgb());
    m_view->setEmphasized(7); // beyond the palette
    QCOMPARE(plan().lineColor(7), lightTokens().series[1]);
    m_view->setEmphasized(std::nullopt);
    hide({1, 4}); // six are left
    QCOMPARE(plan().lineColor(2), lightTokens().series[2]);
}

void TestChartHidden::aLineAloneHasItsColour()
{
    const Dataset dataset = manySeries(9);
    load(dataset, looksFor(dataset));
    hide({0, 1, 2, 3, 4, 5, 6, 8});
    QCOMPARE(plan().lineColor(7), lightTokens().series[1]);
}

void TestChartHidden::aPictureOfManyKeepsColours()
{
    const Dataset dataset = manySeries(8);
    DatasetModel model;
    ChartScene still;
    still.setSize(chartSize);
    still.setModel(&model);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    QCOMPARE(still.plan().lineColor(2), lightTokens().series[2]);
}

void TestChartHidden::theSameDataReadAgainStaysEmphasized()
{
    m_view->setEmphasized(1);
    load(shopDays(), shopLooks());
    QCOMPARE(scene().emphasized(), std::optional<std::size_t>(1));
    load(daysOf({1, 2, 3}), {{.name = u"Other"_s}});
    QVERIFY(!scene().emphasized().has_value());
}

void TestChartHidden::emphasisDimsDenseLinesToo()
{
    Dataset dataset = emptyDays(3'000);
    addSeries(dataset, {1'000});
    addSeries(dataset, {400});
    load(dataset, looksFor(dataset));
    const ChartFrame &frame = plan().frame;
    const auto at = [&](double value) {
        const QPointF place(frame.plot.center().x(), frame.yOf(value));
        const QImage image = picture();
        int darkest = 255;
        for (int y = -2; y <= 2; ++y) {
            darkest = std::min(darkest,
                               image.pixelColor(place.toPoint() + QPoint(0, y)).lightness());
        }
        return darkest;
    };
    const int plain = at(1'000);
    m_view->setEmphasized(1);
    QVERIFY(at(1'000) > plain + 40);
    QVERIFY(at(400) < 140);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartHidden)
#include "tst_charthidden.moc"
