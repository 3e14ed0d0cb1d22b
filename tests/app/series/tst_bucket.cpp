// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/bucket.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aDayIsACalendarDate_data();
    static void aDayIsACalendarDate();
    static void aDayEndsWhereTheNextBegins_data();
    static void aDayEndsWhereTheNextBegins();
    static void aDayHasAsManyHoursAsTheZoneSays_data();
    static void aDayHasAsManyHoursAsTheZoneSays();
    static void anHourEndsAnHourLater();
    static void anInstantLiesInTheDayOfItsZone_data();
    static void anInstantLiesInTheDayOfItsZone();
    static void anInstantLiesInTheHourThatBegan_data();
    static void anInstantLiesInTheHourThatBegan();
    static void everyDayHoldsItsOwnLastInstant_data();
    static void everyDayHoldsItsOwnLastInstant();
    static void daysAreEquallyWide();
};

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

QDate date(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

QString instantText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

void TestBucket::aDayIsACalendarDate_data()
{
    QTest::addColumn<QString>("day");
    for (const char *day : {"2026-11-23", "2024-02-29", "1970-01-01", "1969-12-31", "1900-03-01"}) {
        QTest::newRow(day) << QString::fromLatin1(day);
    }
}

void TestBucket::aDayIsACalendarDate()
{
    QFETCH(QString, day);
    const BucketTime bucket = bucketOfDay(date(day));
    QCOMPARE(instantText(bucket), day + u"T00:00:00Z"_s);
    QCOMPARE(dayOf(bucket), date(day));
    QCOMPARE(dayOf(bucket + msPerDay - 1), date(day));
}

void TestBucket::aDayEndsWhereTheNextBegins_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("end");
    const auto row =
        [](const char *name, const QString &day, const char *zone, const QString &end) {
            QTest::newRow(name) << day << QByteArray(zone) << end;
        };
    row("UTC", u"2026-07-01"_s, "UTC", u"2026-07-02T00:00:00Z"_s);
    row("New York in summer", u"2026-07-01"_s, "America/New_York", u"2026-07-02T04:00:00Z"_s);
    row("New York in winter", u"2026-01-15"_s, "America/New_York", u"2026-01-16T05:00:00Z"_s);
    row("Tokyo", u"2026-07-01"_s, "Asia/Tokyo", u"2026-07-01T15:00:00Z"_s);
    row("Kathmandu", u"2026-07-01"_s, "Asia/Kathmandu", u"2026-07-01T18:15:00Z"_s);
    row("the far east of days", u"2026-07-01"_s, "Pacific/Kiritimati", u"2026-07-01T10:00:00Z"_s);
    row("the far west of days", u"2026-07-01"_s, "Pacific/Pago_Pago", u"2026-07-02T11:00:00Z"_s);
    row("a next day without midnight",
        u"2018-11-03"_s,
        "America/Sao_Paulo",
        u"2018-11-04T03:00:00Z"_s);
    row("a next day that never was", u"2011-12-29"_s, "Pacific/Apia", u"2011-12-30T10:00:00Z"_s);
    row("before 1970", u"1969-12-31"_s, "UTC", u"1970-01-01T00:00:00Z"_s);
}

void TestBucket::aDayEndsWhereTheNextBegins()
{
    QFETCH(QString, day);
    QFETCH(QByteArray, zone);
    QFETCH(QString, end);
    QCOMPARE(instantText(bucketEnd(bucketOfDay(date(day)), Unit::Day, QTimeZone(zone))), end);
}

void TestBucket::aDayHasAsManyHoursAsTheZoneSays_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<double>("hours");
    const auto row = [](const char *name, const QString &day, const char *zone, double hours) {
        QTest::newRow(name) << day << QByteArray(zone) << hours;
    };
    row("Berlin goes forward", u"2026-03-29"_s, "Europe/Berlin", 23);
    row("Berlin goes back", u"2026-10-25"_s, "Europe/Berlin", 25);
    row("Berlin on any other day", u"2026-10-26"_s, "Europe/Berlin", 24);
    row("New York goes forward", u"2026-03-08"_s, "America/New_York", 23);
    row("New York goes back", u"2026-11-01"_s, "America/New_York", 25);
    row("Lord Howe goes back by half an hour", u"2026-04-05"_s, "Australia/Lord_Howe", 24.5);
    row("Lord Howe goes forward by half an hour", u"2026-10-04"_s, "Australia/Lord_Howe", 23.5);
}

void TestBucket::aDayHasAsManyHoursAsTheZoneSays()
{
    QFETCH(QString, day);
    QFETCH(QByteArray, zone);
    QFETCH(double, hours);
    const QTimeZone where(zone);
    const BucketTime bucket = bucketOfDay(date(day));
    const qint64 length = bucketEnd(bucket, Unit::Day, where)
                        - bucketEnd(bucket - msPerDay, Unit::Day, where);
    QCOMPARE(static_cast<double>(length) / static_cast<double>(msPerHour), hours);
}

