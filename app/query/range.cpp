// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/range.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

template <typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

QDate dateAt(const QDateTime &instant, const QTimeZone &zone)
{
    return instant.toTimeZone(zone).date();
}

QDateTime utcAt(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

qint64 hourFrom(qint64 ms)
{
    return bucketAt(utcAt(ms + msPerHour - 1), Unit::Hour, QTimeZone::utc());
}

qint64 lastHourBefore(qint64 ms)
{
    return bucketAt(utcAt(ms - 1), Unit::Hour, QTimeZone::utc());
}

/// Where the hour of the wall clock begins; zones with half hours exist.
qint64 hourBegin(const QDateTime &instant, const QTimeZone &zone)
{
    const QTime clock = instant.toTimeZone(zone).time();
    return instant.toMSecsSinceEpoch() - clock.msecsSinceStartOfDay() % msPerHour;
}

/// The dates of every preset but the last 24 hours.
DaySpan daysOf(Preset preset, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = dateAt(now, zone);
    const QDate last = dateAt(now.addMSecs(-1), zone); // midnight is exclusive
    const QDate month(today.year(), today.month(), 1);
    const auto lastDays = [last](int days) {
        return DaySpan{.first = last.addDays(1 - days), .last = last};
    };
    const auto lastMonths = [last](int months) {
        return DaySpan{.first = last.addMonths(-months).addDays(1), .last = last};
    };
    switch (preset) {
    case Preset::Today:
        return {.first = today, .last = today};
    case Preset::Yesterday:
        return {.first = today.addDays(-1), .last = today.addDays(-1)};
    case Preset::Last24Hours:
        return {
            .first = dateAt(utcAt(lastHourBefore(now.toMSecsSinceEpoch()) - 23 * msPerHour), zone),
            .last = last};
    case Preset::Last7Days:
        return lastDays(7);
    case Preset::Last28Days:
        return lastDays(28);
    case Preset::Last30Days:
        return lastDays(30);
    case Preset::Last91Days:
        return lastDays(91);
    case Preset::MonthToDate:
        return {.first = month, .last = today};
    case Preset::LastMonth:
        return {.first = month.addMonths(-1), .last = month.addDays(-1)};
    case Preset::YearToDate:
        return {.first = QDate(today.year(), 1, 1), .last = today};
    case Preset::Last6Months:
        return lastMonths(6);
    case Preset::Last12Months:
        return lastMonths(12);
    }
    Q_UNREACHABLE();
}

class Resolver
{
public:
    Resolver(Unit unit, const QDateTime &now, const QTimeZone &zone)
        : m_unit(unit)
        , m_now(now.toUTC())
        , m_zone(zone)
    { }

    ResolvedRange operator()(const LastUnits &range) const { return lastUnits(range, m_unit); }

    ResolvedRange operator()(Preset preset) const
    {
        if (preset == Preset::Last24Hours && m_unit == Unit::Hour) {
            return lastUnits({.length = 24}, Unit::Hour);
        }
        return (*this)(daysOf(preset, m_now, m_zone));
    }

    ResolvedRange operator()(const DaySpan &days) const
    {
        const QDate last = std::min(days.last, dateAt(m_now, m_zone));
        const qint64 end = dayBegin(last.addDays(1), m_zone);
        if (m_unit == Unit::Hour) {
            return hoursBetween(dayBegin(days.first, m_zone), end);
        }
        return {.first = bucketOfDay(days.first),
                .last = bucketOfDay(last),
                .end = std::min(utcAt(end), m_now)};
    }

    ResolvedRange operator()(const HourSpan &hours) const
    {
        if (m_unit == Unit::Hour) {
            return hoursBetween(hourBegin(hours.first, m_zone),
                                hourBegin(hours.last, m_zone) + msPerHour);
        }
        return (*this)(
            DaySpan{.first = dateAt(hours.first, m_zone), .last = dateAt(hours.last, m_zone)});
    }

private:
    [[nodiscard]] ResolvedRange lastUnits(const LastUnits &range, Unit unit) const
    {
        const QDateTime end = std::min(range.endingAt.value_or(m_now).toUTC(), m_now);
        // An end on a boundary is exclusive: the range ends with the bucket before.
        const BucketTime last = bucketAt(end.addMSecs(-1), unit, m_zone);
        return {.first = last - (range.length - 1) * bucketWidth(unit), // days: 24 h wide labels
                .last = last,
                .end = end,
                .cuts = end < m_now};
    }

    /// The hours that begin from @p begin on and before @p end.
    [[nodiscard]] ResolvedRange hoursBetween(qint64 begin, qint64 end) const
    {
        const qint64 now = m_now.toMSecsSinceEpoch();
        const BucketTime last = lastHourBefore(std::min(end, now));
        const BucketTime first = hourFrom(begin);
        if (first <= last) {
            return {.first = first, .last = last, .end = utcAt(std::min(end, now))};
        }
        // Only just begun: the one hour that it is now.
        const BucketTime only = first <= now ? first : last;
        return {.first = only, .last = only, .end = m_now};
    }

    Unit m_unit;
    QDateTime m_now;
    const QTimeZone &m_zone;
};

std::optional<RangeProblem> lengthProblem(qint64 buckets)
{
    return buckets < 1 || buckets > longestRange ? std::optional(RangeProblem::Length)
                                                 : std::nullopt;
}

} // namespace

