// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/seriesfetch.h"

#include "app/series/notcollected.h"

#include <algorithm>
#include <iterator>

namespace emberline {

namespace {

constexpr qint64 westmost = 12 * msPerHour; // Etc/GMT+12

const HeldBucket *bucketAtTime(const std::vector<HeldBucket> &buckets, BucketTime time)
{
    const auto place = std::lower_bound(
        buckets.begin(), buckets.end(), time, [](const HeldBucket &bucket, BucketTime wanted) {
            return bucket.time < wanted;
        });
    return place != buckets.end() && place->time == time ? &*place : nullptr;
}

/// Over wherever its day may end.
bool isOverEverywhere(BucketTime time, const Plan &plan)
{
    const qint64 slack = plan.context.unit == Unit::Day ? westmost : 0;
    return time + bucketWidth(plan.context.unit) + slack <= plan.end();
}

} // namespace

std::optional<qint64> phaseOf(const std::vector<const std::vector<HeldBucket> *> &buckets)
{
    std::optional<qint64> phase;
    for (const std::vector<HeldBucket> *list : buckets) {
        for (const HeldBucket &bucket : *list) {
            const qint64 own = ((bucket.time % msPerHour) + msPerHour) % msPerHour;
            if (phase.value_or(own) != own) {
                return std::nullopt;
            }
            phase = own;
        }
    }
    return phase.value_or(0);
}

std::vector<BucketTime> axisFor(const Plan &plan,
                                const std::vector<const std::vector<HeldBucket> *> &buckets)
{
    std::vector<BucketTime> axis = plan.wanted;
    const qint64 phase = plan.context.unit == Unit::Hour ? phaseOf(buckets).value_or(0) : 0;
    if (phase == 0 || axis.empty()) {
        return axis;
    }
    const qint64 shift = axis.back() + phase < plan.end() ? phase : phase - msPerHour;
    for (BucketTime &time : axis) {
        time += shift;
    }
    return axis;
}

SeriesFetch::SeriesFetch(SeriesKey key, const Plan &plan)
    : m_key(std::move(key))
    , m_plan(plan)
    , m_needed(plan.wanted.size(), false)
{ }

bool SeriesFetch::isNeeded(const HeldBucket *held, bool isCut, LoadMode mode) const
{
    if (mode == LoadMode::Offline) {
        return false;
    }
    if (held == nullptr || mode == LoadMode::Reload) {
        return true;
    }
    if (mode == LoadMode::Rest) {
        return false;
    }
    if (isCut) { // begin() has left only what was cut at the same instant
        return mode == LoadMode::Refresh;
    }
    if (isFinal(*held, m_plan.context.unit, m_plan.zone)) {
        return false;
    }
    const qint64 age = m_plan.now() - held->fetchedAt;
    const bool isOpen = !isOverAt(held->time, m_plan.context.unit, m_plan.zone, m_plan.now());
    const bool isFresh = age >= 0 && age < freshness.count() && (held->inside || isOpen);
    return mode == LoadMode::Refresh || !isFresh;
}

void SeriesFetch::begin(std::vector<HeldBucket> held,
                        const std::vector<BucketTime> &axis,
                        LoadMode mode)
{
    m_held = std::move(held);
    if (m_plan.cuts && !axis.empty()) {
        const auto isAnotherPart = [this, &axis](const HeldBucket &bucket) {
            return bucket.time == axis.back()
                && (bucket.inside || bucket.fetchedAt != m_plan.end());
        };
        m_held.erase(std::remove_if(m_held.begin(), m_held.end(), isAnotherPart), m_held.end());
    }
    for (std::size_t i = 0; i < axis.size(); ++i) {
        const bool isCut = m_plan.cuts && i + 1 == axis.size();
        if (isNeeded(bucketAtTime(m_held, axis[i]), isCut, mode)) {
            m_needed[i] = true;
            m_asked.push_back(axis[i]);
        }
    }
    const std::vector<Window> windows = windowsFor(m_asked, m_plan.context);
    m_queue.assign(windows.begin(), windows.end());
}

void SeriesFetch::takeOver(const Series &series,
                           const std::vector<BucketTime> &times,
                           const QDateTime &fetchedAt)
{
    const qint64 fetched = fetchedAt.toMSecsSinceEpoch();
    m_isOlder = !series.states.empty() && series.states.front() == BucketState::Missing;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const BucketState state = series.states[i];
        if (state == BucketState::Unread) {
            continue;
        }
        // What was complete stays so, though others were fetched before it was over.
        const qint64 end = bucketEnd(times[i], m_key.unit, m_plan.zone);
        m_held.push_back({.time = times[i],
                          .value = series.values[i],
                          .state = hasValue(state) ? HeldState::Counted : HeldState::Missing,
                          .inside = false,
                          .fetchedAt = state == BucketState::Incomplete ? std::min(fetched, end - 1)
                                                                        : std::max(fetched, end)});
    }
}

