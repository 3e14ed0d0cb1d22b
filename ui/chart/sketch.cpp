// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/sketch.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace emberline {

namespace {

void paintFill(QPainter &painter, const Sketch::Fill &fill)
{
    const bool round = fill.radius > 0;
    // Scaled down for a preview, hairlines that lie between two pixels would vanish.
    const qreal scale = painter.worldTransform().m11();
    const bool sharp = std::abs(scale - std::round(scale)) < 1e-9;
    painter.setRenderHint(QPainter::Antialiasing, round || !sharp);
    if (!round) {
        painter.fillRect(fill.rect, fill.color);
        return;
    }
    const bool framed = fill.border.isValid();
    painter.setPen(framed ? QPen(fill.border) : QPen(Qt::NoPen));
    painter.setBrush(fill.color);
    const qreal inset = framed ? 0.5 : 0;
    painter.drawRoundedRect(
        fill.rect.adjusted(inset, inset, -inset, -inset), fill.radius, fill.radius);
}

/// The corners of @p plate, @p corner pixels each way, and one row and one column between them.
QImage tileOf(const Sketch::Plate &plate, qreal scale, int corner)
{
    const int side = 2 * corner + 1;
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    const qreal reach = plate.reach();
    const QRectF rect =
        QRectF(0, 0, side / scale, side / scale).adjusted(reach, reach, -reach, -reach);
    for (int i = Sketch::Plate::steps; i > 0; --i) {
        const qreal grow = plate.step * i;
        paintFill(painter,
                  {.rect = rect.adjusted(-grow, -grow, grow, grow).translated(0, plate.step),
                   .color = plate.shade,
                   .radius = plate.radius + grow});
    }
    paintFill(painter,
              {.rect = rect, .color = plate.color, .radius = plate.radius, .border = plate.border});
    return tile;
}

/// In whole pixels of the device.
void paintPlate(QPainter &painter, const Sketch::Plate &plate)
{
    const qreal scale = painter.deviceTransform().m11();
    const qreal reach = plate.reach();
    const QRect whole = painter.deviceTransform()
                            .mapRect(plate.rect.adjusted(-reach, -reach, reach, reach))
                            .toRect();
    const int corner = static_cast<int>(std::ceil((2 * reach + plate.radius) * scale));
    const QImage tile = tileOf(plate, scale, corner);
    const std::array from{0, corner, corner + 1, tile.width()};
    const std::array across{0, corner, whole.width() - corner, whole.width()};
    const std::array down{0, corner, whole.height() - corner, whole.height()};
    painter.save();
    painter.setWorldTransform({});
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QTransform toPainter = painter.deviceTransform().inverted();
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            const QRect part(whole.topLeft() + QPoint(across[column], down[row]),
                             whole.topLeft() + QPoint(across[column + 1] - 1, down[row + 1] - 1));
            const QRect source(QPoint(from[column], from[row]),
                               QPoint(from[column + 1] - 1, from[row + 1] - 1));
            const QRectF target = toPainter.mapRect(QRectF(part));
            if (row == 1 && column == 1) {
                painter.fillRect(target, plate.color);
            } else {
                painter.drawImage(target, tile, source);
            }
        }
    }
    painter.restore();
}

} // namespace

void Sketch::paint(QPainter &painter) const
{
    for (const Plate &plate : plates) {
        paintPlate(painter, plate);
    }
    for (const Fill &fill : fills) {
        paintFill(painter, fill);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    for (const Segments &segment : segments) {
        painter.setPen(segment.pen);
        painter.drawLines(segment.lines);
    }
    for (const Stroke &stroke : strokes) {
        painter.setPen(stroke.pen);
        painter.drawPolyline(stroke.line);
    }
    for (const Disc &disc : discs) {
        painter.setPen(disc.pen);
        painter.setBrush(disc.brush);
        painter.drawEllipse(disc.center, disc.radius, disc.radius);
    }
    for (const Shape &shape : shapes) {
        painter.setPen(shape.pen);
        painter.setBrush(shape.brush);
        painter.drawPolygon(shape.outline);
    }
    for (const Words &word : words) {
        painter.setFont(word.font);
        painter.setPen(word.color);
        painter.drawText(word.baseline, word.text);
    }
}

QRectF Sketch::ground() const
{
    QRectF rect;
    for (const Fill &fill : fills) {
        rect |= fill.rect;
    }
    for (const Disc &disc : discs) {
        const qreal reach = disc.radius + disc.pen.widthF();
        rect |= QRectF(disc.center, QSizeF()).adjusted(-reach, -reach, reach, reach);
    }
    return rect;
}

SketchItem::SketchItem(qreal z, QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(z);
    setAcceptedMouseButtons(Qt::NoButton);
}

void SketchItem::setSketch(Sketch sketch, const QRectF &bounds)
{
    prepareGeometryChange();
    m_sketch = std::move(sketch);
    m_bounds = bounds;
    update();
}

void SketchItem::paint(QPainter *painter,
                       const QStyleOptionGraphicsItem * /*option*/,
                       QWidget * /*widget*/)
{
    painter->save();
    m_sketch.paint(*painter);
    painter->restore();
}

QList<QLineF> hatchLines(const QRectF &rect, qreal distance)
{
    QList<QLineF> lines;
    if (rect.isEmpty()) {
        return lines;
    }
    // Lines x + y = c, a fixed raster so that neighbouring rectangles join.
    const qreal step = distance * std::numbers::sqrt2;
    const auto first = static_cast<int>(std::ceil((rect.left() + rect.top()) / step));
    const auto last = static_cast<int>(std::ceil((rect.right() + rect.bottom()) / step));
    for (int i = first; i < last; ++i) {
        const qreal c = i * step;
        const qreal left = std::max(rect.left(), c - rect.bottom());
        const qreal right = std::min(rect.right(), c - rect.top());
        if (left < right) {
            lines.append(QLineF(left, c - left, right, c - right));
        }
    }
    return lines;
}

} // namespace emberline
