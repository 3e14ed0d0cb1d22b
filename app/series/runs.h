// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <functional>
#include <optional>
#include <vector>

namespace emberline {

/// Buckets from first to last, both included.
struct BucketSpan
{
    std::size_t first = 0;
    std::size_t last = 0;

    friend bool operator==(const BucketSpan &, const BucketSpan &) = default;
};

/// A stretch of a line that nothing interrupts; at least two buckets.
struct LineRun
{
    BucketSpan span = {};
    bool dashed = false; ///< leads to or from an incomplete bucket

    friend bool operator==(const LineRun &, const LineRun &) = default;
};

/// The lines of @p series: never across a bucket without a value.
[[nodiscard]] std::vector<LineRun> runsOf(const Series &series);

/// Whether no line touches @p bucket although it has a value.
[[nodiscard]] bool isAlone(const Series &series, std::size_t bucket);

/// Whether a gap of missing buckets begins or ends at @p bucket, which has a value.
[[nodiscard]] bool isGapEdge(const Series &series, std::size_t bucket);

/// The longest spans of the buckets of @p count that @p matches.
[[nodiscard]] std::vector<BucketSpan> spansWhere(std::size_t count,
                                                 const std::function<bool(std::size_t)> &matches);

/// Whether any, or every, series of @p dataset has @p state at @p bucket.
[[nodiscard]] bool anyHas(const Dataset &dataset, std::size_t bucket, BucketState state);
[[nodiscard]] bool allHave(const Dataset &dataset, std::size_t bucket, BucketState state);

/// Whether any series of @p dataset is incomplete at @p bucket because of @p shortfall.
[[nodiscard]] bool anyLacks(const Dataset &dataset, std::size_t bucket, Shortfall shortfall);

/// Up to when the open last bucket was counted, as a wall clock of the dataset's zone. Nothing when
/// that is not known: there is no such bucket, or its counting was cut before the fetch.
[[nodiscard]] std::optional<QDateTime> countedUntil(const Dataset &dataset);

} // namespace emberline
