// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/range.h"

#include <cstdlib>

namespace emberline {

namespace {

constexpr int earliestYear = 1970;

bool isFirstOfMonth(QDate day)
{
    return day.day() == 1;
}

/// How many months make @p days exactly: any number of calendar months, or half years from any
/// day on. 0: it is a number of days.
int monthsIn(const DaySpan &days)
{
    constexpr int halfYear = 6;
    const QDate end = days.last.addDays(1);
    const int months = (end.year() - days.first.year()) * 12 + end.month() - days.first.month();
    const bool exact = months > 0 && days.first.addMonths(months) == end;
    return exact && (isFirstOfMonth(days.first) || months % halfYear == 0) ? months : 0;
}

/// Days, and what a step is; months 0: as many days as there are.
struct Stride
{
    DaySpan days = {};
    int months = 0;
};

class Shifter
{
public:
    Shifter(Unit unit, const QDateTime &now, const Calendar &calendar)
        : m_unit(unit)
        , m_now(now.toUTC())
        , m_calendar(calendar)
        , m_today(m_now.toTimeZone(calendar.zone).date())
    { }

    [[nodiscard]] std::optional<Range> once(const Range &range, bool forward) const
    {
        const auto *last = std::get_if<LastUnits>(&range);
        if (last != nullptr && last->endingAt && *last->endingAt < m_now) {
            return movedEnd(*last, forward);
        }
        const bool byHour = m_unit == Unit::Hour
                         && (last != nullptr || std::holds_alternative<HourSpan>(range)
                             || range == Range(Preset::Last24Hours));
        if (byHour) {
            return movedHours(range, forward);
        }
        return forward ? later(strideOf(range)) : earlier(strideOf(range));
    }

private:
    [[nodiscard]] std::optional<Range> movedEnd(const LastUnits &range, bool forward) const
    {
        const int by = forward ? range.length : -range.length;
        const QDateTime end = m_unit == Unit::Hour
                                ? range.endingAt->addSecs(qint64{by} * 60 * 60)
                                : range.endingAt->toTimeZone(m_calendar.zone).addDays(by).toUTC();
        if (end >= m_now) {
            return LastUnits{.length = range.length};
        }
        return notTooEarly(end.date(), LastUnits{.length = range.length, .endingAt = end});
    }

    [[nodiscard]] std::optional<Range> movedHours(const Range &range, bool forward) const
    {
        constexpr int day = 24;
        const ResolvedRange hours = resolve(range, Unit::Hour, m_now, m_calendar);
        const qint64 step = hours.last - hours.first + msPerHour;
        const BucketTime present =
            resolve(LastUnits{.length = 1}, Unit::Hour, m_now, m_calendar).last;
        if (forward && hours.last >= present) {
            return std::nullopt;
        }
        if (forward && hours.last + step >= present) {
            const auto count = static_cast<int>(step / msPerHour);
            return count == day ? Range(Preset::Last24Hours) : Range(LastUnits{.length = count});
        }
        const qint64 by = forward ? step : -step;
        const HourSpan moved{.first = QDateTime::fromMSecsSinceEpoch(hours.first + by, Qt::UTC),
                             .last = QDateTime::fromMSecsSinceEpoch(hours.last + by, Qt::UTC)};
        return notTooEarly(moved.first.date(), moved);
    }

    /// A month or a year to date steps as the whole one.
    [[nodiscard]] Stride strideOf(const Range &range) const
    {
        const auto *fixed = std::get_if<DaySpan>(&range);
        DaySpan days = fixed != nullptr ? *fixed : datesOf(range, m_unit, m_now, m_calendar);
        const auto *preset = std::get_if<Preset>(&range);
        if (preset == nullptr) {
            return {.days = days, .months = fixed != nullptr ? monthsIn(days) : 0};
        }
        switch (*preset) {
        case Preset::MonthToDate:
            days.last = days.first.addMonths(1).addDays(-1);
            return {.days = days, .months = 1};
        case Preset::YearToDate:
            days.last = days.first.addYears(1).addDays(-1);
            return {.days = days, .months = 12};
        case Preset::LastMonth:
            return {.days = days, .months = 1};
        case Preset::Last6Months:
            return {.days = days, .months = 6};
        case Preset::Last12Months:
            return {.days = days, .months = 12};
        case Preset::Today:
        case Preset::Yesterday:
        case Preset::Last24Hours:
        case Preset::Last7Days:
        case Preset::Last28Days:
        case Preset::Last30Days:
        case Preset::Last91Days:
            return {.days = days};
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] static std::optional<Range> earlier(const Stride &stride)
    {
        const auto &[first, last] = stride.days;
        const DaySpan moved{.first = stride.months > 0 ? first.addMonths(-stride.months)
                                                       : first.addDays(-first.daysTo(last) - 1),
                            .last = first.addDays(-1)};
        return notTooEarly(moved.first, moved);
    }

    [[nodiscard]] std::optional<Range> later(const Stride &stride) const
    {
        const auto &[first, last] = stride.days;
        if (last >= m_today) {
            return std::nullopt;
        }
        const QDate begin = last.addDays(1);
        const DaySpan moved{.first = begin,
                            .last = stride.months > 0 ? begin.addMonths(stride.months).addDays(-1)
                                                      : last.addDays(first.daysTo(last) + 1)};
        return moved.last < m_today ? Range(moved)
                                    : present({.days = moved, .months = stride.months});
    }

    /// The relative range that is as long as @p stride, which reaches the present.
    [[nodiscard]] Range present(const Stride &stride) const
    {
        const bool calendar = isFirstOfMonth(stride.days.first);
        switch (stride.months) {
        case 0:
            return presentDays(static_cast<int>(stride.days.first.daysTo(stride.days.last)) + 1);
        case 1:
            return Preset::MonthToDate;
        case 6:
            return Preset::Last6Months;
        case 12:
            return calendar && stride.days.first.month() == 1 ? Preset::YearToDate
                                                              : Preset::Last12Months;
        default:
            return DaySpan{.first = stride.days.first, .last = m_today};
        }
    }

    [[nodiscard]] Range presentDays(int count) const
    {
        switch (count) {
        case 1:
            return Preset::Today;
        case 7:
            return Preset::Last7Days;
        case 28:
            return Preset::Last28Days;
        case 30:
            return Preset::Last30Days;
        case 91:
            return Preset::Last91Days;
        default:
            // By the hour the last units would be hours.
            return m_unit == Unit::Day
                     ? Range(LastUnits{.length = count})
                     : Range(DaySpan{.first = m_today.addDays(1 - count), .last = m_today});
        }
    }

    [[nodiscard]] static std::optional<Range> notTooEarly(QDate first, const Range &range)
    {
        return first.year() < earliestYear ? std::nullopt : std::optional(range);
    }

    Unit m_unit;
    QDateTime m_now;
    const Calendar &m_calendar;
    QDate m_today;
};

} // namespace

std::optional<Range> shifted(
    const Range &range, int steps, Unit unit, const QDateTime &now, const Calendar &calendar)
{
    const Shifter shifter(unit, now, calendar);
    std::optional<Range> moved;
    for (int step = 0; step < std::abs(steps); ++step) {
        const std::optional<Range> next = shifter.once(moved.value_or(range), steps > 0);
        if (!next) {
            break;
        }
        moved = next;
    }
    return moved;
}

} // namespace emberline
