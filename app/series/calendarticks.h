// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QLocale>
#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace emberline {

/// A label under the time axis, at the middle of a bucket.
struct CalendarTick
{
    std::size_t bucket = 0;
    QString line1 = {}; ///< "Mon 26", "06:00", "26 Oct" of weeks, "Oct"
    QString line2 = {}; ///< "Oct 2026" at first, then the month or year only when it changes
    bool boundary = false; ///< a grid line: hours where a day begins, days where a week or a month
                           ///< does, weeks where a month does, months where a year does

    friend bool operator==(const CalendarTick &, const CalendarTick &) = default;
};

/// The buckets that are labelled, and in whose calendar.
struct CalendarAxis
{
    std::span<const BucketTime> times = {};
    Granularity granularity = Granularity::Day;
    QTimeZone zone = QTimeZone::utc();
    Qt::DayOfWeek weekStart = Qt::Monday;
    QLocale locale = {};
};

/// The room that labels have.
struct LabelRoom
{
    double columnWidth = 0; ///< from one bucket to the next
    double gap = 12; ///< least distance between two labels
    bool oneLine = false; ///< the first line tells the date: "26 Oct", "06:00", "Oct 2026"
    std::function<double(const QString &)> widthOf = {};
};

/// Labels at calendar boundaries (hours 0, 6, 12, 18; days; the start of weeks, months, years), as
/// many as fit without touching; at least one unless there is no bucket.
[[nodiscard]] std::vector<CalendarTick> calendarTicks(const CalendarAxis &axis,
                                                      const LabelRoom &room);

/// Which buckets lie on a day that is no working day in the axis' locale, one flag per bucket;
/// weeks and months are none.
[[nodiscard]] std::vector<bool> weekendBuckets(const CalendarAxis &axis);

} // namespace emberline
