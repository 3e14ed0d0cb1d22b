// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/visioneffect.h"

#include <QPainter>
#include <QWidget>

namespace emberline {

VisionEffect::VisionEffect(ColorVision vision, QObject *parent)
    : QGraphicsEffect(parent)
    , m_vision(vision)
{ }

void VisionEffect::draw(QPainter *painter)
{
    QPoint offset;
    QImage image = sourcePixmap(Qt::DeviceCoordinates, &offset, NoPad).toImage();
    showAsSeen(image, m_vision);
    painter->save();
    painter->setWorldTransform({});
    painter->drawImage(offset, image);
    painter->restore();
}

void showAsSeen(QWidget &widget, ColorVision vision)
{
    // Deletes the one before.
    widget.setGraphicsEffect(vision == ColorVision::Usual ? nullptr
                                                          : new VisionEffect(vision, &widget));
    // Qt paints anew only what is not covered by opaque children.
    const QList<QWidget *> children = widget.findChildren<QWidget *>();
    for (QWidget *child : children) {
        child->update();
    }
}

} // namespace emberline
