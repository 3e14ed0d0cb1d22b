// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/change.h"
#include "ui/chart/chartsketches.h"

namespace emberline {

/// Whether any series that is shown can be compared at @p bucket.
[[nodiscard]] bool comparesAt(const ChartPlan &plan, std::size_t bucket);

/// Which bucket of an earlier time stands at @p bucket: "Sat 10 Oct", with the year where it is
/// another one; as the head of a column "10 Oct". A dash where there is none.
[[nodiscard]] QString earlierDateText(const ChartPlan &plan,
                                      const EarlierLines::Period &period,
                                      std::size_t bucket);
[[nodiscard]] QString shortEarlierDateText(const ChartPlan &plan,
                                           const EarlierLines::Period &period,
                                           std::size_t bucket);

/// In full, or a dash.
[[nodiscard]] QString earlierValueText(const ChartPlan &plan,
                                       const Series &earlier,
                                       std::size_t bucket);

/// Of @p series at @p bucket against the nearest earlier time; none if either is not whole.
[[nodiscard]] std::optional<Change> changeAt(const ChartPlan &plan,
                                             std::size_t series,
                                             std::size_t bucket);
/// "+5.6 %", or a dash.
[[nodiscard]] QString changeText(const ChartPlan &plan, std::size_t series, std::size_t bucket);

/// The same in words: "up 8.1 % on Sat 10 Oct"; empty without a change.
[[nodiscard]] QString spokenChange(const ChartPlan &plan, std::size_t series, std::size_t bucket);
/// With the earlier date as @p date.
[[nodiscard]] QString spokenChange(const ChartPlan &plan,
                                   std::size_t series,
                                   std::size_t bucket,
                                   const QString &date);

} // namespace emberline
