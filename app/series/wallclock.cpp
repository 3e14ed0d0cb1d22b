// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/wallclock.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr qint64 msPerSecond = 1'000;

/// How many whole days @p ms are, rounded towards the past.
qint64 daysIn(qint64 ms)
{
    return ms >= 0 ? ms / msPerDay : -((msPerDay - 1 - ms) / msPerDay);
}

} // namespace

WallClocks::WallClocks(std::span<const BucketTime> times,
                       Granularity granularity,
                       const QTimeZone &zone)
{
    if (granularity != Granularity::Hour || times.empty()) {
        m_offsets.push_back({});
        return;
    }
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(times.front() - msPerHour, Qt::UTC);
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(times.back(), Qt::UTC);
    m_offsets.push_back(
        {.begin = first.toMSecsSinceEpoch(), .offset = zone.offsetFromUtc(first) * msPerSecond});
    if (!zone.hasTransitions()) {
        return;
    }
    const QTimeZone::OffsetDataList changes = zone.transitions(first, last);
    for (const QTimeZone::OffsetData &change : changes) {
        m_offsets.push_back({.begin = change.atUtc.toMSecsSinceEpoch(),
                             .offset = change.offsetFromUtc * msPerSecond});
    }
}

WallClock WallClocks::at(BucketTime time) const
{
    const auto isLater = [](BucketTime when, const Offset &offset) {
        return when < offset.begin;
    };
    const auto next = std::upper_bound(m_offsets.begin() + 1, m_offsets.end(), time, isLater);
    const qint64 local = time + std::prev(next)->offset;
    const qint64 day = daysIn(local);
    constexpr qint64 julianEpoch = 2'440'588; // 1 January 1970
    return {.date = QDate::fromJulianDay(day + julianEpoch),
            .time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(local - day * msPerDay))};
}

} // namespace emberline
