// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/plan.h"

#include <algorithm>

namespace emberline {

namespace {

std::vector<BucketTime> bucketsUpTo(BucketTime last, int length, Unit unit)
{
    std::vector<BucketTime> buckets(static_cast<std::size_t>(length));
    const qint64 width = bucketWidth(unit); // a day's label is 24 h wide in every zone
    for (int i = 0; i < length; ++i) {
        buckets[static_cast<std::size_t>(i)] = last - (length - 1 - i) * width;
    }
    return buckets;
}

} // namespace

Plan planOf(const Query &query, const Clock &clock, const QTimeZone &zone)
{
    const QDateTime now = clock.now();
    const QDateTime end = std::min(query.range.endingAt.value_or(now), now);
    const bool endsNow = end == now;

    Plan plan;
    // An end on a boundary is exclusive: its window ends with the bucket before.
    const QDateTime inside = end.addMSecs(-1);
    plan.wanted = bucketsUpTo(bucketAt(inside, query.unit, zone), query.range.length, query.unit);
    plan.end = end;
    plan.now = now;
    for (const SeriesKey &key : seriesOf(query)) {
        Request request{.key = key, .length = query.range.length};
        if (!endsNow || clock.isFixed()) {
            request.endingAt = end;
        }
        plan.requests.push_back(request);
    }
    return plan;
}

} // namespace emberline
