// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/completeperiods.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const auto C = BucketState::Counted;
const auto I = BucketState::Incomplete;
const auto M = BucketState::Missing;
const auto U = BucketState::Unread;

Dataset daysWith(const std::vector<std::vector<BucketState>> &states)
{
    Dataset dataset;
    for (std::size_t i = 0; i < states.front().size(); ++i) {
        dataset.times.push_back(bucketOfDay(QDate(2026, 11, 2).addDays(static_cast<qint64>(i))));
    }
    for (const std::vector<BucketState> &one : states) {
        Series series{.states = one};
        for (std::size_t i = 0; i < one.size(); ++i) {
            series.values.push_back(static_cast<double>(i + 1));
        }
        dataset.series.push_back(series);
    }
    dataset.held = static_cast<int>(dataset.times.size());
    return dataset;
}

} // namespace

/// A dataset without what is incomplete.
class TestCompletePeriods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theOpenEndIsGone();
    static void bothCutEndsAreGone();
    static void oneSeriesIsEnough();
    static void inTheMiddleItIsMissing();
    static void whatHasNoValueStaysAsItIs();
    static void whatIsWholeStaysWhole();
    static void nothingMayBeLeft();
    static void shortfallsAreCutAlong();
    static void theDaysThatWereSummedUpAreThoseThatAreLeft();
};

void TestCompletePeriods::theOpenEndIsGone()
{
    const Dataset result = completePeriodsOf(daysWith({{C, C, I}}));
    QCOMPARE(result.times.size(), std::size_t{2});
    QCOMPARE(result.series.front().values, (std::vector<double>{1, 2}));
    QCOMPARE(result.held, 2);
}

void TestCompletePeriods::bothCutEndsAreGone()
{
    const Dataset result = completePeriodsOf(daysWith({{I, C, C, I}}));
    QCOMPARE(result.times.front(), bucketOfDay({2026, 11, 3}));
    QCOMPARE(result.series.front().values, (std::vector<double>{2, 3}));
}

void TestCompletePeriods::oneSeriesIsEnough()
{
    const Dataset result = completePeriodsOf(daysWith({{C, C, C}, {C, C, I}}));
    QCOMPARE(result.times.size(), std::size_t{2});
    QCOMPARE(result.series[0].values.size(), std::size_t{2});
    QCOMPARE(result.series[1].values.size(), std::size_t{2});
}

void TestCompletePeriods::inTheMiddleItIsMissing()
{
    const Dataset result = completePeriodsOf(daysWith({{C, I, C}, {C, C, C}}));
    QCOMPARE(result.series[0].states, (std::vector<BucketState>{C, M, C}));
    QCOMPARE(result.series[1].states, (std::vector<BucketState>{C, C, C}));
}

void TestCompletePeriods::whatHasNoValueStaysAsItIs()
{
    const Dataset result = completePeriodsOf(daysWith({{M, C, U}}));
    QCOMPARE(result.series[0].states, (std::vector<BucketState>{M, C, U}));
}

void TestCompletePeriods::whatIsWholeStaysWhole()
{
    const Dataset dataset = daysWith({{C, C, C}});
    QCOMPARE(completePeriodsOf(dataset).times, dataset.times);
}

void TestCompletePeriods::nothingMayBeLeft()
{
    const Dataset result = completePeriodsOf(daysWith({{I, I}}));
    QVERIFY(result.isEmpty());
    QVERIFY(result.series.front().values.empty());
    QVERIFY(completePeriodsOf(Dataset()).isEmpty());
}

void TestCompletePeriods::shortfallsAreCutAlong()
{
    Dataset dataset = daysWith({{I, C, C, I}});
    dataset.series.front().shortfalls = {Shortfall::CutByRange, {}, {}, Shortfall::Open};
    const Dataset result = completePeriodsOf(dataset);
    QCOMPARE(result.series.front().shortfalls.size(), std::size_t{2});
}

void TestCompletePeriods::theDaysThatWereSummedUpAreThoseThatAreLeft()
{
    Dataset weeks = daysWith({{I, C, C, I}});
    weeks.granularity = Granularity::Week;
    for (std::size_t i = 0; i < weeks.times.size(); ++i) {
        weeks.times[i] = bucketOfDay(QDate(2026, 11, 2).addDays(7 * static_cast<qint64>(i)));
    }
    weeks.rolledUp = {.first = QDate(2026, 11, 4), .last = QDate(2026, 11, 25)};
    const Dataset result = completePeriodsOf(weeks);
    QCOMPARE(result.rolledUp.first, QDate(2026, 11, 9));
    QCOMPARE(result.rolledUp.last, QDate(2026, 11, 22));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCompletePeriods)
#include "tst_completeperiods.moc"
