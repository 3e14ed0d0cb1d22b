// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacefile.h"

#include "app/core/jsonreader.h"
#include "app/workspace/endpoint.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype largestFile = 8 << 20;
constexpr int mostSlots = 100'000;

struct PlaceName
{
    KeyPlace place = KeyPlace::None;
    QLatin1StringView name;
};
constexpr std::array<PlaceName, 3> placeNames{{
    {.place = KeyPlace::None, .name = QLatin1StringView("none")},
    {.place = KeyPlace::Keychain, .name = QLatin1StringView("keychain")},
    {.place = KeyPlace::Session, .name = QLatin1StringView("session")},
}};

QString nameOf(KeyPlace place)
{
    const auto *const found = std::find_if(
        placeNames.begin(), placeNames.end(), [place](const PlaceName &entry) {
            return entry.place == place;
        });
    return found->name;
}

QJsonArray toJson(const std::vector<NamedId> &ids)
{
    QJsonArray array;
    for (const NamedId &id : ids) {
        array.append(QJsonObject{{u"id"_s, id.id}, {u"name"_s, id.name}});
    }
    return array;
}

/// In the order of the slots, so that the same workspace gives the same bytes.
QJsonArray toJson(const QHash<QString, int> &colorSlots)
{
    std::vector<std::pair<int, QString>> sorted;
    for (auto it = colorSlots.cbegin(); it != colorSlots.cend(); ++it) {
        sorted.emplace_back(it.value(), it.key());
    }
    std::sort(sorted.begin(), sorted.end());
    QJsonArray array;
    for (const auto &[slot, segment] : sorted) {
        array.append(QJsonObject{{u"segment"_s, segment}, {u"slot"_s, slot}});
    }
    return array;
}

QJsonObject toJson(const Workspace &workspace)
{
    return {{u"id"_s, workspace.id},
            {u"name"_s, workspace.name},
            {u"endpoint"_s, workspace.endpoint.toString(QUrl::FullyEncoded)},
            {u"key"_s, nameOf(workspace.keyPlace)},
            {u"zone"_s, QString::fromLatin1(workspace.zone.id())},
            {u"week_start"_s, static_cast<int>(workspace.weekStart)},
            {u"apps"_s, toJson(workspace.apps)},
            {u"segments"_s, toJson(workspace.segments)},
            {u"starred_events"_s, QJsonArray::fromStringList(workspace.starredEvents)},
            {u"recent_events"_s, QJsonArray::fromStringList(workspace.recentEvents)},
            {u"color_slots"_s, toJson(workspace.colorSlots)}};
}

std::vector<NamedId> readNamedIds(JsonReader &reader, const QString &key)
{
    std::vector<NamedId> ids;
    std::vector<JsonReader> items = reader.objects(key);
    ids.reserve(items.size());
    for (JsonReader &item : items) {
        ids.push_back({.id = item.text(u"id"_s), .name = item.text(u"name"_s)});
        reader.adopt(item);
    }
    return ids;
}

QHash<QString, int> readColorSlots(JsonReader &reader)
{
    QHash<QString, int> colorSlots;
    for (JsonReader &item : reader.objects(u"color_slots"_s, mostSlots)) {
        const QString segment = item.text(u"segment"_s);
        colorSlots.insert(segment, item.integer(u"slot"_s, 0, mostSlots));
        reader.adopt(item);
    }
    return colorSlots;
}

QUrl readEndpoint(JsonReader &reader, bool isDemo)
{
    const QString text = reader.text(u"endpoint"_s);
    const EndpointReading endpoint = endpointFromText(text);
    const bool isNone = isDemo && text.isEmpty(); // the demo's port is another at each start
    if (endpoint.problem && !isNone) {
        reader.fail(u"endpoint"_s, u"this is no endpoint"_s);
    }
    return endpoint.url;
}

QTimeZone readZone(JsonReader &reader)
{
    const QByteArray id = reader.text(u"zone"_s).toUtf8();
    const QTimeZone zone(id);
    if (id.isEmpty() || !zone.isValid()) { // Qt reads "" as the zone of this computer
        reader.fail(u"zone"_s, u"an IANA time zone is expected"_s);
        return QTimeZone::utc();
    }
    return zone;
}

