// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/datetext.h"
#include "app/series/wallclock.h"
#include "tests/support/strictness.h"

#include <QTest>

namespace emberline::test {

class TestWallClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void hoursAreThoseOfTheZone_data();
    static void hoursAreThoseOfTheZone();
    static void daysAreShiftedByNoZone();
};

void TestWallClock::hoursAreThoseOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC",
                             "Europe/Berlin",
                             "America/New_York",
                             "Asia/Kolkata",
                             "Australia/Lord_Howe",
                             "America/St_Johns",
                             "UTC+05:45"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void TestWallClock::hoursAreThoseOfTheZone()
{
    QFETCH(QByteArray, zone);
    const QTimeZone where(zone);
    QVERIFY(where.isValid());
    std::vector<BucketTime> times;
    const qint64 first = QDateTime({2025, 2, 27}, {0, 30}, Qt::UTC).toMSecsSinceEpoch();
    for (int hour = 0; hour < 400 * 24; ++hour) {
        times.push_back(first + hour * msPerHour);
    }
    const WallClocks clocks(times, Granularity::Hour, where);
    for (const BucketTime time : times) {
        const QDateTime expected = wallClockOf(time, Granularity::Hour, where);
        QCOMPARE(clocks.at(time), (WallClock{.date = expected.date(), .time = expected.time()}));
    }
    const QDateTime before = wallClockOf(first - msPerHour, Granularity::Hour, where);
    QCOMPARE(clocks.at(first - msPerHour).time, before.time());
}

void TestWallClock::daysAreShiftedByNoZone()
{
    const std::vector<BucketTime> times{bucketOfDay({1969, 12, 31}), bucketOfDay({2026, 3, 29})};
    const WallClocks clocks(times, Granularity::Day, QTimeZone("America/New_York"));
    QCOMPARE(clocks.at(times[0]).date, QDate(1969, 12, 31));
    QCOMPARE(clocks.at(times[1]), (WallClock{.date = {2026, 3, 29}, .time = {0, 0}}));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWallClock)
#include "tst_wallclock.moc"
