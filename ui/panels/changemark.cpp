// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/changemark.h"

#include "ui/chart/chartstyle.h"

#include <QPainter>
#include <QPolygonF>

namespace emberline {

namespace {

constexpr qreal triangle = 7;
constexpr qreal beside = 4;

bool hasTriangle(const QString &change)
{
    return change.startsWith(u'▲') || change.startsWith(u'▼');
}

QString withoutTriangle(const QString &change)
{
    return hasTriangle(change) ? change.mid(1).trimmed() : change;
}

} // namespace

qreal changeWidth(const QString &change, const QFont &font)
{
    return textWidth(withoutTriangle(change), font) + (hasTriangle(change) ? triangle + beside : 0);
}

void drawChange(
    QPainter &painter, QPointF from, const QString &change, const QFont &font, const QColor &color)
{
    qreal x = from.x();
    if (hasTriangle(change)) {
        const qreal half = triangle / 2;
        const qreal tip = change.startsWith(u'▲') ? -half : half;
        const qreal base = from.y() - tip + (tip > 0 ? 0.5 : -0.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF{{x + half, from.y() + tip}, {x, base}, {x + triangle, base}});
        x += triangle + beside;
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, baselineAt(from.y(), font)), withoutTriangle(change));
}

} // namespace emberline
