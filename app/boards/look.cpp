// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boards/look.h"

#include "app/core/jsonreader.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype mostHidden = 500;

template <typename Enum, std::size_t count>
using Names = std::array<std::pair<Enum, const char *>, count>;

constexpr Names<ChartLayout, 2> layoutNames{
    {{ChartLayout::Overlay, "overlay"}, {ChartLayout::SideBySide, "side_by_side"}}};
constexpr Names<PanelSplit, 3> splitNames{
    {{PanelSplit::Segment, "segment"}, {PanelSplit::App, "app"}, {PanelSplit::Event, "event"}}};
constexpr Names<PanelOrder, 4> orderNames{{{PanelOrder::AsChosen, "as_chosen"},
                                           {PanelOrder::Total, "total"},
                                           {PanelOrder::Change, "change"},
                                           {PanelOrder::Name, "name"}}};

template <typename Enum, std::size_t count>
QString nameOf(const Names<Enum, count> &names, Enum value)
{
    for (const auto &[each, name] : names) {
        if (each == value) {
            return QString::fromLatin1(name);
        }
    }
    Q_UNREACHABLE();
}

template <typename Enum, std::size_t count>
Enum readName(JsonReader &json, const QString &key, const Names<Enum, count> &names)
{
    const QString text = json.text(key);
    QStringList known;
    for (const auto &[value, name] : names) {
        known.append(QString::fromLatin1(name));
        if (text == known.constLast()) {
            return value;
        }
    }
    json.fail(key, u"one of %1 is expected"_s.arg(known.join(u", "_s)));
    return names.front().first;
}

QString isoText(BucketTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

BucketTime readTime(JsonReader &json, const QString &key)
{
    const QDateTime time = QDateTime::fromString(json.text(key), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        json.fail(key, u"an ISO 8601 time with an offset is expected"_s);
        return 0;
    }
    return time.toMSecsSinceEpoch();
}

Zoom readZoom(JsonReader &reader)
{
    JsonReader json = reader.object(u"zoom"_s);
    const Zoom zoom{.first = readTime(json, u"first"_s), .last = readTime(json, u"last"_s)};
    if (zoom.last < zoom.first) {
        json.fail(u"last"_s, u"it lies before first"_s);
    }
    reader.adopt(json);
    return zoom;
}

QJsonObject toJson(const PanelsLook &panels)
{
    return {{u"split"_s, nameOf(splitNames, panels.split)},
            {u"order"_s, nameOf(orderNames, panels.order)},
            {u"columns"_s, panels.columns},
            {u"own_scale"_s, panels.ownScale},
            {u"linked_crosshair"_s, panels.linkedCrosshair},
            {u"ghosts"_s, panels.ghosts}};
}

PanelsLook readPanels(JsonReader &reader)
{
    JsonReader json = reader.object(u"panels"_s);
    const PanelsLook panels{.split = readName(json, u"split"_s, splitNames),
                            .order = readName(json, u"order"_s, orderNames),
                            .columns = json.integer(u"columns"_s, 0, mostPanelColumns),
                            .ownScale = json.boolean(u"own_scale"_s),
                            .linkedCrosshair = json.boolean(u"linked_crosshair"_s),
                            .ghosts = json.boolean(u"ghosts"_s)};
    reader.adopt(json);
    return panels;
}

std::vector<SeriesId> readHidden(JsonReader &reader)
{
    std::vector<SeriesId> hidden;
    for (JsonReader &item : reader.objects(u"hidden"_s, mostHidden)) {
        hidden.push_back({.event = item.text(u"event"_s),
                          .appId = item.text(u"app"_s),
                          .segmentId = item.text(u"segment"_s)});
        reader.adopt(item);
    }
    return hidden;
}

} // namespace

Query shownPart(const Query &query, const std::vector<SeriesId> &hidden)
{
    std::vector<SeriesId> shown;
    for (const SeriesKey &key : seriesOf(query)) {
        const SeriesId id = idOf(key);
        if (std::find(hidden.begin(), hidden.end(), id) == hidden.end()) {
            shown.push_back(id);
        }
    }
    if (shown.empty()) {
        return query;
    }
    const auto isNowhere = [&shown](QString SeriesId::*part) {
        return [&shown, part](const QString &value) {
            return std::none_of(shown.begin(), shown.end(), [part, &value](const SeriesId &id) {
                return id.*part == value;
            });
        };
    };
    const auto drop = [](std::vector<Choice> &choices, const auto &isOut) {
        std::erase_if(choices, [&isOut](const Choice &choice) { return isOut(choice.id); });
    };
    Query part = query;
    part.events.removeIf(isNowhere(&SeriesId::event));
    drop(part.apps, isNowhere(&SeriesId::appId));
    drop(part.segments, isNowhere(&SeriesId::segmentId));
    return part;
}

QJsonObject toJson(const Look &look)
{
    QJsonArray hidden;
    for (const SeriesId &id : look.hidden) {
        hidden.append(QJsonObject{
            {u"event"_s, id.event}, {u"app"_s, id.appId}, {u"segment"_s, id.segmentId}});
    }
    QJsonObject json{{u"layout"_s, nameOf(layoutNames, look.layout)},
                     {u"hidden"_s, hidden},
                     {u"complete_only"_s, look.completeOnly},
                     {u"panels"_s, toJson(look.panels)}};
    if (look.zoom) {
        json.insert(u"zoom"_s,
                    QJsonObject{{u"first"_s, isoText(look.zoom->first)},
                                {u"last"_s, isoText(look.zoom->last)}});
    }
    return json;
}

Look readLook(JsonReader &json)
{
    Look look{.layout = readName(json, u"layout"_s, layoutNames),
              .hidden = readHidden(json),
              .completeOnly = json.boolean(u"complete_only"_s),
              .panels = readPanels(json)};
    if (json.has(u"zoom"_s)) {
        look.zoom = readZoom(json);
    }
    return look;
}

} // namespace emberline
