// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/completeperiods.h"

#include "app/series/runs.h"

#include <algorithm>

namespace emberline {

namespace {

template <typename T>
void cutTo(std::vector<T> &values, std::size_t first, std::size_t end)
{
    if (!values.empty()) { // shortfalls may be absent
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(end), values.end());
        values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(first));
    }
}

} // namespace

Dataset completePeriodsOf(const Dataset &dataset)
{
    std::size_t first = 0;
    std::size_t end = dataset.times.size();
    while (first < end && anyHas(dataset, first, BucketState::Incomplete)) {
        ++first;
    }
    while (end > first && anyHas(dataset, end - 1, BucketState::Incomplete)) {
        --end;
    }
    Dataset result = dataset;
    cutTo(result.times, first, end);
    for (Series &series : result.series) {
        cutTo(series.values, first, end);
        cutTo(series.states, first, end);
        cutTo(series.shortfalls, first, end);
        std::replace(series.states.begin(),
                     series.states.end(),
                     BucketState::Incomplete,
                     BucketState::Missing);
    }
    if (result.rolledUp.first.isValid() && !result.times.empty()) { // some of them are gone
        const QDate last = lastDayOf(dayOf(result.times.back()), result.granularity);
        result.rolledUp = {.first = std::max(result.rolledUp.first, dayOf(result.times.front())),
                           .last = std::min(result.rolledUp.last, last)};
    }
    result.held = std::min(result.held, static_cast<int>(result.times.size()));
    return result;
}

} // namespace emberline
