// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/serieslooks.h"
#include "app/models/shown.h"
#include "tests/support/namecorpus.h"
#include "tests/support/strictness.h"
#include "ui/export/panelsources.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPanelSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void anOverlayIsOnePicture();
    static void eachSegmentIsAPicture();
    static void theOrderIsThatOnScreen();
    static void aPictureHoldsItsOwnNumbersOnly();
    static void itsViewOpensAsThisPanel();
    static void otherDimensionsStay();
    static void whatIsHiddenStaysAway();
    static void theZoomStays();
    static void itsWordsAreAboutIt();
    static void aFailureStandsInItsPanel();
    static void theScaleIsThatOnScreen();
    static void fileNamesDiffer_data();
    static void fileNamesDiffer();
    static void anyNameMakesAFileName_data() { addNames(); }
    static void anyNameMakesAFileName();
};

namespace {

Query twoByTwo()
{
    return {.events = {u"checkout"_s},
            .apps = {{.id = u"ios"_s, .label = u"iOS"_s}, {.id = u"web"_s, .label = u"Web"_s}},
            .segments = {{.id = u"g"_s, .label = u"Gold"_s}, {.id = u"s"_s, .label = u"Silver"_s}}};
}

Query threeSegments()
{
    return {
        .events = {u"checkout"_s},
        .segments = {{}, {.id = u"g"_s, .label = u"Gold"_s}, {.id = u"s"_s, .label = u"Silver"_s}}};
}

/// Two days; the first series counts 1 and 2, the next 11 and 12, and so on. An earlier time lies
/// under them with 100 more.
PictureSource sideBySide(const Query &query, const std::vector<SeriesId> &hidden = {})
{
    auto dataset = std::make_shared<Dataset>();
    dataset->times = {bucketOfDay(QDate(2026, 11, 22)), bucketOfDay(QDate(2026, 11, 23))};
    Earlier earlier{.times = {bucketOfDay(QDate(2026, 11, 20)), bucketOfDay(QDate(2026, 11, 21))}};
    double value = 1;
    for (const SeriesKey &key : seriesOf(query)) {
        const std::vector<BucketState> states{BucketState::Counted, BucketState::Counted};
        dataset->series.push_back({.key = key, .values = {value, value + 1}, .states = states});
        earlier.series.push_back({.key = key, .values = {value + 100, 0}, .states = states});
        value += 10;
    }
    PictureSource source{
        .dataset = dataset,
        .looks = shownLooks(*dataset,
                            {.query = query, .hidden = hidden, .allUsers = allUsersName()}),
        .earlier = {earlier},
        .view = {.query = query, .look = {.layout = ChartLayout::SideBySide, .hidden = hidden}},
        .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
    source.text = seenText(source.view, *dataset, source.locale, true, source.earlier);
    return source;
}

} // namespace

void TestPanelSources::anOverlayIsOnePicture()
{
    PictureSource source = sideBySide(threeSegments());
    source.view.look.layout = ChartLayout::Overlay;
    const std::vector<PictureSource> sources = panelSources(source);
    QCOMPARE(sources.size(), 1U);
    QCOMPARE(sources.front().dataset, source.dataset);
    QCOMPARE(sources.front().view, source.view);
    QVERIFY(panelNames(source).isEmpty());
}

void TestPanelSources::eachSegmentIsAPicture()
{
    const PictureSource source = sideBySide(threeSegments());
    QCOMPARE(panelNames(source), (QStringList{u"All users"_s, u"Gold"_s, u"Silver"_s}));
    const std::vector<PictureSource> sources = panelSources(source);
    QCOMPARE(sources.size(), 3U);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        QCOMPARE(sources[i].looks.size(), 1U);
        QCOMPARE(sources[i].looks.front(), source.looks[i]);
        QCOMPARE(sources[i].view.look.layout, ChartLayout::Overlay);
    }
}

void TestPanelSources::theOrderIsThatOnScreen()
{
    PictureSource source = sideBySide(threeSegments());
    source.view.look.panels.order = PanelOrder::Total;
    QCOMPARE(panelNames(source), (QStringList{u"Silver"_s, u"Gold"_s, u"All users"_s}));
    QCOMPARE(panelSources(source).front().looks.front().name, u"Silver"_s);
}

void TestPanelSources::aPictureHoldsItsOwnNumbersOnly()
{
    const PictureSource gold = panelSources(sideBySide(threeSegments()))[1];
    QCOMPARE(gold.dataset->series.size(), 1U);
    QCOMPARE(gold.dataset->series.front().values, (std::vector<double>{11, 12}));
    QCOMPARE(gold.earlier.size(), 1U);
    QCOMPARE(gold.earlier.front().series.size(), 1U);
    QCOMPARE(gold.earlier.front().series.front().values, (std::vector<double>{111, 0}));
}

void TestPanelSources::itsViewOpensAsThisPanel()
{
    const PictureSource gold = panelSources(sideBySide(threeSegments()))[1];
    Query expected = threeSegments();
    expected.segments = {{.id = u"g"_s, .label = u"Gold"_s}};
    QCOMPARE(gold.view.query, expected);
    QVERIFY(gold.view.look.hidden.empty());
}

