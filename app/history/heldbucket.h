// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"

#include <QTimeZone>

#include <chrono>
#include <optional>
#include <vector>

namespace emberline {

enum class HeldState : quint8 {
    Counted,
    Missing ///< asked for, not returned
};

/// What one answer said of one bucket.
struct HeldBucket
{
    BucketTime time = 0;
    double value = 0; ///< of a missing bucket 0, and means nothing
    HeldState state = HeldState::Counted;
    /// It lay inside an answer, not at an end of it where `ending_at` may have cut it.
    bool inside = false;
    qint64 fetchedAt = 0; ///< UTC milliseconds

    friend bool operator==(const HeldBucket &, const HeldBucket &) = default;
};

/// Buckets of one series, on their way into the history.
struct HeldSeries
{
    SeriesKey key = {};
    std::vector<HeldBucket> buckets = {}; ///< in any order
};

/// What is asked of the history; both ends included.
struct HeldSpan
{
    BucketTime first = 0;
    BucketTime last = 0;
    std::optional<qint64> notAfter = {}; ///< UTC ms: what was fetched later is not held
    /// Of each series the newest bucket before first that was counted comes, too, if there is one.
    bool andNewestBefore = false;

    friend bool operator==(const HeldSpan &, const HeldSpan &) = default;
};

constexpr std::chrono::hours usualSettlingTime{72};

/// True when @p bucket needs no second look: it lay inside an answer, and its end (a day's in
/// @p zone, the workspace's) lay more than @p settling before it was fetched.
[[nodiscard]] bool isFinal(const HeldBucket &bucket,
                           Unit unit,
                           const QTimeZone &zone,
                           std::chrono::milliseconds settling = usualSettlingTime);

/// Which of two words about the same bucket counts. The order in which they are stored does not
/// matter (two programs may store at once), except between equals, where the newer word wins:
///
/// 1. One from inside an answer beats one from an edge, whenever either was fetched: an edge may
///    have been cut and hold only part of a count.
/// 2. From inside: the one fetched later. At the same instant a value beats Missing.
/// 3. From an edge: a value beats Missing, whenever either was fetched; else the one fetched later.
///
/// So Missing takes the place of a value only when it was fetched later, and inside; and an edge
/// never takes the place of what was seen whole.
[[nodiscard]] const HeldBucket &preferred(const HeldBucket &older, const HeldBucket &newer);

/// Sorts by time and leaves one word per bucket; between equals the one further back wins.
void settle(std::vector<HeldBucket> &buckets);

} // namespace emberline