void SeriesFetch::noteOlder(std::vector<HeldBucket> &held, BucketTime first)
{
    const auto begin = std::find_if(held.begin(), held.end(), [first](const HeldBucket &bucket) {
        return bucket.time >= first;
    });
    m_isOlder = m_isOlder || std::any_of(held.begin(), begin, [](const HeldBucket &bucket) {
                    return bucket.state == HeldState::Counted;
                });
    held.erase(held.begin(), begin);
}

bool SeriesFetch::mayBeOlder(BucketTime first, const std::vector<HeldBucket> &known) const
{
    return m_isOlder || !m_knowsMissing
        || std::any_of(known.begin(), known.end(), [first](const HeldBucket &bucket) {
               return bucket.time < first && bucket.state == HeldState::Counted;
           });
}

Window SeriesFetch::takeWindow()
{
    Window window = m_queue.front();
    m_queue.pop_front();
    ++m_open;
    ++m_taken;
    return window;
}

std::vector<HeldBucket> SeriesFetch::answer(const WindowAnswer &answer)
{
    --m_open;
    m_answers.push_back(answer);
    const std::vector<RowPlace> places = placesOf(answer, m_plan.context);
    const qint64 end = answer.window.endingAt.value_or(m_plan.context.end).toMSecsSinceEpoch();
    std::vector<HeldBucket> sure;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Row &row = answer.rows[i];
        if (places[i] == RowPlace::Inside) {
            sure.push_back(
                {.time = row.time, .value = row.value, .inside = true, .fetchedAt = m_plan.now()});
        } else if (!isOverAt(row.time, m_plan.context.unit, m_plan.zone, end)) {
            m_cutAt[row.time] = std::max(m_cutAt[row.time], end);
        }
    }
    return sure;
}

void SeriesFetch::fail(const Error &error)
{
    if (m_isSecondRound) {
        m_knowsMissing = false;
        m_isSecondCut = true;
    } else {
        m_error = error;
    }
    m_queue.clear();
    m_open = 0;
}

void SeriesFetch::askOnceMore()
{
    m_isSecondRound = true;
    m_askedAgain = stillWanted(m_asked, mergedRows(m_answers, m_plan.context), m_plan.context);
    const std::vector<Window> windows = windowsFor(m_askedAgain, m_plan.context);
    m_queue.assign(windows.begin(), windows.end());
}

std::vector<HeldBucket> SeriesFetch::bucketsFrom(const std::vector<PlacedRow> &rows) const
{
    std::vector<HeldBucket> buckets;
    buckets.reserve(rows.size());
    for (const PlacedRow &row : rows) {
        const bool inside = row.place == RowPlace::Inside;
        const auto cut = m_cutAt.find(row.row.time);
        // What an end cut is what would have been fetched at that moment.
        const bool isCut = !inside && cut != m_cutAt.end();
        buckets.push_back({.time = row.row.time,
                           .value = row.row.value,
                           .inside = inside,
                           .fetchedAt = isCut ? cut->second : m_plan.now()});
    }
    return buckets;
}

std::vector<HeldBucket> SeriesFetch::known() const
{
    std::vector<HeldBucket> all = m_held;
    const std::vector<HeldBucket> came = bucketsFrom(mergedRows(m_answers, m_plan.context));
    all.insert(all.end(), came.begin(), came.end());
    settle(all);
    return all;
}

std::vector<HeldBucket> SeriesFetch::leftovers(const std::vector<BucketTime> &axis) const
{
    std::vector<HeldBucket> left = bucketsFrom(mergedRows(m_answers, m_plan.context));
    std::vector<HeldBucket> missing;
    for (std::size_t i = 0; i < axis.size() && !m_error && m_knowsMissing; ++i) {
        if (m_needed[i] && bucketAtTime(left, axis[i]) == nullptr
            && isOverEverywhere(axis[i], m_plan)) {
            missing.push_back({.time = axis[i],
                               .state = HeldState::Missing,
                               .inside = true,
                               .fetchedAt = m_plan.now()});
        }
    }
    left.erase(std::remove_if(left.begin(),
                              left.end(),
                              [](const HeldBucket &bucket) { return bucket.inside; }),
               left.end());
    left.insert(left.end(), missing.begin(), missing.end());
    return left;
}

/// Nobody knows whether the service has it: it was asked for once more in vain.
bool SeriesFetch::wasGivenUp(BucketTime time) const
{
    return m_isSecondCut && std::binary_search(m_askedAgain.begin(), m_askedAgain.end(), time);
}

