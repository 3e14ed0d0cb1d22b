// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/filename.h"
#include "app/export/picturetext.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPictureText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theTitleSaysWhatPerWhatAndWhen();
    static void aTitleOfTheUserMovesTheMeasureToTheSubtitle();
    static void theFootnoteHoldsAllThatExplainsThePicture();
    static void demoDataSaysSoFirst();
    static void missingAndNotCollectedAreNamed();
    static void whatFailedIsNamed();
    static void noDataNeedsNoRange();
    static void wordsOfOthersLoseTheirControlCharacters();
    static void fileNamesAreMadeOfWords_data();
    static void fileNamesAreMadeOfWords();
    static void noNameLeavesItsFolder_data();
    static void noNameLeavesItsFolder();
    static void theScaleIsInTheFileName();
    static void equalFileNamesAreKeptApart();
};

namespace {

QLocale english()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

View shopView()
{
    View view;
    view.query.events = {u"checkout_completed"_s};
    view.query.segments = {{}, {.id = u"g"_s, .label = u"Gold"_s}, {.id = u"s"_s}};
    return view;
}

Dataset shopData()
{
    Dataset dataset;
    dataset.zone = QTimeZone("Europe/Berlin");
    dataset.fetchedAt = QDateTime({2026, 11, 23}, {13, 5}, Qt::UTC);
    for (QDate day(2026, 10, 25); day <= QDate(2026, 11, 23); day = day.addDays(1)) {
        dataset.times.push_back(bucketOfDay(day));
    }
    for (const SeriesKey &key : seriesOf(shopView().query)) {
        Series series{.key = key,
                      .values = std::vector<double>(dataset.times.size(), 7),
                      .states = std::vector<BucketState>(dataset.times.size())};
        series.states.back() = BucketState::Incomplete;
        dataset.series.push_back(series);
    }
    return dataset;
}

QString footnoteOf(const Dataset &dataset, bool isDemo = false)
{
    return pictureText(shopView(), dataset, english(), isDemo).footnote;
}

} // namespace

void TestPictureText::theTitleSaysWhatPerWhatAndWhen()
{
    const PictureText text = pictureText(shopView(), shopData(), english(), false);
    QCOMPARE(text.title, u"checkout_completed per day, 25 Oct – 23 Nov 2026"_s);
    QCOMPARE(text.subtitle, u"Custom event checkout_completed, all apps"_s);
}

void TestPictureText::aTitleOfTheUserMovesTheMeasureToTheSubtitle()
{
    View view = shopView();
    view.title = u"Gold rose"_s;
    const PictureText text = pictureText(view, shopData(), english(), false);
    QCOMPARE(text.title, u"Gold rose"_s);
    QCOMPARE(text.subtitle, u"checkout_completed per day, 25 Oct – 23 Nov 2026"_s);
}

void TestPictureText::theFootnoteHoldsAllThatExplainsThePicture()
{
    QCOMPARE(footnoteOf(shopData()),
             u"Braze custom event “checkout_completed”; all users and the segments Gold and s; all "
             "apps. Count per Braze workspace day (Europe/Berlin), 25 Oct – 23 Nov 2026. Dashed: "
             "23 Nov is not complete (to 14:05). Fetched 23 Nov 2026, 14:05 CET."_s);
}

void TestPictureText::demoDataSaysSoFirst()
{
    QVERIFY(footnoteOf(shopData(), true).startsWith(u"Demo data. "_s));
    QVERIFY(!footnoteOf(shopData()).contains(u"Demo"_s));
}

void TestPictureText::missingAndNotCollectedAreNamed()
{
    Dataset dataset = shopData();
    dataset.series[0].states[4] = BucketState::Missing;
    dataset.series[1].states[0] = BucketState::NotCollected;
    dataset.series[1].states[1] = BucketState::NotCollected;
    const QString footnote = footnoteOf(dataset);
    QVERIFY2(footnote.contains(u"Gaps: no value for 1 day"_s), qPrintable(footnote));
    QVERIFY2(footnote.contains(u"Hatched: not collected (Gold before 27 Oct)."_s),
             qPrintable(footnote));
}

void TestPictureText::whatFailedIsNamed()
{
    Dataset dataset = shopData();
    dataset.failures.push_back({.key = dataset.series[1].key});
    dataset.series.erase(dataset.series.begin() + 1);
    QVERIFY(footnoteOf(dataset).contains(u"Not loaded: Gold."_s));
}

void TestPictureText::noDataNeedsNoRange()
{
    const PictureText text = pictureText(shopView(), Dataset(), english(), false);
    QCOMPARE(text.title, u"checkout_completed per day"_s);
    QVERIFY(!text.footnote.contains(u"Fetched"_s));
}

void TestPictureText::wordsOfOthersLoseTheirControlCharacters()
{
    View view = shopView();
    view.query.events = {u"a\u202Eb\nc\u0000<b>x</b> %1 %n"_s};
    const PictureText text = pictureText(view, shopData(), english(), false);
    QVERIFY2(text.title.startsWith(u"ab c<b>x</b> %1 %n per day"_s), qPrintable(text.title));
    QVERIFY2(text.footnote.contains(u"“ab c<b>x</b> %1 %n”; all users"_s),
             qPrintable(text.footnote));
}

void TestPictureText::fileNamesAreMadeOfWords_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::newRow("by default") << defaultNamePattern()
                                << u"checkout_completed_2026-10-25_2026-11-23"_s;
    QTest::newRow("all words") << u"{view}-{segment}-{event}-{from}-{to}"_s
                               << u"Gold_rose-Gold-s-checkout_completed-2026-10-25-2026-11-23"_s;
    QTest::newRow("unknown words stay") << u"{x}{event"_s << u"_x__event"_s;
}

void TestPictureText::fileNamesAreMadeOfWords()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    View view = shopView();
    view.title = u"Gold rose"_s;
    QCOMPARE(fileNameFrom(pattern, fileNameWords(view, shopData())), name);
}

void TestPictureText::noNameLeavesItsFolder_data()
{
    QTest::addColumn<QString>("event");
    QTest::newRow("climbing") << u"../../x"_s;
    QTest::newRow("a pattern's word") << u"{view}"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("very long") << QString(10'000, u'ä');
    QTest::newRow("NUL and line break") << u"a\u0000b\nc"_s;
    QTest::newRow("device") << u"CON"_s;
}

void TestPictureText::noNameLeavesItsFolder()
{
    QFETCH(QString, event);
    const QString name = fileNameFrom(u"{event}"_s, {.event = event, .view = u"secret"_s});
    QVERIFY(!name.isEmpty());
    QVERIFY(!name.startsWith(u'.'));
    QVERIFY(!name.contains(u'/'));
    QVERIFY(name.toUtf8().size() <= 200);
    QVERIFY(name != u"CON"_s);
    QVERIFY(!name.contains(u"secret"_s));
}

void TestPictureText::theScaleIsInTheFileName()
{
    QCOMPARE(scaledFileName(u"a"_s, 1, u"png"_s), u"a.png"_s);
    QCOMPARE(scaledFileName(u"a"_s, 2, u"png"_s), u"a@2x.png"_s);
}

void TestPictureText::equalFileNamesAreKeptApart()
{
    QCOMPARE(uniqueFileNames({u"a"_s, u"b"_s, u"A"_s, u"a-2"_s, u"a"_s}, {u"b"_s}),
             (QStringList{u"a"_s, u"b-2"_s, u"A-2"_s, u"a-2-2"_s, u"a-3"_s}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPictureText)
#include "tst_picturetext.moc"
