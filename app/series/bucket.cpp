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
        return dayOf(bucket).addDays(1).startOfDay(zone).toMSecsSinceEpoch();
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
