// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

// The painting behind Style, a file a family of controls. Each function says whether it knew the
// element; what none knows is left to Fusion.
namespace emberline::paint {

constexpr int controlHeight = 28;
constexpr int largeHeight = 40;
constexpr int iconSize = 16;
constexpr int gap = 8; ///< between icon and text, indicator and text
constexpr qreal radius = 4;
constexpr qreal checkRadius = 3;

struct Box
{
    QColor fill = Qt::transparent;
    QColor border = Qt::transparent;
    qreal width = 1;
    qreal corner = radius;
};

/// A box whose border lies inside @p rect.
void box(QPainter *painter, const QRectF &rect, const Box &box);

/// An icon of 16 in the middle of @p rect.
void sign(QPainter *painter, const QRect &rect, const QString &name, const QColor &color);

[[nodiscard]] inline bool isEnabled(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_Enabled);
}

[[nodiscard]] inline bool isHovered(const QStyleOption *option)
{
    return isEnabled(option) && option->state.testFlag(QStyle::State_MouseOver);
}

/// A height that grows with the font.
[[nodiscard]] inline int atLeast(int height, const QFontMetrics &metrics)
{
    return std::max(height, metrics.height() + 10);
}

bool buttonPrimitive(QStyle::PrimitiveElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget);
bool buttonControl(QStyle::ControlElement element,
                   const QStyleOption *option,
                   QPainter *painter,
                   const QWidget *widget);
bool toolButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget);
[[nodiscard]] QSize buttonSize(QStyle::ContentsType type,
                               const QStyleOption *option,
                               QSize contents,
                               const QWidget *widget);

bool fieldPrimitive(QStyle::PrimitiveElement element,
                    const QStyleOption *option,
                    QPainter *painter,
                    const QWidget *widget);
bool fieldComplex(QStyle::ComplexControl control,
                  const QStyleOptionComplex *option,
                  QPainter *painter,
                  const QWidget *widget);
[[nodiscard]] QRect comboPart(const QStyleOptionComplex *option, QStyle::SubControl part);
[[nodiscard]] QRect spinPart(const QStyleOptionComplex *option, QStyle::SubControl part);

bool viewPrimitive(QStyle::PrimitiveElement element,
                   const QStyleOption *option,
                   QPainter *painter,
                   const QWidget *widget);
bool viewControl(QStyle::ControlElement element,
                 const QStyleOption *option,
                 QPainter *painter,
                 const QWidget *widget);
bool scrollBar(const QStyleOptionComplex *option, QPainter *painter);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider *slider, QStyle::SubControl part);

bool chromePrimitive(QStyle::PrimitiveElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget);
bool chromeControl(QStyle::ControlElement element,
                   const QStyleOption *option,
                   QPainter *painter,
                   const QWidget *widget);
void menuItem(const QStyleOptionMenuItem *item, QPainter *painter, const QWidget *widget);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem *item, QSize contents);

} // namespace emberline::paint
