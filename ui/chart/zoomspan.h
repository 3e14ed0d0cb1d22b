// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
#include "app/series/runs.h"
#include "ui/chart/chartframe.h"

#include <optional>
#include <vector>

namespace emberline {

/// Fewer buckets are no view of anything; a drag over fewer is none.
inline constexpr std::size_t leastZoom = 2;

/// All of @p count buckets, of which there is at least one.
[[nodiscard]] BucketSpan wholeSpan(std::size_t count);
[[nodiscard]] std::size_t countOf(const BucketSpan &span);

/// The buckets of @p times, which is not empty, that @p zoom shows; all of them where it shows
/// none.
[[nodiscard]] BucketSpan spanOf(const std::vector<BucketTime> &times,
                                const std::optional<Zoom> &zoom);
/// None for all of @p times.
[[nodiscard]] std::optional<Zoom> zoomOf(const std::vector<BucketTime> &times,
                                         const BucketSpan &span);
/// From the left edge of the first to the right edge of the last.
[[nodiscard]] VisibleSpan visibleOf(const BucketSpan &span);

/// @p factor times as many buckets, at least one more or less, as far as there are any of @p count.
/// What is at @p place of the time axis stays there.
[[nodiscard]] BucketSpan scaledSpan(const BucketSpan &span,
                                    double factor,
                                    double place,
                                    std::size_t count);
/// @p by buckets later, or earlier, as far as there are any.
[[nodiscard]] BucketSpan movedSpan(const BucketSpan &span, int by, std::size_t count);
/// As far as it takes to show @p bucket.
[[nodiscard]] BucketSpan movedTo(const BucketSpan &span, std::size_t bucket);
/// Between two buckets in any order, widened to leastZoom.
[[nodiscard]] BucketSpan spanBetween(std::size_t one, std::size_t other, std::size_t count);

} // namespace emberline
