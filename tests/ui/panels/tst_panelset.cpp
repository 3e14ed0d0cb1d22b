// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/panels/panelset.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPanelSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachSegmentHasAPanel();
    void aHiddenSeriesHasNone();
    void ordersAreStable_data();
    void ordersAreStable();
    void theBiggestChangesAreMarked();
    void ofEqualChangesNoneIsTheBiggest();
    void withoutAnEarlierTimeNothingIsMarked();
    void aNewSegmentIsNoInfiniteRise();
    void otherDimensionsLieInThePanel();
    void theSameColourIsTheSameThingInEveryPanel();
    void overlappingSeriesAreNotAddedUp();
    void panelsCanBeOfEvents();
    void aPanelShowsItsSeriesOnly();
    void theLargestValueMayBeAnEarlierOne();
    static void columnsSuitTheNumber_data();
    static void columnsSuitTheNumber();
    static void splitsNeedSomethingToSplit();

private:
    void answer(const Query &query, const std::vector<std::vector<double>> &values);
    void compareWith(const std::vector<double> &values);
    [[nodiscard]] QStringList names(PanelOrder order) const;

    Query m_query;
    std::unique_ptr<DatasetModel> m_model;
};

namespace {

Query segmentQuery()
{
    Query query;
    query.events = QStringList{u"checkout"_s};
    query.segments = {{.id = u"s"_s, .label = u"silver"_s},
                      {.id = u"g"_s, .label = u"Gold"_s},
                      {},
                      {.id = u"b"_s, .label = u"Basic A"_s},
                      {.id = u"c"_s, .label = u"Basic B"_s}};
    return query;
}

Query eventQuery()
{
    Query query;
    query.events = QStringList{u"checkout"_s, u"signup"_s};
    query.segments = {{.id = u"g"_s, .label = u"Gold"_s}, {.id = u"s"_s, .label = u"Silver"_s}};
    return query;
}

} // namespace

void TestPanelSet::init()
{
    failOnAnyWarning();
    m_model = std::make_unique<DatasetModel>();
    answer(segmentQuery(), {{10, 20}, {40, 40}, {100, 100}, {5, 5}, {8, 8}});
}

/// Two days of every series of @p query.
void TestPanelSet::answer(const Query &query, const std::vector<std::vector<double>> &values)
{
    m_query = query;
    auto dataset = std::make_shared<Dataset>();
    dataset->times = {bucketOfDay(QDate(2026, 11, 22)), bucketOfDay(QDate(2026, 11, 23))};
    std::vector<DatasetModel::Look> looks;
    const std::vector<SeriesKey> keys = seriesOf(query);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        dataset->series.push_back({.key = keys[i],
                                   .values = values[i],
                                   .states = {BucketState::Counted, BucketState::Counted}});
        looks.push_back({.name = u"series"_s, .colorSlot = static_cast<int>(i) + 10});
    }
    m_model->setDataset(dataset, looks);
}

/// The day before had these values, each series the same on both days.
void TestPanelSet::compareWith(const std::vector<double> &values)
{
    Earlier earlier;
    earlier.times = {bucketOfDay(QDate(2026, 11, 20)), bucketOfDay(QDate(2026, 11, 21))};
    const DatasetPtr dataset = m_model->dataset();
    for (std::size_t i = 0; i < values.size(); ++i) {
        earlier.series.push_back({.key = dataset->series[i].key,
                                  .values = {values[i], values[i]},
                                  .states = {BucketState::Counted, BucketState::Counted}});
    }
    m_model->setDataset(dataset, m_model->looks(), {earlier});
}

QStringList TestPanelSet::names(PanelOrder order) const
{
    QStringList names;
    for (const Panel &panel : panelsOf(*m_model, m_query, {.order = order})) {
        names.append(panel.name);
    }
    return names;
}

