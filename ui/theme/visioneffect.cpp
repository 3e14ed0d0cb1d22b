// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/visioneffect.h"

#include <QPainter>

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

} // namespace emberline
