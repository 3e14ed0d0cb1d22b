// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/view.h"

#include "app/core/jsonreader.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int currentVersion = 1;
constexpr qsizetype mostChoices = 100;
constexpr std::size_t mostSeries =
    500; ///< lists multiply: a tiny file could ask for a million calls

QJsonArray toJson(const std::vector<Choice> &choices)
{
    QJsonArray array;
    for (const Choice &choice : choices) {
        array.append(QJsonObject{{u"id"_s, choice.id}, {u"label"_s, choice.label}});
    }
    return array;
}

QJsonObject toJson(const Range &range)
{
    QJsonObject json{{u"length"_s, range.length}};
    if (range.endingAt) {
        json.insert(u"ending_at"_s, range.endingAt->toUTC().toString(Qt::ISODateWithMs));
    }
    return json;
}

QJsonObject toJson(const Query &query)
{
    return {{u"events"_s, QJsonArray::fromStringList(query.events)},
            {u"apps"_s, toJson(query.apps)},
            {u"segments"_s, toJson(query.segments)},
            {u"unit"_s, query.unit == Unit::Hour ? u"hour"_s : u"day"_s},
            {u"range"_s, toJson(query.range)}};
}

std::vector<Choice> readChoices(JsonReader &reader, const QString &key)
{
    std::vector<Choice> choices;
    for (JsonReader &item : reader.objects(key, mostChoices)) {
        choices.push_back({.id = item.text(u"id"_s), .label = item.text(u"label"_s)});
        reader.adopt(item);
    }
    return choices;
}

Range readRange(JsonReader &reader)
{
    JsonReader json = reader.object(u"range"_s);
    Range range{.length = json.integer(u"length"_s, 1, longestRequest)};
    if (json.has(u"ending_at"_s)) {
        const QDateTime end = QDateTime::fromString(json.text(u"ending_at"_s), Qt::ISODateWithMs);
        if (!end.isValid() || end.timeSpec() == Qt::LocalTime) {
            json.fail(u"ending_at"_s, u"an ISO 8601 time with an offset is expected"_s);
        } else {
            range.endingAt = end.toUTC();
        }
    }
    reader.adopt(json);
    return range;
}

Query readQuery(JsonReader &reader)
{
    JsonReader json = reader.object(u"query"_s);
    Query query;
    query.events = json.texts(u"events"_s, mostChoices);
    query.apps = readChoices(json, u"apps"_s);
    query.segments = readChoices(json, u"segments"_s);
    const QString unit = json.text(u"unit"_s);
    if (unit != u"hour" && unit != u"day") {
        json.fail(u"unit"_s, u"hour or day is expected"_s);
    }
    query.unit = unit == u"hour" ? Unit::Hour : Unit::Day;
    query.range = readRange(json);
    const std::size_t series = static_cast<std::size_t>(query.events.size()) * query.apps.size()
                             * query.segments.size();
    if (series > mostSeries) {
        json.fail(u"segments"_s, u"at most %1 series are expected"_s.arg(mostSeries));
    }
    reader.adopt(json);
    return query;
}

} // namespace

QJsonObject toJson(const View &view)
{
    return {{u"emberline"_s, u"view"_s},
            {u"version"_s, currentVersion},
            {u"title"_s, view.title},
            {u"query"_s, toJson(view.query)}};
}

Result<View> viewFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    if (reader.text(u"emberline"_s) != u"view") {
        reader.fail(u"emberline"_s, u"this is not a view"_s);
    }
    static_cast<void>(reader.integer(u"version"_s, 1, currentVersion));
    View view{.title = reader.text(u"title"_s), .query = readQuery(reader)};
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
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{.kind = ErrorKind::MalformedReply, .detail = problem.errorString()};
    }
    if (!document.isObject()) {
        return Error{.kind = ErrorKind::MalformedReply, .detail = u"A JSON object is expected"_s};
    }
    return viewFromJson(document.object());
}

} // namespace emberline
