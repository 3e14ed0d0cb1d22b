// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/plan.h"

namespace emberline {

Plan planOf(const Query &query, const Clock &clock, const QTimeZone &zone)
{
    const QDateTime now = clock.now();
    const ResolvedRange resolved = resolve(query.range, query.unit, now, {.zone = zone});
    return {.series = seriesOf(query),
            .wanted = wantedBuckets(resolved, query.unit),
            .cuts = resolved.cuts,
            .context = {.unit = query.unit,
                        .now = now,
                        .end = resolved.cuts ? resolved.end : now,
                        .namesEnd = clock.isFixed()},
            .zone = zone};
}

} // namespace emberline
