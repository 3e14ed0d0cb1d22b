// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/series/rollup.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartscene.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestChartLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theMarginsAreThoseOfTheMockUp();
    static void labelsNeverOverlap_data();
    static void labelsNeverOverlap();
    static void endLabelsKeepTheirPitch();
    static void moreThanSixSeriesHaveALegend();
    static void aNarrowPlotHasALegend();
    static void everySeriesIsNamedOrCounted();
    static void namesShowLiterally_data() { addNames(); }
    static void namesShowLiterally();
    static void anOpenBucketSaysUpToWhen();
    static void aSumSaysWhyItIsPartial();
    static void aSumThatIsCutAndOpenSaysBoth();
    static void aCompleteRangeSaysNothing();
    static void theTooltipIsSortedByValue();
    static void theTooltipStaysInside_data();
    static void theTooltipStaysInside();
};

namespace {

ChartPlan planOf(const Dataset &dataset,
                 const std::vector<DatasetModel::Look> &looks,
                 const QSizeF &size)
{
    ChartPlan plan;
    plan.content = {.dataset = std::make_shared<const Dataset>(dataset),
                    .looks = looks,
                    .title = u"Checkouts"_s,
                    .subtitle = u"all apps"_s,
                    .locale = QLocale(QLocale::English, QLocale::UnitedKingdom),
                    .size = size};
    plan.frame = frameFor(plan.content, plan.style);
    return plan;
}

QRectF boxOf(const Sketch::Words &words)
{
    const QFontMetricsF metrics(words.font);
    return {words.baseline.x(),
            words.baseline.y() - metrics.capHeight(),
            metrics.horizontalAdvance(words.text),
            metrics.capHeight()};
}

QStringList textsOf(const Sketch &sketch)
{
    QStringList texts;
    for (const Sketch::Words &words : sketch.words) {
        texts.append(words.text);
    }
    return texts;
}

} // namespace

void TestChartLabels::theMarginsAreThoseOfTheMockUp()
{
    const ChartPlan plan = planOf(shopDays(), shopLooks(), {1280, 448});
    QCOMPARE(plan.frame.plot.topLeft(), QPointF(56, 92));
    QCOMPARE(plan.frame.plot.bottom(), 404.0);
    QCOMPARE(plan.frame.plot, QRectF(plan.frame.plot.toRect()));
    const auto &labels = plan.frame.endLabels;
    QCOMPARE(labels.size(), std::size_t{4});
    qreal widest = 0;
    for (const EndLabel &label : labels) {
        widest = std::max(widest,
                          textWidth(label.name, plan.style.body())
                              + textWidth(label.value, plan.style.body()));
    }
    const qreal right = plan.frame.plot.right() + 44 + widest;
    QVERIFY2(std::abs(right - (1280 - 16)) <= 1.5, QByteArray::number(right).constData());
}

void TestChartLabels::labelsNeverOverlap_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QLocale>("locale");
    for (const int count : {1, 7, 30, 100}) {
        QTest::addRow("%d days in English", count)
            << count << QLocale(QLocale::English, QLocale::UnitedKingdom);
        QTest::addRow("%d days in French", count)
            << count << QLocale(QLocale::French, QLocale::France);
    }
}

