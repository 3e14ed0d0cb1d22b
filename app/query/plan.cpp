// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/plan.h"

#include <algorithm>

namespace emberline {

Plan planOf(const Query &query, const Clock &clock, const QTimeZone &zone)
{
    const QDateTime now = clock.now();
    const ResolvedRange resolved = resolve(query.range, query.unit, now, {.zone = zone});
    const bool endsNow = resolved.end == now;

    Plan plan;
    plan.wanted = wantedBuckets(resolved, query.unit);
    plan.end = resolved.end;
    plan.now = now;
    const auto length = static_cast<int>(std::min<std::size_t>(plan.wanted.size(), longestRequest));
    for (const SeriesKey &key : seriesOf(query)) {
        Request request{.key = key, .length = length};
        if (!endsNow || clock.isFixed()) {
            request.endingAt = resolved.end;
        }
        plan.requests.push_back(request);
    }
    return plan;
}

} // namespace emberline