void TestBucket::anHourEndsAnHourLater()
{
    const BucketTime hour = utc(u"2026-10-25T00:30:00Z"_s).toMSecsSinceEpoch();
    QCOMPARE(instantText(bucketEnd(hour, Unit::Hour, QTimeZone("Europe/Berlin"))),
             u"2026-10-25T01:30:00Z"_s);
}

void TestBucket::anInstantLiesInTheDayOfItsZone_data()
{
    QTest::addColumn<QString>("instant");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("day");
    const auto row =
        [](const char *name, const QString &instant, const char *zone, const QString &day) {
            QTest::newRow(name) << instant << QByteArray(zone) << day;
        };
    row("the last second of a summer day in New York",
        u"2026-07-02T03:59:59Z"_s,
        "America/New_York",
        u"2026-07-01"_s);
    row("the first of the next", u"2026-07-02T04:00:00Z"_s, "America/New_York", u"2026-07-02"_s);
    row("the last second of a winter day in New York",
        u"2026-01-16T04:59:59Z"_s,
        "America/New_York",
        u"2026-01-15"_s);
    row("tomorrow in Tokyo", u"2026-07-01T15:00:00Z"_s, "Asia/Tokyo", u"2026-07-02"_s);
    row("an instant with an offset", u"2026-07-01T23:30:00-05:00"_s, "UTC", u"2026-07-02"_s);
    row("before 1970", u"1969-12-31T23:59:59Z"_s, "UTC", u"1969-12-31"_s);
    row("before 1970 in Tokyo", u"1969-12-31T15:00:00Z"_s, "Asia/Tokyo", u"1970-01-01"_s);
}

void TestBucket::anInstantLiesInTheDayOfItsZone()
{
    QFETCH(QString, instant);
    QFETCH(QByteArray, zone);
    QFETCH(QString, day);
    QCOMPARE(dayOf(bucketAt(utc(instant), Unit::Day, QTimeZone(zone))), date(day));
}

void TestBucket::anInstantLiesInTheHourThatBegan_data()
{
    QTest::addColumn<QString>("instant");
    QTest::addColumn<QString>("hour");
    QTest::newRow("inside") << u"2026-07-01T12:34:56Z"_s << u"2026-07-01T12:00:00Z"_s;
    QTest::newRow("at its beginning") << u"2026-07-01T12:00:00Z"_s << u"2026-07-01T12:00:00Z"_s;
    QTest::newRow("at its last second") << u"2026-07-01T12:59:59Z"_s << u"2026-07-01T12:00:00Z"_s;
    QTest::newRow("before 1970") << u"1969-12-31T23:30:00Z"_s << u"1969-12-31T23:00:00Z"_s;
    QTest::newRow("before 1970, at its beginning")
        << u"1969-12-31T22:00:00Z"_s << u"1969-12-31T22:00:00Z"_s;
}

void TestBucket::anInstantLiesInTheHourThatBegan()
{
    QFETCH(QString, instant);
    QFETCH(QString, hour);
    QCOMPARE(instantText(bucketAt(utc(instant), Unit::Hour, QTimeZone("Asia/Kathmandu"))), hour);
}

void TestBucket::everyDayHoldsItsOwnLastInstant_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC",
                             "America/New_York",
                             "Europe/Berlin",
                             "Asia/Kathmandu",
                             "Australia/Lord_Howe",
                             "Pacific/Kiritimati",
                             "America/Santiago"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void TestBucket::everyDayHoldsItsOwnLastInstant()
{
    QFETCH(QByteArray, zone);
    const QTimeZone where(zone);
    for (QDate day(2025, 12, 31); day.year() < 2027; day = day.addDays(1)) {
        const BucketTime bucket = bucketOfDay(day);
        const qint64 end = bucketEnd(bucket, Unit::Day, where);
        const auto dayAt = [&where](qint64 ms) {
            return bucketAt(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), Unit::Day, where);
        };
        QCOMPARE(dayAt(end - 1), bucket);
        QCOMPARE(dayAt(end), bucket + msPerDay);
    }
}

void TestBucket::daysAreEquallyWide()
{
    QCOMPARE(bucketWidth(Unit::Day), qint64{86'400'000});
    QCOMPARE(bucketWidth(Unit::Hour), qint64{3'600'000});
    QCOMPARE(bucketOfDay(QDate(2026, 3, 30)) - bucketOfDay(QDate(2026, 3, 29)),
             bucketWidth(Unit::Day));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestBucket)

#include "tst_bucket.moc"
