// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QDateTime>
#include <QFlags>
#include <QString>

#include <optional>
#include <vector>

namespace emberline {

/// What is counted. Custom events today; app/braze maps a kind to its path and value key.
enum class MetricKind { CustomEvent };

struct Metric
{
    MetricKind kind = MetricKind::CustomEvent;
    QString name = {}; ///< the event's name, raw

    friend bool operator==(const Metric &, const Metric &) = default;
};

/// Identity of one stream of numbers.
struct SeriesKey
{
    Metric metric = {};
    QString appId = {}; ///< empty: the whole workspace
    QString segmentId = {}; ///< empty: all users
    Unit unit = Unit::Day;

    friend bool operator==(const SeriesKey &, const SeriesKey &) = default;
};

/// Zero is a counted value; the other four are different things and stay so everywhere.
enum class BucketState : quint8 {
    Counted,
    Incomplete, ///< has a value, but not of the whole bucket: see Shortfall
    Missing, ///< asked for, not returned
    NotCollected, ///< before the segment was tracked
    Unread ///< not asked for (yet), or the asking failed
};

[[nodiscard]] constexpr bool hasValue(BucketState state)
{
    return state == BucketState::Counted || state == BucketState::Incomplete;
}

/// Why an incomplete bucket is not whole. It is a note beside the state and no state of its own,
/// because every rule for what is incomplete (dashed, no average, no peak) holds for each of these.
enum class Shortfall : quint8 {
    Open = 1, ///< its end lies after the moment it was fetched
    CutByRange = 2, ///< more of it is over, but was not asked for
    PartsMissing = 4, ///< some of its days or hours were not returned
    PartsNotCollected = 8, ///< some of them lie before the segment was tracked
    PartsUnread = 16 ///< some of them are not loaded
};
// No operators beside the class: an operator| here would hide the global one of key combinations.
Q_DECLARE_FLAGS(Shortfalls, Shortfall)

/// One stream of numbers on the time axis of its Dataset: values[i] and states[i] belong to
/// times[i] there. The value of a bucket without one is 0 and means nothing.
struct Series
{
    SeriesKey key = {};
    std::vector<double> values = {};
    std::vector<BucketState> states = {};
    QDateTime fetchedAt = {}; ///< UTC, as of a Dataset; invalid: the same as its dataset's
    std::vector<Shortfalls> shortfalls = {}; ///< of sums, one per bucket; empty: what came as it is

    /// Why @p bucket is incomplete; none if it isn't.
    [[nodiscard]] Shortfalls shortfallsOf(std::size_t bucket) const
    {
        if (states[bucket] != BucketState::Incomplete) {
            return {};
        }
        return shortfalls.empty() ? Shortfalls(Shortfall::Open) : shortfalls[bucket];
    }
};

/// What the service returned for one request: one row per bucket, oldest first, each time once.
struct Row
{
    BucketTime time = 0;
    double value = 0;

    friend bool operator==(const Row &, const Row &) = default;
};

} // namespace emberline
