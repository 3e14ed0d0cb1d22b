// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/heldaround.h"

#include <algorithm>

namespace emberline {

namespace {

struct Extent
{
    BucketTime first = 0;
    BucketTime last = 0;
};

/// From the first to the last bucket that is held, as far as that is looked over.
Extent extentOf(const Dataset &base, const std::vector<std::vector<HeldBucket>> &held)
{
    Extent extent{.first = base.times.front(), .last = base.times.back()};
    for (const std::vector<HeldBucket> &list : held) {
        for (const HeldBucket &bucket : list) {
            if (bucket.state == HeldState::Counted) {
                extent.first = std::min(extent.first, bucket.time);
                extent.last = std::max(extent.last, bucket.time);
            }
        }
    }
    const qint64 width = bucketWidth(base.unit);
    const BucketTime latest = base.times.front() + lookedOver - width;
    extent.last = std::max(base.times.back(), std::min(extent.last, latest));
    const BucketTime earliest = extent.last - lookedOver + width;
    extent.first = std::min(base.times.front(), std::max(extent.first, earliest));
    return extent;
}

/// The axis goes on in the steps of @p base, in both directions.
std::vector<BucketTime> axisOf(const Dataset &base, const Extent &extent)
{
    const qint64 width = bucketWidth(base.unit);
    const qint64 before = (base.times.front() - extent.first) / width;
    const qint64 after = (extent.last - base.times.back()) / width;
    std::vector<BucketTime> times;
    for (qint64 i = before; i > 0; --i) {
        times.push_back(base.times.front() - i * width);
    }
    times.insert(times.end(), base.times.begin(), base.times.end());
    for (qint64 i = 1; i <= after; ++i) {
        times.push_back(base.times.back() + i * width);
    }
    return times;
}

void lay(Series &series,
         const std::vector<BucketTime> &times,
         const std::vector<HeldBucket> &held,
         const QTimeZone &zone)
{
    auto place = times.begin();
    for (const HeldBucket &bucket : held) {
        place = std::lower_bound(place, times.end(), bucket.time);
        if (place == times.end() || *place != bucket.time) {
            continue;
        }
        const auto i = static_cast<std::size_t>(place - times.begin());
        const bool isOver = isOverAt(bucket.time, series.key.unit, zone, bucket.fetchedAt);
        series.values[i] = bucket.value;
        series.states[i] = bucket.state == HeldState::Missing ? BucketState::Missing
                         : isOver                             ? BucketState::Counted
                                                              : BucketState::Incomplete;
    }
}

} // namespace

Dataset withHeldAround(const Dataset &base, const std::vector<std::vector<HeldBucket>> &held)
{
    Dataset around{.unit = base.unit,
                   .granularity = base.granularity,
                   .zone = base.zone,
                   .fetchedAt = base.fetchedAt,
                   .times = axisOf(base, extentOf(base, held))};
    const auto found = std::lower_bound(
        around.times.begin(), around.times.end(), base.times.front());
    const std::ptrdiff_t offset = found - around.times.begin();
    for (std::size_t i = 0; i < base.series.size(); ++i) {
        Series series{.key = base.series[i].key,
                      .values = std::vector<double>(around.times.size(), 0.0),
                      .states = std::vector<BucketState>(around.times.size(), BucketState::Unread)};
        lay(series, around.times, held[i], base.zone);
        std::copy(base.series[i].values.begin(),
                  base.series[i].values.end(),
                  series.values.begin() + offset);
        std::copy(base.series[i].states.begin(),
                  base.series[i].states.end(),
                  series.states.begin() + offset);
        around.series.push_back(std::move(series));
    }
    return around;
}

} // namespace emberline
