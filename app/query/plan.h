// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/query.h"
#include "app/query/windows.h"

#include <QTimeZone>

namespace emberline {

/// What a query wants to know, and under which circumstances it is asked.
struct Plan
{
    std::vector<SeriesKey> series = {}; ///< as seriesOf() gives them
    std::vector<BucketTime> wanted = {}; ///< oldest first; both ends included
    bool cuts = false; ///< the user's end cuts the last wanted bucket for ever
    WindowContext context = {};
    QTimeZone zone = QTimeZone::utc(); ///< the workspace's

    [[nodiscard]] qint64 now() const { return context.now.toMSecsSinceEpoch(); }
    /// The instant (UTC ms) up to which the service counts.
    [[nodiscard]] qint64 end() const { return context.end.toMSecsSinceEpoch(); }
};

/// Plans @p query, which has no problem, for the present of @p clock. An end in the future becomes
/// now; a midnight end is exclusive. @p zone is the workspace's. With a fixed clock every request
/// names its end.
[[nodiscard]] Plan planOf(const Query &query, const Clock &clock, const QTimeZone &zone);

} // namespace emberline
