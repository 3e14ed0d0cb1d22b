// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartview.h"

namespace emberline {

/// The chart of one panel: tells where it is pointed at, so that all panels can follow.
class PanelChart final : public ChartView
{
    Q_OBJECT

public:
    explicit PanelChart(QWidget *parent = nullptr);

    [[nodiscard]] bool showsFocus() const { return m_showsFocus; }
    /// Otherwise Esc is left to others.
    void setTakesEscape(bool takes) { m_takesEscape = takes; }

Q_SIGNALS:
    /// The pointer is over this bucket; none: over no bucket, or gone.
    void pointed(std::optional<std::size_t> bucket);
    /// A key that moves the crosshair was pressed: Qt::Key_Left, Right, Home or End.
    void stepped(int key);
    /// Enter was pressed.
    void enlargeAsked();
    /// Esc was pressed and taken.
    void backAsked();
    /// The panel is to change places: Qt::Key_Left, Right, Up or Down.
    void moveAsked(int key);
    void pinAsked();
    void copyAsked();
    /// showsFocus() is another, perhaps.
    void focusMoved();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    bool m_showsFocus = false; ///< the focus came by keyboard
    bool m_takesEscape = false;
};

} // namespace emberline
