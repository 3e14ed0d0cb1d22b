// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/pyramid.h"

#include <QGraphicsItem>
#include <QImage>
#include <QPen>

#include <memory>
#include <vector>

namespace emberline {

/// What of the time axis and of the values is where.
struct PlotWindow
{
    QRectF plot = {};
    double first = 0; ///< at the plot's left edge; bucket i is at i
    double last = 1; ///< at its right edge
    double top = 1; ///< the value at its top edge; 0 is at the bottom

    [[nodiscard]] qreal columnWidth() const { return plot.width() / (last - first); }
};

/// Lines of many points, cut to the plot. Where there are several in a pixel they are painted in
/// spans, which costs what the pixels cost; elsewhere as separate segments (far cheaper than a
/// polyline). In vector formats they stay segments, no more than can be told apart.
class DenseLines : public QGraphicsItem
{
public:
    struct Line
    {
        std::shared_ptr<const Pyramid> pyramid = {};
        QPen pen = {};
    };

    explicit DenseLines(qreal z, QGraphicsItem *parent = nullptr);

    void setLines(std::vector<Line> lines, const PlotWindow &window);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintSpans(QPainter &painter);
    void paintSegments(QPainter &painter, int columns) const;

    std::vector<Line> m_lines;
    PlotWindow m_window;
    QRectF m_bounds;
    QImage m_image; ///< kept from frame to frame: fresh memory costs as much as painting it
};

} // namespace emberline
