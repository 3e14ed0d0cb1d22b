// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/calendarticks.h"

#include "app/series/datetext.h"
#include "app/series/wallclock.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

enum class Step {
    Hour,
    ThreeHours,
    SixHours,
    TwelveHours,
    Day,
    Week,
    TwoWeeks,
    Month,
    Quarter,
    Year
};

constexpr std::array allSteps{Step::Hour,
                              Step::ThreeHours,
                              Step::SixHours,
                              Step::TwelveHours,
                              Step::Day,
                              Step::Week,
                              Step::TwoWeeks,
                              Step::Month,
                              Step::Quarter,
                              Step::Year};

constexpr std::size_t fewHours = 12; ///< up to here every hour or third hour may be labelled

qint64 hourSlot(const WallClock &clock, int hours)
{
    return (clock.date.toJulianDay() * 24 + clock.time.hour()) / hours;
}

qint64 weekOf(QDate day, Qt::DayOfWeek weekStart)
{
    // Julian day 0 was a Monday.
    return (day.toJulianDay() - (static_cast<int>(weekStart) - 1)) / 7;
}

/// The number of the step that @p clock lies in; it grows by one where a step begins.
qint64 slotOf(const WallClock &clock, Step step, Qt::DayOfWeek weekStart)
{
    const QDate day = clock.date;
    const qint64 month = qint64{day.year()} * 12 + day.month() - 1;
    switch (step) {
    case Step::Hour:
        return hourSlot(clock, 1);
    case Step::ThreeHours:
        return hourSlot(clock, 3);
    case Step::SixHours:
        return hourSlot(clock, 6);
    case Step::TwelveHours:
        return hourSlot(clock, 12);
    case Step::Day:
        return day.toJulianDay();
    case Step::Week:
        return weekOf(day, weekStart);
    case Step::TwoWeeks:
        return weekOf(day, weekStart) / 2;
    case Step::Month:
        return month;
    case Step::Quarter:
        return month / 3;
    case Step::Year:
        return day.year();
    }
    Q_UNREACHABLE();
}

bool isShorterThanADay(Step step)
{
    return step < Step::Day;
}

QString firstLine(const WallClock &clock, Step step, const QLocale &locale)
{
    if (isShorterThanADay(step)) {
        return clockText(clock.time, locale);
    }
    if (step == Step::Year) {
        return QString::number(clock.date.year());
    }
    return locale.toString(clock.date, step < Step::Month ? u"ddd d"_s : u"MMM"_s);
}

/// What the first line leaves out, unless the label before (of @p last) already says it.
QString secondLine(QDate day, QDate last, Step step, const QLocale &locale)
{
    const bool sameYear = last.isValid() && last.year() == day.year();
    const bool sameMonth = sameYear && last.month() == day.month();
    if (step == Step::Year) {
        return {};
    }
    if (step >= Step::Month) {
        return sameYear ? QString() : QString::number(day.year());
    }
    const QString year = sameYear ? QString() : u" yyyy"_s;
    if (isShorterThanADay(step)) {
        return day == last ? QString() : locale.toString(day, QString(u"d MMM"_s + year));
    }
    return sameMonth ? QString() : locale.toString(day, QString(u"MMM"_s + year));
}

/// Both lines in one, unless the label before (of @p last) already says a part of it.
QString onlyLine(const WallClock &clock, QDate last, Step step, const QLocale &locale)
{
    const QDate day = clock.date;
    if (isShorterThanADay(step) && day == last) {
        return clockText(clock.time, locale);
    }
    if (step == Step::Year) {
        return QString::number(day.year());
    }
    if (step < Step::Month) {
        return locale.toString(day, u"d MMM"_s);
    }
    const bool sameYear = last.isValid() && last.year() == day.year();
    return locale.toString(day, sameYear ? u"MMM"_s : u"MMM yyyy"_s);
}

/// Of the bucket before the first.
WallClock clockBefore(const CalendarAxis &axis, const WallClocks &clocks)
{
    const BucketTime first = axis.times.front();
    const QDate day = clocks.at(first).date;
    switch (axis.granularity) {
    case Granularity::Hour:
        return clocks.at(first - msPerHour);
    case Granularity::Day:
        return {.date = day.addDays(-1)};
    case Granularity::Week:
        return {.date = day.addDays(-7)};
    case Granularity::Month:
        return {.date = day.addMonths(-1)};
    }
    Q_UNREACHABLE();
}

/// The shortest step between the labels of such buckets.
Step shortestStep(Granularity granularity, std::size_t buckets)
{
    switch (granularity) {
    case Granularity::Hour:
        return buckets <= fewHours ? Step::Hour : Step::SixHours;
    case Granularity::Day:
        return Step::Day;
    case Granularity::Week:
        return Step::Week;
    case Granularity::Month:
        return Step::Month;
    }
    Q_UNREACHABLE();
}

class Ticker
{
public:
    Ticker(const CalendarAxis &axis, const LabelRoom &room)
        : m_axis(axis)
        , m_room(room)
        , m_clocks(axis.times, axis.granularity, axis.zone)
        , m_before(clockBefore(axis, m_clocks))
    { }

