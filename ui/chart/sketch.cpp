// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/sketch.h"

#include <QPainter>

#include <algorithm>
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

} // namespace

void Sketch::paint(QPainter &painter) const
{
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
