// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QString>

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace emberline {

/// The last @p length units, the one that the end lies in included.
struct LastUnits
{
    int length = 30;
    std::optional<QDateTime> endingAt = {}; ///< UTC; absent: now

    friend bool operator==(const LastUnits &, const LastUnits &) = default;
};

/// A range by name: it means other dates tomorrow. By the hour it means all hours of its days.
enum class Preset {
    Today,
    Yesterday,
    Last24Hours,
    Last7Days,
    Last28Days,
    Last30Days,
    Last91Days,
    MonthToDate,
    LastMonth,
    YearToDate,
    Last6Months,
    Last12Months
};

inline constexpr std::array allPresets{Preset::Today,
                                       Preset::Yesterday,
                                       Preset::Last24Hours,
                                       Preset::Last7Days,
                                       Preset::Last28Days,
                                       Preset::Last30Days,
                                       Preset::Last91Days,
                                       Preset::MonthToDate,
                                       Preset::LastMonth,
                                       Preset::YearToDate,
                                       Preset::Last6Months,
                                       Preset::Last12Months};

/// Hours from the one that @p first lies in to the one that @p last lies in, both included.
struct HourSpan
{
    QDateTime first = {}; ///< UTC
    QDateTime last = {}; ///< UTC

    friend bool operator==(const HourSpan &, const HourSpan &) = default;
};

/// Which time a query is about. The first two are relative and stay so in a file; days are dates in
/// the workspace's zone. Any of them stands on either unit.
using Range = std::variant<LastUnits, Preset, DaySpan, HourSpan>;

/// More buckets than that are a mistake: twenty years by the hour are 175,320.
inline constexpr int longestRange = 200'000;

/// The name of @p preset in files and for `--range`: "last-30-days".
[[nodiscard]] QString presetName(Preset preset);
[[nodiscard]] std::optional<Preset> presetFromName(const QString &name);

/// The preset of a key that is pressed in the chart: 'T' is the last 30 days.
[[nodiscard]] std::optional<Preset> presetOfLetter(QChar letter);

/// Why a range can't be asked for.
enum class RangeProblem {
    Length, ///< no bucket at all, or more than longestRange
    Reversed, ///< it ends before it starts
    InFuture ///< all of it is still to come
};

/// The problem that @p range has whatever the time is.
[[nodiscard]] std::optional<RangeProblem> problemOf(const Range &range, Unit unit);
/// The same and, at @p now in the zone of @p calendar, whether it has begun.
[[nodiscard]] std::optional<RangeProblem> problemOf(const Range &range,
                                                    Unit unit,
                                                    const QDateTime &now,
                                                    const Calendar &calendar);

/// The buckets that a range means at some moment, and up to when they are counted.
struct ResolvedRange
{
    BucketTime first = 0;
    BucketTime last = 0; ///< included; it may be open
    /// UTC, never after now: where the last bucket ends, or earlier if @p cuts or it is open.
    QDateTime end = {};
    bool cuts = false; ///< the user put the end into the past: it cuts the last bucket for ever

    friend bool operator==(const ResolvedRange &, const ResolvedRange &) = default;
};

/// What @p range, which has no problem, means at @p now (UTC): nothing beyond now, the open bucket
/// included. An hour belongs to the day in which it begins. "Last N" and an end on a boundary take
/// the bucket that is over; "today" and the presets of the calendar take the date that it now is.
[[nodiscard]] ResolvedRange resolve(const Range &range,
                                    Unit unit,
                                    const QDateTime &now,
                                    const Calendar &calendar);

/// Every bucket of @p resolved, oldest first.
[[nodiscard]] std::vector<BucketTime> wantedBuckets(const ResolvedRange &resolved, Unit unit);

/// The dates that @p range means right now, in the workspace's zone.
[[nodiscard]] DaySpan datesOf(const Range &range,
                              Unit unit,
                              const QDateTime &now,
                              const Calendar &calendar);

/// @p range moved by @p steps of its own length, back if negative: whole months for what is made of
/// whole calendar months or half years, else days (or hours). It becomes fixed, but when a step
/// forward reaches the present the relative range again. Forward it goes as far as the present;
/// nothing if it already is there (back: before 1970).
[[nodiscard]] std::optional<Range> shifted(
    const Range &range, int steps, Unit unit, const QDateTime &now, const Calendar &calendar);

} // namespace emberline
