// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/change.h"

namespace emberline {

/// What a series did between two buckets, both included.
struct Measure
{
    BucketSpan span = {};
    std::optional<Change> change = {}; ///< of the last from the first; none if one has no value
    double last = 0; ///< value
    double sum = 0; ///< of all that have a value
    int valued = 0; ///< so many have one
    bool isIncomplete = false; ///< one of them is

    friend bool operator==(const Measure &, const Measure &) = default;
};

[[nodiscard]] Measure measureOf(const Series &series, const BucketSpan &span);

/// "+18.2 % · +675 · 8 days · sum 44,120"
[[nodiscard]] QString measureText(const Measure &measure,
                                  Granularity granularity,
                                  const QLocale &locale);

/// "checkout_completed, Gold members: rose 18.2 % from 3 to 10 Nov, 44,120 in 8 days", of series
/// @p index of @p dataset, which is called @p name.
[[nodiscard]] QString measureSentence(const Dataset &dataset,
                                      std::size_t index,
                                      const BucketSpan &span,
                                      const QString &name,
                                      const QLocale &locale);

} // namespace emberline
