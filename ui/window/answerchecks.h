// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"
#include "app/series/dataset.h"

#include <cstddef>

namespace emberline {

// What an answer is like as a whole, for what is said of it.

/// What is not loaded may hold anything.
[[nodiscard]] bool hasUnread(const Dataset &dataset);

/// How many of its series came. Of those that failed, too, there may be something to show: what is
/// held.
[[nodiscard]] int loadedSeries(const Dataset &dataset);

[[nodiscard]] bool isNothingRecorded(const Dataset &dataset);

[[nodiscard]] bool isAllZero(const Dataset &dataset);

/// In all series together.
[[nodiscard]] std::ptrdiff_t readBuckets(const Dataset &dataset);

/// The same numbers are asked for, to be shown in other buckets.
[[nodiscard]] bool differsInGranularityOnly(Query one, const Query &other);

/// The dates of @p query, as they are at @p now, by the day.
[[nodiscard]] Query inDays(Query query, const QDateTime &now, const QTimeZone &zone);

/// Something failed because the service did not accept the key.
[[nodiscard]] bool isKeyRefused(const Dataset &dataset);

} // namespace emberline
