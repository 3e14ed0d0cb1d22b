// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/notcollected.h"
#include "app/series/rollup.h"
#include "app/series/summary.h"
#include "tests/support/strictness.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

using enum BucketState;

/// One letter a bucket: c counted, i incomplete, m missing, n not collected, u unread.
constexpr QStringView letters = u"cimnu";

Series seriesOf(const QString &segment, const QString &states)
{
    Series series{.key = {.metric = {.name = u"e"_s}, .segmentId = segment}};
    for (const QChar state : states) {
        series.states.push_back(static_cast<BucketState>(letters.indexOf(state)));
        series.values.push_back(hasValue(series.states.back()) ? 7 : 0);
    }
    return series;
}

QString lettersOf(const Series &series)
{
    QString text;
    for (const BucketState state : series.states) {
        text += letters[static_cast<qsizetype>(state)];
    }
    return text;
}

Dataset datasetOf(std::vector<Series> series)
{
    Dataset dataset{.series = std::move(series)};
    for (std::size_t i = 0; i < dataset.series.front().states.size(); ++i) {
        dataset.times.push_back(bucketOfDay(QDate(2026, 11, 2).addDays(static_cast<qint64>(i))));
    }
    return dataset;
}

QString marked(const QString &segment, const QString &states, bool older = false)
{
    Dataset dataset = datasetOf({seriesOf(segment, states)});
    markNotCollected(dataset, {older});
    return lettersOf(dataset.series.front());
}

const auto gold = u"gold"_s;

/// Often missing, so that the rule is met.
QString anyStates(QRandomGenerator &random)
{
    QString states;
    const int likely = random.bounded(2, 5);
    for (int bucket = 0; bucket < 8; ++bucket) {
        states += random.bounded(likely) > 0 ? u'm' : u"cimu"[random.bounded(4)];
    }
    return states;
}

/// How many of the first buckets are not collected.
std::size_t beginningOf(const Series &series)
{
    const auto end = std::find_if(series.states.begin(),
                                  series.states.end(),
                                  [](BucketState state) { return state != NotCollected; });
    return static_cast<std::size_t>(end - series.states.begin());
}

/// The letters of @p series with its first @p count as not collected, and nothing else changed.
QString markedUpTo(const Series &series, std::size_t count)
{
    const auto length = static_cast<qsizetype>(count);
    return QString(length, u'n') + lettersOf(series).mid(length);
}

bool hasAnyValue(const Series &series)
{
    return std::any_of(series.states.begin(), series.states.end(), hasValue);
}

} // namespace

class TestNotCollected : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatComesBeforeTheFirstValueIsNotCollected_data();
    static void whatComesBeforeTheFirstValueIsNotCollected();
    static void allUsersAreAlwaysCollected();
    static void whatIsOlderWasCollected();
    static void anotherEventTellsThatTheSegmentWasTracked();
    static void anotherSegmentTellsNothing();
    static void ofAnyStatesOnlyTheBeginningIsNotCollected();
    static void theFirstCollectedBucketIsTheOneAfter_data();
    static void theFirstCollectedBucketIsTheOneAfter();
    static void aWeekIsNoWholeOneAndNoAverageHasIt();
};

void TestNotCollected::whatComesBeforeTheFirstValueIsNotCollected_data()
{
    QTest::addColumn<QString>("states");
    QTest::addColumn<QString>("result");
    QTest::newRow("two before") << u"mmccc"_s << u"nnccc"_s;
    QTest::newRow("only today has a value") << u"mmmmi"_s << u"nnnni"_s;
    QTest::newRow("a gap stays one") << u"mcmmc"_s << u"ncmmc"_s;
    QTest::newRow("from the first on") << u"ccmcm"_s << u"ccmcm"_s;
    QTest::newRow("no value at all") << u"mmmmm"_s << u"mmmmm"_s;
    QTest::newRow("not loaded before") << u"ummcc"_s << u"ummcc"_s;
    QTest::newRow("not loaded between") << u"mmucc"_s << u"mmucc"_s;
    QTest::newRow("not loaded later") << u"mmcuu"_s << u"nncuu"_s;
}