Series SeriesFetch::on(const std::vector<BucketTime> &axis,
                       const std::vector<HeldBucket> &known) const
{
    const bool allAsked = isOver() && !m_error;
    Series series{.key = m_key,
                  .values = std::vector<double>(axis.size(), 0.0),
                  .states = std::vector<BucketState>(axis.size(), BucketState::Unread)};
    auto bucket = known.begin();
    for (std::size_t i = 0; i < axis.size(); ++i) {
        bucket = std::find_if(bucket, known.end(), [time = axis[i]](const HeldBucket &other) {
            return other.time >= time;
        });
        if (bucket == known.end() || bucket->time != axis[i]) {
            const bool isMissing = m_needed[i] && allAsked && !wasGivenUp(axis[i]);
            series.states[i] = isMissing ? BucketState::Missing : BucketState::Unread;
        } else if (bucket->state == HeldState::Missing) {
            series.states[i] = BucketState::Missing;
        } else {
            const bool over = isOverAt(bucket->time, m_key.unit, m_plan.zone, bucket->fetchedAt);
            series.values[i] = bucket->value;
            series.states[i] = over ? BucketState::Counted : BucketState::Incomplete;
        }
    }
    return series;
}

std::optional<qint64> SeriesFetch::fetchedAt(const std::vector<BucketTime> &axis,
                                             const std::vector<HeldBucket> &known) const
{
    std::optional<qint64> oldestOpen;
    std::optional<qint64> newest;
    for (std::size_t i = 0; i < axis.size(); ++i) {
        const HeldBucket *bucket = bucketAtTime(known, axis[i]);
        const bool isCut = m_plan.cuts && i + 1 == axis.size();
        if (bucket == nullptr) {
            continue;
        }
        if (isCut && !m_needed[i]) {
            continue; // it bears the moment of its cut
        }
        const qint64 fetched = isCut ? m_plan.now() : bucket->fetchedAt;
        newest = std::max(newest.value_or(fetched), fetched);
        if (!isCut && !isFinal(*bucket, m_key.unit, m_plan.zone)) {
            oldestOpen = std::min(oldestOpen.value_or(fetched), fetched);
        }
    }
    return oldestOpen ? oldestOpen : newest;
}

HeldSpan heldSpanFor(const Plan &plan)
{
    // The service's hours may begin up to an hour before or after ours.
    const qint64 slack = plan.context.unit == Unit::Hour ? msPerHour : 0;
    HeldSpan span{.first = plan.wanted.front() - slack,
                  .last = plan.wanted.back() + slack,
                  .andNewestBefore = std::any_of(
                      plan.series.begin(), plan.series.end(), [](const SeriesKey &key) {
                          return !key.segmentId.isEmpty();
                      })};
    if (plan.context.namesEnd) { // a fixed present: what was fetched later is not there yet
        span.notAfter = plan.context.now.toMSecsSinceEpoch();
    }
    return span;
}

Dataset datasetOf(const Plan &plan, const std::vector<SeriesFetch> &fetches)
{
    Dataset dataset{.unit = plan.context.unit,
                    .granularity = granularityOf(plan.context.unit),
                    .zone = plan.zone};
    std::vector<std::vector<HeldBucket>> known;
    std::vector<const std::vector<HeldBucket> *> lists;
    known.reserve(fetches.size());
    for (const SeriesFetch &fetch : fetches) {
        known.push_back(fetch.known());
        lists.push_back(&known.back());
    }
    dataset.times = axisFor(plan, lists);
    std::vector<bool> older; // of the series that are shown
    for (std::size_t i = 0; i < fetches.size(); ++i) {
        const SeriesFetch &fetch = fetches[i];
        if (fetch.error()) {
            dataset.failures.push_back({.key = fetch.key(), .error = *fetch.error()});
        }
        Series series = fetch.on(dataset.times, known[i]);
        if (const std::optional<qint64> own = fetch.fetchedAt(dataset.times, known[i])) {
            series.fetchedAt = QDateTime::fromMSecsSinceEpoch(*own, Qt::UTC);
        }
        if (!fetch.error() || std::any_of(series.states.begin(), series.states.end(), hasValue)) {
            dataset.series.push_back(std::move(series));
            older.push_back(!dataset.times.empty()
                            && fetch.mayBeOlder(dataset.times.front(), known[i]));
        }
    }
    markNotCollected(dataset, older);
    for (std::size_t place = 0; place < dataset.times.size(); ++place) {
        const auto isHeld = [place](const SeriesFetch &fetch) {
            return fetch.isHeld(place);
        };
        dataset.held += std::all_of(fetches.begin(), fetches.end(), isHeld) ? 1 : 0;
    }
    dataset.fetchedAt = oldestFetch(dataset.series).value_or(plan.context.now);
    return dataset;
}

} // namespace emberline
