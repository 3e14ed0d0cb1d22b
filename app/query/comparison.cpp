// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/comparison.h"

namespace emberline {

namespace {

constexpr int daysInWeek = 7;
constexpr int monthsInYear = 12;
constexpr int weeksInYear = 52;
constexpr int earliestYear = 1970;

int wholeWeeks(int days)
{
    return (days + daysInWeek - 1) / daysInWeek * daysInWeek;
}

int monthsBetween(QDate from, QDate to)
{
    return (to.year() - from.year()) * monthsInYear + to.month() - from.month();
}

/// How many calendar months @p range is made of, up to the present or not; 0: it is made of days.
int calendarMonths(const Range &range)
{
    if (const auto *days = std::get_if<DaySpan>(&range)) {
        const QDate end = days->last.addDays(1);
        return days->first.day() == 1 && end.day() == 1 ? monthsBetween(days->first, end) : 0;
    }
    const auto *preset = std::get_if<Preset>(&range);
    if (preset == nullptr) {
        return 0;
    }
    switch (*preset) {
    case Preset::MonthToDate:
    case Preset::LastMonth:
        return 1;
    case Preset::Last6Months:
        return monthsInYear / 2;
    case Preset::YearToDate:
    case Preset::Last12Months:
        return monthsInYear;
    case Preset::Today:
    case Preset::Yesterday:
    case Preset::Last24Hours:
    case Preset::Last7Days:
    case Preset::Last28Days:
    case Preset::Last30Days:
    case Preset::Last91Days:
        return 0;
    }
    Q_UNREACHABLE();
}

/// The whole months that @p days touch.
int touchedMonths(const DaySpan &days)
{
    return monthsBetween(days.first, days.last) + 1;
}

/// So many days the wall clock goes on while @p hours pass: 24 hours are a day, on whichever dates.
int clockDays(const ResolvedRange &hours, const QTimeZone &zone)
{
    const auto clockAt = [&zone](BucketTime hour) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(hour, zone);
        return QDateTime(local.date(), local.time(), Qt::UTC).toMSecsSinceEpoch();
    };
    const qint64 length = clockAt(hours.last) + msPerHour - clockAt(hours.first);
    return static_cast<int>((length + msPerDay - 1) / msPerDay);
}

/// What a query means now.
struct Period
{
    DaySpan days = {};
    int length = 0; ///< in days
};

Period periodOf(const Query &query, const QDateTime &now, const Calendar &calendar)
{
    const DaySpan days = datesOf(query.range, query.unit, now, calendar);
    const int length = query.granularity == Granularity::Hour
                         ? clockDays(resolve(query.range, query.unit, now, calendar), calendar.zone)
                         : static_cast<int>(days.first.daysTo(days.last)) + 1;
    return {.days = days, .length = length};
}

Distance previousPeriod(const Query &query, const Period &period, bool matching)
{
    const int count = period.length;
    switch (query.granularity) {
    case Granularity::Hour:
    case Granularity::Day:
        if (matching) {
            return {.days = wholeWeeks(count)};
        }
        if (const int months = calendarMonths(query.range); months > 0) {
            return {.months = months};
        }
        return {.days = count};
    case Granularity::Week:
        return {.days = wholeWeeks(count)};
    case Granularity::Month:
        return {.months = touchedMonths(period.days)};
    }
    Q_UNREACHABLE();
}

Distance lastYear(Granularity granularity, bool matching)
{
    const bool byWeeks = granularity == Granularity::Week
                      || (granularity != Granularity::Month && matching);
    return byWeeks ? Distance{.days = weeksInYear * daysInWeek} : Distance{.months = monthsInYear};
}

Distance custom(Granularity granularity, QDate first, QDate start)
{
    const int days = static_cast<int>(start.daysTo(first));
    switch (granularity) {
    case Granularity::Hour:
    case Granularity::Day:
        return {.days = days};
    case Granularity::Week:
        return {.days = wholeWeeks(days)};
    case Granularity::Month:
        return {.months = monthsBetween(start, first)};
    }
    Q_UNREACHABLE();
}

Distance firstDistance(const Query &query, const Comparison &comparison, const Period &period)
{
    const bool matching = matchesWeekdays(comparison, query.granularity);
    switch (comparison.kind) {
    case ComparisonKind::None:
        return {};
    case ComparisonKind::PreviousPeriod:
        return previousPeriod(query, period, matching);
    case ComparisonKind::LastYear:
        return lastYear(query.granularity, matching);
    case ComparisonKind::Custom:
        return custom(query.granularity, period.days.first, comparison.start);
    }
    Q_UNREACHABLE();
}

/// A month may be shorter than the one before: its last day stands for the days that it lacks.
QDate earlierDay(QDate day, const Distance &distance)
{
    return distance.months > 0 ? day.addMonths(-distance.months) : day.addDays(-distance.days);
}

/// The end of a month goes to the end of a month.
QDate earlierLastDay(QDate day, const Distance &distance)
{
    const QDate earlier = earlierDay(day, distance);
    const bool endsMonth = distance.months > 0 && day.day() == day.daysInMonth();
    return endsMonth ? QDate(earlier.year(), earlier.month(), earlier.daysInMonth()) : earlier;
}

std::optional<BucketTime> earlierHour(BucketTime bucket,
                                      const Distance &distance,
                                      const QTimeZone &zone)
{
    const QDateTime hour = QDateTime::fromMSecsSinceEpoch(bucket, zone);
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(bucket - msPerHour, zone);
    const QDate day = earlierDay(hour.date(), distance);
    // There and back: a wall clock that was left out would look as if it were.
    const QDateTime earlier = QDateTime::fromMSecsSinceEpoch(
        QDateTime(day, hour.time(), zone).toMSecsSinceEpoch(), zone);
    const bool isRepeated = before.time() == hour.time();
    const bool lacksDay = distance.months > 0 && day.day() != hour.date().day();
    const bool lacksHour = earlier.date() != day || earlier.time() != hour.time();
    if (isRepeated || lacksDay || lacksHour) {
        return std::nullopt;
    }
    return earlier.toMSecsSinceEpoch();
}

} // namespace

