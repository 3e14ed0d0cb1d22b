// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/runs.h"

#include <algorithm>

namespace emberline {

std::vector<LineRun> runsOf(const Series &series)
{
    std::vector<LineRun> runs;
    for (std::size_t i = 1; i < series.states.size(); ++i) {
        const BucketState from = series.states[i - 1];
        const BucketState to = series.states[i];
        if (!hasValue(from) || !hasValue(to)) {
            continue;
        }
        const bool dashed = from == BucketState::Incomplete || to == BucketState::Incomplete;
        if (!runs.empty() && runs.back().span.last == i - 1 && runs.back().dashed == dashed) {
            runs.back().span.last = i;
        } else {
            runs.push_back({.span = {.first = i - 1, .last = i}, .dashed = dashed});
        }
    }
    return runs;
}

bool isAlone(const Series &series, std::size_t bucket)
{
    const bool before = bucket > 0 && hasValue(series.states[bucket - 1]);
    const bool after = bucket + 1 < series.states.size() && hasValue(series.states[bucket + 1]);
    return hasValue(series.states[bucket]) && !before && !after;
}

bool isGapEdge(const Series &series, std::size_t bucket)
{
    const auto isMissing = [&series](std::size_t i) {
        return series.states[i] == BucketState::Missing;
    };
    const bool before = bucket > 0 && isMissing(bucket - 1);
    const bool after = bucket + 1 < series.states.size() && isMissing(bucket + 1);
    return hasValue(series.states[bucket]) && (before || after);
}

std::vector<BucketSpan> spansWhere(std::size_t count,
                                   const std::function<bool(std::size_t)> &matches)
{
    std::vector<BucketSpan> spans;
    for (std::size_t i = 0; i < count; ++i) {
        if (!matches(i)) {
            continue;
        }
        if (!spans.empty() && spans.back().last + 1 == i) {
            spans.back().last = i;
        } else {
            spans.push_back({.first = i, .last = i});
        }
    }
    return spans;
}

bool anyHas(const Dataset &dataset, std::size_t bucket, BucketState state)
{
    return std::any_of(
        dataset.series.begin(), dataset.series.end(), [bucket, state](const Series &series) {
            return series.states[bucket] == state;
        });
}

bool allHave(const Dataset &dataset, std::size_t bucket, BucketState state)
{
    return std::all_of(
        dataset.series.begin(), dataset.series.end(), [bucket, state](const Series &series) {
            return series.states[bucket] == state;
        });
}

bool anyLacks(const Dataset &dataset, std::size_t bucket, Shortfall shortfall)
{
    return std::any_of(
        dataset.series.begin(), dataset.series.end(), [bucket, shortfall](const Series &series) {
            return series.shortfallsOf(bucket).testFlag(shortfall);
        });
}

std::optional<QDateTime> countedUntil(const Dataset &dataset)
{
    if (dataset.isEmpty() || !dataset.fetchedAt.isValid()
        || !anyLacks(dataset, dataset.times.size() - 1, Shortfall::Open)) {
        return std::nullopt;
    }
    const qint64 end = bucketEnd(dataset.times.back(), dataset.granularity, dataset.zone);
    if (dataset.fetchedAt.toMSecsSinceEpoch() >= end) {
        return std::nullopt;
    }
    return dataset.fetchedAt.toTimeZone(dataset.zone);
}

} // namespace emberline
