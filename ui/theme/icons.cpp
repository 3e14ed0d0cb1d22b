// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qreal grid = 16; ///< the icons are drawn on a grid of 16 × 16
constexpr auto mark = "emberline"_L1;

/// The SVG, its strokes made as wide on the screen at every size above 16 as they are at 16.
QByteArray sourceOf(const QString &name, qreal logicalSize)
{
    QFile file(":/icons/%1.svg"_L1.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    if (logicalSize > grid && name != mark) {
        constexpr qreal stroke = 1.5;
        const QByteArray width = QByteArray::number(stroke * grid / logicalSize);
        svg.replace("stroke-width=\"1.5\"", QByteArray("stroke-width=\"" + width + "\""));
    }
    return svg;
}

QPixmap render(const QString &name, QSize devicePixels, qreal ratio, const QColor &color)
{
    const QByteArray svg = sourceOf(name,
                                    std::min(devicePixels.width(), devicePixels.height()) / ratio);
    QSvgRenderer renderer;
    if (svg.isEmpty() || devicePixels.isEmpty() || !renderer.load(svg)) {
        return {};
    }
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPixmap pixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    if (name != mark) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    return pixmap;
}

QPixmap cached(const QString &name, QSize devicePixels, qreal ratio, const QColor &color)
{
    const QString key = "emberline/%1/%2x%3@%4/%5"_L1.arg(name)
                            .arg(devicePixels.width())
                            .arg(devicePixels.height())
                            .arg(ratio)
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, devicePixels, ratio, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QColor colorOf(IconRole role, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) {
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    }
    switch (role) {
    case IconRole::Button:
        return palette.color(QPalette::Active, QPalette::ButtonText);
    case IconRole::Quiet:
        // What is selected or under the mouse comes forward.
        return palette.color(QPalette::Active,
                             mode == QIcon::Normal ? QPalette::PlaceholderText
                                                   : QPalette::ButtonText);
    case IconRole::OnAccent:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    }
    Q_UNREACHABLE();
}

class TintingEngine final : public QIconEngine
{
public:
    TintingEngine(QString name, IconRole role, std::optional<QColor> fixed)
        : m_name(std::move(name))
        , m_role(role)
        , m_fixed(std::move(fixed))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// @p size is in device pixels; @p ratio of them make a logical one.
    QPixmap scaledPixmap(const QSize &size,
                         QIcon::Mode mode,
                         QIcon::State /*state*/,
                         qreal ratio) override
    {
        const bool usesFixed = m_fixed.has_value() && mode != QIcon::Disabled;
        return cached(m_name, size, ratio, usesFixed ? *m_fixed : colorOf(m_role, mode));
    }

    [[nodiscard]] QString key() const override { return u"emberline"_s; }
    [[nodiscard]] QIconEngine *clone() const override { return new TintingEngine(*this); }

private:
    QString m_name;
    IconRole m_role;
    std::optional<QColor> m_fixed;
};

} // namespace

QIcon icon(const QString &name, IconRole role)
{
    return QIcon(new TintingEngine(name, role, std::nullopt)); // the icon owns its engine
}

QIcon tintedIcon(const QString &name, const QColor &color)
{
    return QIcon(new TintingEngine(name, IconRole::Button, color)); // the icon owns its engine
}

QPixmap iconPixmap(const QString &name, int size, qreal ratio, const QColor &color)
{
    const int device = qRound(size * ratio);
    QPixmap pixmap = cached(name, {device, device}, ratio, color);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace emberline
