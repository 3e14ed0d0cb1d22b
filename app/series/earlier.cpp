// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/earlier.h"

#include <algorithm>

namespace emberline {

namespace {

const Series *findSeries(const Dataset &dataset, const SeriesKey &key)
{
    const auto found = std::find_if(dataset.series.begin(),
                                    dataset.series.end(),
                                    [&key](const Series &series) { return series.key == key; });
    return found == dataset.series.end() ? nullptr : &*found;
}

/// For each of @p wanted its place in @p times (ascending), if it is there.
std::vector<std::optional<std::size_t>> placesOf(
    const std::vector<std::optional<BucketTime>> &wanted, const std::vector<BucketTime> &times)
{
    std::vector<std::optional<std::size_t>> places(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i]) {
            continue;
        }
        const auto found = std::lower_bound(times.begin(), times.end(), *wanted[i]);
        if (found != times.end() && *found == *wanted[i]) {
            places[i] = static_cast<std::size_t>(found - times.begin());
        }
    }
    return places;
}

Series rearranged(const Series &series, const std::vector<std::optional<std::size_t>> &places)
{
    Series result{.key = series.key,
                  .values = std::vector<double>(places.size(), 0),
                  .states = std::vector<BucketState>(places.size(), BucketState::Missing),
                  .fetchedAt = series.fetchedAt};
    if (!series.shortfalls.empty()) {
        result.shortfalls.resize(places.size());
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) {
            result.values[i] = series.values[*places[i]];
            result.states[i] = series.states[*places[i]];
            if (!series.shortfalls.empty()) {
                result.shortfalls[i] = series.shortfalls[*places[i]];
            }
        }
    }
    return result;
}

} // namespace

Earlier alignedTo(const Dataset &dataset,
                  const Dataset &earlier,
                  std::vector<std::optional<BucketTime>> times)
{
    Q_ASSERT(times.size() == dataset.times.size());
    const std::vector<std::optional<std::size_t>> places = placesOf(times, earlier.times);
    Earlier result;
    for (const Series &series : dataset.series) {
        const Series *before = findSeries(earlier, series.key);
        const std::size_t count = places.size();
        result.series.push_back(before != nullptr ? rearranged(*before, places)
                                                  : Series{.key = series.key,
                                                           .values = std::vector<double>(count, 0),
                                                           .states = std::vector<BucketState>(
                                                               count, BucketState::Unread)});
    }
    result.times = std::move(times);
    return result;
}

} // namespace emberline
