// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/rangewords.h"

#include "app/series/datetext.h"
#include "ui/query/rangechoice.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString RangeWords::presetText(Preset preset)
{
    switch (preset) {
    case Preset::Today:
        return tr("Today");
    case Preset::Yesterday:
        return tr("Yesterday");
    case Preset::Last24Hours:
        return tr("Last 24 hours");
    case Preset::Last7Days:
        return tr("Last 7 days");
    case Preset::Last28Days:
        return tr("Last 28 days");
    case Preset::Last30Days:
        return tr("Last 30 days");
    case Preset::Last91Days:
        return tr("Last 91 days");
    case Preset::MonthToDate:
        return tr("Month to date");
    case Preset::LastMonth:
        return tr("Last month");
    case Preset::YearToDate:
        return tr("Year to date");
    case Preset::Last6Months:
        return tr("Last 6 months");
    case Preset::Last12Months:
        return tr("Last 12 months");
    }
    Q_UNREACHABLE();
}

QString RangeWords::nameOf(const Range &range, Unit unit)
{
    if (const std::optional<Preset> named = presetLike(range, unit)) {
        return presetText(*named);
    }
    const auto *last = std::get_if<LastUnits>(&range);
    if (last == nullptr) {
        return tr("Custom", "a range of dates that the user chose");
    }
    const bool fixed = last->endingAt.has_value(); // its dates follow
    switch (unit) {
    case Unit::Hour:
        return fixed ? tr("%Ln hour(s)", "a range", last->length)
                     : tr("Last %Ln hour(s)", nullptr, last->length);
    case Unit::Day:
        return fixed ? tr("%Ln day(s)", "a range", last->length)
                     : tr("Last %Ln day(s)", nullptr, last->length);
    }
    Q_UNREACHABLE();
}

QString RangeWords::shortDates(const DaySpan &days, QDate today, const QLocale &locale)
{
    return shortRangeText(days, today, locale);
}

QString RangeWords::granularityText(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
        return tr("Hour");
    case Granularity::Day:
        return tr("Day");
    case Granularity::Week:
        return tr("Week");
    case Granularity::Month:
        return tr("Month");
    }
    Q_UNREACHABLE();
}

QString RangeWords::sentenceFor(RangeProblem problem)
{
    switch (problem) {
    case RangeProblem::Length:
        return tr("The range can't have more than %L1 buckets.").arg(longestRange);
    case RangeProblem::Reversed:
        return tr("The end can't lie before the start.");
    case RangeProblem::InFuture:
        return tr("The range can't lie wholly in the future.");
    }
    Q_UNREACHABLE();
}

} // namespace emberline
