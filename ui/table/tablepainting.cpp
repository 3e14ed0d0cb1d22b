// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablepainting.h"

#include <QtMath>

#include <cmath>

namespace emberline::table {

namespace {

Qt::Alignment sideFrom(const QVariant &alignment, int column)
{
    if (!alignment.isValid()) {
        return column == 0 ? Qt::AlignLeft : Qt::AlignRight;
    }
    return Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask;
}

} // namespace

Qt::Alignment sideOf(const QModelIndex &index)
{
    return sideFrom(index.data(Qt::TextAlignmentRole), index.column());
}

Qt::Alignment sideOf(const QAbstractItemModel &model, int section)
{
    return sideFrom(model.headerData(section, Qt::Horizontal, Qt::TextAlignmentRole), section);
}

void drawHatch(QPainter &painter, const QRect &area, int phase, const QColor &color)
{
    constexpr qreal distance = 6 * 1.41421356; // along the edge, for 6 px from line to line
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor faint = color; // under text, so paler than behind the chart's lines
    faint.setAlphaF(color.alphaF() * 0.45F);
    painter.setPen(QPen(faint, 1.6, Qt::SolidLine, Qt::FlatCap));
    // Lines rise to the right; their feet stand at multiples of the distance in table coordinates.
    const int count = qCeil((area.width() + area.height()) / distance) + 2;
    const qreal first = area.left() - area.height() - std::fmod(phase - area.height(), distance);
    for (int i = -1; i < count; ++i) {
        const qreal x = first + i * distance;
        painter.drawLine(QLineF(x, area.bottom() + 1, x + area.height(), area.top()));
    }
    painter.restore();
}

void drawFoot(QPainter &painter, const QRect &area, const QColor &color)
{
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), color);
}

void drawEdge(QPainter &painter, const QRect &area, const QColor &color)
{
    painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), color);
}

void drawRing(QPainter &painter, const QRect &area, const QColor &color)
{
    constexpr qreal stroke = 1.75;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, stroke));
    painter.setBrush(Qt::NoBrush);
    const qreal radius = (ringSize - stroke) / 2;
    painter.drawEllipse(
        QPointF(area.left() + ringSize / 2.0, area.center().y() + 0.5), radius, radius);
    painter.restore();
}

QFont secondaryFont(const QFont &body)
{
    QFont font = body;
    if (body.pixelSize() > 0) {
        font.setPixelSize(qRound(body.pixelSize() * 12 / 13.0));
    } else {
        font.setPointSizeF(body.pointSizeF() * 0.9);
    }
    return font;
}

} // namespace emberline::table
