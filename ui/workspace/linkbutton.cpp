// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/linkbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace emberline {

namespace {
constexpr int glyphSize = 16;
constexpr int gap = 8;
constexpr int leastHeight = 28;
constexpr int ringRoom = 4;
} // namespace

LinkButton::LinkButton(QString iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(std::move(iconName))
{
    setText(text);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {glyphSize + gap + metrics.horizontalAdvance(text()) + ringRoom,
            std::max(leastHeight, metrics.height() + 10)};
}

void LinkButton::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const QColor color = isEnabled() ? tokens.accent : tokens.disabled;
    QPainter painter(this);
    painter.drawPixmap(0,
                       (height() - glyphSize) / 2,
                       iconPixmap(m_iconName, glyphSize, devicePixelRatioF(), color));
    QFont underlined = font();
    underlined.setUnderline(true);
    painter.setFont(underlined);
    painter.setPen(color);
    painter.drawText(
        rect().adjusted(glyphSize + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus() && isActiveWindow()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace emberline
