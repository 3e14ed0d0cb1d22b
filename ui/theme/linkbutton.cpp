// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/linkbutton.h"

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
constexpr int leading = 4; ///< above and below a text alone
} // namespace

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : LinkButton(QString(), text, parent)
{ }

LinkButton::LinkButton(QString iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(std::move(iconName))
{
    setText(text);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    if (m_iconName.isEmpty()) {
        return {metrics.horizontalAdvance(text()), metrics.height() + leading};
    }
    return {glyphSize + gap + metrics.horizontalAdvance(text()) + ringRoom,
            std::max(leastHeight, metrics.height() + 10)};
}

void LinkButton::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const QColor color = isEnabled() ? tokens.accent : tokens.disabled;
    QPainter painter(this);
    int left = 0;
    if (!m_iconName.isEmpty()) {
        const QPixmap glyph = iconPixmap(m_iconName, glyphSize, devicePixelRatioF(), color);
        painter.drawPixmap(0, (height() - glyphSize) / 2, glyph);
        left = glyphSize + gap;
    }
    QFont shown = font();
    shown.setUnderline(left > 0 || underMouse() || (hasFocus() && isActiveWindow()));
    painter.setFont(shown);
    painter.setPen(color);
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
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
