// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/earlier.h"
#include "app/series/runs.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace emberline {

/// How much a count differs from an earlier one.
struct Change
{
    double difference = 0;
    std::optional<double> ratio = {}; ///< of the earlier count: 0.08 is 8 % more. None: there was
                                      ///< none before ("new"), which is never infinite

    friend bool operator==(const Change &, const Change &) = default;
};

/// From @p before to @p now, both counts.
[[nodiscard]] Change changeOf(double now, double before);

/// Of the sums of @p series and of @p earlier, which is laid under it, over the buckets of @p span
/// that are counted and complete in both; none if there are none.
[[nodiscard]] std::optional<Change> changeOf(const Series &series,
                                             const Series &earlier,
                                             const BucketSpan &span);

/// "8.1 %", "1,234 %", "0 %"; "new" without an earlier count. Without a sign: a triangle says it.
[[nodiscard]] QString percentText(const Change &change, const QLocale &locale);
/// The same with its sign: "+8.1 %", "−2.4 %", "0 %", "new".
[[nodiscard]] QString signedPercentText(const Change &change, const QLocale &locale);
/// "+9,403", "−2,323", "0".
[[nodiscard]] QString differenceText(const Change &change, const QLocale &locale);
/// "▲" or "▼"; empty for no change.
[[nodiscard]] QString directionText(const Change &change);

} // namespace emberline
