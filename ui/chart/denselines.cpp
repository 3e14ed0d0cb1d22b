// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/denselines.h"

#include "ui/chart/columnspans.h"

#include <QPaintEngine>
#include <QPainter>

namespace emberline {

namespace {

/// With fewer points than that in a pixel, lines are worth their strokes.
constexpr qreal fewestInPixel = 0.5;

bool isDense(const DenseLines::Line &line, qreal scale)
{
    const qreal pixels = (line.points.back().x() - line.points.front().x()) * scale;
    const bool isSolid = line.pen.style() == Qt::SolidLine;
    return isSolid && static_cast<qreal>(line.points.size()) > pixels * fewestInPixel;
}

void paintSegments(QPainter &painter, const DenseLines::Line &line)
{
    QList<QLineF> segments;
    segments.reserve(line.points.size());
    for (qsizetype i = 1; i < line.points.size(); ++i) {
        segments.append(QLineF(line.points[i - 1], line.points[i]));
    }
    painter.setPen(line.pen);
    painter.drawLines(segments);
}

/// Into an image of @p bounds in whole pixels of the device, over what is there.
void paintSpans(QPainter &painter, const std::vector<DenseLines::Line> &lines, const QRectF &bounds)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRect rect = toDevice.mapRect(bounds).toAlignedRect();
    QImage image(rect.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const QTransform toImage = toDevice * QTransform::fromTranslate(-rect.x(), -rect.y());
    for (const DenseLines::Line &line : lines) {
        if (isDense(line, toDevice.m11())) {
            paintColumnSpans(image,
                             toImage.map(line.points),
                             line.pen.widthF() * toDevice.m22(),
                             line.pen.color());
        }
    }
    painter.save();
    painter.setWorldTransform({});
    const QTransform rest = painter.deviceTransform();
    painter.drawImage(rest.inverted().mapRect(QRectF(rect)), image);
    painter.restore();
}

} // namespace

DenseLines::DenseLines(qreal z, QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(z);
    setAcceptedMouseButtons(Qt::NoButton);
}

void DenseLines::setLines(std::vector<Line> lines, const QRectF &bounds)
{
    prepareGeometryChange();
    m_lines = std::move(lines);
    m_bounds = bounds;
    update();
}

void DenseLines::paint(QPainter *painter,
                       const QStyleOptionGraphicsItem * /*option*/,
                       QWidget * /*widget*/)
{
    const bool hasPixels = painter->paintEngine()->type() == QPaintEngine::Raster
                        && painter->deviceTransform().type() <= QTransform::TxScale;
    const qreal scale = painter->deviceTransform().m11();
    bool isAnyDense = false;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Line &line : m_lines) {
        if (hasPixels && isDense(line, scale)) {
            isAnyDense = true;
        } else {
            paintSegments(*painter, line);
        }
    }
    painter->restore();
    if (isAnyDense) {
        paintSpans(*painter, m_lines, m_bounds);
    }
}

} // namespace emberline
