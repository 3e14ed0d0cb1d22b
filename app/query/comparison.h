// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"
#include "app/series/dataset.h"

#include <optional>
#include <vector>

namespace emberline {

enum class ComparisonKind { None, PreviousPeriod, LastYear, Custom };

inline constexpr int mostEarlierPeriods = 4;

/// With which earlier times a query is compared.
struct Comparison
{
    ComparisonKind kind = ComparisonKind::None;
    int periods = 1; ///< 1 to mostEarlierPeriods, each as far before the last as that before the
                     ///< present one; of a custom one always 1
    QDate start = {}; ///< of a custom one: the day that is compared with the range's first
    /// Days and hours are compared with the same weekday: the distance is rounded up to whole weeks
    /// (a custom one is taken as it is). Absent: days are, hours aren't.
    std::optional<bool> matchWeekdays = {};

    friend bool operator==(const Comparison &, const Comparison &) = default;
};

[[nodiscard]] bool matchesWeekdays(const Comparison &comparison, Granularity granularity);

/// How long before a bucket that one lies with which it is compared: one of the two.
struct Distance
{
    int days = 0;
    int months = 0;

    friend bool operator==(const Distance &, const Distance &) = default;
};

/// What an earlier time has brought, as it was asked for, and how far back it lies.
struct EarlierAnswer
{
    Distance distance = {};
    DatasetPtr dataset = {};
};

/// How far back @p comparison goes from the range that @p query (which has no problem) means at
/// @p now, nearest first. Weeks are whole weeks back, months whole months. Nothing that would begin
/// before 1970, or not before the range itself.
[[nodiscard]] std::vector<Distance> distancesOf(const Query &query,
                                                const Comparison &comparison,
                                                const QDateTime &now,
                                                const Calendar &calendar);

/// @p query about the time that lies @p distance before the one that it means at @p now.
[[nodiscard]] Query earlierQuery(const Query &query,
                                 const Distance &distance,
                                 const QDateTime &now,
                                 const Calendar &calendar);

/// The bucket of @p granularity that lies @p distance before @p bucket: hours by the wall clock of
/// @p calendar. None for what the earlier calendar does not have (29 February, an hour that was
/// left out) or has had already (the second of a repeated hour): no bucket is compared twice.
[[nodiscard]] std::optional<BucketTime> earlierBucket(BucketTime bucket,
                                                      Granularity granularity,
                                                      const Distance &distance,
                                                      const Calendar &calendar);

} // namespace emberline
