// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/earlierrunner.h"
#include "tests/support/fakeloader.h"
#include "tests/support/strictness.h"
#include "tests/support/turnableclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

Query checkouts(Granularity granularity = Granularity::Day)
{
    return {.events = QStringList{u"checkout_completed"_s},
            .granularity = granularity,
            .range = Preset::Last30Days};
}

Comparison previous(int periods = 1)
{
    return {.kind = ComparisonKind::PreviousPeriod, .periods = periods};
}

DatasetPtr answer(double value, bool failed = false)
{
    auto dataset = std::make_shared<Dataset>();
    dataset->times = {bucketOfDay({2026, 9, 20})};
    dataset->series = {{.values = {value}, .states = {BucketState::Counted}}};
    if (failed) {
        dataset->failures.push_back({.error = {.kind = ErrorKind::Server}});
    }
    return dataset;
}

/// A runner over loads that the test ends.
struct Bench
{
    void follow(const Query &query, const Comparison &comparison)
    {
        runner.follow(query, comparison, {}, LoadMode::Usual);
    }

    void finish(const DatasetPtr &dataset) { Q_EMIT loader.loads.back()->finished(dataset); }

    DaySpan asked(std::size_t load) const { return std::get<DaySpan>(loader.asked.at(load).range); }

    TurnableClock clock{QDateTime(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC)};
    FakeLoader loader;
    EarlierRunner runner{loader, clock};
    QSignalSpy changed{&runner, &EarlierRunner::changed};
    QSignalSpy failed{&runner, &EarlierRunner::failed};
};

} // namespace

/// Earlier times are asked for one after the other.
class TestEarlierRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theEarlierTimeIsAskedFor();
    static void withoutAComparisonNothingIs();
    static void severalAreAskedForOneAfterTheOther();
    static void partsAreShownAsTheyCome();
    static void whatIsKnownIsNotAskedForAgain();
    static void whatFailedIsAskedForAgain();
    static void aFailureIsToldAndTheOthersFollow();
    static void anotherComparisonForgetsTheLast();
    static void clearingForgetsEverything();
    static void cancellingKeepsWhatIsThere();
    static void weeksAreAskedForAsDays();
    static void itsEndCancelsTheLoad();
};

void TestEarlierRunner::theEarlierTimeIsAskedFor()
{
    Bench bench;
    bench.follow(checkouts(), previous());
    QCOMPARE(bench.loader.asked.size(), std::size_t{1});
    QCOMPARE(bench.asked(0), (DaySpan{.first = {2026, 9, 20}, .last = {2026, 10, 19}}));
    QVERIFY(bench.runner.answers().empty());
    bench.finish(answer(5));
    QCOMPARE(bench.changed.size(), 1);
    const std::vector<EarlierAnswer> answers = bench.runner.answers();
    QCOMPARE(answers.size(), std::size_t{1});
    QCOMPARE(answers.front().distance, Distance{.days = 35});
    QCOMPARE(answers.front().dataset->series.front().values.front(), 5.0);
}

void TestEarlierRunner::withoutAComparisonNothingIs()
{
    Bench bench;
    bench.follow(checkouts(), {});
    QVERIFY(bench.loader.asked.empty());
}

void TestEarlierRunner::severalAreAskedForOneAfterTheOther()
{
    Bench bench;
    bench.follow(checkouts(), previous(3));
    QCOMPARE(bench.loader.asked.size(), std::size_t{1});
    bench.finish(answer(1));
    QCOMPARE(bench.loader.asked.size(), std::size_t{2});
    QCOMPARE(bench.asked(1), (DaySpan{.first = {2026, 8, 16}, .last = {2026, 9, 14}}));
    bench.finish(answer(2));
    bench.finish(answer(3));
    QCOMPARE(bench.loader.asked.size(), std::size_t{3});
    QCOMPARE(bench.runner.answers().size(), std::size_t{3});
    QCOMPARE(bench.runner.answers().back().distance, Distance{.days = 105});
}

void TestEarlierRunner::partsAreShownAsTheyCome()
{
    Bench bench;
    bench.follow(checkouts(), previous());
    Q_EMIT bench.loader.loads.back()->arrived(answer(1));
    QCOMPARE(bench.runner.answers().front().dataset->series.front().values.front(), 1.0);
    bench.finish(answer(2));
    QCOMPARE(bench.runner.answers().front().dataset->series.front().values.front(), 2.0);
    QCOMPARE(bench.changed.size(), 2);
}

void TestEarlierRunner::whatIsKnownIsNotAskedForAgain()
{
    Bench bench;
    bench.follow(checkouts(), previous());
    bench.finish(answer(1));
    bench.follow(checkouts(), previous());
    QCOMPARE(bench.loader.asked.size(), std::size_t{1});
    bench.follow(checkouts(), previous(2));
    QCOMPARE(bench.loader.asked.size(), std::size_t{2});
    QCOMPARE(bench.runner.answers().size(), std::size_t{1});
}

void TestEarlierRunner::whatFailedIsAskedForAgain()
{
    Bench bench;
    bench.follow(checkouts(), previous());
    bench.finish(answer(1, true));
    bench.follow(checkouts(), previous());
    QCOMPARE(bench.loader.asked.size(), std::size_t{2});
}

void TestEarlierRunner::aFailureIsToldAndTheOthersFollow()
{
    Bench bench;
    bench.follow(checkouts(), previous(2));
    bench.finish(answer(1, true));
    QCOMPARE(bench.failed.size(), 1);
    QCOMPARE(qvariant_cast<Error>(bench.failed.front().front()).kind, ErrorKind::Server);
    QCOMPARE(bench.loader.asked.size(), std::size_t{2});
}

void TestEarlierRunner::anotherComparisonForgetsTheLast()
{
    Bench bench;
    bench.follow(checkouts(), previous());
    bench.finish(answer(1));
    bench.follow(checkouts(), {.kind = ComparisonKind::LastYear});
    QVERIFY(bench.runner.answers().empty());
    QCOMPARE(bench.asked(1), (DaySpan{.first = {2025, 10, 26}, .last = {2025, 11, 24}}));
}

void TestEarlierRunner::clearingForgetsEverything()
{
    Bench bench;
    bench.follow(checkouts(), previous(2));
    bench.finish(answer(1));
    const QPointer<FakeLoad> second = bench.loader.loads.back();
    bench.runner.clear();
    QVERIFY(second.isNull());
    QVERIFY(bench.runner.answers().empty());
}

void TestEarlierRunner::cancellingKeepsWhatIsThere()
{
    Bench bench;
    bench.follow(checkouts(), previous(2));
    bench.finish(answer(1));
    bench.runner.cancel();
    QVERIFY(bench.loader.loads.back().isNull());
    QCOMPARE(bench.runner.answers().size(), std::size_t{1});
}

void TestEarlierRunner::weeksAreAskedForAsDays()
{
    Bench bench;
    bench.follow(checkouts(Granularity::Week), previous());
    QCOMPARE(bench.loader.asked.front().granularity, Granularity::Day);
}

void TestEarlierRunner::itsEndCancelsTheLoad()
{
    FakeLoader loader;
    {
        const TurnableClock clock(QDateTime(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC));
        EarlierRunner runner(loader, clock);
        runner.follow(checkouts(), previous(), {}, LoadMode::Usual);
        QVERIFY(!loader.loads.back().isNull());
    }
    QVERIFY(loader.loads.back().isNull());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestEarlierRunner)
#include "tst_earlierrunner.moc"
