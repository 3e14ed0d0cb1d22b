// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/heldaround.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

using enum BucketState;

QDate first()
{
    return {2026, 11, 1};
}

/// The first ten days of November, each 5.
Dataset tenDays()
{
    Dataset base;
    Series series{.key = {.metric = {.name = u"e"_s}}};
    for (int i = 0; i < 10; ++i) {
        base.times.push_back(bucketOfDay(first().addDays(i)));
        series.values.push_back(5);
        series.states.push_back(Counted);
    }
    base.series = {series};
    return base;
}

HeldBucket held(int daysAfterFirst, HeldState state = HeldState::Counted)
{
    const BucketTime time = bucketOfDay(first().addDays(daysAfterFirst));
    return {.time = time,
            .value = state == HeldState::Counted ? 7.0 : 0.0,
            .state = state,
            .inside = true,
            .fetchedAt = time + 5 * msPerDay};
}

QDate firstDay(const Dataset &dataset)
{
    return dayOf(dataset.times.front());
}

QDate lastDay(const Dataset &dataset)
{
    return dayOf(dataset.times.back());
}

} // namespace

/// What is held around a range, on one axis with it.
class TestHeldAround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatIsHeldLiesAroundTheRange();
    static void whatIsShownIsNotReplaced();
    static void whereNothingIsHeldItIsUnread();
    static void aMissingBucketIsNoReasonToLookThere();
    static void aYearIsTheMost_data();
    static void aYearIsTheMost();
    static void hoursKeepTheirMinute();
    static void withoutMoreItIsAsItWas();
};

void TestHeldAround::whatIsHeldLiesAroundTheRange()
{
    const Dataset around = withHeldAround(tenDays(), {{held(-3), held(-2), held(-1), held(11)}});
    QCOMPARE(firstDay(around), first().addDays(-3));
    QCOMPARE(lastDay(around), first().addDays(11));
    QCOMPARE(around.times.size(), std::size_t{15});
    for (std::size_t i = 1; i < around.times.size(); ++i) {
        QCOMPARE(around.times[i] - around.times[i - 1], msPerDay);
    }
    const Series &series = around.series.front();
    QCOMPARE(series.values[2], 7.0);
    QCOMPARE(series.values[3], 5.0);
    QCOMPARE(series.values[14], 7.0);
    QCOMPARE(series.states[14], Counted);
}

void TestHeldAround::whatIsShownIsNotReplaced()
{
    Dataset base = tenDays();
    base.series.front().states[4] = NotCollected;
    const Dataset around = withHeldAround(base, {{held(-1), held(4), held(5)}});
    QCOMPARE(around.series.front().values[6], 5.0);
    QCOMPARE(around.series.front().states[5], NotCollected);
}

void TestHeldAround::whereNothingIsHeldItIsUnread()
{
    const Dataset around = withHeldAround(tenDays(), {{held(-3), held(-1, HeldState::Missing)}});
    QCOMPARE(around.series.front().states[0], Counted);
    QCOMPARE(around.series.front().states[1], Unread);
    QCOMPARE(around.series.front().states[2], Missing);
}

void TestHeldAround::aMissingBucketIsNoReasonToLookThere()
{
    const Dataset around = withHeldAround(tenDays(), {{held(-3, HeldState::Missing), held(-1)}});
    QCOMPARE(firstDay(around), first().addDays(-1));
}

void TestHeldAround::aYearIsTheMost_data()
{
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("long ago") << QList<int>{-900, -1} << 9 - 365 << 9;
    QTest::newRow("much later") << QList<int>{10, 900} << 0 << 365;
    QTest::newRow("both") << QList<int>{-900, 100} << 100 - 365 << 100;
}

void TestHeldAround::aYearIsTheMost()
{
    QFETCH(QList<int>, days);
    QFETCH(int, begin);
    QFETCH(int, end);
    std::vector<HeldBucket> list;
    for (const int day : days) {
        list.push_back(held(day));
    }
    const Dataset around = withHeldAround(tenDays(), {list});
    QCOMPARE(first().daysTo(firstDay(around)), begin);
    QCOMPARE(first().daysTo(lastDay(around)), end);
    QVERIFY(around.times.back() - around.times.front() < lookedOver);
}

void TestHeldAround::hoursKeepTheirMinute()
{
    constexpr qint64 half = msPerHour / 2;
    const BucketTime noon = bucketOfDay(first()) + 12 * msPerHour + half;
    Dataset base{.unit = Unit::Hour, .granularity = Granularity::Hour, .times = {noon}};
    base.series = {{.key = {.metric = {.name = u"e"_s}, .unit = Unit::Hour},
                    .values = {5},
                    .states = {Counted}}};
    const HeldBucket before{.time = noon - 2 * msPerHour, .value = 7, .fetchedAt = noon};
    const HeldBucket odd{.time = noon - 3 * msPerHour + half, .value = 9, .fetchedAt = noon};
    const Dataset around = withHeldAround(base, {{odd, before}});
    QCOMPARE(around.times, (std::vector{noon - 2 * msPerHour, noon - msPerHour, noon}));
    QCOMPARE(around.series.front().values, (std::vector<double>{7, 0, 5}));
}

void TestHeldAround::withoutMoreItIsAsItWas()
{
    const Dataset base = tenDays();
    const Dataset around = withHeldAround(base, {{held(3)}});
    QCOMPARE(around.times, base.times);
    QCOMPARE(around.series.front().values, base.series.front().values);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestHeldAround)

#include "tst_heldaround.moc"
