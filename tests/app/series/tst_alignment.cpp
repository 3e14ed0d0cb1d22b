// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/alignment.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 halfHour = 30 * minute;
constexpr auto counted = BucketState::Counted;
constexpr auto incomplete = BucketState::Incomplete;
constexpr auto missing = BucketState::Missing;

BucketTime day(int dayOfMarch)
{
    return bucketOfDay(QDate(2026, 3, dayOfMarch));
}

qint64 ms(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class TestAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }

    static void aBucketWithoutARowIsMissingNotZero()
    {
        const Series series = seriesOn({day(1), day(2), day(3)},
                                       {},
                                       {{day(1), 0}, {day(3), 7}},
                                       ms(u"2026-04-01T00:00:00Z"_s),
                                       QTimeZone::utc());
        QCOMPARE(series.states, (std::vector{counted, missing, counted}));
        QCOMPARE(series.values, (std::vector<double>{0, 0, 7}));
    }

    static void rowsThatWereNotAskedForAreLeftOut()
    {
        const Series series = seriesOn({day(2)},
                                       {},
                                       {{day(1), 5}, {day(2), 6}, {day(3), 7}},
                                       ms(u"2026-04-01T00:00:00Z"_s),
                                       QTimeZone::utc());
        QCOMPARE(series.values, std::vector<double>{6});
    }

    static void aDayIsIncompleteUntilItEndsInTheWorkspacesZone_data()
    {
        QTest::addColumn<QString>("fetched");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<bool>("complete");
        QTest::newRow("noon") << u"2026-03-10T12:00:00Z"_s << QByteArray("UTC") << false;
        QTest::newRow("midnight") << u"2026-03-11T00:00:00Z"_s << QByteArray("UTC") << true;
        QTest::newRow("UTC has flipped, New York has not")
            << u"2026-03-11T03:59:59Z"_s << QByteArray("America/New_York") << false;
        QTest::newRow("New York has flipped")
            << u"2026-03-11T04:00:00Z"_s << QByteArray("America/New_York") << true;
        QTest::newRow("Tokyo is ahead")
            << u"2026-03-10T15:00:00Z"_s << QByteArray("Asia/Tokyo") << true;
    }

    static void aDayIsIncompleteUntilItEndsInTheWorkspacesZone()
    {
        QFETCH(QString, fetched);
        QFETCH(QByteArray, zone);
        QFETCH(bool, complete);
        const Series series = seriesOn({day(10)}, {}, {{day(10), 5}}, ms(fetched), QTimeZone(zone));
        QCOMPARE(series.states.front(), complete ? counted : incomplete);
    }

    static void hoursThatBeginOnTheHalfHourMoveTheAxis()
    {
        const qint64 noon = ms(u"2026-03-10T12:00:00Z"_s);
        const std::vector<Row> rows{{noon - halfHour, 1}, {noon + halfHour, 2}};
        const std::vector<BucketTime> wanted{noon - msPerHour, noon};
        // At 12:45 the hour from 12:30 has begun, at 12:15 it has not.
        QCOMPARE(axisFor(wanted, {&rows}, Unit::Hour, noon + 45 * minute).back(), noon + halfHour);
        QCOMPARE(axisFor(wanted, {&rows}, Unit::Hour, noon + 15 * minute).back(), noon - halfHour);
    }

    static void hoursThatDisagreeDoNotMoveTheAxis()
    {
        const qint64 noon = ms(u"2026-03-10T12:00:00Z"_s);
        const std::vector<Row> rows{{noon - halfHour, 1}, {noon, 2}};
        QCOMPARE(axisFor({noon}, {&rows}, Unit::Hour, noon + 1).back(), noon);
    }
};

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestAlignment)

#include "tst_alignment.moc"
