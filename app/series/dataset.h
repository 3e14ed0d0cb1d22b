// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/series/series.h"

#include <QTimeZone>

#include <memory>
#include <optional>

namespace emberline {

/// A series that could not be loaded, and why.
struct SeriesFailure
{
    SeriesKey key = {};
    Error error = {};
};

/// Something worth saying about an answer that was used all the same.
struct LoadNotice
{
    enum class Kind {
        UnreadableRows, ///< count of rows that had no usable time or number
        ServerMessage, ///< a 200 that carried a message other than success
        ClampedValues ///< count of values too large to draw
    };
    Kind kind = Kind::UnreadableRows;
    SeriesKey key = {};
    int count = 0;
    QString text = {};
};

/// All series of a query on one time axis, with the errors of those that failed.
struct Dataset
{
    Unit unit = Unit::Day; ///< what was asked
    Granularity granularity = granularityOf(unit); ///< what the times mean: set both, or roll up
    QTimeZone zone = QTimeZone::utc(); ///< the workspace's: when a day ends, how hours are shown
    /// UTC: when what may still change was fetched, the oldest of it; else when the newest was.
    QDateTime fetchedAt = {};
    bool isLoading = false; ///< more of it is on its way
    int held = 0; ///< of the times, those for which nothing had to be asked
    std::vector<BucketTime> times = {}; ///< every wanted bucket, oldest first
    DaySpan rolledUp = {}; ///< the days that were summed up to these times; none: nothing was
    /// In the order of the query; those that failed only with what of them is there.
    std::vector<Series> series = {};
    std::vector<SeriesFailure> failures = {};
    std::vector<LoadNotice> notices = {};

    [[nodiscard]] bool isEmpty() const { return times.empty() || series.empty(); }
};

/// The oldest of their fetches; nothing if none has one.
[[nodiscard]] inline std::optional<QDateTime> oldestFetch(const std::vector<Series> &series)
{
    std::optional<QDateTime> oldest;
    for (const Series &one : series) {
        if (one.fetchedAt.isValid() && (!oldest || one.fetchedAt < *oldest)) {
            oldest = one.fetchedAt;
        }
    }
    return oldest;
}

/// When what may still change of @p series, one of @p dataset, was fetched.
[[nodiscard]] inline QDateTime fetchedAtOf(const Dataset &dataset, const Series &series)
{
    return series.fetchedAt.isValid() ? series.fetchedAt : dataset.fetchedAt;
}

/// Datasets are large and never change: they are handed around by pointer. Never null where a
/// signature asks for one.
using DatasetPtr = std::shared_ptr<const Dataset>;

} // namespace emberline
