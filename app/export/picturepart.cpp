// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picturepart.h"

#include "app/series/runs.h"

#include <algorithm>
#include <iterator>

namespace emberline {

namespace {

template <typename Value>
void cut(std::vector<Value> &values, const BucketSpan &span)
{
    if (!values.empty()) { // shortfalls are empty where there are none
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(span.last) + 1, values.end());
        values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(span.first));
    }
}

void cut(Series &series, const BucketSpan &span)
{
    cut(series.values, span);
    cut(series.states, span);
    cut(series.shortfalls, span);
}

BucketSpan zoomed(const std::vector<BucketTime> &times, const Zoom &zoom)
{
    const auto first = std::lower_bound(times.begin(), times.end(), zoom.first);
    const auto end = std::upper_bound(first, times.end(), zoom.last);
    if (first == end) {
        return {.first = 0, .last = times.size() - 1};
    }
    return {.first = static_cast<std::size_t>(first - times.begin()),
            .last = static_cast<std::size_t>(end - times.begin()) - 1};
}

QDate dayAt(BucketTime time, const Dataset &dataset)
{
    return dataset.granularity == Granularity::Hour
             ? QDateTime::fromMSecsSinceEpoch(time, dataset.zone).date()
             : dayOf(time);
}

/// @p known, as far as it lies between the buckets at @p first and @p last.
DaySpan narrowed(const DaySpan &known, BucketTime first, BucketTime last, const Dataset &dataset)
{
    const QDate end = lastDayOf(dayAt(last, dataset), dataset.granularity);
    return {.first = std::max(known.first, dayAt(first, dataset)),
            .last = std::min(known.last, end)};
}

void narrow(Earlier &earlier, const Dataset &dataset)
{
    const auto isThere = [](const std::optional<BucketTime> &time) {
        return time.has_value();
    };
    const auto first = std::find_if(earlier.times.begin(), earlier.times.end(), isThere);
    const auto last = std::find_if(earlier.times.rbegin(), earlier.times.rend(), isThere);
    earlier.dates = first == earlier.times.end()
                      ? DaySpan()
                      : narrowed(earlier.dates, **first, **last, dataset);
}

void cutTo(PicturePart &part, const BucketSpan &span)
{
    Dataset &dataset = part.dataset;
    cut(dataset.times, span);
    for (Series &series : dataset.series) {
        cut(series, span);
    }
    if (dataset.rolledUp.first.isValid()) {
        dataset.rolledUp = narrowed(
            dataset.rolledUp, dataset.times.front(), dataset.times.back(), dataset);
    }
    for (Earlier &earlier : part.earlier) {
        cut(earlier.times, span);
        for (Series &series : earlier.series) {
            cut(series, span);
        }
        narrow(earlier, dataset);
    }
}

void leaveOut(PicturePart &part, const std::vector<SeriesId> &hidden)
{
    const auto isHidden = [&hidden](const SeriesKey &key) {
        return std::find(hidden.begin(), hidden.end(), idOf(key)) != hidden.end();
    };
    Dataset &dataset = part.dataset;
    const bool isNothing = std::all_of(
        dataset.series.begin(), dataset.series.end(), [&isHidden](const Series &series) {
            return isHidden(series.key);
        });
    if (isNothing) {
        return;
    }
    const auto isOut = [&isHidden](const auto &about) {
        return isHidden(about.key);
    };
    std::erase_if(dataset.series, isOut);
    std::erase_if(dataset.failures, isOut);
    std::erase_if(dataset.notices, isOut);
    for (Earlier &earlier : part.earlier) {
        std::erase_if(earlier.series, isOut);
    }
    part.view.query = shownPart(part.view.query, hidden);
}

} // namespace

PicturePart picturePart(const View &view,
                        const Dataset &dataset,
                        const std::vector<Earlier> &earlier)
{
    PicturePart part{.view = view, .dataset = dataset, .earlier = earlier};
    leaveOut(part, view.look.hidden);
    if (view.look.zoom.has_value() && !dataset.times.empty()) {
        cutTo(part, zoomed(dataset.times, *view.look.zoom));
    }
    return part;
}

} // namespace emberline
