// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/notcollected.h"

#include <algorithm>
#include <iterator>

namespace emberline {

namespace {

/// The place of the first value, or how many buckets there are.
std::size_t firstValue(const Series &series)
{
    const auto found = std::find_if(series.states.begin(), series.states.end(), hasValue);
    return static_cast<std::size_t>(std::distance(series.states.begin(), found));
}

bool isMissingUpTo(const Series &series, std::size_t count)
{
    return std::all_of(series.states.begin(),
                       series.states.begin() + static_cast<std::ptrdiff_t>(count),
                       [](BucketState state) { return state == BucketState::Missing; });
}

/// How many of the first buckets lie before @p segment was tracked.
std::size_t untracked(const Dataset &dataset,
                      const std::vector<bool> &older,
                      const QString &segment)
{
    std::size_t first = dataset.times.size();
    for (const Series &series : dataset.series) {
        if (series.key.segmentId == segment) {
            first = std::min(first, firstValue(series));
        }
    }
    for (std::size_t i = 0; i < dataset.series.size(); ++i) {
        const Series &series = dataset.series[i];
        if (series.key.segmentId == segment && (older[i] || !isMissingUpTo(series, first))) {
            return 0;
        }
    }
    return first;
}

} // namespace

void markNotCollected(Dataset &dataset, const std::vector<bool> &older)
{
    std::vector<std::size_t> counts;
    std::transform(dataset.series.begin(),
                   dataset.series.end(),
                   std::back_inserter(counts),
                   [&](const Series &series) {
                       const bool mayBegin = !series.key.segmentId.isEmpty()
                                          && firstValue(series) < dataset.times.size();
                       return mayBegin ? untracked(dataset, older, series.key.segmentId) : 0;
                   });
    for (std::size_t i = 0; i < counts.size(); ++i) {
        std::fill_n(dataset.series[i].states.begin(), counts[i], BucketState::NotCollected);
    }
}

std::optional<std::size_t> firstCollected(const Series &series)
{
    const auto found = std::find_if(
        series.states.begin(), series.states.end(), [](BucketState state) {
            return state != BucketState::NotCollected;
        });
    const bool isBetween = found != series.states.begin() && found != series.states.end();
    return isBetween ? std::optional(static_cast<std::size_t>(found - series.states.begin()))
                     : std::nullopt;
}

} // namespace emberline
