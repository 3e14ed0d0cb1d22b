// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/plan.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theLastWantedBucketHoldsTheEnd_data();
    static void theLastWantedBucketHoldsTheEnd();
    static void anEndInTheFutureIsNeverSent();
    static void aFixedPresentIsAlwaysSent();
    static void theSeriesComeInTheOrderOfTheQuery();
    static void aPastRangeOfWholeDaysCutsNone();
};

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

Query dailyQuery(int length)
{
    Query query;
    query.events = QStringList{u"e"_s};
    query.range = LastUnits{.length = length};
    return query;
}

} // namespace

void TestPlan::theLastWantedBucketHoldsTheEnd_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("lastDay");
    QTest::newRow("noon") << u"2026-03-10T12:00:00Z"_s << QByteArray("UTC") << u"2026-03-10"_s;
    QTest::newRow("midnight is exclusive")
        << u"2026-03-10T00:00:00Z"_s << QByteArray("UTC") << u"2026-03-09"_s;
    QTest::newRow("the UTC date has flipped, New York's has not")
        << u"2026-03-10T00:30:00Z"_s << QByteArray("America/New_York") << u"2026-03-09"_s;
    QTest::newRow("it is already tomorrow in Tokyo")
        << u"2026-03-10T16:00:00Z"_s << QByteArray("Asia/Tokyo") << u"2026-03-11"_s;
}

void TestPlan::theLastWantedBucketHoldsTheEnd()
{
    QFETCH(QString, end);
    QFETCH(QByteArray, zone);
    QFETCH(QString, lastDay);
    const FixedClock clock(utc(u"2026-06-01T00:00:00Z"_s));
    Query query = dailyQuery(3);
    std::get<LastUnits>(query.range).endingAt = utc(end);
    const Plan plan = planOf(query, clock, QTimeZone(zone));
    QCOMPARE(plan.wanted.size(), std::size_t{3});
    QCOMPARE(dayOf(plan.wanted.back()).toString(Qt::ISODate), lastDay);
    QCOMPARE(dayOf(plan.wanted.front()).daysTo(dayOf(plan.wanted.back())), 2);
    QCOMPARE(plan.context.end, *std::get<LastUnits>(query.range).endingAt);
    QVERIFY(plan.cuts);
}

void TestPlan::anEndInTheFutureIsNeverSent()
{
    Query query = dailyQuery(3);
    std::get<LastUnits>(query.range).endingAt = QDateTime::currentDateTimeUtc().addDays(1);
    const Plan plan = planOf(query, SystemClock(), QTimeZone::utc());
    QVERIFY(!plan.cuts);
    QVERIFY(!plan.context.namesEnd);
    QCOMPARE(plan.context.end, plan.context.now);
}

void TestPlan::aFixedPresentIsAlwaysSent()
{
    const FixedClock clock(utc(u"2026-06-01T10:00:00Z"_s));
    const Plan plan = planOf(dailyQuery(3), clock, QTimeZone::utc());
    QVERIFY(plan.context.namesEnd);
    QCOMPARE(plan.context.end, clock.now());
}

void TestPlan::theSeriesComeInTheOrderOfTheQuery()
{
    Query query = dailyQuery(7);
    query.events = QStringList{u"a"_s, u"b"_s};
    query.segments = {{}, {.id = u"gold"_s, .label = u"Gold"_s}};
    const Plan plan = planOf(query, SystemClock(), QTimeZone::utc());
    QCOMPARE(plan.series.size(), std::size_t{4});
    QCOMPARE(plan.series.at(1).segmentId, u"gold"_s);
    QCOMPARE(plan.series.at(2).metric.name, u"b"_s);
    QCOMPARE(plan.wanted.size(), std::size_t{7});
}

void TestPlan::aPastRangeOfWholeDaysCutsNone()
{
    const FixedClock clock(utc(u"2026-11-23T13:05:00Z"_s));
    Query query = dailyQuery(1);
    query.range = Preset::LastMonth;
    const Plan plan = planOf(query, clock, QTimeZone("Europe/Berlin"));
    QCOMPARE(plan.wanted.size(), std::size_t{31});
    QCOMPARE(dayOf(plan.wanted.back()), QDate(2026, 10, 31));
    QVERIFY(!plan.cuts);
    QCOMPARE(plan.context.end, clock.now());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestPlan)

#include "tst_plan.moc"
