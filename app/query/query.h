// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/range.h"
#include "app/series/series.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace emberline {

/// A segment or an app as the user chose it: the id goes on the wire, the label is for people.
/// An empty id is "All users" or "All apps".
struct Choice
{
    QString id = {};
    QString label = {};

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// A series by what people chose, whatever the unit.
struct SeriesId
{
    QString event = {};
    QString appId = {};
    QString segmentId = {};

    friend bool operator==(const SeriesId &, const SeriesId &) = default;
};

[[nodiscard]] SeriesId idOf(const SeriesKey &key);

constexpr int longestRequest = 100; ///< units in one request (Braze: 1 to 100, hours too)
constexpr int longestEventName = 255; ///< characters

/// What the user asks. One series per event × app × segment.
struct Query
{
    QStringList events = {};
    std::vector<Choice> apps = {{}};
    std::vector<Choice> segments = {{}};
    Unit unit = Unit::Day; ///< what is asked
    Granularity granularity = granularityOf(unit); ///< what is shown: hours only of hours
    Range range = {};

    friend bool operator==(const Query &, const Query &) = default;
};

/// Why a query can't be asked.
enum class QueryProblem {
    NoEvent,
    EmptyEventName,
    EventNameTooLong,
    NoSegment,
    LengthOutOfRange,
    RangeReversed,
    RangeInFuture,
    GranularityTooFine ///< hours are to be shown, but days are asked for
};

/// The first problem of @p query, if it has one, whatever the time is.
[[nodiscard]] std::optional<QueryProblem> problemOf(const Query &query);
/// The same, and whether its range has begun at @p now.
[[nodiscard]] std::optional<QueryProblem> problemOf(const Query &query,
                                                    const QDateTime &now,
                                                    const Calendar &calendar);

/// The series that @p query asks for: events, then apps, then segments, each in their order.
[[nodiscard]] std::vector<SeriesKey> seriesOf(const Query &query);

/// Name of one series among those of @p query: what tells it from the others, by label, else id.
/// @p allUsers stands for the empty segment; without it that series bears its event's name.
[[nodiscard]] QString seriesName(const Query &query,
                                 const SeriesKey &key,
                                 const QString &allUsers = {});

} // namespace emberline
