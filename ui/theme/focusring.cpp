// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include <QFocusEvent>

namespace emberline {

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::forget(QWidget *widget)
{
    widget->removeEventFilter(this);
    if (m_frame != nullptr && m_frame->widget() == widget) {
        surround(nullptr);
    }
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    const QEvent::Type type = event->type();
    if (widget != nullptr && type == QEvent::FocusIn) {
        const bool clicked = static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason;
        surround(clicked ? nullptr : widget);
    } else if (type == QEvent::FocusOut || type == QEvent::Hide) {
        if (m_frame != nullptr && m_frame->widget() == widget) {
            surround(nullptr);
        }
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::surround(QWidget *widget)
{
    if (widget == nullptr) {
        if (m_frame != nullptr) {
            m_frame->setWidget(nullptr);
        }
        return;
    }
    if (m_frame == nullptr) {
        m_frame = new QFocusFrame(widget); // setWidget() moves it to the window
        m_frame->setObjectName(QStringLiteral("focusRing"));
    }
    m_frame->setWidget(widget);
}

} // namespace emberline
