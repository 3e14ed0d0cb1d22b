// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <array>
#include <optional>

namespace emberline {

inline constexpr std::array allGranularities{
    Granularity::Hour, Granularity::Day, Granularity::Week, Granularity::Month};

/// The preset that @p range is or, as a number of units up to now, means the same as.
[[nodiscard]] std::optional<Preset> presetLike(const Range &range, Unit unit);

/// The key of @p preset in the chart: see presetOfLetter().
[[nodiscard]] QChar letterOf(Preset preset);

/// @p query about @p range, chosen by the user. The last 24 hours lie on two dates, of which no
/// bucket but the hour tells anything: they are shown by the hour.
[[nodiscard]] Query ranged(const Query &query, const Range &range);

/// @p query shown by @p granularity, chosen by the user: hours are asked for as hours, everything
/// else as days. A range that has a name keeps its dates; another "last N" counts the new units;
/// in place of the last 24 hours come some buckets of the new kind.
[[nodiscard]] Query bucketed(const Query &query, Granularity granularity);

/// Hour, day, week, month, and hour again.
[[nodiscard]] Granularity nextGranularity(Granularity granularity);

/// How many units "last N" may have in the form: twenty years.
[[nodiscard]] int longestLength(Unit unit);

/// The fixed dates (hours, if @p unit is one) that @p range means at @p now.
[[nodiscard]] Range spanOf(const Range &range,
                           Unit unit,
                           const QDateTime &now,
                           const Calendar &calendar);

/// @p range, any there is, as so many units up to an end.
[[nodiscard]] LastUnits unitsOf(const Range &range,
                                Unit unit,
                                const QDateTime &now,
                                const Calendar &calendar);

} // namespace emberline
