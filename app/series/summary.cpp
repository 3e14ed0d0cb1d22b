// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/summary.h"

#include <algorithm>
#include <iterator>

namespace emberline {

namespace {

void addComplete(SeriesSummary &summary, const BucketValue &bucket, double &sum)
{
    ++summary.complete;
    sum += bucket.value;
    summary.latestComplete = bucket;
    if (!summary.peak || bucket.value > summary.peak->value) {
        summary.peak = bucket;
    }
}

} // namespace

SeriesSummary summaryOf(const std::vector<BucketTime> &times, const Series &series)
{
    return times.empty() ? SeriesSummary()
                         : summaryOf(times, series, {.first = 0, .last = times.size() - 1});
}

SeriesSummary summaryOf(const std::vector<BucketTime> &times,
                        const Series &series,
                        const BucketSpan &span)
{
    Q_ASSERT(times.size() == series.values.size() && times.size() == series.states.size());
    SeriesSummary summary;
    double completeSum = 0;
    double incompleteSum = 0;
    for (std::size_t i = span.first; i <= span.last && i < times.size(); ++i) {
        switch (series.states[i]) {
        case BucketState::Counted:
            addComplete(summary, {.time = times[i], .value = series.values[i]}, completeSum);
            break;
        case BucketState::Incomplete:
            ++summary.incomplete;
            incompleteSum += series.values[i];
            break;
        case BucketState::Missing:
            ++summary.missing;
            break;
        case BucketState::NotCollected:
            ++summary.notCollected;
            break;
        case BucketState::Unread:
            ++summary.unread;
            break;
        }
    }
    if (summary.complete > 0) {
        summary.average = completeSum / summary.complete;
    }
    if (summary.complete + summary.incomplete > 0) {
        summary.total = completeSum + incompleteSum;
    }
    return summary;
}

std::vector<SeriesSummary> summariesOf(const Dataset &dataset)
{
    std::vector<SeriesSummary> summaries;
    summaries.reserve(dataset.series.size());
    std::transform(dataset.series.begin(),
                   dataset.series.end(),
                   std::back_inserter(summaries),
                   [&dataset](const Series &series) { return summaryOf(dataset.times, series); });
    return summaries;
}

} // namespace emberline
