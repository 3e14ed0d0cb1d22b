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
    /// The instant (UTC) at which the service stops counting when it lies before now: the bucket
    /// it cuts is incomplete for ever.
    std::optional<QDateTime> cutAt = {};
};

/// Plans @p query, which has no problem. An end in the future becomes now; a midnight end is
/// exclusive. @p zone is the workspace's. With a fixed clock every request names its end.
[[nodiscard]] Plan planOf(const Query &query, const Clock &clock, const QTimeZone &zone);

} // namespace emberline
