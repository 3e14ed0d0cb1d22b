// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"
#include "ui/chart/sketch.h"

#include <optional>

namespace emberline {

/// The shape of a series, for those who can't tell its colour: ● ▲ ■ ◆ ▼ ✚.
enum class Marker { Disc, Triangle, Square, Diamond, TriangleDown, Cross };

/// None without patterns, and for all users, whose line is the thickest.
[[nodiscard]] std::optional<Marker> markerOf(const DatasetModel::Look &look);

/// Adds a @p marker that looks as large as a disc of @p radius.
void addMarker(Sketch &sketch,
               Marker marker,
               const QPointF &center,
               qreal radius,
               const QPen &pen,
               const QBrush &brush);

/// The key of a series, @p size wide: its shape, or else a square of its @p color.
void addSwatch(Sketch &sketch,
               const DatasetModel::Look &look,
               const QPointF &leftMiddle,
               qreal size,
               const QColor &color);

} // namespace emberline
