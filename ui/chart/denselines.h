// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>
#include <QPen>
#include <QPolygonF>

#include <vector>

namespace emberline {

/// Many points: what has several in a pixel is painted in spans, whose cost does not grow with the
/// number of points; everything else, and all of it in vector formats, as separate segments (far
/// cheaper than a polyline).
class DenseLines : public QGraphicsItem
{
public:
    /// From left to right, in scene coordinates.
    struct Line
    {
        QPolygonF points = {};
        QPen pen = {};
    };

    explicit DenseLines(qreal z, QGraphicsItem *parent = nullptr);

    /// @p bounds holds everything that @p lines paint.
    void setLines(std::vector<Line> lines, const QRectF &bounds);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::vector<Line> m_lines;
    QRectF m_bounds;
};

} // namespace emberline
