// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/windows.h"

#include "app/query/query.h"

#include <algorithm>
#include <array>

namespace emberline {

namespace {

constexpr int usefulDays = longestRequest - 2; // neither the first nor the last row
constexpr qint64 eastmost = 14 * msPerHour; // Pacific/Kiritimati
constexpr qint64 westmost = 12 * msPerHour; // Etc/GMT+12
/// The time of day (UTC) at which windows of past days end. Where it is midnight then, at +06:30,
/// no clocks are changed, so that an end lies on the same side of midnight all year in every zone.
constexpr qint64 steadyTime = 17 * msPerHour + msPerHour / 2;
/// An end that lies so close to now is not named: our clock may be fast, and the service refuses an
/// end in the future. As late an answer without an end may be given.
constexpr qint64 skewMargin = msPerHour / 6;

qint64 floorTo(qint64 ms, qint64 step)
{
    const qint64 rest = ms % step;
    return ms - (rest < 0 ? rest + step : rest);
}

/// The newest day that has begun anywhere before @p end.
BucketTime newestDay(qint64 end)
{
    return floorTo(end - 1 + eastmost, msPerDay);
}

/// The earliest steady end after which every service returns a row later than @p day: in the
/// westmost zone the day after it is over then, so that it comes even when cut buckets do not.
qint64 sureEnd(BucketTime day)
{
    static_assert(steadyTime >= westmost);
    return day + 2 * msPerDay + steadyTime;
}

/// What is certain of the end of all windows.
struct Limits
{
    explicit Limits(const WindowContext &context)
        : end(context.end.toMSecsSinceEpoch())
        , named(context.namesEnd || context.end < context.now)
        , latest(named ? end : end + skewMargin)
        , latestNamed(named ? end : end - skewMargin)
    { }

