// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/runs.h"

#include <vector>

namespace emberline {

/// What a chart of a dataset shows besides its lines, found once: drawing any part of it then looks
/// at what is in view alone.
struct Outline
{
    struct Line
    {
        std::vector<std::size_t> marked = {}; ///< buckets with a point of their own: see isMarked()
        std::vector<BucketSpan> gaps = {}; ///< missing buckets
    };

    double largest = 0; ///< of all values, as drawableValue() says
    std::vector<BucketSpan> incomplete = {}; ///< where any series is
    std::vector<BucketSpan> notCollected = {}; ///< where any series is
    std::vector<BucketSpan> missing = {}; ///< where every series is
    std::vector<BucketSpan> unread = {}; ///< where every series is
    std::vector<Line> lines = {}; ///< one for each series
};

/// Of series that are left @p out (none, or one flag for each) only the largest value counts, so
/// that the scale stays as it is.
[[nodiscard]] Outline outlineOf(const Dataset &dataset, const std::vector<bool> &out = {});

/// Whether @p bucket has a point however many others there are: it is incomplete, or no line
/// touches it.
[[nodiscard]] bool isMarked(const Series &series, std::size_t bucket);

/// Those of @p spans, which are in order, that touch @p view, cut to it.
[[nodiscard]] std::vector<BucketSpan> cutSpans(const std::vector<BucketSpan> &spans,
                                               const BucketSpan &view);

} // namespace emberline
