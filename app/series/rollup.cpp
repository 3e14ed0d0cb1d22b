// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/rollup.h"

namespace emberline {

namespace {

/// The buckets of the base, from first up to (not including) end, that make one sum.
struct Group
{
    BucketTime time = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    Shortfalls shortfalls = {}; ///< for every series alike
};

/// Tells for growing times on which day they lie; the zone is asked once a day.
class DayFinder
{
public:
    DayFinder(Unit unit, const QTimeZone &zone)
        : m_unit(unit)
        , m_zone(zone)
    { }

    QDate operator()(BucketTime time)
    {
        if (m_unit == Unit::Day) {
            return dayOf(time);
        }
        if (!m_day.isValid() || time >= m_end) {
            m_day = QDateTime::fromMSecsSinceEpoch(time, m_zone).date();
            m_end = dayBegin(m_day.addDays(1), m_zone);
        }
        return m_day;
    }

private:
    Unit m_unit;
    const QTimeZone &m_zone;
    QDate m_day;
    qint64 m_end = 0;
};

class Roller
{
public:
    Roller(const Dataset &base, Granularity granularity, const Calendar &calendar)
        : m_base(base)
        , m_granularity(granularity)
        , m_calendar(calendar)
    { }

    [[nodiscard]] std::vector<Group> groups() const
    {
        std::vector<Group> groups;
        DayFinder dayAt(m_base.unit, m_calendar.zone);
        for (std::size_t i = 0; i < m_base.times.size(); ++i) {
            const BucketTime time = groupOf(dayAt(m_base.times[i]));
            if (groups.empty() || groups.back().time != time) {
                groups.push_back({.time = time, .first = i});
            }
            groups.back().end = i + 1;
        }
        if (!groups.empty()) {
            markEnds(groups);
        }
        return groups;
    }

    [[nodiscard]] Series sums(const Series &series, const std::vector<Group> &groups) const
    {
        Series result{.key = series.key};
        result.values.reserve(groups.size());
        result.states.reserve(groups.size());
        result.shortfalls.reserve(groups.size());
        for (const Group &group : groups) {
            addSum(result, series, group);
        }
        return result;
    }

    [[nodiscard]] QDate dayAt(BucketTime time) const
    {
        return DayFinder(m_base.unit, m_calendar.zone)(time);
    }

private:
    [[nodiscard]] BucketTime groupOf(QDate day) const
    {
        return bucketOfDay(firstDayOf(day, m_granularity, m_calendar.weekStart));
    }

    [[nodiscard]] qint64 endOf(BucketTime part) const
    {
        return bucketEnd(part, m_base.unit, m_calendar.zone);
    }
    [[nodiscard]] qint64 fetched() const { return m_base.fetchedAt.toMSecsSinceEpoch(); }

    /// The first and the last group may reach beyond what was asked for.
    void markEnds(std::vector<Group> &groups) const
    {
        const qint64 width = bucketWidth(m_base.unit);
        if (groupOf(dayAt(m_base.times.front() - width)) == groups.front().time) {
            groups.front().shortfalls |= Shortfall::CutByRange;
        }
        const BucketTime last = m_base.times.back();
        if (groupOf(dayAt(last + width)) == groups.back().time) {
            // What follows is a part of the range's future if it has not begun at the fetch.
            const bool cut = !m_base.fetchedAt.isValid() || endOf(last) < fetched();
            groups.back().shortfalls |= cut ? Shortfall::CutByRange : Shortfall::Open;
        }
    }

    void addSum(Series &result, const Series &series, const Group &group) const
    {
        double sum = 0;
        std::size_t missing = 0;
        std::size_t notCollected = 0;
        std::size_t unread = 0;
        Shortfalls shortfalls = group.shortfalls;
        for (std::size_t i = group.first; i < group.end; ++i) {
            switch (series.states[i]) {
            case BucketState::Counted:
                sum += series.values[i];
                break;
            case BucketState::Incomplete:
                sum += series.values[i];
                shortfalls |= cutOrOpen(m_base.times[i]);
                break;
            case BucketState::Missing:
                ++missing;
                shortfalls |= Shortfall::PartsMissing;
                break;
            case BucketState::NotCollected:
                ++notCollected;
                shortfalls |= Shortfall::PartsNotCollected;
                break;
            case BucketState::Unread:
                ++unread;
                shortfalls |= Shortfall::PartsUnread;
                break;
            }
        }
        const std::size_t count = group.end - group.first;
        const bool known = missing + notCollected + unread < count;
        result.values.push_back(known ? sum : 0);
        result.shortfalls.push_back(known ? shortfalls : Shortfalls());
        result.states.push_back(known
                                    ? (shortfalls ? BucketState::Incomplete : BucketState::Counted)
                                : unread > 0            ? BucketState::Unread
                                : notCollected == count ? BucketState::NotCollected
                                                        : BucketState::Missing);
    }

    /// An end that the user chose in the past leaves its part incomplete although it is over.
    [[nodiscard]] Shortfall cutOrOpen(BucketTime part) const
    {
        const bool cut = m_base.fetchedAt.isValid() && endOf(part) <= fetched();
        return cut ? Shortfall::CutByRange : Shortfall::Open;
    }

    const Dataset &m_base;
    Granularity m_granularity;
    const Calendar &m_calendar;
};

} // namespace

Dataset rollUp(const Dataset &base, Granularity granularity, const Calendar &calendar)
{
    Q_ASSERT(base.granularity == granularityOf(base.unit) && granularity >= base.granularity);
    if (granularity == base.granularity) {
        return base;
    }
    const Roller roller(base, granularity, calendar);
    const std::vector<Group> groups = roller.groups();
    Dataset result{.unit = base.unit,
                   .granularity = granularity,
                   .zone = calendar.zone,
                   .fetchedAt = base.fetchedAt,
                   .isLoading = base.isLoading,
                   .failures = base.failures,
                   .notices = base.notices};
    if (!groups.empty()) {
        result.rolledUp = {.first = roller.dayAt(base.times.front()),
                           .last = roller.dayAt(base.times.back())};
    }
    result.times.reserve(groups.size());
    for (const Group &group : groups) {
        result.times.push_back(group.time);
    }
    result.series.reserve(base.series.size());
    for (const Series &series : base.series) {
        result.series.push_back(roller.sums(series, groups));
    }
    return result;
}

} // namespace emberline
