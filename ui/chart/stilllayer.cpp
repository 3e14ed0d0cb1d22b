// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/stilllayer.h"

#include <QImage>
#include <QPainter>

#include <utility>

namespace emberline {

StillLayer::StillLayer(QObject *parent)
    : QGraphicsEffect(parent)
    , m_fade(this)
{
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, &StillLayer::stepped);
    connect(&m_fade, &QVariantAnimation::finished, this, [this] { m_before = {}; });
}

void StillLayer::discard()
{
    m_fade.stop();
    m_before = {};
    m_image = {};
}

void StillLayer::fade(std::chrono::milliseconds duration)
{
    const QPixmap before = mixed();
    discard();
    if (duration.count() > 0 && !before.isNull()) {
        m_before = before;
        m_fade.setDuration(static_cast<int>(duration.count()));
        m_fade.start();
    }
    Q_EMIT stepped();
}

void StillLayer::draw(QPainter *painter)
{
    if (m_image.isNull() || m_transform != painter->worldTransform()) {
        m_transform = painter->worldTransform();
        m_image = grounded(sourcePixmap(Qt::DeviceCoordinates, &m_offset, NoPad));
        ++m_paintings;
    }
    painter->save();
    painter->setWorldTransform({});
    painter->drawPixmap(m_offset, mixed());
    painter->restore();
}

QPixmap StillLayer::grounded(const QPixmap &source) const
{
    if (!m_ground.isValid() || source.isNull()) {
        return source;
    }
    QImage image(source.size(), QImage::Format_RGB32);
    image.setDevicePixelRatio(source.devicePixelRatio());
    image.fill(m_ground);
    QPainter painter(&image);
    painter.drawPixmap(0, 0, source);
    painter.end();
    return QPixmap::fromImage(std::move(image));
}

/// What is on screen: while it fades, so much of the one as is not yet of the other.
QPixmap StillLayer::mixed() const
{
    if (m_before.isNull() || m_before.size() != m_image.size()) {
        return m_image;
    }
    const qreal share = m_fade.currentValue().toReal();
    QPixmap mix(m_image.size());
    mix.setDevicePixelRatio(m_image.devicePixelRatio());
    mix.fill(Qt::transparent);
    QPainter painter(&mix);
    painter.setCompositionMode(QPainter::CompositionMode_Plus);
    painter.setOpacity(1 - share);
    painter.drawPixmap(0, 0, m_before);
    painter.setOpacity(share);
    painter.drawPixmap(0, 0, m_image);
    return mix;
}

void StillLayer::sourceChanged(ChangeFlags /*flags*/)
{
    m_image = {};
}

} // namespace emberline
