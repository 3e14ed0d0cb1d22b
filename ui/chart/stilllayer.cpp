// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/stilllayer.h"

#include <QPainter>

namespace emberline {

void StillLayer::draw(QPainter *painter)
{
    if (m_image.isNull() || m_transform != painter->worldTransform()) {
        m_transform = painter->worldTransform();
        m_image = sourcePixmap(Qt::DeviceCoordinates, &m_offset, NoPad);
        ++m_paintings;
    }
    painter->save();
    painter->setWorldTransform({});
    painter->drawPixmap(m_offset, m_image);
    painter->restore();
}

void StillLayer::sourceChanged(ChangeFlags /*flags*/)
{
    discard();
}

} // namespace emberline
