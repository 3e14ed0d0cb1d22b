// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include "ui/theme/icons.h"

namespace emberline::paint {

void box(QPainter *painter, const QRectF &rect, const Box &box)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, box.corner > 0);
    const qreal half = box.border.alpha() > 0 ? box.width / 2 : 0;
    painter->setPen(half > 0 ? QPen(box.border, box.width) : QPen(Qt::NoPen));
    painter->setBrush(box.fill);
    const qreal corner = std::max(0.0, box.corner - half);
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner);
    painter->restore();
}

void sign(QPainter *painter, const QRect &rect, const QString &name, const QColor &color)
{
    QRect target(0, 0, iconSize, iconSize);
    target.moveCenter(rect.center());
    painter->drawPixmap(target.topLeft(),
                        iconPixmap(name, iconSize, painter->device()->devicePixelRatioF(), color));
}

} // namespace emberline::paint
