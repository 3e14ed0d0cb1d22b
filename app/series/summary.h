// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/runs.h"

#include <optional>
#include <vector>

namespace emberline {

/// One bucket's value.
struct BucketValue
{
    BucketTime time = 0;
    double value = 0;

    friend bool operator==(const BucketValue &, const BucketValue &) = default;
};

/// A series in a few numbers. Only the total counts incomplete buckets; buckets without a value
/// enter none of them.
struct SeriesSummary
{
    std::optional<double> total = {}; ///< none if no bucket has a value
    std::optional<double> average = {}; ///< per complete bucket
    std::optional<BucketValue> peak = {}; ///< the first of equals
    std::optional<BucketValue> latestComplete = {};
    int complete = 0;
    int incomplete = 0;
    int missing = 0;
    int notCollected = 0;
    int unread = 0;

    friend bool operator==(const SeriesSummary &, const SeriesSummary &) = default;
};

/// The numbers of @p series, whose buckets stand at @p times.
[[nodiscard]] SeriesSummary summaryOf(const std::vector<BucketTime> &times, const Series &series);

/// The same of the buckets of @p span alone, as far as there are any.
[[nodiscard]] SeriesSummary summaryOf(const std::vector<BucketTime> &times,
                                      const Series &series,
                                      const BucketSpan &span);

/// One summary per series of @p dataset, in its order.
[[nodiscard]] std::vector<SeriesSummary> summariesOf(const Dataset &dataset);

} // namespace emberline
