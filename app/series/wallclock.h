// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QDate>
#include <QTime>

#include <span>
#include <vector>

namespace emberline {

/// What calendar and clock show.
struct WallClock
{
    QDate date = {};
    QTime time = {};

    friend bool operator==(const WallClock &, const WallClock &) = default;
};

/// The wall clocks of many buckets: looks into the zone once, so that each costs next to nothing.
class WallClocks
{
public:
    /// For all from the first to the last of @p times (and the bucket before), in @p zone.
    WallClocks(std::span<const BucketTime> times, Granularity granularity, const QTimeZone &zone);

    /// An hour as it is in the zone, else midnight of the first day.
    [[nodiscard]] WallClock at(BucketTime time) const;

private:
    /// From @p begin on, the zone is @p offset ahead of UTC.
    struct Offset
    {
        qint64 begin = 0;
        qint64 offset = 0;
    };

    std::vector<Offset> m_offsets; ///< oldest first; the first counts for all before, too
};

} // namespace emberline