void TestChartLabels::labelsNeverOverlap()
{
    QFETCH(int, count);
    QFETCH(QLocale, locale);
    Dataset dataset = emptyDays(count);
    for (const double value : {1'500.0, 1'510.0, 1'490.0, 20.0}) {
        addSeries(dataset, {value});
    }
    setState(dataset, dataset.times.size() - 1, BucketState::Incomplete);
    for (int width = 320; width <= 3'840; width += 80) {
        ChartPlan plan = planOf(dataset, shopLooks(), QSizeF(width, 420));
        plan.content.locale = locale;
        plan.frame = frameFor(plan.content, plan.style);
        std::vector<QRectF> boxes;
        for (const Sketch::Words &words : labelsSketch(plan).words) {
            const QRectF box = boxOf(words);
            for (const QRectF &other : boxes) {
                QVERIFY2(!box.intersects(other),
                         qPrintable(u"%1 at width %2"_s.arg(words.text).arg(width)));
            }
            QVERIFY2(box.left() >= 0 && box.right() <= width, qPrintable(words.text));
            boxes.push_back(box);
        }
        QVERIFY(boxes.size() > 8 || count == 1);
    }
}

void TestChartLabels::endLabelsKeepTheirPitch()
{
    const Dataset dataset = shopDays();
    std::vector<EndLabel> labels = planOf(dataset, shopLooks(), {1280, 300}).frame.endLabels;
    std::sort(labels.begin(), labels.end(), [](const EndLabel &a, const EndLabel &b) {
        return a.y < b.y;
    });
    QCOMPARE(labels.size(), std::size_t{4});
    for (std::size_t i = 1; i < labels.size(); ++i) {
        QVERIFY(labels[i].y - labels[i - 1].y >= 19);
        QVERIFY(labels[i].wantedY >= labels[i - 1].wantedY);
    }
}

void TestChartLabels::moreThanSixSeriesHaveALegend()
{
    Dataset dataset = emptyDays(10);
    for (int i = 0; i < 7; ++i) {
        addSeries(dataset, {10.0 * i});
    }
    const ChartFrame frame = planOf(dataset, looksFor(dataset), {1280, 448}).frame;
    QVERIFY(frame.endLabels.empty());
    QCOMPARE(frame.legend.size(), std::size_t{7});
    QVERIFY(frame.legend.back().position.y() < frame.plot.top() - 28);
}

void TestChartLabels::aNarrowPlotHasALegend()
{
    const ChartFrame frame = planOf(shopDays(), shopLooks(), {400, 400}).frame;
    QVERIFY(frame.endLabels.empty());
    QCOMPARE(frame.legend.size(), std::size_t{4});
}

void TestChartLabels::everySeriesIsNamedOrCounted()
{
    Dataset dataset = emptyDays(10);
    for (int i = 0; i < 100; ++i) {
        addSeries(dataset, {10.0 * i});
    }
    const ChartFrame frame = planOf(dataset, looksFor(dataset), {800, 448}).frame;
    const std::size_t named = frame.legend.size() - 1;
    QVERIFY(!frame.legend.back().swatch);
    QCOMPARE(frame.legend.back().name, u"and %1 more"_s.arg(100 - named));
    for (const LegendEntry &entry : frame.legend) {
        QVERIFY(entry.position.x() < 800 - 16);
    }
}

void TestChartLabels::namesShowLiterally()
{
    QFETCH(QString, name);
    const Dataset dataset = daysOf({1, 2, 3});
    const ChartPlan plan = planOf(dataset, {{.name = name, .colorSlot = 0}}, {900, 400});
    const QString shown = elided(displayText(name), plan.style.body(), 220);
    QVERIFY(textsOf(labelsSketch(plan)).contains(shown));
    QVERIFY(textsOf(tooltipFor(plan, 1).sketch).contains(shown));
    QVERIFY(spokenBucket(plan, 1).contains(displayText(name)));
}

void TestChartLabels::anOpenBucketSaysUpToWhen()
{
    const ChartPlan plan = planOf(shopDays(), shopLooks(), {1280, 448});
    QVERIFY(textsOf(labelsSketch(plan)).contains(u"so far, to 14:05"_s));
    QVERIFY(textsOf(tooltipFor(plan, 29).sketch).contains(u"so far, to 14:05"_s));
    QVERIFY(!textsOf(tooltipFor(plan, 28).sketch).contains(u"so far, to 14:05"_s));
}

void TestChartLabels::aSumThatIsCutAndOpenSaysBoth()
{
    Dataset days = shopDays(); // Sunday 25 October to today, of which the last fortnight is taken
    const auto left = [](auto &list) {
        list.erase(list.begin(), list.end() - 14);
    };
    left(days.times);
    for (Series &series : days.series) {
        left(series.values);
        left(series.states);
    }
    const ChartPlan plan = planOf(
        rollUp(days, Granularity::Month, {.zone = days.zone}), shopLooks(), {1280, 448});
    const QString both = u"cut by the range; so far, to 23 Nov, 14:05"_s;
    QCOMPARE(soFarText(plan.dataset(), 0, plan.content.locale), both);
    QVERIFY(textsOf(labelsSketch(plan)).contains(both));
    QVERIFY(textsOf(tooltipFor(plan, 0).sketch).contains(both));
}

void TestChartLabels::aSumSaysWhyItIsPartial()
{
    Dataset days = shopDays(); // Sunday 25 October to today
    days.series.front().states[4] = BucketState::Missing;
    const ChartPlan plan = planOf(
        rollUp(days, Granularity::Week, {.zone = days.zone}), shopLooks(), {1280, 448});
    QVERIFY(textsOf(labelsSketch(plan)).contains(u"so far, to 23 Nov, 14:05"_s));
    QCOMPARE(soFarText(plan.dataset(), 0, plan.content.locale), u"cut by the range"_s);
    QCOMPARE(soFarText(plan.dataset(), 1, plan.content.locale), u"a part has no value"_s);
    QVERIFY(textsOf(tooltipFor(plan, 0).sketch).contains(u"Week of 19 Oct 2026"_s));
    QVERIFY(textsOf(tooltipFor(plan, 0).sketch).contains(u"cut by the range"_s));
}

void TestChartLabels::aCompleteRangeSaysNothing()
{
    const ChartPlan plan = planOf(daysOf({1, 2, 3}), {{.name = u"a"_s}}, {900, 400});
    QVERIFY(plan.frame.lane.isEmpty());
}

void TestChartLabels::theTooltipIsSortedByValue()
{
    Dataset dataset = shopDays();
    dataset.series[2].states[20] = BucketState::Missing;
    const QStringList texts = textsOf(
        tooltipFor(planOf(dataset, shopLooks(), {1280, 448}), 20).sketch);
    QCOMPARE(texts,
             (QStringList{u"Sat 14 Nov 2026"_s,
                          u"All users"_s,
                          u"17,772"_s,
                          u"Basic members"_s,
                          u"6,759"_s,
                          u"Gold members"_s,
                          u"6,053"_s,
                          u"Silver members"_s,
                          u"no value"_s}));
}

void TestChartLabels::theTooltipStaysInside_data()
{
    QTest::addColumn<int>("bucket");
    QTest::newRow("first") << 0;
    QTest::newRow("middle") << 15;
    QTest::newRow("last") << 29;
}

void TestChartLabels::theTooltipStaysInside()
{
    QFETCH(int, bucket);
    const ChartPlan plan = planOf(shopDays(), shopLooks(), {640, 320});
    const auto index = static_cast<std::size_t>(bucket);
    const QRectF rect = tooltipFor(plan, index).rect;
    QVERIFY(QRectF(0, 0, 640, 320).contains(rect));
    const qreal x = plan.frame.centerOf(index);
    QVERIFY(rect.left() > x || rect.right() < x);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartLabels)
#include "tst_chartlabels.moc"