void TestPanelSources::otherDimensionsStay()
{
    const PictureSource silver = panelSources(sideBySide(twoByTwo()))[1];
    Query expected = twoByTwo();
    expected.segments = {{.id = u"s"_s, .label = u"Silver"_s}};
    QCOMPARE(silver.view.query, expected);
    QCOMPARE(silver.dataset->series.size(), 2U);
    QCOMPARE(silver.looks.size(), 2U);
    QCOMPARE(silver.looks[0].name, u"iOS"_s);
    QCOMPARE(silver.looks[1].name, u"Web"_s);
}

void TestPanelSources::whatIsHiddenStaysAway()
{
    const SeriesId goldOnWeb{.event = u"checkout"_s, .appId = u"web"_s, .segmentId = u"g"_s};
    const std::vector<PictureSource> sources = panelSources(sideBySide(twoByTwo(), {goldOnWeb}));
    QCOMPARE(sources[0].dataset->series.size(), 1U);
    QCOMPARE(sources[0].looks.size(), 1U);
    QCOMPARE(sources[0].view.query.apps, (std::vector<Choice>{{u"ios"_s, u"iOS"_s}}));
    QCOMPARE(sources[1].dataset->series.size(), 2U);
    QVERIFY(sources[1].view.look.hidden.empty());
}

void TestPanelSources::theZoomStays()
{
    PictureSource source = sideBySide(threeSegments());
    const BucketTime last = source.dataset->times.back();
    source.view.look.zoom = Zoom{.first = last, .last = last};
    const PictureSource gold = panelSources(source)[1];
    QCOMPARE(gold.view.look.zoom, source.view.look.zoom);
    QCOMPARE(gold.dataset->times.size(), 2U);
    QCOMPARE(gold.text.range, u"23 Nov 2026"_s);
}

void TestPanelSources::itsWordsAreAboutIt()
{
    const PictureSource gold = panelSources(sideBySide(threeSegments()))[1];
    QVERIFY2(gold.text.title.startsWith(u"Gold: checkout per day"_s), qPrintable(gold.text.title));
    QVERIFY(gold.text.footnote.contains(u"the segment Gold"_s));
    QVERIFY(!gold.text.footnote.contains(u"Silver"_s));
    QVERIFY(gold.text.footnote.startsWith(u"Demo data."_s));
}

void TestPanelSources::aFailureStandsInItsPanel()
{
    PictureSource source = sideBySide(twoByTwo());
    Dataset dataset = *source.dataset;
    dataset.failures.push_back({.key = dataset.series.back().key}); // silver on the web
    dataset.series.pop_back();
    source.looks.pop_back();
    source.earlier.front().series.pop_back();
    source.dataset = std::make_shared<const Dataset>(dataset);
    const std::vector<PictureSource> sources = panelSources(source);
    QVERIFY(sources[0].dataset->failures.empty());
    QCOMPARE(sources[1].dataset->failures.size(), 1U);
    QCOMPARE(sources[1].view.query.apps.size(), 2U); // it may be there when it is opened again
}

void TestPanelSources::theScaleIsThatOnScreen()
{
    PictureSource source = sideBySide(threeSegments());
    for (const PictureSource &one : panelSources(source)) {
        QCOMPARE(one.largest, 121.0); // of the last panel, long before
    }
    source.view.look.panels.ownScale = true;
    for (const PictureSource &one : panelSources(source)) {
        QCOMPARE(one.largest, 0.0); // whatever is in it
    }
}

void TestPanelSources::fileNamesDiffer_data()
{
    QTest::addColumn<QStringList>("panels");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("plain") << QStringList{u"Gold"_s, u"All users"_s}
                           << QStringList{u"shop_Gold"_s, u"shop_All_users"_s};
    QTest::newRow("equal") << QStringList{u"Gold"_s, u"Gold"_s}
                           << QStringList{u"shop_Gold"_s, u"shop_Gold-2"_s};
    QTest::newRow("by case") << QStringList{u"Gold"_s, u"GOLD"_s}
                             << QStringList{u"shop_Gold"_s, u"shop_GOLD-2"_s};
    QTest::newRow("called as a numbered one")
        << QStringList{u"a"_s, u"a-2"_s, u"a"_s}
        << QStringList{u"shop_a"_s, u"shop_a-2"_s, u"shop_a-3"_s};
}

void TestPanelSources::fileNamesDiffer()
{
    QFETCH(QStringList, panels);
    QFETCH(QStringList, expected);
    QCOMPARE(panelFileNames(u"shop"_s, panels), expected);
}

void TestPanelSources::anyNameMakesAFileName()
{
    QFETCH(QString, name);
    const QStringList names = panelFileNames(QString(300, u'b'), {name, name});
    for (const QString &each : names) {
        QVERIFY(each.size() <= 203);
        QVERIFY(!each.contains(u'/'));
        QVERIFY(each.startsWith(u"bbb"_s));
    }
    QVERIFY(names[0] != names[1]);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelSources)
#include "tst_panelsources.moc"
