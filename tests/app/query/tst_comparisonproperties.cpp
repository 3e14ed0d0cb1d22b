// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/comparison.h"
#include "tests/support/strictness.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const auto previous = ComparisonKind::PreviousPeriod;

Query about(const Range &range, Granularity granularity = Granularity::Day)
{
    return {.events = QStringList{u"checkout_completed"_s},
            .unit = granularity == Granularity::Hour ? Unit::Hour : Unit::Day,
            .granularity = granularity,
            .range = range};
}

DaySpan days(QDate first, QDate last)
{
    return {.first = first, .last = last};
}

/// Of the range's buckets, as coarse as they are shown.
std::vector<BucketTime> bucketsOf(const Query &query,
                                  const QDateTime &now,
                                  const Calendar &calendar)
{
    const ResolvedRange range = resolve(query.range, query.unit, now, calendar);
    std::vector<BucketTime> buckets;
    for (const BucketTime bucket : wantedBuckets(range, query.unit)) {
        const BucketTime coarse = query.granularity == granularityOf(query.unit)
                                    ? bucket
                                    : bucketOfDay(firstDayOf(
                                        dayOf(bucket), query.granularity, calendar.weekStart));
        if (buckets.empty() || buckets.back() != coarse) {
            buckets.push_back(coarse);
        }
    }
    return buckets;
}

template <typename T, std::size_t count>
T oneOf(QRandomGenerator &random, const std::array<T, count> &values)
{
    return values.at(random.bounded(static_cast<quint32>(count)));
}

Range anyRange(QRandomGenerator &random, QDate today)
{
    const QDate last = today.addDays(-random.bounded(800));
    switch (random.bounded(4)) {
    case 0:
        return oneOf(random, allPresets);
    case 1:
        return LastUnits{.length = 1 + random.bounded(120)};
    case 2: {
        const QDate first(last.year(), last.month(), 1);
        return days(first, first.addMonths(1 + random.bounded(3)).addDays(-1));
    }
    default:
        return days(last.addDays(-random.bounded(100)), last);
    }
}

} // namespace

/// Random ranges, compared in every way: what must hold of each of them.
class TestComparisonProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whateverIsAskedHolds_data();
    static void whateverIsAskedHolds();
};

void TestComparisonProperties::whateverIsAskedHolds_data()
{
    QTest::addColumn<QString>("zone");
    for (const char *zone : {"UTC",
                             "Europe/Berlin",
                             "America/New_York",
                             "Australia/Lord_Howe",
                             "Asia/Kathmandu",
                             "Pacific/Apia",
                             "America/Santiago"}) {
        QTest::newRow(zone) << QString::fromLatin1(zone);
    }
}

/// No bucket is compared twice, their order stays, each lies in what is asked for, whole weeks keep
/// their weekdays, and the previous period ends before the range begins.
void TestComparisonProperties::whateverIsAskedHolds()
{
    QFETCH(QString, zone);
    QRandomGenerator random(20'261'123);
    const std::array granularities{
        Granularity::Hour, Granularity::Day, Granularity::Week, Granularity::Month};
    const std::array kinds{previous, ComparisonKind::LastYear, ComparisonKind::Custom};
    constexpr int questions = 150;
    for (int i = 0; i < questions; ++i) {
        const Calendar calendar{.zone = QTimeZone(zone.toLatin1()),
                                .weekStart = i % 2 == 0 ? Qt::Monday : Qt::Sunday};
        const QDateTime now(QDate(2024, 1, 1).addDays(random.bounded(1'200)),
                            QTime(random.bounded(24), 5),
                            Qt::UTC);
        const Query query = about(anyRange(random, now.date()), oneOf(random, granularities));
        if (problemOf(query, now, calendar)) {
            continue;
        }
        Comparison comparison{.kind = oneOf(random, kinds),
                              .periods = 1 + random.bounded(mostEarlierPeriods),
                              .start = now.date().addDays(-random.bounded(900))};
        if (random.bounded(3) > 0) {
            comparison.matchWeekdays = random.bounded(2) == 0;
        }
        const std::vector<BucketTime> buckets = bucketsOf(query, now, calendar);
        for (const Distance &distance : distancesOf(query, comparison, now, calendar)) {
            const Query earlier = earlierQuery(query, distance, now, calendar);
            QVERIFY(!problemOf(earlier, now, calendar).has_value());
            const std::vector<BucketTime> asked = bucketsOf(earlier, now, calendar);
            QVERIFY(asked.back() <= buckets.back());
            const bool isMatched = distance.months == 0
                                && (comparison.kind != ComparisonKind::Custom)
                                && matchesWeekdays(comparison, query.granularity);
            const ResolvedRange range = resolve(query.range, query.unit, now, calendar);
            const ResolvedRange then = resolve(earlier.range, earlier.unit, now, calendar);
            if (comparison.kind == previous) { // a week may be cut between them
                QVERIFY2(then.last < range.first, QByteArray::number(i).constData());
            }
            std::set<BucketTime> seen;
            for (const BucketTime bucket : buckets) {
                const auto before = earlierBucket(bucket, query.granularity, distance, calendar);
                if (!before) {
                    continue;
                }
                QVERIFY(*before < bucket);
                QVERIFY(seen.empty() || *seen.rbegin() < *before);
                seen.insert(*before);
                const bool isThere = std::binary_search(asked.begin(), asked.end(), *before);
                // Where clocks go by half hours the hours of both times may not stand alike.
                QVERIFY2(isThere || zone == u"Australia/Lord_Howe",
                         QByteArray::number(i).constData());
                if (isMatched) {
                    QCOMPARE((bucket - *before + msPerDay / 2) / msPerDay % 7, 0);
                }
            }
        }
    }
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestComparisonProperties)
#include "tst_comparisonproperties.moc"