bool matchesWeekdays(const Comparison &comparison, Granularity granularity)
{
    return comparison.matchWeekdays.value_or(granularity != Granularity::Hour);
}

std::vector<Distance> distancesOf(const Query &query,
                                  const Comparison &comparison,
                                  const QDateTime &now,
                                  const Calendar &calendar)
{
    const Period period = periodOf(query, now, calendar);
    const Distance step = firstDistance(query, comparison, period);
    std::vector<Distance> distances;
    if (step.days <= 0 && step.months <= 0) {
        return distances;
    }
    const int periods = comparison.kind == ComparisonKind::Custom ? 1 : comparison.periods;
    for (int i = 1; i <= periods; ++i) {
        const Distance distance{.days = step.days * i, .months = step.months * i};
        if (earlierDay(period.days.first, distance).year() < earliestYear) {
            break;
        }
        distances.push_back(distance);
    }
    return distances;
}

Query earlierQuery(const Query &query,
                   const Distance &distance,
                   const QDateTime &now,
                   const Calendar &calendar)
{
    Query earlier = query;
    const ResolvedRange range = resolve(query.range, query.unit, now, calendar);
    if (query.granularity == Granularity::Hour) {
        const auto hourBefore = [&](BucketTime hour) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(hour, calendar.zone);
            return QDateTime(earlierDay(local.date(), distance), local.time(), calendar.zone)
                .toUTC();
        };
        earlier.range = HourSpan{.first = hourBefore(range.first), .last = hourBefore(range.last)};
        return earlier;
    }
    const DaySpan days = datesOf(query.range, query.unit, now, calendar);
    earlier.range = DaySpan{.first = earlierDay(days.first, distance),
                            .last = earlierLastDay(days.last, distance)};
    return earlier;
}

std::optional<BucketTime> earlierBucket(BucketTime bucket,
                                        Granularity granularity,
                                        const Distance &distance,
                                        const Calendar &calendar)
{
    if (granularity == Granularity::Hour) {
        return earlierHour(bucket, distance, calendar.zone);
    }
    const QDate day = dayOf(bucket);
    const QDate earlier = earlierDay(day, distance);
    if (distance.months > 0 && earlier.day() != day.day()) {
        return std::nullopt;
    }
    return bucketOfDay(earlier);
}

} // namespace emberline
