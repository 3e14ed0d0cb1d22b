// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"
#include "ui/chart/sketch.h"

#include <QColor>

#include <optional>

class QPainter;

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

/// The key of a series: its shape, or else a square, in its colour.
struct Swatch
{
    QColor color = {}; ///< invalid: there is none
    std::optional<Marker> marker = {};

    friend bool operator==(const Swatch &, const Swatch &) = default;
};

/// Paints @p swatch, which is as high as wide, @p size. It has a colour.
void paintSwatch(QPainter &painter,
                 const Swatch &swatch,
                 const QPointF &leftMiddle,
                 qreal size = 10);

/// The same as a part of a chart.
void addSwatch(Sketch &sketch, const Swatch &swatch, const QPointF &leftMiddle, qreal size);
void addSwatch(Sketch &sketch,
               const DatasetModel::Look &look,
               const QPointF &leftMiddle,
               qreal size,
               const QColor &color);

} // namespace emberline