    /// Those of @p step; none if two of them would touch.
    [[nodiscard]] std::vector<CalendarTick> fittingTicks(Step step) const
    {
        std::vector<CalendarTick> found;
        QDate last;
        std::optional<double> end1; // of the labels so far, in either line
        std::optional<double> end2;
        const std::size_t count = m_axis.times.size();
        for (std::size_t i = begins(0, step) ? 0 : next(0, step); i < count; i = next(i, step)) {
            found.push_back(tick(i, step, last));
            // Most steps of a long axis end here, with their second label.
            if (!takes(end1, found.back().line1, i) || !takes(end2, found.back().line2, i)) {
                return {};
            }
            last = clock(i).date;
        }
        return found;
    }

    [[nodiscard]] std::vector<CalendarTick> first() const
    {
        return {tick(0, shortestStep(m_axis.granularity, 1), {})};
    }

    [[nodiscard]] bool isOffered(Step step) const
    {
        return step >= shortestStep(m_axis.granularity, m_axis.times.size());
    }

private:
    [[nodiscard]] WallClock clock(std::size_t bucket) const
    {
        return m_clocks.at(m_axis.times[bucket]);
    }
    [[nodiscard]] qint64 slot(std::size_t bucket, Step step) const
    {
        return slotOf(clock(bucket), step, m_axis.weekStart);
    }
    [[nodiscard]] bool begins(std::size_t bucket, Step step) const
    {
        const qint64 before = bucket == 0 ? slotOf(m_before, step, m_axis.weekStart)
                                          : slot(bucket - 1, step);
        return before != slot(bucket, step);
    }

    /// The next bucket after @p bucket that begins a step, or their number. It looks at few of
    /// those between.
    [[nodiscard]] std::size_t next(std::size_t bucket, Step step) const
    {
        const std::size_t count = m_axis.times.size();
        const qint64 here = slot(bucket, step);
        std::size_t inside = bucket;
        std::size_t stride = 1;
        while (bucket + stride < count && slot(bucket + stride, step) == here) {
            inside = bucket + stride;
            stride *= 2;
        }
        std::size_t beyond = std::min(bucket + stride, count);
        while (beyond - inside > 1) {
            const std::size_t middle = inside + (beyond - inside) / 2;
            (slot(middle, step) == here ? inside : beyond) = middle;
        }
        return beyond;
    }

    [[nodiscard]] CalendarTick tick(std::size_t bucket, Step step, QDate last) const
    {
        const QDate day = clock(bucket).date;
        if (m_room.oneLine) {
            return {.bucket = bucket,
                    .line1 = onlyLine(clock(bucket), last, step, m_axis.locale),
                    .boundary = isBoundary(bucket)};
        }
        if (m_axis.granularity == Granularity::Week && step < Step::Month) {
            return {.bucket = bucket, // every week begins on the same weekday
                    .line1 = m_axis.locale.toString(day, u"d MMM"_s),
                    .line2 = secondLine(day, last, Step::Month, m_axis.locale),
                    .boundary = isBoundary(bucket)};
        }
        return {.bucket = bucket,
                .line1 = firstLine(clock(bucket), step, m_axis.locale),
                .line2 = secondLine(day, last, step, m_axis.locale),
                .boundary = isBoundary(bucket)};
    }

    [[nodiscard]] bool isBoundary(std::size_t bucket) const
    {
        switch (m_axis.granularity) {
        case Granularity::Hour:
            return begins(bucket, Step::Day);
        case Granularity::Day:
            return begins(bucket, Step::Week) || begins(bucket, Step::Month);
        case Granularity::Week:
            return begins(bucket, Step::Month);
        case Granularity::Month:
            return begins(bucket, Step::Year);
        }
        Q_UNREACHABLE();
    }

    /// Puts @p text, which may be empty, under @p bucket; false if it would touch what stands up to
    /// @p end.
    [[nodiscard]] bool takes(std::optional<double> &end,
                             const QString &text,
                             std::size_t bucket) const
    {
        if (text.isEmpty()) {
            return true;
        }
        const double middle = static_cast<double>(bucket) * m_room.columnWidth;
        const double half = m_room.widthOf(text) / 2;
        if (end && middle - half < *end + m_room.gap) {
            return false;
        }
        end = middle + half;
        return true;
    }

    const CalendarAxis &m_axis;
    const LabelRoom &m_room;
    WallClocks m_clocks;
    WallClock m_before; ///< of the bucket before the first
};

} // namespace

std::vector<CalendarTick> calendarTicks(const CalendarAxis &axis, const LabelRoom &room)
{
    if (axis.times.empty()) {
        return {};
    }
    const Ticker ticker(axis, room);
    for (const Step step : allSteps) {
        if (!ticker.isOffered(step)) {
            continue;
        }
        std::vector<CalendarTick> ticks = ticker.fittingTicks(step);
        if (!ticks.empty()) {
            return ticks;
        }
    }
    return ticker.first();
}

std::vector<bool> weekendBuckets(const CalendarAxis &axis)
{
    if (axis.granularity == Granularity::Week || axis.granularity == Granularity::Month) {
        std::vector<bool> none(axis.times.size());
        return none;
    }
    const QList<Qt::DayOfWeek> workdays = axis.locale.weekdays();
    const WallClocks clocks(axis.times, axis.granularity, axis.zone);
    std::vector<bool> flags;
    flags.reserve(axis.times.size());
    for (const BucketTime time : axis.times) {
        const int day = clocks.at(time).date.dayOfWeek();
        flags.push_back(!workdays.contains(static_cast<Qt::DayOfWeek>(day)));
    }
    return flags;
}

} // namespace emberline
