// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/shown.h"

#include "app/models/serieslooks.h"
#include "app/series/completeperiods.h"
#include "app/series/rollup.h"

#include <algorithm>

namespace emberline {

namespace {

DatasetPtr summedUp(const DatasetPtr &base, const Showing &showing)
{
    return showing.query.granularity == base->granularity
             ? base
             : std::make_shared<const Dataset>(
                 rollUp(*base, showing.query.granularity, showing.calendar));
}

std::vector<std::optional<BucketTime>> earlierTimes(const Dataset &dataset,
                                                    const Distance &distance,
                                                    const Calendar &calendar)
{
    std::vector<std::optional<BucketTime>> times;
    times.reserve(dataset.times.size());
    for (const BucketTime time : dataset.times) {
        times.push_back(earlierBucket(time, dataset.granularity, distance, calendar));
    }
    return times;
}

/// The days from the first to the last of @p times, buckets of @p before, as far as they were asked
/// for; none if there are none.
DaySpan datesOf(const std::vector<std::optional<BucketTime>> &times,
                const Dataset &before,
                const Calendar &calendar)
{
    const auto isThere = [](const std::optional<BucketTime> &time) {
        return time.has_value();
    };
    const auto first = std::find_if(times.begin(), times.end(), isThere);
    const auto last = std::find_if(times.rbegin(), times.rend(), isThere);
    if (first == times.end()) {
        return {};
    }
    const auto dayAt = [&](BucketTime time) {
        return before.granularity == Granularity::Hour
                 ? QDateTime::fromMSecsSinceEpoch(time, calendar.zone).date()
                 : dayOf(time);
    };
    DaySpan days{.first = dayAt(**first), .last = lastDayOf(dayAt(**last), before.granularity)};
    if (before.rolledUp.first.isValid()) {
        days = {.first = std::max(days.first, before.rolledUp.first),
                .last = std::min(days.last, before.rolledUp.last)};
    }
    return days;
}

} // namespace

std::vector<DatasetModel::Look> shownLooks(const Dataset &dataset, const Showing &showing)
{
    std::vector<DatasetModel::Look> looks = looksOf(
        showing.query, dataset, showing.colorSlots, showing.allUsers);
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const SeriesId id = idOf(dataset.series[i].key);
        looks[i].hidden = std::find(showing.hidden.begin(), showing.hidden.end(), id)
                       != showing.hidden.end();
        looks[i].patterned = showing.patterned;
    }
    return looks;
}

Shown shownOf(const DatasetPtr &base,
              const std::vector<EarlierAnswer> &earlier,
              const Showing &showing)
{
    Shown shown;
    shown.dataset = summedUp(base, showing);
    if (showing.completeOnly) {
        shown.dataset = std::make_shared<const Dataset>(completePeriodsOf(*shown.dataset));
    }
    shown.looks = shownLooks(*shown.dataset, showing);
    for (const EarlierAnswer &answer : earlier) {
        const DatasetPtr before = summedUp(answer.dataset, showing);
        Earlier laid = alignedTo(*shown.dataset,
                                 *before,
                                 earlierTimes(*shown.dataset, answer.distance, showing.calendar));
        laid.dates = datesOf(laid.times, *before, showing.calendar);
        shown.earlier.push_back(std::move(laid));
    }
    return shown;
}

} // namespace emberline
