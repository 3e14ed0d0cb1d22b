// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace emberline {

/// What is asked of Braze.
enum class Unit { Hour, Day };

/// What is shown: the unit itself, or sums of it (hours as days, either as weeks and months).
enum class Granularity { Hour, Day, Week, Month };

/// Calendar days from first to last, both included.
struct DaySpan
{
    QDate first = {};
    QDate last = {};

    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

/// Whose days, and whose weeks.
struct Calendar
{
    QTimeZone zone = QTimeZone::utc(); ///< the workspace's: when a day ends
    Qt::DayOfWeek weekStart = Qt::Monday;
};

/// Names one bucket, in UTC milliseconds of its label: the instant at which an hour begins, or
/// midnight UTC *of the calendar date* of a day (a day is never shifted by a zone, so on every axis
/// it is 24 hours wide). A week or a month bears the label of its first day.
using BucketTime = qint64;

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;

[[nodiscard]] BucketTime bucketOfDay(QDate day);
[[nodiscard]] QDate dayOf(BucketTime bucket);

/// The instant (UTC ms) at which @p bucket is over: a day ends where the next one begins in
/// @p zone, the workspace's.
[[nodiscard]] qint64 bucketEnd(BucketTime bucket, Unit unit, const QTimeZone &zone);

/// Whether @p bucket is over at @p instant (UTC ms). Looks into the zone only when it has to.
[[nodiscard]] bool isOverAt(BucketTime bucket, Unit unit, const QTimeZone &zone, qint64 instant);

/// The bucket that @p instant lies in; a day as it is in @p zone.
[[nodiscard]] BucketTime bucketAt(const QDateTime &instant, Unit unit, const QTimeZone &zone);

/// The same for what is shown.
[[nodiscard]] qint64 bucketEnd(BucketTime bucket, Granularity granularity, const QTimeZone &zone);

/// The instant (UTC ms) at which @p day begins in @p zone; where the day before ends, if the zone
/// left the day out.
[[nodiscard]] qint64 dayBegin(QDate day, const QTimeZone &zone);

/// The first day of the day, week or month that @p day lies in; of an hour, @p day.
[[nodiscard]] QDate firstDayOf(QDate day, Granularity granularity, Qt::DayOfWeek weekStart);

/// The last day of the day, week or month that begins on @p first.
[[nodiscard]] QDate lastDayOf(QDate first, Granularity granularity);

/// The unit shown as it is.
[[nodiscard]] constexpr Granularity granularityOf(Unit unit)
{
    return unit == Unit::Hour ? Granularity::Hour : Granularity::Day;
}

/// Milliseconds from one bucket's label to the next.
[[nodiscard]] constexpr qint64 bucketWidth(Unit unit)
{
    return unit == Unit::Hour ? msPerHour : msPerDay;
}

} // namespace emberline
