// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/chartshot.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Dataset hundredSeries()
{
    Dataset dataset = emptyDays(30);
    for (int i = 0; i < 100; ++i) {
        addSeries(dataset, {50.0 + 7 * i, 80.0 + 9 * i, 60.0 + 8 * i, 95.0 + 7 * i});
    }
    return dataset;
}

Dataset huge()
{
    Dataset dataset = daysOf({4'400, 4'260, 3'910, 1e300, 4'130, 4'330, 4'570});
    addSeries(dataset, {300, 250, 410, 380});
    return dataset;
}

/// Set to a folder, the pictures are kept there to be looked at.
void keep(const QImage &image, const QString &name)
{
    const QString folder = qEnvironmentVariable("EMBERLINE_KEEP_SHOTS");
    if (!folder.isEmpty()) {
        QVERIFY(image.save(QDir(folder).filePath(name + u".png"_s)));
    }
}

} // namespace

/// Data that no shop has: each is painted, with everything in its place, in light and in dark.
class TestChartExtremes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anyDataIsPainted_data();
    static void anyDataIsPainted();
    static void theAxisHasRoomForWhatStandsElsewhere();
};

void TestChartExtremes::anyDataIsPainted_data()
{
    QTest::addColumn<Dataset>("dataset");
    QTest::addColumn<bool>("dark");
    const std::vector<std::pair<const char *, Dataset>> all{
        {"empty", Dataset()},
        {"all zero", daysOf(std::vector<double>(30, 0))},
        {"one point", daysOf({4'312})},
        {"one zero", daysOf({0})},
        {"1e300", huge()},
        {"a hundred series", hundredSeries()}};
    for (const auto &[name, dataset] : all) {
        QTest::addRow("%s, light", name) << dataset << false;
        QTest::addRow("%s, dark", name) << dataset << true;
    }
}

void TestChartExtremes::anyDataIsPainted()
{
    QFETCH(Dataset, dataset);
    QFETCH(bool, dark);
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    DatasetModel model;
    ChartScene scene;
    scene.setSize({900, 420});
    scene.setModel(&model);
    scene.setTokens(tokens);
    scene.setStill(true); // as on screen
    scene.setHeadings(u"Checkouts by segment"_s, u"Daily count"_s);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    scene.setBackgroundBrush(tokens.base);
    if (!dataset.isEmpty()) {
        scene.setHovered(dataset.times.size() / 2);
    }
    const QImage image = painted(scene);
    keep(image, QString::fromLatin1(QTest::currentDataTag()).replace(u", "_s, u"-"_s));

    const ChartFrame &frame = scene.frame();
    QCOMPARE(frame.isEmpty(), dataset.isEmpty());
    if (dataset.isEmpty()) {
        QCOMPARE(image.pixelColor(450, 300), tokens.base);
        return;
    }
    const QRectF whole(QPointF(), QSizeF(900, 420));
    QVERIFY(whole.contains(frame.plot));
    QVERIFY(frame.plot.width() > 400 && frame.plot.height() > 200);
    QVERIFY(frame.axis.top() > 0);
    for (const Series &series : dataset.series) {
        for (const double value : series.values) {
            const qreal y = frame.yOf(value);
            QVERIFY(y >= frame.plot.top() - 0.5 && y <= frame.plot.bottom() + 0.5);
        }
    }
    const Sketch labels = labelsSketch(scene.plan());
    for (const Sketch::Words &word : labels.words) {
        QVERIFY2(whole.contains(word.baseline), qPrintable(word.text));
        QVERIFY2(word.baseline.x() + textWidth(word.text, word.font) <= whole.right(),
                 qPrintable(word.text));
    }
    const Tooltip tooltip = tooltipFor(scene.plan(), dataset.times.size() / 2);
    QVERIFY(whole.contains(tooltip.rect));
}

void TestChartExtremes::theAxisHasRoomForWhatStandsElsewhere()
{
    DatasetModel model;
    ChartScene scene;
    scene.setSize(chartSize);
    scene.setModel(&model);
    const Dataset dataset = daysOf({300, 250});
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    QVERIFY(scene.frame().axis.top() < 1'000);
    scene.setLargest(9'000);
    QVERIFY(scene.frame().axis.top() >= 9'000);
    scene.setLargest(10); // is no limit
    QVERIFY(scene.frame().axis.top() >= 300);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestChartExtremes)

#include "tst_chartextremes.moc"
