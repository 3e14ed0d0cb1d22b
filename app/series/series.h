// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

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

/// Zero is a counted value; the other three are different things and stay so everywhere.
enum class BucketState : quint8 {
    Counted,
    Incomplete, ///< has a value, but its end lies after the moment it was fetched
    Missing, ///< asked for, not returned
    NotCollected ///< before the segment was tracked
};

[[nodiscard]] constexpr bool hasValue(BucketState state)
{
    return state == BucketState::Counted || state == BucketState::Incomplete;
}

/// One stream of numbers on the time axis of its Dataset: values[i] and states[i] belong to
/// times[i] there. The value of a bucket without one is 0 and means nothing.
struct Series
{
    SeriesKey key = {};
    std::vector<double> values = {};
    std::vector<BucketState> states = {};
};

/// What the service returned for one request: one row per bucket, oldest first, each time once.
struct Row
{
    BucketTime time = 0;
    double value = 0;

    friend bool operator==(const Row &, const Row &) = default;
};

} // namespace emberline
