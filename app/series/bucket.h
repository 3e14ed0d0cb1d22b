// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace emberline {

/// What is asked of Braze.
enum class Unit { Hour, Day };

/// Names one bucket, in UTC milliseconds of its label: the instant at which an hour begins, or
/// midnight UTC *of the calendar date* of a day (a day is never shifted by a zone, so on every axis
/// it is 24 hours wide).
using BucketTime = qint64;

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;

[[nodiscard]] BucketTime bucketOfDay(QDate day);
[[nodiscard]] QDate dayOf(BucketTime bucket);

/// The instant (UTC ms) at which @p bucket is over: a day ends where the next one begins in
/// @p zone, the workspace's.
[[nodiscard]] qint64 bucketEnd(BucketTime bucket, Unit unit, const QTimeZone &zone);

/// The bucket that @p instant lies in; a day as it is in @p zone.
[[nodiscard]] BucketTime bucketAt(const QDateTime &instant, Unit unit, const QTimeZone &zone);

/// Milliseconds from one bucket's label to the next.
[[nodiscard]] constexpr qint64 bucketWidth(Unit unit)
{
    return unit == Unit::Hour ? msPerHour : msPerDay;
}

} // namespace emberline
