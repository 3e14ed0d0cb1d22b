// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace emberline {

/// Keeps one QFocusFrame around the button that has the focus. A button that was clicked needs no
/// ring, and neither does one in a window that isn't active.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~FocusRing() override;

    void watch(QWidget *widget) { widget->installEventFilter(this); }
    void forget(QWidget *widget);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void surround(QWidget *widget);

    QPointer<QFocusFrame> m_frame; // Qt makes it a child of the window of the button
};

} // namespace emberline
