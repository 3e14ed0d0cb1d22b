// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/query.h"
#include "app/query/request.h"

#include <QTimeZone>

namespace emberline {

/// What to ask to answer a query, and what is wanted of the answers.
struct Plan
{
    std::vector<BucketTime> wanted = {}; ///< oldest first; both ends included
    std::vector<Request> requests = {}; ///< one per series, in the order of seriesOf()
    QDateTime end = {}; ///< UTC; the instant up to which the service counts, never in the future
    QDateTime now = {}; ///< UTC; the moment of planning

    /// The instant (UTC ms) up to which a bucket must be over to be complete: an end in the past
    /// cuts its bucket for ever.
    [[nodiscard]] qint64 completeUpTo() const { return end.toMSecsSinceEpoch(); }
};

/// Plans @p query, which has no problem: one request per series, of the newest hundred units. An
/// end in the future becomes now; a midnight end is exclusive. @p zone is the workspace's. With a
/// fixed clock every request names its end.
[[nodiscard]] Plan planOf(const Query &query, const Clock &clock, const QTimeZone &zone);

} // namespace emberline
