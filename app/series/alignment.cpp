// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/alignment.h"

#include <algorithm>
#include <optional>

namespace emberline {

namespace {

/// Where in the hour all rows begin, if they agree.
std::optional<qint64> commonPhase(const std::vector<const std::vector<Row> *> &answers)
{
    std::optional<qint64> phase;
    for (const std::vector<Row> *rows : answers) {
        for (const Row &row : *rows) {
            const qint64 own = ((row.time % msPerHour) + msPerHour) % msPerHour;
            if (phase.value_or(own) != own) {
                return std::nullopt;
            }
            phase = own;
        }
    }
    return phase;
}

} // namespace

std::vector<BucketTime> axisFor(std::vector<BucketTime> wanted,
                                const std::vector<const std::vector<Row> *> &answers,
                                Unit unit,
                                qint64 end)
{
    const qint64 phase = unit == Unit::Hour ? commonPhase(answers).value_or(0) : 0;
    if (phase == 0 || wanted.empty()) {
        return wanted;
    }
    const qint64 shift = wanted.back() + phase < end ? phase : phase - msPerHour;
    for (BucketTime &time : wanted) {
        time += shift;
    }
    return wanted;
}

Series seriesOn(const std::vector<BucketTime> &axis,
                const SeriesKey &key,
                const std::vector<Row> &rows,
                qint64 completeUpTo,
                const QTimeZone &zone)
{
    Series series{.key = key,
                  .values = std::vector<double>(axis.size(), 0.0),
                  .states = std::vector<BucketState>(axis.size(), BucketState::Missing)};
    for (const Row &row : rows) {
        const auto place = std::lower_bound(axis.begin(), axis.end(), row.time);
        if (place == axis.end() || *place != row.time) {
            continue;
        }
        const auto index = static_cast<std::size_t>(place - axis.begin());
        const bool over = bucketEnd(row.time, key.unit, zone) <= completeUpTo;
        series.values[index] = row.value;
        series.states[index] = over ? BucketState::Counted : BucketState::Incomplete;
    }
    return series;
}

} // namespace emberline
