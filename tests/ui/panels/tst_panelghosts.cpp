// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/pyramid.h"
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/panels/panelghosts.h"
#include "ui/panels/panelshead.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr int days = 5;

/// Segments of 1, 2, 3 … a day.
DatasetPtr segments(int count)
{
    auto dataset = std::make_shared<Dataset>(emptyDays(days));
    for (int i = 1; i <= count; ++i) {
        addSeries(*dataset, {1.0 * i});
    }
    return dataset;
}

/// One for each.
std::vector<Panel> panelsFor(const Dataset &dataset)
{
    std::vector<Panel> panels(dataset.series.size());
    for (std::size_t i = 0; i < panels.size(); ++i) {
        panels[i].series = {i};
    }
    return panels;
}

PanelGhosts ghostsOf(const DatasetPtr &dataset, const PanelsLook &look = {.ghosts = true})
{
    return {dataset, panelsFor(*dataset), look};
}

/// On the day in the middle.
std::vector<double> heights(const std::vector<Ghost> &ghosts)
{
    std::vector<double> found;
    found.reserve(ghosts.size());
    for (const Ghost &ghost : ghosts) {
        const std::vector<ValueSpan> spans = ghost.line->spans(
            {.first = -0.5, .last = days - 0.5, .count = days});
        found.push_back(spans.at(days / 2).high);
    }
    return found;
}

} // namespace

/// The lines behind those of a panel.
class TestPanelGhosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theyAreTheOthers();
    static void nobodyAskedForAny_data();
    static void nobodyAskedForAny();
    static void ofManyTheyAreLowestMedianAndHighest();
    static void betweenTwoInTheMiddleIsTheMedian();
    static void aDayThatIsNotWholeHasNone();
    static void whatHasNoValueDoesNotCount();
    static void theKeySaysWhatTheyAre();
};

void TestPanelGhosts::theyAreTheOthers()
{
    const PanelGhosts ghosts = ghostsOf(segments(3));
    QVERIFY(!ghosts.areSummedUp());
    QCOMPARE(heights(ghosts.behind(1)), (std::vector<double>{1, 3}));
}

void TestPanelGhosts::nobodyAskedForAny_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("ownScale");
    QTest::newRow("at all") << false << false;
    QTest::newRow("on a scale of its own") << true << true;
}

void TestPanelGhosts::nobodyAskedForAny()
{
    QFETCH(bool, asked);
    QFETCH(bool, ownScale);
    for (const int count : {3, 20}) {
        const PanelGhosts ghosts = ghostsOf(segments(count),
                                            {.ownScale = ownScale, .ghosts = asked});
        QVERIFY(ghosts.behind(0).empty());
        QVERIFY(!ghosts.areSummedUp());
    }
}

void TestPanelGhosts::ofManyTheyAreLowestMedianAndHighest()
{
    QVERIFY(!ghostsOf(segments(13)).areSummedUp());
    const PanelGhosts ghosts = ghostsOf(segments(15));
    QVERIFY(ghosts.areSummedUp());
    QCOMPARE(heights(ghosts.behind(4)), (std::vector<double>{1, 8, 15}));
    QCOMPARE(heights(ghosts.behind(5)), heights(ghosts.behind(4)));
}

void TestPanelGhosts::betweenTwoInTheMiddleIsTheMedian()
{
    QCOMPARE(heights(ghostsOf(segments(14)).behind(0)), (std::vector<double>{1, 7.5, 14}));
}

void TestPanelGhosts::aDayThatIsNotWholeHasNone()
{
    auto dataset = std::make_shared<Dataset>(*segments(20));
    dataset->series[7].states.back() = BucketState::Incomplete;
    for (const Ghost &ghost : ghostsOf(dataset).behind(0)) {
        const BucketSpan whole{.first = 0, .last = days - 2};
        QCOMPARE(ghost.line->runs(), std::vector<BucketSpan>{whole});
    }
}

void TestPanelGhosts::whatHasNoValueDoesNotCount()
{
    auto dataset = std::make_shared<Dataset>(*segments(20));
    dataset->series[0].states.assign(days, BucketState::NotCollected);
    QCOMPARE(heights(ghostsOf(dataset).behind(0)), (std::vector<double>{2, 11, 20}));
}

void TestPanelGhosts::theKeySaysWhatTheyAre()
{
    const auto says = [](const PanelsBench &bench) {
        const PanelsKey &key = bench.find<PanelsHead>(u"panelsHead"_s).key();
        return std::any_of(key.entries.begin(), key.entries.end(), [](const auto &entry) {
            return entry.words == PanelGhosts::summaryWords();
        });
    };
    QVERIFY(says(PanelsBench(14, {.ghosts = true})));
    QVERIFY(!says(PanelsBench(14)));
    QVERIFY(!says(PanelsBench(3, {.ghosts = true})));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelGhosts)

#include "tst_panelghosts.moc"
