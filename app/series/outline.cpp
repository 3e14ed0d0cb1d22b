// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/outline.h"

#include "app/series/valueaxis.h"

#include <algorithm>

namespace emberline {

namespace {

unsigned bitOf(BucketState state)
{
    return 1U << static_cast<unsigned>(state);
}

Outline::Line lineOf(const Series &series)
{
    const std::size_t count = series.states.size();
    Outline::Line line;
    for (std::size_t i = 0; i < count; ++i) {
        if (isMarked(series, i)) {
            line.marked.push_back(i);
        }
    }
    line.gaps = spansWhere(
        count, [&series](std::size_t i) { return series.states[i] == BucketState::Missing; });
    return line;
}

} // namespace

Outline outlineOf(const Dataset &dataset, const std::vector<bool> &out)
{
    Outline outline;
    if (dataset.isEmpty()) {
        return outline;
    }
    const std::size_t count = dataset.times.size();
    std::vector<unsigned> states(count); // those that any series has there
    for (const Series &series : dataset.series) {
        const bool isOut = !out.empty() && out[outline.lines.size()];
        for (std::size_t i = 0; i < count; ++i) {
            states[i] |= isOut ? 0U : bitOf(series.states[i]);
            outline.largest = std::max(outline.largest, drawableValue(series.values[i]));
        }
        outline.lines.push_back(lineOf(series));
    }
    const auto any = [&states, count](BucketState state) {
        return spansWhere(
            count, [&states, bit = bitOf(state)](std::size_t i) { return (states[i] & bit) != 0; });
    };
    const auto all = [&states, count](BucketState state) {
        return spansWhere(
            count, [&states, bit = bitOf(state)](std::size_t i) { return states[i] == bit; });
    };
    outline.incomplete = any(BucketState::Incomplete);
    outline.notCollected = any(BucketState::NotCollected);
    outline.missing = all(BucketState::Missing);
    outline.unread = all(BucketState::Unread);
    return outline;
}

bool isMarked(const Series &series, std::size_t bucket)
{
    return series.states[bucket] == BucketState::Incomplete || isAlone(series, bucket);
}

std::vector<BucketSpan> cutSpans(const std::vector<BucketSpan> &spans, const BucketSpan &view)
{
    auto span = std::partition_point(spans.begin(), spans.end(), [&view](const BucketSpan &one) {
        return one.last < view.first;
    });
    std::vector<BucketSpan> cut;
    for (; span != spans.end() && span->first <= view.last; ++span) {
        cut.push_back(
            {.first = std::max(span->first, view.first), .last = std::min(span->last, view.last)});
    }
    return cut;
}

} // namespace emberline
