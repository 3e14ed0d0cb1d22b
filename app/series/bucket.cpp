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

/// Where the day after @p day begins in @p zone; some places have left a whole day out.
qint64 firstInstantAfter(QDate day, const QTimeZone &zone)
{
    const QDateTime next = day.addDays(1).startOfDay(zone);
    return (next.isValid() ? next : day.addDays(2).startOfDay(zone)).toMSecsSinceEpoch();
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
        return firstInstantAfter(dayOf(bucket), zone);
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
