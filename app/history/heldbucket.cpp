// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/heldbucket.h"

#include <algorithm>
#include <tuple>

namespace emberline {

namespace {

/// The larger one is preferred.
std::tuple<bool, qint64, qint64> weight(const HeldBucket &bucket)
{
    const qint64 counted = bucket.state == HeldState::Counted ? 1 : 0;
    return bucket.inside ? std::tuple{true, bucket.fetchedAt, counted}
                         : std::tuple{false, counted, bucket.fetchedAt};
}

} // namespace

bool isFinal(const HeldBucket &bucket,
             Unit unit,
             const QTimeZone &zone,
             std::chrono::milliseconds settling)
{
    return bucket.inside
        && isOverAt(bucket.time, unit, zone, bucket.fetchedAt - settling.count() - 1);
}

const HeldBucket &preferred(const HeldBucket &older, const HeldBucket &newer)
{
    return weight(older) > weight(newer) ? older : newer;
}

void settle(std::vector<HeldBucket> &buckets)
{
    const auto byTime = [](const HeldBucket &a, const HeldBucket &b) {
        return a.time < b.time;
    };
    std::stable_sort(buckets.begin(), buckets.end(), byTime);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (kept > 0 && buckets[kept - 1].time == buckets[i].time) {
            buckets[kept - 1] = HeldBucket(preferred(buckets[kept - 1], buckets[i]));
        } else {
            buckets[kept++] = buckets[i];
        }
    }
    buckets.resize(kept);
}

} // namespace emberline
