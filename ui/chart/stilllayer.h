// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsEffect>
#include <QPixmap>
#include <QTransform>

namespace emberline {

/// Keeps what its item and all children paint as an image until one of them changes, so that a
/// crosshair moving above costs nothing. (The casing of lines takes 100 ms to paint.)
class StillLayer : public QGraphicsEffect
{
    Q_OBJECT

public:
    using QGraphicsEffect::QGraphicsEffect;

    /// Paints anew next time. Qt reports changes only when it next handles events: a picture of the
    /// window taken before would be stale.
    void discard() { m_image = {}; }
    /// How often the image was painted anew.
    [[nodiscard]] int paintings() const { return m_paintings; }

protected:
    void draw(QPainter *painter) override;
    void sourceChanged(ChangeFlags flags) override;

private:
    QPixmap m_image;
    QPoint m_offset;
    QTransform m_transform;
    int m_paintings = 0;
};

} // namespace emberline
