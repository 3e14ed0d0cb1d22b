// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a panel.
#include "app/series/valueaxis.h"
#include "ui/panels/panelset.h"

#include <algorithm>

namespace emberline {

namespace {

double largestOf(const Series &series)
{
    double largest = 0;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (hasValue(series.states[i])) {
            largest = std::max(largest, drawableValue(series.values[i]));
        }
    }
    return largest;
}

} // namespace

std::vector<DatasetModel::Look> failedLooks(const Dataset &dataset, const Showing &showing)
{
    Dataset failed;
    for (const SeriesFailure &failure : dataset.failures) {
        failed.series.push_back({.key = failure.key});
    }
    return shownLooks(failed, showing);
}

Shown shownIn(const Panel &panel, const DatasetModel &model)
{
    const Dataset &all = *model.dataset();
    auto part = std::make_shared<Dataset>();
    part->unit = all.unit;
    part->granularity = all.granularity;
    part->zone = all.zone;
    part->fetchedAt = all.fetchedAt;
    part->isLoading = all.isLoading;
    part->held = all.held;
    part->times = all.times;
    part->rolledUp = all.rolledUp;
    Shown shown{.looks = panel.looks};
    for (const std::size_t index : panel.series) {
        part->series.push_back(all.series[index]);
    }
    for (const Earlier &before : model.earlier()) {
        Earlier laid{.dates = before.dates, .times = before.times};
        for (const std::size_t index : panel.series) {
            laid.series.push_back(before.series[index]);
        }
        shown.earlier.push_back(std::move(laid));
    }
    if (panel.series.empty()) { // axes there are all the same
        part->series.push_back(
            {.values = std::vector<double>(part->times.size(), 0),
             .states = std::vector<BucketState>(part->times.size(), BucketState::Unread)});
        shown.looks.front().hidden = true;
        shown.earlier.clear();
    }
    shown.dataset = part;
    return shown;
}

double largestIn(const Panel &panel, const DatasetModel &model)
{
    double largest = 0;
    for (const std::size_t index : panel.series) {
        largest = std::max(largest, largestOf(model.dataset()->series[index]));
        for (const Earlier &before : model.earlier()) {
            largest = std::max(largest, largestOf(before.series[index]));
        }
    }
    return largest;
}

QString directedPercentText(const Change &change, const QLocale &locale)
{
    const QString direction = directionText(change);
    const QString percent = percentText(change, locale);
    return direction.isEmpty() ? percent : direction + u' ' + percent;
}

int panelColumns(int count, int chosen)
{
    constexpr int most = 3; // of those that nobody chose
    if (chosen > 0) {
        return std::clamp(chosen, 1, std::max(1, count));
    }
    if (count == 4) {
        return 2;
    }
    return std::clamp(count, 1, most);
}

std::vector<PanelSplit> splitsOf(const Query &query)
{
    std::vector<PanelSplit> splits{PanelSplit::Segment};
    if (query.apps.size() > 1) {
        splits.push_back(PanelSplit::App);
    }
    if (query.events.size() > 1) {
        splits.push_back(PanelSplit::Event);
    }
    return splits;
}

} // namespace emberline
