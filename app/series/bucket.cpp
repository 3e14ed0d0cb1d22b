// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/bucket.h"

namespace emberline {

namespace {

/// Rounds towards the past, also before 1970.
qint64 floorTo(qint64 ms, qint64 step)
{
    const qint64 rest = ms % step;
    return ms - (rest < 0 ? rest + step : rest);
}

} // namespace

BucketTime bucketOfDay(QDate day)
{
    return day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

QDate dayOf(BucketTime bucket)
{
    return QDateTime::fromMSecsSinceEpoch(bucket, Qt::UTC).date();
}

qint64 bucketEnd(BucketTime bucket, Unit unit, const QTimeZone &zone)
{
    switch (unit) {
    case Unit::Hour:
        return bucket + msPerHour;
    case Unit::Day:
        return dayBegin(dayOf(bucket).addDays(1), zone);
    }
    Q_UNREACHABLE();
}

bool isOverAt(BucketTime bucket, Unit unit, const QTimeZone &zone, qint64 instant)
{
    constexpr qint64 farthest = 15 * msPerHour; // no zone is that far from UTC
    const qint64 end = bucket + bucketWidth(unit);
    if (unit == Unit::Hour || instant >= end + farthest || instant < end - farthest) {
        return end <= instant;
    }
    return bucketEnd(bucket, unit, zone) <= instant;
}

qint64 bucketEnd(BucketTime bucket, Granularity granularity, const QTimeZone &zone)
{
    if (granularity == Granularity::Hour) {
        return bucketEnd(bucket, Unit::Hour, zone);
    }
    return dayBegin(lastDayOf(dayOf(bucket), granularity).addDays(1), zone);
}

qint64 dayBegin(QDate day, const QTimeZone &zone)
{
    const QDateTime begin = day.startOfDay(zone);
    // Some places have left a whole day out.
    return (begin.isValid() ? begin : day.addDays(1).startOfDay(zone)).toMSecsSinceEpoch();
}

QDate firstDayOf(QDate day, Granularity granularity, Qt::DayOfWeek weekStart)
{
    constexpr int week = 7;
    switch (granularity) {
    case Granularity::Hour:
    case Granularity::Day:
        return day;
    case Granularity::Week:
        return day.addDays(-((day.dayOfWeek() - static_cast<int>(weekStart) + week) % week));
    case Granularity::Month:
        return {day.year(), day.month(), 1};
    }
    Q_UNREACHABLE();
}

QDate lastDayOf(QDate first, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
    case Granularity::Day:
        return first;
    case Granularity::Week:
        return first.addDays(6);
    case Granularity::Month:
        return first.addMonths(1).addDays(-1);
    }
    Q_UNREACHABLE();
}

BucketTime bucketAt(const QDateTime &instant, Unit unit, const QTimeZone &zone)
{
    switch (unit) {
    case Unit::Hour:
        return floorTo(instant.toMSecsSinceEpoch(), msPerHour);
    case Unit::Day:
        return bucketOfDay(instant.toTimeZone(zone).date());
    }
    Q_UNREACHABLE();
}

} // namespace emberline
