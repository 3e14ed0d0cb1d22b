// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/csv.h"
#include "app/export/filename.h"
#include "app/export/picturetext.h"
#include "app/series/rollup.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Weeks and months in files.
class TestSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void weeksAreWrittenByteByByte();
    static void monthsAreWrittenByteByByte();
    static void theFileIsNamedByTheDaysThatWereSummed();
    static void thePictureSaysWhatWasSummed_data();
    static void thePictureSaysWhatWasSummed();
    static void whatIsPartialIsSaid();
    static void sumsWithoutAPartAreCounted();
};

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

View shopView()
{
    View view;
    view.query.events = {u"checkout"_s};
    return view;
}

/// Sunday 25 October to Monday 23 November, which is not over; one a day.
Dataset days()
{
    Dataset dataset;
    dataset.zone = QTimeZone("Europe/Berlin");
    dataset.fetchedAt = QDateTime({2026, 11, 23}, {13, 5}, Qt::UTC);
    for (QDate day(2026, 10, 25); day <= QDate(2026, 11, 23); day = day.addDays(1)) {
        dataset.times.push_back(bucketOfDay(day));
    }
    Series series{.key = seriesOf(shopView().query).front(),
                  .values = std::vector<double>(dataset.times.size(), 1),
                  .states = std::vector<BucketState>(dataset.times.size())};
    series.states.back() = BucketState::Incomplete;
    dataset.series = {series};
    return dataset;
}

Dataset sums(Granularity granularity, const Dataset &base = days())
{
    return rollUp(base, granularity, {.zone = base.zone});
}

QString footnoteOf(const Dataset &dataset)
{
    return pictureText(shopView(), dataset, english(), false).footnote;
}

} // namespace

void TestSums::weeksAreWrittenByteByByte()
{
    QCOMPARE(renderCsv(sums(Granularity::Week), {u"checkout"_s}),
             QByteArray("time,checkout,incomplete\n"
                        "2026-10-19,1,yes\n"
                        "2026-10-26,7,\n"
                        "2026-11-02,7,\n"
                        "2026-11-09,7,\n"
                        "2026-11-16,7,\n"
                        "2026-11-23,1,yes\n"));
}

void TestSums::monthsAreWrittenByteByByte()
{
    QCOMPARE(renderCsv(sums(Granularity::Month), {u"checkout"_s}),
             QByteArray("time,checkout,incomplete\n2026-10-01,7,yes\n2026-11-01,23,yes\n"));
}

void TestSums::theFileIsNamedByTheDaysThatWereSummed()
{
    QCOMPARE(fileNameFrom(defaultNamePattern(), fileNameWords(shopView(), sums(Granularity::Week))),
             u"checkout_2026-10-25_2026-11-23"_s);
}

void TestSums::thePictureSaysWhatWasSummed_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("counted");
    QTest::newRow("weeks") << Unit::Day << Granularity::Week << u"checkout per week, "_s
                           << u"Count per week, summed from Braze workspace days (Europe/Berlin), "
                              "25 Oct – 23 Nov 2026."_s;
    QTest::newRow("months") << Unit::Day << Granularity::Month << u"checkout per month, "_s
                            << u"Count per month, summed from Braze workspace days "
                               "(Europe/Berlin), 25 Oct – 23 Nov 2026."_s;
    QTest::newRow("days of hours")
        << Unit::Hour << Granularity::Day << u"checkout per day, "_s
        << u"Count per day, summed from hours (Europe/Berlin), 25 Oct – 23 Nov 2026."_s;
}

void TestSums::thePictureSaysWhatWasSummed()
{
    QFETCH(Unit, unit);
    QFETCH(Granularity, granularity);
    QFETCH(QString, title);
    QFETCH(QString, counted);
    Dataset dataset = sums(granularity);
    dataset.unit = unit;
    dataset.granularity = granularity;
    const PictureText text = pictureText(shopView(), dataset, english(), false);
    QCOMPARE(text.title, title + u"25 Oct – 23 Nov 2026"_s);
    QVERIFY2(text.footnote.contains(counted), qPrintable(text.footnote));
}

void TestSums::whatIsPartialIsSaid()
{
    const QString weeks = footnoteOf(sums(Granularity::Week));
    QVERIFY2(weeks.contains(u"Dashed: the week of 23 Nov is not complete (to 23 Nov, 14:05). "
                            "Dashed: the range cuts the week of 19 Oct."_s),
             qPrintable(weeks));
    const QString months = footnoteOf(sums(Granularity::Month));
    QVERIFY2(months.contains(u"Dashed: Nov 2026 is not complete (to 23 Nov, 14:05). "
                             "Dashed: the range cuts Oct 2026."_s),
             qPrintable(months));
    QVERIFY(!footnoteOf(days()).contains(u"cuts"_s));
}

void TestSums::sumsWithoutAPartAreCounted()
{
    Dataset base = days();
    base.series.front().states[3] = BucketState::Missing;
    base.series.front().states[11] = BucketState::NotCollected;
    const QString footnote = footnoteOf(sums(Granularity::Week, base));
    QVERIFY2(footnote.contains(u"Dashed: 2 sums lack a part."_s), qPrintable(footnote));
    QVERIFY(!footnote.contains(u"Gaps"_s));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSums)

#include "tst_sums.moc"
