// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"

#include "app/core/jsonreader.h"
#include "app/query/querylimits.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// 1 had no granularity, and ranges of at most 100 units only; 2 had no comparison and no look.
constexpr int currentVersion = 3;
constexpr int firstVersion = 1;
constexpr int firstWithLook = 3;
constexpr qsizetype dateOnly = 10; ///< characters

QJsonArray toJson(const std::vector<Choice> &choices)
{
    QJsonArray array;
    for (const Choice &choice : choices) {
        array.append(QJsonObject{{u"id"_s, choice.id}, {u"label"_s, choice.label}});
    }
    return array;
}

QString isoText(const QDateTime &instant)
{
    return instant.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject lastUnitsToJson(const LastUnits &range)
{
    QJsonObject json{{u"length"_s, range.length}};
    if (range.endingAt) {
        json.insert(u"ending_at"_s, isoText(*range.endingAt));
    }
    return json;
}

QJsonObject toJson(const Range &range)
{
    if (const auto *preset = std::get_if<Preset>(&range)) {
        return {{u"preset"_s, presetName(*preset)}};
    }
    if (const auto *days = std::get_if<DaySpan>(&range)) {
        return {{u"from"_s, days->first.toString(Qt::ISODate)},
                {u"to"_s, days->last.toString(Qt::ISODate)}};
    }
    if (const auto *hours = std::get_if<HourSpan>(&range)) {
        return {{u"from"_s, isoText(hours->first)}, {u"to"_s, isoText(hours->last)}};
    }
    return lastUnitsToJson(std::get<LastUnits>(range));
}

QString granularityName(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
        return u"hour"_s;
    case Granularity::Day:
        return u"day"_s;
    case Granularity::Week:
        return u"week"_s;
    case Granularity::Month:
        return u"month"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Query &query)
{
    return {{u"events"_s, QJsonArray::fromStringList(query.events)},
            {u"apps"_s, toJson(query.apps)},
            {u"segments"_s, toJson(query.segments)},
            {u"unit"_s, query.unit == Unit::Hour ? u"hour"_s : u"day"_s},
            {u"granularity"_s, granularityName(query.granularity)},
            {u"range"_s, toJson(query.range)}};
}

std::vector<Choice> readChoices(JsonReader &reader, const QString &key)
{
    std::vector<Choice> choices;
    for (JsonReader &item : reader.objects(key, qsizetype{mostChoices})) {
        choices.push_back({.id = item.text(u"id"_s), .label = item.text(u"label"_s)});
        reader.adopt(item);
    }
    return choices;
}

/// An instant; with an offset, so that it is the same everywhere.
QDateTime readInstant(JsonReader &json, const QString &key)
{
    const QDateTime instant = QDateTime::fromString(json.text(key), Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime) {
        json.fail(key, u"an ISO 8601 time with an offset is expected"_s);
        return {};
    }
    return instant.toUTC();
}

QDate readDate(JsonReader &json, const QString &key)
{
    const QString text = json.text(key);
    const QDate day = QDate::fromString(text, Qt::ISODate); // reads no further than the date
    if (!day.isValid() || text.size() != dateOnly) {
        json.fail(key, u"an ISO 8601 date is expected"_s);
    }
    return day;
}

LastUnits readLastUnits(JsonReader &json, int version)
{
    const int most = version == firstVersion ? longestRequest : longestRange;
    LastUnits range{.length = json.integer(u"length"_s, 1, most)};
    if (json.has(u"ending_at"_s)) {
        range.endingAt = readInstant(json, u"ending_at"_s);
    }
    return range;
}

Preset readPreset(JsonReader &json)
{
    const std::optional<Preset> preset = presetFromName(json.text(u"preset"_s));
    if (!preset) {
        json.fail(u"preset"_s, u"the name of a range is expected"_s);
    }
    return preset.value_or(Preset::Last30Days);
}

/// Two dates or two instants.
Range readSpan(JsonReader &json)
{
    Range range;
    if (json.text(u"from"_s).size() == dateOnly) {
        range = DaySpan{.first = readDate(json, u"from"_s), .last = readDate(json, u"to"_s)};
    } else {
        range = HourSpan{.first = readInstant(json, u"from"_s), .last = readInstant(json, u"to"_s)};
    }
    if (const std::optional<RangeProblem> problem = problemOf(range, Unit::Hour)) {
        json.fail(u"to"_s,
                  *problem == RangeProblem::Reversed ? u"it lies before from"_s
                                                     : u"it is too far from from"_s);
    }
    return range;
}

Range readRange(JsonReader &reader, int version)
{
    JsonReader json = reader.object(u"range"_s);
    Range range;
    if (version > firstVersion && json.has(u"preset"_s)) {
        range = readPreset(json);
    } else if (version > firstVersion && json.has(u"from"_s)) {
        range = readSpan(json);
    } else {
        range = readLastUnits(json, version);
    }
    reader.adopt(json);
    return range;
}

Granularity readGranularity(JsonReader &json, Unit unit)
{
    const QString name = json.text(u"granularity"_s);
    for (const Granularity granularity :
         {Granularity::Hour, Granularity::Day, Granularity::Week, Granularity::Month}) {
        if (name == granularityName(granularity) && granularity >= granularityOf(unit)) {
            return granularity;
        }
    }
    json.fail(u"granularity"_s, u"hour (of hours), day, week or month is expected"_s);
    return granularityOf(unit);
}

Query readQuery(JsonReader &reader, int version)
{
    JsonReader json = reader.object(u"query"_s);
    Query query;
    query.events = json.texts(u"events"_s, qsizetype{mostChoices});
    query.apps = readChoices(json, u"apps"_s);
    query.segments = readChoices(json, u"segments"_s);
    const QString unit = json.text(u"unit"_s);
    if (unit != u"hour" && unit != u"day") {
        json.fail(u"unit"_s, u"hour or day is expected"_s);
    }
    query.unit = unit == u"hour" ? Unit::Hour : Unit::Day;
    const bool first = version == firstVersion;
    query.granularity = first ? granularityOf(query.unit) : readGranularity(json, query.unit);
    query.range = readRange(json, version);
    if (seriesCountOf(query) > mostSeries) { // a tiny file could ask for a million calls
        json.fail(u"segments"_s, u"at most %1 series are expected"_s.arg(mostSeries));
    }
    reader.adopt(json);
    return query;
}

QString kindName(ComparisonKind kind)
{
    switch (kind) {
    case ComparisonKind::None:
        return u"none"_s;
    case ComparisonKind::PreviousPeriod:
        return u"previous"_s;
    case ComparisonKind::LastYear:
        return u"year"_s;
    case ComparisonKind::Custom:
        return u"custom"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Comparison &comparison)
{
    QJsonObject json{{u"with"_s, kindName(comparison.kind)}, {u"periods"_s, comparison.periods}};
    if (comparison.start.isValid()) {
        json.insert(u"start"_s, comparison.start.toString(Qt::ISODate));
    }
    if (comparison.matchWeekdays) {
        json.insert(u"match_weekdays"_s, *comparison.matchWeekdays);
    }
    return json;
}

ComparisonKind readKind(JsonReader &json)
{
    const QString name = json.text(u"with"_s);
    for (const ComparisonKind kind : {ComparisonKind::None,
                                      ComparisonKind::PreviousPeriod,
                                      ComparisonKind::LastYear,
                                      ComparisonKind::Custom}) {
        if (name == kindName(kind)) {
            return kind;
        }
    }
    json.fail(u"with"_s, u"none, previous, year or custom is expected"_s);
    return ComparisonKind::None;
}

Comparison readComparison(JsonReader &reader)
{
    JsonReader json = reader.object(u"comparison"_s);
    Comparison comparison{.kind = readKind(json),
                          .periods = json.integer(u"periods"_s, 1, mostEarlierPeriods)};
    if (json.has(u"start"_s) || comparison.kind == ComparisonKind::Custom) {
        comparison.start = readDate(json, u"start"_s);
    }
    if (json.has(u"match_weekdays"_s)) {
        comparison.matchWeekdays = json.boolean(u"match_weekdays"_s);
    }
    reader.adopt(json);
    return comparison;
}

} // namespace

QJsonObject toJson(const View &view)
{
    return {{u"emberline"_s, u"view"_s},
            {u"version"_s, currentVersion},
            {u"title"_s, view.title},
            {u"query"_s, toJson(view.query)},
            {u"comparison"_s, toJson(view.comparison)},
            {u"look"_s, toJson(view.look)}};
}

View readView(JsonReader &json)
{
    if (json.text(u"emberline"_s) != u"view") {
        json.fail(u"emberline"_s, u"this is not a view"_s);
    }
    const int version = json.integer(u"version"_s, firstVersion, currentVersion);
    View view{.title = json.text(u"title"_s), .query = readQuery(json, version)};
    if (version >= firstWithLook) {
        view.comparison = readComparison(json);
        JsonReader look = json.object(u"look"_s);
        view.look = readLook(look);
        json.adopt(look);
    }
    return view;
}

Result<View> viewFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    View view = readView(reader);
    if (const std::optional<Error> error = reader.error()) {
        return *error;
    }
    return view;
}

Result<View> viewFromBytes(const QByteArray &bytes)
{
    if (bytes.size() > largestViewFile) {
        return Error{.kind = ErrorKind::TooLarge, .detail = u"A view has at most 1 MiB"_s};
    }
    const Result<QJsonObject> json = jsonObjectFrom(bytes);
    if (!json) {
        return json.error();
    }
    return viewFromJson(*json);
}

} // namespace emberline