QString presetName(Preset preset)
{
    switch (preset) {
    case Preset::Today:
        return u"today"_s;
    case Preset::Yesterday:
        return u"yesterday"_s;
    case Preset::Last24Hours:
        return u"last-24-hours"_s;
    case Preset::Last7Days:
        return u"last-7-days"_s;
    case Preset::Last28Days:
        return u"last-28-days"_s;
    case Preset::Last30Days:
        return u"last-30-days"_s;
    case Preset::Last91Days:
        return u"last-91-days"_s;
    case Preset::MonthToDate:
        return u"month-to-date"_s;
    case Preset::LastMonth:
        return u"last-month"_s;
    case Preset::YearToDate:
        return u"year-to-date"_s;
    case Preset::Last6Months:
        return u"last-6-months"_s;
    case Preset::Last12Months:
        return u"last-12-months"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Preset> presetFromName(const QString &name)
{
    const auto *const found = std::find_if(
        allPresets.begin(), allPresets.end(), [&name](Preset preset) {
            return presetName(preset) == name;
        });
    return found == allPresets.end() ? std::nullopt : std::optional(*found);
}

std::optional<Preset> presetOfLetter(QChar letter)
{
    constexpr QStringView letters = u"DEHWFTNMPYSL"; // in the order of the enum
    const qsizetype place = letters.indexOf(letter.toUpper());
    return place < 0 ? std::nullopt : std::optional(static_cast<Preset>(place));
}

std::optional<RangeProblem> problemOf(const Range &range, Unit unit)
{
    const auto ofDays = [unit](const DaySpan &days) -> std::optional<RangeProblem> {
        if (!days.first.isValid() || !days.last.isValid()) {
            return RangeProblem::Length;
        }
        if (days.last < days.first) {
            return RangeProblem::Reversed;
        }
        return lengthProblem((days.first.daysTo(days.last) + 1) * msPerDay / bucketWidth(unit));
    };
    const auto ofHours = [](const HourSpan &hours) -> std::optional<RangeProblem> {
        if (!hours.first.isValid() || !hours.last.isValid()) {
            return RangeProblem::Length;
        }
        if (hours.last < hours.first) {
            return RangeProblem::Reversed;
        }
        return lengthProblem(hours.first.msecsTo(hours.last) / msPerHour + 1);
    };
    return std::visit(Overloaded{[](const LastUnits &last) { return lengthProblem(last.length); },
                                 [](Preset) { return std::optional<RangeProblem>(); },
                                 ofDays,
                                 ofHours},
                      range);
}

std::optional<RangeProblem> problemOf(const Range &range,
                                      Unit unit,
                                      const QDateTime &now,
                                      const Calendar &calendar)
{
    if (const std::optional<RangeProblem> problem = problemOf(range, unit)) {
        return problem;
    }
    const auto *days = std::get_if<DaySpan>(&range);
    const auto *hours = std::get_if<HourSpan>(&range);
    const bool future = (days != nullptr && days->first > dateAt(now, calendar.zone))
                     || (hours != nullptr
                         && hourBegin(hours->first, calendar.zone) > now.toMSecsSinceEpoch());
    return future ? std::optional(RangeProblem::InFuture) : std::nullopt;
}

ResolvedRange resolve(const Range &range, Unit unit, const QDateTime &now, const Calendar &calendar)
{
    return std::visit(Resolver(unit, now, calendar.zone), range);
}

std::vector<BucketTime> wantedBuckets(const ResolvedRange &resolved, Unit unit)
{
    const qint64 width = bucketWidth(unit);
    std::vector<BucketTime> buckets;
    if (resolved.last < resolved.first) { // all of it is still to come
        return buckets;
    }
    buckets.reserve(static_cast<std::size_t>((resolved.last - resolved.first) / width + 1));
    for (BucketTime time = resolved.first; time <= resolved.last; time += width) {
        buckets.push_back(time);
    }
    return buckets;
}

DaySpan datesOf(const Range &range, Unit unit, const QDateTime &now, const Calendar &calendar)
{
    const ResolvedRange resolved = resolve(range, unit, now, calendar);
    switch (unit) {
    case Unit::Hour:
        return {.first = dateAt(utcAt(resolved.first), calendar.zone),
                .last = dateAt(utcAt(resolved.last), calendar.zone)};
    case Unit::Day:
        return {.first = dayOf(resolved.first), .last = dayOf(resolved.last)};
    }
    Q_UNREACHABLE();
}

} // namespace emberline
