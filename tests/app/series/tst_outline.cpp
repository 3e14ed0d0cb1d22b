// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/outline.h"
#include "app/series/valueaxis.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void nothingHasNoOutline();
    static void theLargestValueCanBeDrawn();
    static void spansAreWhereAnyOrEverySeriesIsSo();
    static void lonePointsAndIncompleteBucketsAreMarked();
    static void gapsAreOfMissingBucketsOnly();
    static void whatIsLeftOutCountsForTheScaleOnly();
    static void spansAreCutToTheView_data();
    static void spansAreCutToTheView();
};

namespace {

/// A series for each of @p all; "c" counted, "i" incomplete, "m" missing, "n" not collected, "u"
/// unread.
Dataset datasetOf(const QStringList &all)
{
    Dataset dataset;
    for (const QString &states : all) {
        Series series;
        for (const QChar state : states) {
            series.states.push_back(state == u'c'   ? BucketState::Counted
                                    : state == u'i' ? BucketState::Incomplete
                                    : state == u'm' ? BucketState::Missing
                                    : state == u'n' ? BucketState::NotCollected
                                                    : BucketState::Unread);
            series.values.push_back(1);
        }
        dataset.series.push_back(series);
    }
    for (std::size_t i = 0; i < dataset.series.front().states.size(); ++i) {
        dataset.times.push_back(static_cast<qint64>(i) * msPerDay);
    }
    return dataset;
}

/// "0-2 5-5".
QString printed(const std::vector<BucketSpan> &spans)
{
    QStringList texts;
    for (const BucketSpan &span : spans) {
        texts.append(u"%1-%2"_s.arg(span.first).arg(span.last));
    }
    return texts.join(u' ');
}

} // namespace

void TestOutline::nothingHasNoOutline()
{
    const Outline outline = outlineOf({});
    QCOMPARE(outline.largest, 0.0);
    QVERIFY(outline.lines.empty() && outline.missing.empty());
}

void TestOutline::theLargestValueCanBeDrawn()
{
    Dataset dataset = datasetOf({u"cc"_s, u"cc"_s});
    dataset.series[1].values[0] = 7;
    QCOMPARE(outlineOf(dataset).largest, 7.0);
    dataset.series[0].values[1] = 1e300;
    QCOMPARE(outlineOf(dataset).largest, largestDrawable);
}

void TestOutline::spansAreWhereAnyOrEverySeriesIsSo()
{
    const Outline outline = outlineOf(datasetOf({u"umncmi"_s, u"umcmmc"_s}));
    QCOMPARE(printed(outline.unread), u"0-0"_s);
    QCOMPARE(printed(outline.missing), u"1-1 4-4"_s);
    QCOMPARE(printed(outline.notCollected), u"2-2"_s);
    QCOMPARE(printed(outline.incomplete), u"5-5"_s);
}

void TestOutline::lonePointsAndIncompleteBucketsAreMarked()
{
    const Outline outline = outlineOf(datasetOf({u"cmccci"_s, u"cccccc"_s}));
    QCOMPARE(outline.lines[0].marked, (std::vector<std::size_t>{0, 5}));
    QVERIFY(outline.lines[1].marked.empty());
}

void TestOutline::gapsAreOfMissingBucketsOnly()
{
    const Outline outline = outlineOf(datasetOf({u"cmmnccmc"_s}));
    QCOMPARE(printed(outline.lines[0].gaps), u"1-2 6-6"_s);
}

void TestOutline::whatIsLeftOutCountsForTheScaleOnly()
{
    Dataset dataset = datasetOf({u"ccmc"_s, u"nmui"_s});
    dataset.series[1].values[1] = 900;
    const Outline all = outlineOf(dataset);
    const Outline first = outlineOf(dataset, {false, true});
    QCOMPARE(first.largest, all.largest);
    QVERIFY(!all.notCollected.empty());
    QVERIFY(first.notCollected.empty());
    QVERIFY(first.incomplete.empty());
    QCOMPARE(first.missing, (std::vector<BucketSpan>{{.first = 2, .last = 2}}));
    QCOMPARE(first.lines.size(), all.lines.size());
    QVERIFY(outlineOf(dataset, {true, true}).missing.empty());
}

void TestOutline::spansAreCutToTheView_data()
{
    QTest::addColumn<std::size_t>("first");
    QTest::addColumn<std::size_t>("last");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all") << std::size_t{0} << std::size_t{99} << u"2-4 8-8 10-20"_s;
    QTest::newRow("parts") << std::size_t{3} << std::size_t{10} << u"3-4 8-8 10-10"_s;
    QTest::newRow("inside one") << std::size_t{12} << std::size_t{13} << u"12-13"_s;
    QTest::newRow("between") << std::size_t{5} << std::size_t{7} << QString();
    QTest::newRow("after") << std::size_t{21} << std::size_t{30} << QString();
}

void TestOutline::spansAreCutToTheView()
{
    QFETCH(std::size_t, first);
    QFETCH(std::size_t, last);
    QFETCH(QString, expected);
    const std::vector<BucketSpan> spans{{2, 4}, {8, 8}, {10, 20}};
    QCOMPARE(printed(cutSpans(spans, {.first = first, .last = last})), expected);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestOutline)
#include "tst_outline.moc"