    qint64 end; ///< of the newest window possible
    bool named; ///< that window names it
    qint64 latest; ///< where it may really end
    qint64 latestNamed; ///< of a window that ends for a reason of its own
};

struct Draft
{
    qint64 end = 0;
    bool open = false; ///< ends where the context does, not for a reason of its own
    int length = 1;
    BucketTime newest = 0; ///< days: the last row that its answer can have
    BucketTime assumed = 0; ///< days: the last row, as it is taken for
};

/// How daringly days are covered. The first one that needs the fewest windows is taken.
struct DayPattern
{
    int step; ///< days from one window's end to the next
    bool trusting; ///< answers do not end later than they have to, whatever the zone may be
};
constexpr std::array dayPatterns{DayPattern{.step = usefulDays - 1, .trusting = false},
                                 DayPattern{.step = usefulDays, .trusting = false},
                                 DayPattern{.step = usefulDays, .trusting = true}};

constexpr int openSpare = 2;

/// The same for hours: how many rows of a window are made use of.
struct HourPattern
{
    int ofOpen; ///< of one without an end of its own: it may end an hour later, and begin with a
                ///< part
    int ofOthers; ///< with one to spare hours that begin at another minute are covered, too
};
constexpr std::array hourPatterns{
    HourPattern{.ofOpen = longestRequest - openSpare, .ofOthers = longestRequest - 1},
    HourPattern{.ofOpen = longestRequest - openSpare, .ofOthers = longestRequest},
    HourPattern{.ofOpen = longestRequest, .ofOthers = longestRequest}};

/// A window that ends at @p end, and if that is not named, until @p latest; its newest needed day
/// is
/// @p day.
Draft dayDraft(BucketTime day, qint64 end, qint64 latest, DayPattern pattern)
{
    const BucketTime newest = newestDay(latest);
    const BucketTime oldest = std::max(day, floorTo(end - 1 - westmost, msPerDay));
    return {.end = end, .newest = newest, .assumed = pattern.trusting ? oldest : newest};
}

/// The window whose newest day is @p day, the newest of all.
Draft newestDraft(BucketTime day, const Limits &limits, DayPattern pattern)
{
    const qint64 sure = sureEnd(day);
    if (sure <= limits.latestNamed) {
        return dayDraft(day, sure, sure, pattern);
    }
    Draft draft = dayDraft(day, limits.end, limits.latest, pattern);
    draft.open = true;
    return draft;
}

/// The window below @p above whose newest day is @p day. Close below, it keeps the time of day:
/// wherever days end, both windows then lie alike, and their useful rows join.
Draft nextDraft(Draft &above, BucketTime day, DayPattern pattern)
{
    const qint64 sure = sureEnd(day);
    const qint64 step = pattern.step * msPerDay;
    const qint64 joined = above.end - step;
    if (joined >= sure) {
        return dayDraft(day, sure, sure, pattern);
    }
    above.length = longestRequest;
    return {.end = joined, .newest = newestDay(joined), .assumed = above.assumed - step};
}

std::vector<Draft> draftsOf(const std::vector<BucketTime> &days,
                            const Limits &limits,
                            DayPattern pattern)
{
    std::vector<Draft> drafts;
    auto left = days.size();
    while (left > 0) {
        const BucketTime newest = days[left - 1];
        Draft draft = drafts.empty() ? newestDraft(newest, limits, pattern)
                                     : nextDraft(drafts.back(), newest, pattern);
        const BucketTime lowest = draft.assumed - usefulDays * msPerDay;
        BucketTime oldest = newest;
        for (; left > 0 && days[left - 1] >= lowest; --left) {
            oldest = days[left - 1];
        }
        const qint64 rows = (draft.newest - oldest) / msPerDay + 2; // one below the oldest
        draft.length = static_cast<int>(std::min<qint64>(rows, longestRequest));
        drafts.push_back(draft);
    }
    return drafts;
}

/// The window whose newest hour is @p hour; its end lies on an hour's end if it can.
Draft hourDraft(BucketTime hour, const Limits &limits, HourPattern pattern)
{
    const int spare = longestRequest - pattern.ofOthers;
    const qint64 end = hour + (1 + spare) * msPerHour;
    const bool open = end > limits.latestNamed;
    return {.end = open ? limits.end : end, .open = open};
}

std::vector<Draft> draftsOf(const std::vector<BucketTime> &hours,
                            const Limits &limits,
                            HourPattern pattern)
{
    std::vector<Draft> drafts;
    auto left = hours.size();
    while (left > 0) {
        const BucketTime newest = hours[left - 1];
        Draft draft = hourDraft(newest, limits, pattern);
        // Where the last row ends, in hours like the needed ones.
        const qint64 top = newest - floorTo(newest - draft.end, msPerHour);
        const int useful = draft.open ? pattern.ofOpen : longestRequest;
        BucketTime oldest = newest;
        for (; left > 0 && hours[left - 1] >= top - useful * msPerHour; --left) {
            oldest = hours[left - 1];
        }
        const qint64 rows = (top - oldest) / msPerHour + (draft.open ? openSpare : 0);
        draft.length = static_cast<int>(std::min<qint64>(rows, longestRequest));
        drafts.push_back(draft);
    }
    return drafts;
}

template <typename Patterns>
std::vector<Draft> shortestDrafts(const std::vector<BucketTime> &buckets,
                                  const Limits &limits,
                                  const Patterns &patterns)
{
    std::vector<Draft> shortest = draftsOf(buckets, limits, patterns.front());
    for (const auto &pattern : patterns) {
        std::vector<Draft> drafts = draftsOf(buckets, limits, pattern);
        if (drafts.size() < shortest.size()) {
            shortest = std::move(drafts);
        }
    }
    return shortest;
}

std::vector<RowPlace> placesOfDays(std::size_t rows)
{
    std::vector<RowPlace> places(rows, RowPlace::Inside);
    if (rows > 0) {
        places.front() = RowPlace::Edge;
        places.back() = RowPlace::Edge;
    }
    return places;
}

std::vector<RowPlace> placesOfHours(const WindowAnswer &answer, qint64 end)
{
    std::vector<RowPlace> places;
    places.reserve(answer.rows.size());
    const qint64 begin = end - answer.window.length * msPerHour;
    for (const Row &row : answer.rows) {
        const bool within = row.time >= begin && row.time + msPerHour <= end;
        places.push_back(within ? RowPlace::Inside : RowPlace::Edge);
    }
    if (!places.empty() && !answer.window.endingAt) {
        places.front() = RowPlace::Edge;
    }
    return places;
}

/// The first row at or after @p time.
std::vector<PlacedRow>::const_iterator rowFrom(const std::vector<PlacedRow> &rows, BucketTime time)
{
    return std::lower_bound(
        rows.begin(), rows.end(), time, [](const PlacedRow &row, BucketTime wanted) {
            return row.row.time < wanted;
        });
}

/// How long after @p hour the service's hours begin: at most an hour, as the nearest row has it.
qint64 phaseAt(const std::vector<PlacedRow> &rows, BucketTime hour)
{
    auto row = rowFrom(rows, hour);
    if (row == rows.end()) {
        --row;
    }
    const qint64 after = row->row.time - hour;
    return after - floorTo(after, msPerHour);
}

std::vector<BucketTime> stillWantedDays(const std::vector<BucketTime> &needed,
                                        const std::vector<PlacedRow> &rows,
                                        const Limits &limits)
{
    std::vector<BucketTime> wanted;
    for (const BucketTime day : needed) {
        const auto row = rowFrom(rows, day);
        const bool came = row != rows.end() && row->row.time == day;
        // No end can put a later row behind those that the newest window ended with.
        const bool atTheEnd = day >= rows.back().row.time && sureEnd(day) > limits.latestNamed;
        if (!(came && row->place == RowPlace::Inside) && !atTheEnd) {
            wanted.push_back(day);
        }
    }
    return wanted;
}

std::vector<BucketTime> stillWantedHours(const std::vector<BucketTime> &needed,
                                         const std::vector<PlacedRow> &rows,
                                         const Limits &limits)
{
    // As the axis does: hours that begin later move down when the last one had not begun yet.
    const BucketTime last = needed.back();
    const qint64 shift = last + phaseAt(rows, last) < limits.end ? 0 : msPerHour;
    std::vector<BucketTime> wanted;
    for (const BucketTime hour : needed) {
        const BucketTime begin = hour - shift;
        const auto row = rowFrom(rows, begin);
        const bool came = row != rows.end() && row->row.time < begin + msPerHour;
        const BucketTime own = came ? row->row.time : begin + phaseAt(rows, begin);
        const bool over = own + msPerHour <= limits.end;
        if (over && !(came && row->place == RowPlace::Inside)) {
            wanted.push_back(own);
        }
    }
    return wanted;
}

} // namespace

std::vector<Window> windowsFor(const std::vector<BucketTime> &needed, const WindowContext &context)
{
    const Limits limits(context);
    const bool days = context.unit == Unit::Day;
    const BucketTime newest = days ? newestDay(limits.end) : limits.end - 1;
    const std::vector<BucketTime> begun(needed.begin(),
                                        std::upper_bound(needed.begin(), needed.end(), newest));
    const std::vector<Draft> drafts = days ? shortestDrafts(begun, limits, dayPatterns)
                                           : shortestDrafts(begun, limits, hourPatterns);
    std::vector<Window> windows;
    windows.reserve(drafts.size());
    for (const Draft &draft : drafts) {
        Window window{.length = draft.length};
        if (!draft.open || limits.named) {
            window.endingAt = QDateTime::fromMSecsSinceEpoch(draft.end, Qt::UTC);
        }
        windows.push_back(window);
    }
    return windows;
}

std::vector<RowPlace> placesOf(const WindowAnswer &answer, const WindowContext &context)
{
    switch (context.unit) {
    case Unit::Day:
        return placesOfDays(answer.rows.size());
    case Unit::Hour:
        return placesOfHours(answer,
                             answer.window.endingAt.value_or(context.end).toMSecsSinceEpoch());
    }
    Q_UNREACHABLE();
}

std::vector<PlacedRow> mergedRows(const std::vector<WindowAnswer> &answers,
                                  const WindowContext &context)
{
    std::vector<PlacedRow> rows;
    for (const WindowAnswer &answer : answers) {
        const std::vector<RowPlace> places = placesOf(answer, context);
        for (std::size_t i = 0; i < places.size(); ++i) {
            rows.push_back({.row = answer.rows[i], .place = places[i]});
        }
    }
    // The best of each time first; of equal ones the order of the answers decides.
    std::stable_sort(rows.begin(), rows.end(), [](const PlacedRow &a, const PlacedRow &b) {
        if (a.row.time != b.row.time || a.place != b.place) {
            return std::pair(a.row.time, a.place) < std::pair(b.row.time, b.place);
        }
        return a.place == RowPlace::Edge && a.row.value > b.row.value;
    });
    const auto sameTime = [](const PlacedRow &a, const PlacedRow &b) {
        return a.row.time == b.row.time;
    };
    rows.erase(std::unique(rows.begin(), rows.end(), sameTime), rows.end());
    return rows;
}

std::vector<BucketTime> stillWanted(const std::vector<BucketTime> &needed,
                                    const std::vector<PlacedRow> &rows,
                                    const WindowContext &context)
{
    if (needed.empty() || rows.empty()) {
        return needed;
    }
    const Limits limits(context);
    return context.unit == Unit::Day ? stillWantedDays(needed, rows, limits)
                                     : stillWantedHours(needed, rows, limits);
}

} // namespace emberline