void TestNotCollected::whatComesBeforeTheFirstValueIsNotCollected()
{
    QFETCH(QString, states);
    QTEST(marked(gold, states), "result");
}

void TestNotCollected::allUsersAreAlwaysCollected()
{
    QCOMPARE(marked({}, u"mmccc"_s), u"mmccc"_s);
}

void TestNotCollected::whatIsOlderWasCollected()
{
    QCOMPARE(marked(gold, u"mmccc"_s, true), u"mmccc"_s);
}

void TestNotCollected::anotherEventTellsThatTheSegmentWasTracked()
{
    Dataset dataset = datasetOf({seriesOf(gold, u"mmmcc"_s), seriesOf(gold, u"mcccc"_s)});
    markNotCollected(dataset, {false, false});
    QCOMPARE(lettersOf(dataset.series[0]), u"nmmcc"_s);
    QCOMPARE(lettersOf(dataset.series[1]), u"ncccc"_s);
}

void TestNotCollected::anotherSegmentTellsNothing()
{
    Dataset dataset = datasetOf({seriesOf(gold, u"mmmcc"_s), seriesOf({}, u"ccccc"_s)});
    markNotCollected(dataset, {false, true});
    QCOMPARE(lettersOf(dataset.series[0]), u"nnncc"_s);
    QCOMPARE(lettersOf(dataset.series[1]), u"ccccc"_s);
}

void TestNotCollected::ofAnyStatesOnlyTheBeginningIsNotCollected()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<Series> all;
        std::vector<bool> older;
        for (int i = 0; i < 4; ++i) {
            all.push_back(seriesOf(i == 0 ? QString() : QString::number(i % 2), anyStates(random)));
            older.push_back(random.bounded(5) == 0);
        }
        const Dataset before = datasetOf(all);
        Dataset after = before;
        markNotCollected(after, older);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t marked = beginningOf(after.series[i]);
            QCOMPARE(lettersOf(after.series[i]), markedUpTo(before.series[i], marked));
            QVERIFY(marked == 0 || (!older[i] && !all[i].key.segmentId.isEmpty()));
            // All of it was missing, and a value comes later.
            QCOMPARE(lettersOf(before.series[i]).left(static_cast<qsizetype>(marked)),
                     QString(static_cast<qsizetype>(marked), u'm'));
            QVERIFY(marked == 0 || hasAnyValue(before.series[i]));
        }
    }
}

void TestNotCollected::theFirstCollectedBucketIsTheOneAfter_data()
{
    QTest::addColumn<QString>("states");
    QTest::addColumn<int>("first");
    QTest::newRow("third") << u"nnccm"_s << 2;
    QTest::newRow("a gap after it") << u"nmmcc"_s << 1;
    QTest::newRow("collected all the time") << u"mcccc"_s << -1;
    QTest::newRow("never") << u"nnnnn"_s << -1;
}

void TestNotCollected::theFirstCollectedBucketIsTheOneAfter()
{
    QFETCH(QString, states);
    const std::optional<std::size_t> first = firstCollected(seriesOf(gold, states));
    QTEST(first ? static_cast<int>(*first) : -1, "first");
}

void TestNotCollected::aWeekIsNoWholeOneAndNoAverageHasIt()
{
    Dataset dataset = datasetOf({seriesOf(gold, u"mmcccccccccccc"_s)});
    markNotCollected(dataset, {false});
    QCOMPARE(summariesOf(dataset).front().average, std::optional(7.0));
    QCOMPARE(summariesOf(dataset).front().notCollected, 2);
    const Dataset weeks = rollUp(dataset, Granularity::Week, {});
    QCOMPARE(weeks.series.front().shortfallsOf(0), Shortfalls(Shortfall::PartsNotCollected));
    QCOMPARE(weeks.series.front().states[1], Counted);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestNotCollected)

#include "tst_notcollected.moc"