void TestPanelSet::eachSegmentHasAPanel()
{
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    QCOMPARE(panels.size(), std::size_t{5});
    QCOMPARE(panels[1].name, u"Gold"_s);
    QCOMPARE(panels[1].key, u"g"_s);
    QCOMPARE(panels[1].series, std::vector<std::size_t>{1});
    QCOMPARE(panels[1].looks.front().colorSlot, 11); // that of the segment everywhere
    QCOMPARE(panels[1].total, std::optional(80.0));
    QCOMPARE(panels[2].name, u"All users"_s);
}

void TestPanelSet::aHiddenSeriesHasNone()
{
    std::vector<DatasetModel::Look> looks = m_model->looks();
    looks[1].hidden = true;
    m_model->setLooks(looks);
    QVERIFY(!names(PanelOrder::AsChosen).contains(u"Gold"_s));
    QCOMPARE(names(PanelOrder::AsChosen).size(), 4);
}

void TestPanelSet::ordersAreStable_data()
{
    QTest::addColumn<PanelOrder>("order");
    QTest::addColumn<QStringList>("names");
    const QString all = u"All users"_s;
    QTest::newRow("as chosen") << PanelOrder::AsChosen
                               << QStringList{
                                      u"silver"_s, u"Gold"_s, all, u"Basic A"_s, u"Basic B"_s};
    QTest::newRow("the largest total first")
        << PanelOrder::Total
        << QStringList{all, u"Gold"_s, u"silver"_s, u"Basic B"_s, u"Basic A"_s};
    QTest::newRow("new, then the largest rise; what can't be compared last")
        << PanelOrder::Change
        << QStringList{u"Basic A"_s, u"Gold"_s, u"silver"_s, all, u"Basic B"_s};
    QTest::newRow("by name") << PanelOrder::Name
                             << QStringList{
                                    all, u"Basic A"_s, u"Basic B"_s, u"Gold"_s, u"silver"_s};
}

void TestPanelSet::ordersAreStable()
{
    QFETCH(PanelOrder, order);
    QFETCH(QStringList, names);
    compareWith({15, 20, 200, 0, 8});
    std::vector<Earlier> earlier = m_model->earlier();
    earlier.front().series[4].states = {BucketState::Missing, BucketState::Missing};
    m_model->setDataset(m_model->dataset(), m_model->looks(), earlier);
    QCOMPARE(this->names(order), names);
}

void TestPanelSet::theBiggestChangesAreMarked()
{
    compareWith({15, 20, 200, 4, 15});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    QCOMPARE(panels[1].mark, PanelMark::BiggestRise); // twice as many
    QCOMPARE(panels[2].mark, PanelMark::BiggestFall); // half of it
    for (const std::size_t other : {0U, 3U, 4U}) {
        QCOMPARE(panels[other].mark, PanelMark::None);
    }
}

void TestPanelSet::ofEqualChangesNoneIsTheBiggest()
{
    compareWith({7.5, 20, 200, 4, 16}); // two doubled, two halved
    for (const Panel &panel : panelsOf(*m_model, m_query, {})) {
        QVERIFY(panel.change.has_value());
        QCOMPARE(panel.mark, PanelMark::None);
    }
}

void TestPanelSet::withoutAnEarlierTimeNothingIsMarked()
{
    for (const Panel &panel : panelsOf(*m_model, m_query, {.order = PanelOrder::Change})) {
        QCOMPARE(panel.mark, PanelMark::None);
        QVERIFY(!panel.change.has_value());
    }
    QCOMPARE(names(PanelOrder::Change), names(PanelOrder::AsChosen));
}

void TestPanelSet::aNewSegmentIsNoInfiniteRise()
{
    compareWith({15, 20, 200, 0, 16});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    QVERIFY(panels[3].change.has_value());
    QVERIFY(!panels[3].change->ratio.has_value());
    QCOMPARE(panels[3].mark, PanelMark::None);
    QCOMPARE(panels[1].mark, PanelMark::BiggestRise);
}

