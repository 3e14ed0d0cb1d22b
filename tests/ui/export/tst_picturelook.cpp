// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/chart/sampledata.h"
#include "tests/ui/export/svgprobe.h"
#include "ui/export/picture.h"
#include "ui/export/picturepage.h"
#include "ui/theme/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// A picture shows what is on the screen, and what was chosen of it.
class TestPictureLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void hiddenSeriesAreNotThere();
    static void theZoomIsThePicturesToo();
    static void sideBySideIsAGridOfPanels();
    static void thePlotsOfPanelsAreAligned_data();
    static void thePlotsOfPanelsAreAligned();
    static void aScaleOfItsOwnIsMarked();
    static void panelsWithoutRoomAreCounted();
    static void eachPartCanBeLeftOut_data();
    static void eachPartCanBeLeftOut();
    static void demoDataSaysSoInAnyCase();
    static void legendAndEndLabelsAreChosen();
    static void summaryNumbersStandUnderTheSubtitle();
    static void wordsOfTheUserTakeTheRange();
    static void textIsNeverBelowTwelvePixels();
    static void smallTextIsWarnedOf_data();
    static void smallTextIsWarnedOf();
    static void aClearGroundIsWarnedOf();
    static void theClipboardHasTheWordsToo();
};

namespace {

constexpr QSize size(1'280, 720);

PictureSource shop()
{
    View view;
    view.query.events = {u"checkout_completed"_s};
    view.query.apps = {{}};
    view.query.segments = {{},
                           {.id = u"1"_s, .label = u"Gold members"_s},
                           {.id = u"2"_s, .label = u"Silver members"_s},
                           {.id = u"3"_s, .label = u"Basic members"_s}};
    return {.dataset = std::make_shared<const Dataset>(shopDays()),
            .looks = shopLooks(),
            .view = view,
            .text = {.title = u"The title"_s,
                     .subtitle = u"The subtitle"_s,
                     .comparison = u"previous period"_s,
                     .footnote = u"Demo data. The footnote."_s,
                     .range = u"25 Oct – 23 Nov 2026"_s,
                     .notice = u"Demo data."_s},
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

PictureSource panels()
{
    PictureSource source = shop();
    source.view.look.layout = ChartLayout::SideBySide;
    return source;
}

SvgProbe probeOf(const PictureSource &source, PictureOptions options = {.size = size})
{
    options.format = PictureFormat::Svg;
    const Result<QByteArray> bytes = pictureBytes(source, options);
    return bytes ? probed(*bytes) : SvgProbe();
}

/// The plots, by their grid lines: from the first to the last of those at the same edges.
QList<QRectF> plotsOf(const SvgProbe &probe)
{
    QList<QRectF> plots;
    for (const QRectF &line : probe.fillsIn(lightTokens().gridLine)) {
        if (line.width() < 50) {
            continue; // a tick
        }
        const bool isSame = !plots.isEmpty() && qFuzzyCompare(plots.last().left(), line.left())
                         && line.top() < plots.last().top();
        if (isSame) {
            plots.last().setTop(line.top()); // the lowest comes first
        } else {
            plots.append(line);
        }
    }
    return plots;
}

} // namespace

void TestPictureLook::hiddenSeriesAreNotThere()
{
    PictureSource source = shop();
    QVERIFY(probeOf(source).allText().contains(u"Gold members"_s));
    source.looks[1].hidden = true;
    source.view.look.hidden = {idOf(source.dataset->series[1].key)};
    for (const ChartLayout layout : {ChartLayout::Overlay, ChartLayout::SideBySide}) {
        source.view.look.layout = layout;
        const SvgProbe probe = probeOf(source,
                                       {.size = size, .parts = {.legend = true, .summary = true}});
        QVERIFY(probe.allText().contains(u"Silver members"_s));
        QVERIFY2(!probe.allText().contains(u"Gold"_s), qPrintable(probe.allText()));
        QVERIFY(probe.linesIn(lightTokens().series[0]).isEmpty());
    }
}

void TestPictureLook::theZoomIsThePicturesToo()
{
    PictureSource source = shop();
    QVERIFY(probeOf(source).texts.contains(u"Mon 23"_s));
    const std::vector<BucketTime> &times = source.dataset->times;
    source.view.look.zoom = Zoom{.first = times[0], .last = times[6]};
    const SvgProbe probe = probeOf(source);
    QVERIFY(probe.texts.contains(u"Mon 26"_s));
    QVERIFY2(!probe.texts.contains(u"Mon 23"_s), qPrintable(probe.allText()));
    QVERIFY(!probe.allText().contains(u"so far"_s));
}

void TestPictureLook::sideBySideIsAGridOfPanels()
{
    const SvgProbe probe = probeOf(panels());
    QVERIFY(probe.isWhole);
    QCOMPARE(plotsOf(probe).size(), 4);
    QCOMPARE(probe.texts.count(u"The title"_s), 1);
    QCOMPARE(probe.texts.count(u"Gold members"_s), 1);
    QCOMPARE(probe.texts.filter(u"included in totals"_s).size(), 1);
    QVERIFY(probe.texts.contains(u"127,481"_s) || probe.texts.filter(u","_s).size() >= 4);
}

void TestPictureLook::thePlotsOfPanelsAreAligned_data()
{
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<bool>("ownScale");
    QTest::newRow("slide") << QSize(1920, 1080) << false;
    QTest::newRow("slide, own scales") << QSize(1920, 1080) << true;
    QTest::newRow("square") << QSize(1080, 1080) << false;
    QTest::newRow("odd") << QSize(1283, 717) << false;
}

void TestPictureLook::thePlotsOfPanelsAreAligned()
{
    QFETCH(QSize, pixels);
    QFETCH(bool, ownScale);
    PictureSource source = panels();
    source.view.look.panels.ownScale = ownScale;
    const QList<QRectF> plots = plotsOf(probeOf(source, {.size = pixels}));
    QCOMPARE(plots.size(), 4); // two in a row
    QCOMPARE(plots[0].left(), plots[2].left());
    QCOMPARE(plots[1].left(), plots[3].left());
    for (const QRectF &plot : plots) {
        QCOMPARE(plot.width(), plots[0].width());
        QCOMPARE(plot.left(), std::round(plot.left()));
        QVERIFY(plot.right() < pixels.width() && plot.left() > 0);
    }
    if (!ownScale) { // else their scales end at other heights
        QCOMPARE(plots[0].top(), plots[1].top());
        QCOMPARE(plots[2].top(), plots[3].top());
    }
    // The outer edges are those of everything else.
    const qreal inset = pictureStyle({.size = pixels}).inset;
    QVERIFY(std::abs(plots[1].right() - (pixels.width() - inset)) <= 1); // whole pixels
}

void TestPictureLook::aScaleOfItsOwnIsMarked()
{
    PictureSource source = panels();
    QVERIFY(!probeOf(source).texts.contains(u"Own scale"_s));
    source.view.look.panels.ownScale = true;
    QCOMPARE(probeOf(source).texts.count(u"Own scale"_s), 4);
}

void TestPictureLook::panelsWithoutRoomAreCounted()
{
    PictureSource source = panels();
    Dataset dataset = emptyDays(30);
    source.view.query.segments.clear();
    for (int i = 0; i < 60; ++i) {
        addSeries(dataset, {3, 4, 5});
        source.view.query.segments.push_back({.id = dataset.series.back().key.segmentId});
    }
    source.dataset = std::make_shared<const Dataset>(dataset);
    source.looks = looksFor(dataset);
    const SvgProbe probe = probeOf(source, {.size = QSize(640, 400)});
    const auto shown = plotsOf(probe).size();
    QVERIFY(shown >= 1 && shown < 60);
    QVERIFY2(probe.texts.contains(u"and %1 more"_s.arg(60 - shown)), qPrintable(probe.allText()));
}

void TestPictureLook::eachPartCanBeLeftOut_data()
{
    QTest::addColumn<PictureParts>("parts");
    QTest::addColumn<QString>("words");
    QTest::newRow("title") << PictureParts{.title = false} << u"The title"_s;
    QTest::newRow("subtitle") << PictureParts{.subtitle = false} << u"The subtitle"_s;
    QTest::newRow("the key of the subtitle")
        << PictureParts{.subtitle = false} << u"previous period"_s;
    QTest::newRow("end labels") << PictureParts{.endLabels = false} << u"Gold members"_s;
    QTest::newRow("footnote") << PictureParts{.footnote = false} << u"The footnote"_s;
}

void TestPictureLook::eachPartCanBeLeftOut()
{
    QFETCH(PictureParts, parts);
    QFETCH(QString, words);
    QVERIFY(probeOf(shop()).allText().contains(words));
    const SvgProbe without = probeOf(shop(), {.size = size, .parts = parts});
    QVERIFY2(!without.allText().contains(words), qPrintable(without.allText()));
}

void TestPictureLook::demoDataSaysSoInAnyCase()
{
    const SvgProbe bare = probeOf(shop(), {.size = size, .parts = {.footnote = false}});
    QVERIFY(bare.texts.contains(u"Demo data."_s));
    const SvgProbe own = probeOf(shop(), {.size = size, .words = {.footnote = u"Mine"_s}});
    QVERIFY(own.texts.contains(u"Demo data. Mine"_s));
}

void TestPictureLook::legendAndEndLabelsAreChosen()
{
    const auto count = [](bool endLabels, bool legend) {
        const SvgProbe probe = probeOf(
            shop(), {.size = size, .parts = {.endLabels = endLabels, .legend = legend}});
        return probe.texts.count(u"Gold members"_s);
    };
    QCOMPARE(count(true, false), 1);
    QCOMPARE(count(false, true), 1);
    QCOMPARE(count(true, true), 2);
    QCOMPARE(count(false, false), 0);
}

void TestPictureLook::summaryNumbersStandUnderTheSubtitle()
{
    const SvgProbe plain = probeOf(shop());
    const SvgProbe probe = probeOf(shop(), {.size = size, .parts = {.summary = true}});
    QCOMPARE(plain.texts.filter(u"Average"_s).size(), 0);
    QCOMPARE(probe.texts.filter(u"Average"_s).size(), 4);
    QVERIFY(probe.texts.contains(u"Peak 14 Nov 17,772"_s));
    QVERIFY(plotsOf(probe).constFirst().top() > plotsOf(plain).constFirst().top() + 50);
}

void TestPictureLook::wordsOfTheUserTakeTheRange()
{
    const PictureOptions options{
        .size = size, .words = {.title = u"Gold rose"_s, .subtitle = u"Checkouts, {range}"_s}};
    const SvgProbe probe = probeOf(shop(), options);
    QVERIFY(probe.texts.contains(u"Gold rose"_s));
    QVERIFY(probe.texts.contains(u"Checkouts, 25 Oct – 23 Nov 2026"_s));
    QVERIFY(!probe.texts.contains(u"The title"_s));
}

void TestPictureLook::textIsNeverBelowTwelvePixels()
{
    for (const QSize &pixels : {QSize(240, 240), QSize(640, 400), QSize(4096, 300)}) {
        const SvgProbe probe = probeOf(shop(), {.size = pixels});
        QVERIFY(!probe.fontSizes.isEmpty());
        for (const int fontSize : probe.fontSizes) {
            QVERIFY2(fontSize >= leastTextSize, QByteArray::number(fontSize).constData());
        }
    }
}

void TestPictureLook::smallTextIsWarnedOf_data()
{
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("smallest");
    QTest::newRow("slide") << QSize(1920, 1080) << 1 << 21;
    QTest::newRow("slide, twice as fine") << QSize(1920, 1080) << 2 << 42;
    QTest::newRow("square") << QSize(1080, 1080) << 1 << 12;
    QTest::newRow("half a slide") << QSize(960, 540) << 1 << 10;
    QTest::newRow("half a slide, twice as fine") << QSize(960, 540) << 2 << 21;
    QTest::newRow("low") << QSize(4096, 300) << 1 << 6;
}

void TestPictureLook::smallTextIsWarnedOf()
{
    QFETCH(QSize, pixels);
    QFETCH(int, scale);
    QFETCH(int, smallest);
    const PictureOptions options{.size = pixels, .scale = scale};
    QCOMPARE(smallestText(options), smallest);
    const bool isSmall = smallest < 12;
    QCOMPARE(warningsFor(options),
             isSmall ? std::vector{PictureWarning::SmallText} : std::vector<PictureWarning>());
}

void TestPictureLook::aClearGroundIsWarnedOf()
{
    using Background = PictureOptions::Background;
    QCOMPARE(warningsFor({.background = Background::Transparent}),
             std::vector{PictureWarning::DarkTextOnClear});
    QCOMPARE(warningsFor({.theme = PictureTheme::Dark, .background = Background::Transparent}),
             std::vector{PictureWarning::LightTextOnClear});
    QVERIFY(warningsFor({.theme = PictureTheme::Dark, .background = Background::Theme}).empty());
}

void TestPictureLook::theClipboardHasTheWordsToo()
{
    copyPicture(shop(), {.size = size});
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    QCOMPARE(data->text(), u"The title\nThe subtitle\nprevious period\nDemo data. The footnote."_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPictureLook)
#include "tst_picturelook.moc"
