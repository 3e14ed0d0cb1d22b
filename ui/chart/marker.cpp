// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/marker.h"

#include <QPainter>

#include <array>

namespace emberline {

namespace {

constexpr std::array allMarkers{Marker::Disc,
                                Marker::Triangle,
                                Marker::Square,
                                Marker::Diamond,
                                Marker::TriangleDown,
                                Marker::Cross};

// Corners of shapes whose area is that of a disc of radius 1, about its middle.
constexpr qreal halfSquare = 0.89;
constexpr qreal halfDiamond = 1.25;
constexpr qreal halfBase = 1.35; ///< of a triangle
constexpr qreal apex = 1.5;
constexpr qreal base = 0.8;
constexpr qreal arm = 1.3; ///< of a cross
constexpr qreal halfArm = 0.36;

QPolygonF triangle(qreal up)
{
    return {{0, -up * apex}, {halfBase, up * base}, {-halfBase, up * base}};
}

QPolygonF shapeOf(Marker marker)
{
    switch (marker) {
    case Marker::Disc:
        return {};
    case Marker::Triangle:
        return triangle(1);
    case Marker::Square:
        return QRectF(-halfSquare, -halfSquare, 2 * halfSquare, 2 * halfSquare);
    case Marker::Diamond:
        return {{0, -halfDiamond}, {halfDiamond, 0}, {0, halfDiamond}, {-halfDiamond, 0}};
    case Marker::TriangleDown:
        return triangle(-1);
    case Marker::Cross:
        return {{-halfArm, -arm},
                {halfArm, -arm},
                {halfArm, -halfArm},
                {arm, -halfArm},
                {arm, halfArm},
                {halfArm, halfArm},
                {halfArm, arm},
                {-halfArm, arm},
                {-halfArm, halfArm},
                {-arm, halfArm},
                {-arm, -halfArm},
                {-halfArm, -halfArm}};
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Marker> markerOf(const DatasetModel::Look &look)
{
    if (!look.patterned || look.colorSlot < 0) {
        return std::nullopt;
    }
    return allMarkers.at(static_cast<std::size_t>(look.colorSlot) % allMarkers.size());
}

void addMarker(Sketch &sketch,
               Marker marker,
               const QPointF &center,
               qreal radius,
               const QPen &pen,
               const QBrush &brush)
{
    if (marker == Marker::Disc) {
        sketch.discs.push_back({.center = center, .radius = radius, .pen = pen, .brush = brush});
        return;
    }
    QPolygonF outline = shapeOf(marker);
    for (QPointF &corner : outline) {
        corner = center + radius * corner;
    }
    sketch.shapes.push_back({.outline = outline, .pen = pen, .brush = brush});
}

void paintSwatch(QPainter &painter, const Swatch &swatch, const QPointF &leftMiddle, qreal size)
{
    Sketch sketch;
    addSwatch(sketch, swatch, leftMiddle, size);
    painter.save();
    sketch.paint(painter);
    painter.restore();
}

void addSwatch(Sketch &sketch, const Swatch &swatch, const QPointF &leftMiddle, qreal size)
{
    const qreal half = size / 2;
    if (swatch.marker.has_value()) {
        constexpr qreal share = 0.8; // of the room: its corners stand out
        addMarker(sketch,
                  *swatch.marker,
                  leftMiddle + QPointF(half, 0),
                  half * share,
                  QPen(Qt::NoPen),
                  swatch.color);
        return;
    }
    constexpr qreal rounded = 0.2;
    sketch.fills.push_back({.rect = QRectF(leftMiddle.x(), leftMiddle.y() - half, size, size),
                            .color = swatch.color,
                            .radius = size * rounded});
}

void addSwatch(Sketch &sketch,
               const DatasetModel::Look &look,
               const QPointF &leftMiddle,
               qreal size,
               const QColor &color)
{
    addSwatch(sketch, {.color = color, .marker = markerOf(look)}, leftMiddle, size);
}

} // namespace emberline