void TestPanelSet::otherDimensionsLieInThePanel()
{
    answer(eventQuery(), {{1, 1}, {2, 2}, {3, 3}, {4, 4}});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    QCOMPARE(panels.size(), std::size_t{2});
    QCOMPARE(panels[0].name, u"Gold"_s);
    QCOMPARE(panels[0].series, (std::vector<std::size_t>{0, 2}));
    QCOMPARE(panels[0].looks[0].name, u"checkout"_s);
    QCOMPARE(panels[0].looks[1].name, u"signup"_s);
}

void TestPanelSet::theSameColourIsTheSameThingInEveryPanel()
{
    answer(eventQuery(), {{1, 1}, {2, 2}, {3, 3}, {4, 4}});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    QCOMPARE(panels[0].looks, panels[1].looks);
    QVERIFY(panels[0].looks[0].colorSlot != panels[0].looks[1].colorSlot);
}

void TestPanelSet::overlappingSeriesAreNotAddedUp()
{
    answer(eventQuery(), {{1, 1}, {2, 2}, {3, 3}, {4, 4}});
    compareWith({1, 1, 1, 1});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {.split = PanelSplit::Event});
    QVERIFY(!panels[0].total.has_value());
    QVERIFY(!panels[0].change.has_value());
}

void TestPanelSet::panelsCanBeOfEvents()
{
    answer(eventQuery(), {{1, 1}, {2, 2}, {3, 3}, {4, 4}});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {.split = PanelSplit::Event});
    QCOMPARE(panels.size(), std::size_t{2});
    QCOMPARE(panels[1].name, u"signup"_s);
    QCOMPARE(panels[1].series, (std::vector<std::size_t>{2, 3}));
    QCOMPARE(panels[1].looks[1].name, u"Silver"_s);
}

void TestPanelSet::aPanelShowsItsSeriesOnly()
{
    compareWith({1, 2, 3, 4, 5});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    const Shown shown = shownIn(panels[1], *m_model);
    QCOMPARE(shown.dataset->series.size(), std::size_t{1});
    QCOMPARE(shown.dataset->series.front().values, (std::vector<double>{40, 40}));
    QCOMPARE(shown.dataset->times, m_model->dataset()->times);
    QCOMPARE(shown.looks.front().name, u"Gold"_s);
    QCOMPARE(shown.earlier.front().series.size(), std::size_t{1});
    QCOMPARE(shown.earlier.front().series.front().values, (std::vector<double>{2, 2}));
}

void TestPanelSet::theLargestValueMayBeAnEarlierOne()
{
    compareWith({1, 90, 3, 4, 5});
    const std::vector<Panel> panels = panelsOf(*m_model, m_query, {});
    QCOMPARE(largestIn(panels[0], *m_model), 20.0);
    QCOMPARE(largestIn(panels[1], *m_model), 90.0);
}

void TestPanelSet::columnsSuitTheNumber_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("chosen");
    QTest::addColumn<int>("columns");
    QTest::newRow("none") << 0 << 0 << 1;
    QTest::newRow("1") << 1 << 0 << 1;
    QTest::newRow("2") << 2 << 0 << 2;
    QTest::newRow("3") << 3 << 0 << 3;
    QTest::newRow("4 in two rows") << 4 << 0 << 2;
    QTest::newRow("6") << 6 << 0 << 3;
    QTest::newRow("9") << 9 << 0 << 3;
    QTest::newRow("26") << 26 << 0 << 3;
    QTest::newRow("as chosen") << 6 << 2 << 2;
    QTest::newRow("no more than panels") << 3 << 6 << 3;
}

void TestPanelSet::columnsSuitTheNumber()
{
    QFETCH(int, count);
    QFETCH(int, chosen);
    QFETCH(int, columns);
    QCOMPARE(panelColumns(count, chosen), columns);
}

void TestPanelSet::splitsNeedSomethingToSplit()
{
    QCOMPARE(splitsOf(segmentQuery()), std::vector<PanelSplit>{PanelSplit::Segment});
    QCOMPARE(splitsOf(eventQuery()),
             (std::vector<PanelSplit>{PanelSplit::Segment, PanelSplit::Event}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPanelSet)

#include "tst_panelset.moc"
