// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/denselines.h"

#include "ui/chart/columnspans.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

/// Buckets wider than so many pixels of the device are worth their strokes.
constexpr qreal widestInSpans = 2;

/// Vector formats have so many columns in a logical pixel.
constexpr int vectorColumns = 2;

/// A dashed polyline of more points takes too long; its segments are dashed each for itself then.
constexpr qsizetype mostDashedPoints = 50;

/// Dashes in columns of pixels, where @p scale pixels are a logical one.
void setDashes(SpanLine &line, const QPen &pen, qreal scale)
{
    if (pen.style() == Qt::SolidLine || pen.dashPattern().size() < 2) {
        return;
    }
    const qreal width = pen.widthF() * scale;
    line.dash = std::max(1, qRound(pen.dashPattern().at(0) * width));
    line.gap = std::max(1, qRound(pen.dashPattern().at(1) * width));
}

void paintLine(QPainter &painter, const QPolygonF &points)
{
    if (painter.pen().style() != Qt::SolidLine && points.size() <= mostDashedPoints) {
        painter.drawPolyline(points);
        return;
    }
    QList<QLineF> segments;
    segments.reserve(points.size());
    for (qsizetype i = 1; i < points.size(); ++i) {
        segments.append(QLineF(points[i - 1], points[i]));
    }
    painter.drawLines(segments);
}

} // namespace

DenseLines::DenseLines(qreal z, QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(z);
    setAcceptedMouseButtons(Qt::NoButton);
}

void DenseLines::setLines(std::vector<Line> lines, const PlotWindow &window)
{
    prepareGeometryChange();
    m_lines = std::move(lines);
    m_window = window;
    qreal widest = 0;
    for (const Line &line : m_lines) {
        widest = std::max(widest, line.pen.widthF());
    }
    // Lines on the baseline reach half their width below the plot.
    const qreal beyond = std::ceil(widest / 2) + 1;
    m_bounds = m_lines.empty() ? QRectF()
                               : m_window.plot.adjusted(-beyond, -beyond, beyond, beyond);
    if (m_lines.empty()) {
        m_image = {};
    }
    update();
}

void DenseLines::paint(QPainter *painter,
                       const QStyleOptionGraphicsItem * /*option*/,
                       QWidget * /*widget*/)
{
    if (m_lines.empty()) {
        return;
    }
    const QTransform toDevice = painter->deviceTransform();
    const bool hasPixels = painter->paintEngine()->type() == QPaintEngine::Raster
                        && toDevice.type() <= QTransform::TxScale && toDevice.m11() > 0
                        && toDevice.m22() > 0;
    const qreal scale = hasPixels ? toDevice.m11() : vectorColumns;
    painter->save();
    if (hasPixels && m_window.columnWidth() * scale < widestInSpans) {
        paintSpans(*painter);
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        paintSegments(*painter, std::max(1, qRound(m_window.plot.width() * scale)));
    }
    painter->restore();
}

void DenseLines::paintSegments(QPainter &painter, int columns) const
{
    const qreal unit = m_window.plot.height() / m_window.top;
    for (const Line &line : m_lines) {
        painter.setPen(line.pen);
        for (const std::vector<QPointF> &points : line.pyramid->thinned(
                 {.first = m_window.first, .last = m_window.last, .count = columns})) {
            QPolygonF placed;
            placed.reserve(static_cast<qsizetype>(points.size()));
            for (const QPointF &point : points) {
                placed.append(QPointF(m_window.plot.left()
                                          + (point.x() - m_window.first) * m_window.columnWidth(),
                                      m_window.plot.bottom() - point.y() * unit));
            }
            paintLine(painter, placed);
        }
    }
}

/// Into an image in whole pixels of the device, over what is there.
void DenseLines::paintSpans(QPainter &painter)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF plot = toDevice.mapRect(m_window.plot);
    QRect rect = toDevice.mapRect(m_bounds).toAlignedRect();
    rect.setLeft(static_cast<int>(std::floor(plot.left())));
    rect.setRight(static_cast<int>(std::ceil(plot.right())) - 1);
    if (m_image.size() != rect.size()) {
        m_image = QImage(rect.size(), QImage::Format_ARGB32_Premultiplied);
    }
    const double buckets = (m_window.last - m_window.first) / plot.width(); // a pixel
    const double first = m_window.first + (rect.left() - plot.left()) * buckets;
    const ColumnGrid grid{
        .first = first, .last = first + rect.width() * buckets, .count = rect.width()};
    const double bottom = plot.bottom() - rect.top();
    const double unit = plot.height() / m_window.top;
    std::vector<SpanLine> lines;
    lines.reserve(m_lines.size());
    for (const Line &line : m_lines) {
        SpanLine painted{.spans = line.pyramid->spans(grid),
                         .color = line.pen.color(),
                         .width = line.pen.widthF() * toDevice.m22()};
        for (ValueSpan &span : painted.spans) {
            span = {.low = bottom - span.high * unit, .high = bottom - span.low * unit};
        }
        setDashes(painted, line.pen, toDevice.m11());
        lines.push_back(std::move(painted));
    }
    paintColumnSpans(m_image, lines);
    painter.setWorldTransform({});
    const QTransform rest = painter.deviceTransform();
    painter.drawImage(rest.inverted().mapRect(QRectF(rect)), m_image);
}

} // namespace emberline
