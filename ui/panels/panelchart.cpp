// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelchart.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

PanelChart::PanelChart(QWidget *parent)
    : ChartView(parent)
{
    setObjectName(u"panelChart"_s);
    setMinimumSize(0, 0);
}

void PanelChart::mouseMoveEvent(QMouseEvent *event)
{
    ChartView::mouseMoveEvent(event);
    Q_EMIT pointed(chartScene().hovered());
}

void PanelChart::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyAsked();
        return;
    }
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == (Qt::AltModifier | Qt::ShiftModifier) && isArrow(event->key())) {
        Q_EMIT moveAsked(event->key());
        return;
    }
    if (modifiers != Qt::NoModifier) {
        ChartView::keyPressEvent(event);
        return;
    }
    if (event->text() == u".") { // by what is typed, wherever it is on the keyboard
        Q_EMIT pinAsked();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT stepped(event->key());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT enlargeAsked();
        return;
    case Qt::Key_Escape:
        if (m_takesEscape) {
            Q_EMIT backAsked();
            return;
        }
        break;
    default:
        break;
    }
    ChartView::keyPressEvent(event);
}

void PanelChart::focusInEvent(QFocusEvent *event)
{
    // The whole panel has the ring, not the chart alone.
    QFocusEvent quiet(QEvent::FocusIn, Qt::OtherFocusReason);
    ChartView::focusInEvent(&quiet);
    m_showsFocus = event->reason() == Qt::TabFocusReason
                || event->reason() == Qt::BacktabFocusReason
                || event->reason() == Qt::ShortcutFocusReason
                || event->reason() == Qt::ActiveWindowFocusReason;
    Q_EMIT focusMoved();
}

void PanelChart::focusOutEvent(QFocusEvent *event)
{
    ChartView::focusOutEvent(event);
    m_showsFocus = false;
    Q_EMIT focusMoved();
}

bool PanelChart::viewportEvent(QEvent *event)
{
    const bool taken = ChartView::viewportEvent(event);
    if (event->type() == QEvent::Leave) {
        Q_EMIT pointed(std::nullopt);
    }
    return taken;
}

} // namespace emberline
