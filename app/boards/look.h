// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace emberline {

class JsonReader;

enum class ChartLayout { Overlay, SideBySide };

/// What each panel is about; whatever else was asked for is laid over each other in it.
enum class PanelSplit { Segment, App, Event };

enum class PanelOrder { AsChosen, Total, Change, Name };

inline constexpr int mostPanelColumns = 6;

/// How panels stand side by side.
struct PanelsLook
{
    PanelSplit split = PanelSplit::Segment;
    PanelOrder order = PanelOrder::AsChosen;
    int columns = 0; ///< 1 to mostPanelColumns; 0: as many as fit
    bool ownScale = false; ///< each panel has a Y scale of its own
    bool linkedCrosshair = true;
    bool ghosts = false; ///< the lines of the other panels stand pale behind each

    friend bool operator==(const PanelsLook &, const PanelsLook &) = default;
};

/// The visible part of the time axis, whole buckets.
struct Zoom
{
    BucketTime first = 0;
    BucketTime last = 0; ///< included

    friend bool operator==(const Zoom &, const Zoom &) = default;
};

/// How an answer is shown; nothing in it asks for anything.
struct Look
{
    ChartLayout layout = ChartLayout::Overlay;
    std::vector<SeriesId> hidden = {};
    std::optional<Zoom> zoom = {}; ///< absent: the whole range
    bool completeOnly = false; ///< incomplete periods are left out of everything
    PanelsLook panels = {};

    friend bool operator==(const Look &, const Look &) = default;
};

/// @p query without the events, apps and segments of which every series is @p hidden; as it is if
/// all of them are.
[[nodiscard]] Query shownPart(const Query &query, const std::vector<SeriesId> &hidden);

[[nodiscard]] QJsonObject toJson(const Look &look);
/// Reads what toJson() wrote; problems are @p json's.
[[nodiscard]] Look readLook(JsonReader &json);

} // namespace emberline
