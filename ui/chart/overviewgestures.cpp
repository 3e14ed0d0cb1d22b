// SPDX-License-Identifier: GPL-3.0-or-later
// What people do in the overview.
#include "ui/chart/overview.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr int reach = 7; ///< of the pointer beside a handle
constexpr int keySteps = 10; ///< of a key: this part of what is shown

} // namespace

/// In the middle of all it would move nothing: there a drag opens a window.
Overview::Part Overview::partAt(int x) const
{
    const QRect shown = window();
    const int inner = std::min(reach, shown.width() / 3);
    const int right = shown.left() + shown.width();
    if (x >= shown.left() - reach && x < shown.left() + inner) {
        return Part::First;
    }
    if (x >= right - inner && x < right + reach) {
        return Part::Last;
    }
    const bool isInside = x >= shown.left() && x < right;
    return isInside && span() != wholeSpan(count()) ? Part::Window : Part::Beside;
}

BucketSpan Overview::dragged(int x) const
{
    const BucketSpan &before = m_drag->span;
    const std::size_t bucket = bucketAt(x);
    switch (m_drag->part) {
    case Part::First:
        return spanBetween(std::min(bucket, before.last), before.last, count());
    case Part::Last:
        return spanBetween(before.first, std::max(bucket, before.first), count());
    case Part::Window: {
        const auto by = std::lround(placeAt(x) - placeAt(m_drag->from));
        return movedSpan(before, static_cast<int>(by), count());
    }
    case Part::Beside:
        return spanBetween(bucketAt(m_drag->from), bucket, count());
    }
    Q_UNREACHABLE();
}

void Overview::mousePressEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (event->button() != Qt::LeftButton || count() == 0) {
        event->ignore();
        return;
    }
    m_drag = Drag{.part = partAt(x), .from = x, .span = span()};
    showCursor(x);
}

void Overview::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (!m_drag.has_value()) {
        showCursor(x);
        return;
    }
    constexpr int threshold = 3; // a strip is for fine movements
    if (m_drag->moved || std::abs(x - m_drag->from) >= threshold) {
        const BucketSpan next = dragged(x);
        const bool continues = m_drag->moved;
        m_drag->moved = continues || next != span();
        zoomTo(next, continues);
    }
}

void Overview::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag.has_value()) {
        return;
    }
    const Drag ended = *m_drag;
    m_drag.reset();
    const int x = event->position().toPoint().x();
    if (!ended.moved && ended.part == Part::Beside && ended.span != wholeSpan(count())) {
        const double middle = (visibleOf(ended.span).first + visibleOf(ended.span).second) / 2;
        const auto by = std::lround(placeAt(x) - middle);
        zoomTo(movedSpan(ended.span, static_cast<int>(by), count()), false);
    } else if (!isInRange(span())) {
        askForRange();
    }
    showCursor(x);
}

void Overview::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && count() > 0) {
        zoomTo(m_range, false);
    }
}

void Overview::showCursor(int x)
{
    if (count() == 0) {
        unsetCursor();
        return;
    }
    switch (m_drag.has_value() ? m_drag->part : partAt(x)) {
    case Part::First:
    case Part::Last:
        setCursor(Qt::SizeHorCursor);
        break;
    case Part::Window:
        setCursor(m_drag.has_value() ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    case Part::Beside:
        setCursor(Qt::CrossCursor);
        break;
    }
}

bool Overview::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With Shift they would move the range of the whole view.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::ShiftModifier
            && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Overview::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool resizes = modifiers == Qt::ShiftModifier;
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && m_drag.has_value() && m_drag->moved) {
        zoomTo(m_drag->span, true);
        m_drag.reset();
        return;
    }
    if (count() == 0 || (modifiers != Qt::NoModifier && !resizes)) {
        event->ignore();
        return;
    }
    const BucketSpan shown = span();
    const auto all = static_cast<int>(count());
    const int step = std::max(1, static_cast<int>(countOf(shown)) / keySteps);
    const auto moved = [&](int by) {
        if (!resizes) {
            return movedSpan(shown, by, count());
        }
        const int last = std::clamp(
            static_cast<int>(shown.last) + by, static_cast<int>(shown.first), all - 1);
        return spanBetween(shown.first, static_cast<std::size_t>(last), count());
    };
    switch (event->key()) {
    case Qt::Key_Left:
        zoomTo(moved(-step), event->isAutoRepeat());
        break;
    case Qt::Key_Right:
        zoomTo(moved(step), event->isAutoRepeat());
        break;
    case Qt::Key_Home:
        zoomTo(moved(-all), event->isAutoRepeat());
        break;
    case Qt::Key_End:
        zoomTo(moved(all), event->isAutoRepeat());
        break;
    case Qt::Key_0:
        zoomTo(m_range, false);
        break;
    default:
        event->ignore();
    }
}

} // namespace emberline
