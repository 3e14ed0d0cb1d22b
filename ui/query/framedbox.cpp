// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/framedbox.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QPainter>

namespace emberline {

FramedBox::FramedBox(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    setContentsMargins(2, 2, 2, 2);
}

void FramedBox::watch(QWidget *child)
{
    child->installEventFilter(this);
}

bool FramedBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        m_focused = event->type() == QEvent::FocusIn;
        update();
    }
    return QFrame::eventFilter(watched, event);
}

void FramedBox::paintEvent(QPaintEvent * /*event*/)
{
    constexpr qreal radius = 4;
    const Tokens &tokens = tokensFor(palette());
    const bool focused = m_focused && isActiveWindow();
    const qreal width = focused ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? tokens.accent : tokens.buttonBorder, width));
    painter.setBrush(tokens.base);
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace emberline
