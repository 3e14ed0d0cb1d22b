// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/answerchecks.h"

#include <algorithm>

namespace emberline {

bool hasUnread(const Dataset &dataset)
{
    return std::any_of(dataset.series.begin(), dataset.series.end(), [](const Series &series) {
        return std::any_of(series.states.begin(), series.states.end(), [](BucketState state) {
            return state == BucketState::Unread;
        });
    });
}

int loadedSeries(const Dataset &dataset)
{
    const auto isLoaded = [&dataset](const Series &series) {
        return std::none_of(
            dataset.failures.begin(),
            dataset.failures.end(),
            [&series](const SeriesFailure &failure) { return failure.key == series.key; });
    };
    return static_cast<int>(std::count_if(dataset.series.begin(), dataset.series.end(), isLoaded));
}

bool isNothingRecorded(const Dataset &dataset)
{
    return !hasUnread(dataset)
        && std::none_of(dataset.series.begin(), dataset.series.end(), [](const Series &series) {
               return std::any_of(series.states.begin(), series.states.end(), hasValue);
           });
}

bool isAllZero(const Dataset &dataset)
{
    if (hasUnread(dataset)) {
        return false;
    }

    return std::all_of(dataset.series.begin(), dataset.series.end(), [](const Series &series) {
        return std::all_of(
            series.values.begin(), series.values.end(), [](double value) { return value == 0; });
    });
}

std::ptrdiff_t readBuckets(const Dataset &dataset)
{
    std::ptrdiff_t count = 0;
    for (const Series &series : dataset.series) {
        const auto unread = std::count(
            series.states.begin(), series.states.end(), BucketState::Unread);
        count += static_cast<std::ptrdiff_t>(series.states.size()) - unread;
    }
    return count;
}

bool differsInGranularityOnly(Query one, const Query &other)
{
    one.granularity = other.granularity;
    return one == other;
}

Query inDays(Query query, const QDateTime &now, const QTimeZone &zone)
{
    const DaySpan dates = datesOf(query.range, query.unit, now, {.zone = zone});
    if (const auto *units = std::get_if<LastUnits>(&query.range)) { // so many hours are fewer days
        query.range = units->endingAt
                        ? Range(dates)
                        : LastUnits{.length = static_cast<int>(dates.first.daysTo(dates.last)) + 1};
    }
    query.unit = Unit::Day;
    query.granularity = Granularity::Day;
    return query;
}

bool isKeyRefused(const Dataset &dataset)
{
    return std::any_of(
        dataset.failures.begin(), dataset.failures.end(), [](const SeriesFailure &failure) {
            return failure.error.kind == ErrorKind::Unauthorized;
        });
}

} // namespace emberline
