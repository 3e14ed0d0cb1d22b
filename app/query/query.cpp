// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/query.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString nameOf(const std::vector<Choice> &choices, const QString &id)
{
    const auto found = std::find_if(
        choices.begin(), choices.end(), [&id](const Choice &choice) { return choice.id == id; });
    return found == choices.end() || found->label.isEmpty() ? id : found->label;
}

std::optional<QueryProblem> problemFrom(std::optional<RangeProblem> problem)
{
    if (!problem) {
        return std::nullopt;
    }
    switch (*problem) {
    case RangeProblem::Length:
        return QueryProblem::LengthOutOfRange;
    case RangeProblem::Reversed:
        return QueryProblem::RangeReversed;
    case RangeProblem::InFuture:
        return QueryProblem::RangeInFuture;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<QueryProblem> problemOf(const Query &query)
{
    if (query.events.isEmpty()) {
        return QueryProblem::NoEvent;
    }
    for (const QString &event : query.events) {
        if (event.isEmpty()) {
            return QueryProblem::EmptyEventName;
        }
        if (event.size() > longestEventName) {
            return QueryProblem::EventNameTooLong;
        }
    }
    if (query.segments.empty() || query.apps.empty()) {
        return QueryProblem::NoSegment;
    }
    if (query.granularity < granularityOf(query.unit)) {
        return QueryProblem::GranularityTooFine;
    }
    return problemFrom(problemOf(query.range, query.unit));
}

std::optional<QueryProblem> problemOf(const Query &query,
                                      const QDateTime &now,
                                      const Calendar &calendar)
{
    const std::optional<QueryProblem> problem = problemOf(query);
    return problem ? problem : problemFrom(problemOf(query.range, query.unit, now, calendar));
}

std::vector<SeriesKey> seriesOf(const Query &query)
{
    std::vector<SeriesKey> keys;
    keys.reserve(static_cast<std::size_t>(query.events.size()) * query.apps.size()
                 * query.segments.size());
    for (const QString &event : query.events) {
        for (const Choice &app : query.apps) {
            for (const Choice &segment : query.segments) {
                keys.push_back({.metric = {.name = event},
                                .appId = app.id,
                                .segmentId = segment.id,
                                .unit = query.unit});
            }
        }
    }
    return keys;
}

QString seriesName(const Query &query, const SeriesKey &key, const QString &allUsers)
{
    QStringList parts;
    if (query.events.size() > 1) {
        parts.append(key.metric.name);
    }
    if (const QString app = nameOf(query.apps, key.appId); !app.isEmpty()) {
        parts.append(app);
    }
    const QString segment = nameOf(query.segments, key.segmentId);
    if (!segment.isEmpty()) {
        parts.append(segment);
    } else if (parts.isEmpty() || query.segments.size() > 1) {
        if (!allUsers.isEmpty()) {
            parts.append(allUsers);
        } else if (query.events.size() == 1) {
            parts.prepend(key.metric.name);
        }
    }
    return parts.join(u" · "_s);
}

SeriesId idOf(const SeriesKey &key)
{
    return {.event = key.metric.name, .appId = key.appId, .segmentId = key.segmentId};
}

} // namespace emberline