KeyPlace readKeyPlace(JsonReader &reader)
{
    const QString name = reader.text(u"key"_s);
    const auto *const found = std::find_if(
        placeNames.begin(), placeNames.end(), [&](const PlaceName &entry) {
            return entry.name == name;
        });
    if (found == placeNames.end()) {
        reader.fail(u"key"_s, u"none, keychain or session is expected"_s);
        return KeyPlace::None;
    }
    return found->place;
}

Workspace readWorkspace(JsonReader &reader)
{
    Workspace workspace;
    workspace.id = reader.text(u"id"_s);
    if (!isWorkspaceId(workspace.id)) {
        reader.fail(u"id"_s, u"a UUID is expected"_s);
    }
    workspace.name = reader.text(u"name"_s);
    if (workspace.name.trimmed().isEmpty()) {
        reader.fail(u"name"_s, u"a name is expected"_s);
    }
    workspace.endpoint = readEndpoint(reader, workspace.isDemo());
    workspace.keyPlace = readKeyPlace(reader);
    workspace.zone = readZone(reader);
    workspace.weekStart = static_cast<Qt::DayOfWeek>(
        reader.integer(u"week_start"_s, Qt::Monday, Qt::Sunday));
    workspace.apps = readNamedIds(reader, u"apps"_s);
    workspace.segments = readNamedIds(reader, u"segments"_s);
    workspace.starredEvents = reader.texts(u"starred_events"_s);
    workspace.recentEvents = reader.texts(u"recent_events"_s);
    workspace.colorSlots = readColorSlots(reader);
    return workspace;
}

bool holds(const std::vector<Workspace> &workspaces, const QString &id)
{
    return std::any_of(workspaces.begin(), workspaces.end(), [&](const Workspace &workspace) {
        return workspace.id == id;
    });
}

} // namespace

bool isWorkspaceId(const QString &id)
{
    return id == u"demo"
        || (!id.isEmpty() && QUuid::fromString(id).toString(QUuid::WithoutBraces) == id);
}

int workspaceFileVersionOf(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const bool isOurs = object.value(u"emberline"_s).toString() == u"workspaces";
    return isOurs ? object.value(u"version"_s).toInt() : 0;
}

QByteArray toBytes(const WorkspaceFile &file)
{
    QJsonArray workspaces;
    for (const Workspace &workspace : file.workspaces) {
        workspaces.append(toJson(workspace));
    }
    return QJsonDocument(QJsonObject{{u"emberline"_s, u"workspaces"_s},
                                     {u"version"_s, workspaceFileVersion},
                                     {u"current"_s, file.currentId},
                                     {u"workspaces"_s, workspaces}})
        .toJson();
}

Result<WorkspaceFile> workspaceFileFromBytes(const QByteArray &bytes)
{
    if (bytes.size() > largestFile) {
        return Error{.kind = ErrorKind::TooLarge, .detail = u"More than 8 MiB"_s};
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject()) {
        return Error{.kind = ErrorKind::MalformedReply, .detail = problem.errorString()};
    }
    JsonReader reader(document.object());
    if (reader.text(u"emberline"_s) != u"workspaces") {
        reader.fail(u"emberline"_s, u"this is no list of workspaces"_s);
    }
    static_cast<void>(reader.integer(u"version"_s, 1, workspaceFileVersion));
    WorkspaceFile file;
    for (JsonReader &item : reader.objects(u"workspaces"_s)) {
        const Workspace workspace = readWorkspace(item);
        if (holds(file.workspaces, workspace.id)) {
            item.fail(u"id"_s, u"two workspaces have this id"_s);
        }
        reader.adopt(item);
        file.workspaces.push_back(workspace);
    }
    file.currentId = reader.text(u"current"_s);
    if (!file.currentId.isEmpty() && !isWorkspaceId(file.currentId)) {
        reader.fail(u"current"_s, u"a UUID is expected"_s);
    }
    if (const std::optional<Error> error = reader.error()) {
        return *error;
    }
    return file;
}

} // namespace emberline
