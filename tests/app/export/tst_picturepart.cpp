// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picturepart.h"
#include "app/export/picturetext.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPicturePart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void withoutZoomAndHiddenSeriesItIsEverything();
    static void whatIsHiddenIsSaidNowhere();
    static void whereEverythingIsHiddenNothingIsLeftOut();
    static void theZoomCutsBucketsAndDates();
    static void aZoomElsewhereShowsEverything();
    static void whatTheZoomDoesNotShowIsNotExplained();
    static void theComparisonIsOfTheSamePart();
    static void sumsBeginAndEndWithWhatWasSummedUp();
};

namespace {

const QString checkout = u"checkout_completed"_s;

QLocale english()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

View shopView()
{
    View view;
    view.query.events = {checkout};
    view.query.segments = {{}, {.id = u"g"_s, .label = u"Gold"_s}, {.id = u"s"_s}};
    view.comparison.kind = ComparisonKind::PreviousPeriod;
    return view;
}

/// 1 to 20 November; the last day is not over.
Dataset shopData()
{
    Dataset dataset;
    for (int day = 1; day <= 20; ++day) {
        dataset.times.push_back(bucketOfDay(QDate(2026, 11, day)));
    }
    for (const SeriesKey &key : seriesOf(shopView().query)) {
        Series series{.key = key, .states = std::vector<BucketState>(dataset.times.size())};
        for (std::size_t i = 0; i < dataset.times.size(); ++i) {
            series.values.push_back(static_cast<double>(i));
        }
        series.states.back() = BucketState::Incomplete;
        dataset.series.push_back(series);
    }
    return dataset;
}

/// 20 days before.
std::vector<Earlier> shopEarlier()
{
    Earlier earlier{.dates = {.first = QDate(2026, 10, 12), .last = QDate(2026, 10, 31)},
                    .series = shopData().series};
    for (const BucketTime time : shopData().times) {
        earlier.times.emplace_back(time - 20 * msPerDay);
    }
    return {earlier};
}

View zoomedTo(int first, int last)
{
    View view = shopView();
    view.look.zoom = Zoom{.first = bucketOfDay(QDate(2026, 11, first)),
                          .last = bucketOfDay(QDate(2026, 11, last))};
    return view;
}

QString wordsOf(const View &view, const Dataset &dataset)
{
    const PictureText text = seenText(view, dataset, english(), false, shopEarlier());
    return QStringList{text.title, text.subtitle, text.comparison, text.footnote}.join(u' ');
}

} // namespace

void TestPicturePart::withoutZoomAndHiddenSeriesItIsEverything()
{
    const PicturePart part = picturePart(shopView(), shopData(), shopEarlier());
    QCOMPARE(part.view, shopView());
    QCOMPARE(part.dataset.times, shopData().times);
    QCOMPARE(part.dataset.series.size(), 3U);
    QCOMPARE(part.earlier.size(), 1U);
}

void TestPicturePart::whatIsHiddenIsSaidNowhere()
{
    View view = shopView();
    view.look.hidden.push_back({.event = checkout, .segmentId = u"g"_s});
    Dataset dataset = shopData();
    dataset.series[1].states[0] = BucketState::NotCollected;
    dataset.series[1].states[5] = BucketState::Missing;
    dataset.failures.push_back({.key = dataset.series[1].key});
    QVERIFY(wordsOf(shopView(), dataset).contains(u"Gold"_s));
    QVERIFY(wordsOf(shopView(), dataset).contains(u"no value"_s));
    const QString words = wordsOf(view, dataset);
    for (const QString &word : {u"Gold"_s, u"no value"_s, u"Hatched"_s, u"Not loaded"_s}) {
        QVERIFY2(!words.contains(word), qPrintable(words));
    }
    QVERIFY(words.contains(u"the segment s"_s));
}

void TestPicturePart::whereEverythingIsHiddenNothingIsLeftOut()
{
    View view = shopView();
    for (const Series &series : shopData().series) {
        view.look.hidden.push_back(idOf(series.key));
    }
    QCOMPARE(picturePart(view, shopData(), {}).dataset.series.size(), 3U);
}

void TestPicturePart::theZoomCutsBucketsAndDates()
{
    const PicturePart part = picturePart(zoomedTo(5, 9), shopData(), shopEarlier());
    QCOMPARE(part.dataset.times.size(), 5U);
    QCOMPARE(part.dataset.series[2].values, (std::vector<double>{4, 5, 6, 7, 8}));
    QCOMPARE(part.dataset.series[2].states.size(), 5U);
    QCOMPARE(part.earlier[0].series[2].values.size(), 5U);
    const PictureText text = seenText(zoomedTo(5, 9), shopData(), english(), false);
    QCOMPARE(text.range, u"5 – 9 Nov 2026"_s);
    QVERIFY2(text.title.endsWith(text.range), qPrintable(text.title));
    QVERIFY(text.footnote.contains(text.range));
}

void TestPicturePart::aZoomElsewhereShowsEverything()
{
    View view = shopView();
    view.look.zoom = Zoom{.first = 0, .last = 1};
    QCOMPARE(picturePart(view, shopData(), {}).dataset.times.size(), 20U);
}

void TestPicturePart::whatTheZoomDoesNotShowIsNotExplained()
{
    QVERIFY(wordsOf(shopView(), shopData()).contains(u"not complete"_s));
    QVERIFY(!wordsOf(zoomedTo(5, 9), shopData()).contains(u"not complete"_s));
    QVERIFY(wordsOf(zoomedTo(15, 20), shopData()).contains(u"not complete"_s));
}

void TestPicturePart::theComparisonIsOfTheSamePart()
{
    const PictureText text = seenText(zoomedTo(5, 9), shopData(), english(), false, shopEarlier());
    QVERIFY2(text.comparison.contains(u"16 – 20 Oct"_s), qPrintable(text.comparison));
}

void TestPicturePart::sumsBeginAndEndWithWhatWasSummedUp()
{
    Dataset weeks = shopData();
    weeks.granularity = Granularity::Week;
    weeks.times = {bucketOfDay(QDate(2026, 11, 2)),
                   bucketOfDay(QDate(2026, 11, 9)),
                   bucketOfDay(QDate(2026, 11, 16))};
    weeks.rolledUp = {.first = QDate(2026, 11, 4), .last = QDate(2026, 11, 20)};
    for (Series &series : weeks.series) {
        series.values.resize(3);
        series.states.assign(3, BucketState::Counted);
    }
    const PicturePart part = picturePart(zoomedTo(2, 9), weeks, {});
    QCOMPARE(part.dataset.rolledUp.first, QDate(2026, 11, 4));
    QCOMPARE(part.dataset.rolledUp.last, QDate(2026, 11, 15));
}

} // namespace emberline::test

QTEST_APPLESS_MAIN(emberline::test::TestPicturePart)
#include "tst_picturepart.moc"
