// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QGraphicsEffect>
#include <QPixmap>
#include <QTransform>
#include <QVariantAnimation>

#include <chrono>

namespace emberline {

/// Keeps what its item and all children paint as an image until one of them changes, so that a
/// crosshair moving above costs nothing. (The casing of lines takes 100 ms to paint.)
class StillLayer : public QGraphicsEffect
{
    Q_OBJECT

public:
    explicit StillLayer(QObject *parent = nullptr);

    /// What is under all of it, which makes the image opaque: that is copied, not blended. Invalid:
    /// what lies below shines through.
    void setGround(const QColor &ground) { m_ground = ground; }
    /// Paints anew next time. Qt reports changes only when it next handles events: a picture of the
    /// window taken before would be stale.
    void discard();
    /// The same, but what is there turns into what comes, without being painted more than once.
    void fade(std::chrono::milliseconds duration);
    [[nodiscard]] bool isFading() const { return !m_before.isNull(); }
    /// How often the image was painted anew.
    [[nodiscard]] int paintings() const { return m_paintings; }

Q_SIGNALS:
    /// There is more of what comes to be seen.
    void stepped();

protected:
    void draw(QPainter *painter) override;
    void sourceChanged(ChangeFlags flags) override;

private:
    [[nodiscard]] QPixmap mixed() const;
    [[nodiscard]] QPixmap grounded(const QPixmap &source) const;

    QColor m_ground;
    QPixmap m_image;
    QPoint m_offset;
    QTransform m_transform;
    QPixmap m_before; ///< while it fades
    QVariantAnimation m_fade; ///< how much is seen of m_image
    int m_paintings = 0;
};

} // namespace emberline
