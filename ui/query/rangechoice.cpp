// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/rangechoice.h"

namespace emberline {

namespace {

std::optional<Preset> presetOfDays(int length)
{
    switch (length) {
    case 7:
        return Preset::Last7Days;
    case 28:
        return Preset::Last28Days;
    case 30:
        return Preset::Last30Days;
    case 91:
        return Preset::Last91Days;
    default:
        return std::nullopt;
    }
}

/// A preset that has more than a bucket or two of them.
Preset someOf(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
        return Preset::Last24Hours;
    case Granularity::Day:
        return Preset::Last7Days;
    case Granularity::Week:
        return Preset::Last28Days;
    case Granularity::Month:
        return Preset::Last6Months;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Preset> presetLike(const Range &range, Unit unit)
{
    if (const auto *preset = std::get_if<Preset>(&range)) {
        return *preset;
    }
    const auto *last = std::get_if<LastUnits>(&range);
    if (last == nullptr || last->endingAt) {
        return std::nullopt;
    }
    switch (unit) {
    case Unit::Hour: {
        constexpr int day = 24;
        return last->length == day ? std::optional(Preset::Last24Hours) : std::nullopt;
    }
    case Unit::Day:
        return presetOfDays(last->length);
    }
    Q_UNREACHABLE();
}

QChar letterOf(Preset preset)
{
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (presetOfLetter(QLatin1Char(letter)) == preset) {
            return QLatin1Char(letter);
        }
    }
    return {};
}

Query ranged(const Query &query, const Range &range)
{
    Query result = query;
    result.range = range;
    if (presetLike(range, query.unit) == Preset::Last24Hours) {
        result.unit = Unit::Hour;
        result.granularity = Granularity::Hour;
    }
    return result;
}

Query bucketed(const Query &query, Granularity granularity)
{
    Query result = query;
    if (granularity == query.granularity) {
        return result;
    }
    result.granularity = granularity;
    result.unit = granularity == Granularity::Hour ? Unit::Hour : Unit::Day;
    const std::optional<Preset> named = presetLike(query.range, query.unit);
    if (named == Preset::Last24Hours) {
        result.range = someOf(granularity);
    } else if (named && result.unit != query.unit) {
        result.range = *named;
    }
    return result;
}

Granularity nextGranularity(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
        return Granularity::Day;
    case Granularity::Day:
        return Granularity::Week;
    case Granularity::Week:
        return Granularity::Month;
    case Granularity::Month:
        return Granularity::Hour;
    }
    Q_UNREACHABLE();
}

int longestLength(Unit unit)
{
    switch (unit) {
    case Unit::Hour:
        return 175'320;
    case Unit::Day:
        return 7'305;
    }
    Q_UNREACHABLE();
}

Range spanOf(const Range &range, Unit unit, const QDateTime &now, const Calendar &calendar)
{
    switch (unit) {
    case Unit::Hour: {
        const ResolvedRange hours = resolve(range, unit, now, calendar);
        return HourSpan{.first = QDateTime::fromMSecsSinceEpoch(hours.first, Qt::UTC),
                        .last = QDateTime::fromMSecsSinceEpoch(hours.last, Qt::UTC)};
    }
    case Unit::Day:
        return datesOf(range, unit, now, calendar);
    }
    Q_UNREACHABLE();
}

LastUnits unitsOf(const Range &range, Unit unit, const QDateTime &now, const Calendar &calendar)
{
    if (const auto *units = std::get_if<LastUnits>(&range)) {
        return *units;
    }
    const ResolvedRange resolved = resolve(range, unit, now, calendar);
    const auto count = static_cast<int>((resolved.last - resolved.first) / bucketWidth(unit)) + 1;
    return resolved.end < now ? LastUnits{.length = count, .endingAt = resolved.end}
                              : LastUnits{.length = count};
}

} // namespace emberline
