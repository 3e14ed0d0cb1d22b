// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/zoomspan.h"

#include <algorithm>
#include <cmath>

namespace emberline {

BucketSpan wholeSpan(std::size_t count)
{
    return {.first = 0, .last = count - 1};
}

std::size_t countOf(const BucketSpan &span)
{
    return span.last - span.first + 1;
}

BucketSpan spanOf(const std::vector<BucketTime> &times, const std::optional<Zoom> &zoom)
{
    if (!zoom.has_value()) {
        return wholeSpan(times.size());
    }
    const auto first = std::lower_bound(times.begin(), times.end(), zoom->first);
    const auto end = std::upper_bound(times.begin(), times.end(), zoom->last);
    if (first >= end) {
        return wholeSpan(times.size());
    }
    return {.first = static_cast<std::size_t>(first - times.begin()),
            .last = static_cast<std::size_t>(end - times.begin()) - 1};
}

std::optional<Zoom> zoomOf(const std::vector<BucketTime> &times, const BucketSpan &span)
{
    if (span == wholeSpan(times.size())) {
        return std::nullopt;
    }
    return Zoom{.first = times[span.first], .last = times[span.last]};
}

VisibleSpan visibleOf(const BucketSpan &span)
{
    return {static_cast<double>(span.first) - 0.5, static_cast<double>(span.last) + 0.5};
}

BucketSpan scaledSpan(const BucketSpan &span, double factor, double place, std::size_t count)
{
    const auto before = static_cast<double>(countOf(span));
    const auto all = static_cast<double>(count);
    const double step = factor < 1 ? std::min(std::round(before * factor), before - 1)
                                   : std::max(std::round(before * factor), before + 1);
    const double after = std::clamp(step, std::min(static_cast<double>(leastZoom), all), all);
    const double left = static_cast<double>(span.first) - 0.5;
    const double part = std::clamp((place - left) / before, 0.0, 1.0);
    const double first = std::clamp(
        std::round(left + part * (before - after) + 0.5), 0.0, all - after);
    return {.first = static_cast<std::size_t>(first),
            .last = static_cast<std::size_t>(first + after) - 1};
}

BucketSpan movedSpan(const BucketSpan &span, int by, std::size_t count)
{
    const auto first = static_cast<qint64>(span.first);
    const auto most = static_cast<qint64>(count - countOf(span));
    const auto moved = static_cast<std::size_t>(std::clamp<qint64>(first + by, 0, most));
    return {.first = moved, .last = moved + countOf(span) - 1};
}

BucketSpan movedTo(const BucketSpan &span, std::size_t bucket)
{
    if (bucket < span.first) {
        return {.first = bucket, .last = bucket + countOf(span) - 1};
    }
    if (bucket > span.last) {
        return {.first = bucket + 1 - countOf(span), .last = bucket};
    }
    return span;
}

BucketSpan spanBetween(std::size_t one, std::size_t other, std::size_t count)
{
    BucketSpan span{.first = std::min(one, other), .last = std::max(one, other)};
    if (countOf(span) < leastZoom && count >= leastZoom) {
        span.last = std::min(span.first + leastZoom - 1, count - 1);
        span.first = span.last + 1 - leastZoom;
    }
    return span;
}

} // namespace emberline
