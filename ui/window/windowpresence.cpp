// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowpresence.h"

#include <QEvent>
#include <QWidget>

namespace emberline {

WindowPresence::WindowPresence(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_isPresent(window.isVisible() && !window.isMinimized())
{
    window.installEventFilter(this);
}

bool WindowPresence::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Show || type == QEvent::Hide || type == QEvent::WindowStateChange) {
        // Whether it is so already differs from one to the other.
        QMetaObject::invokeMethod(this, &WindowPresence::look, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void WindowPresence::look()
{
    const bool isPresent = m_window.isVisible() && !m_window.isMinimized();
    if (isPresent != m_isPresent) {
        m_isPresent = isPresent;
        Q_EMIT changed(isPresent);
    }
}

} // namespace emberline
