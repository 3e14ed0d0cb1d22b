// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and wheel do with a chart.
#include "ui/chart/chartview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr qreal notch = 120; ///< of a wheel, in its units
constexpr qreal zoomStep = 0.8; ///< of a notch
constexpr qreal panStep = 0.15; ///< of a notch: this part of what is shown
constexpr quint64 pause = 1'000; ///< after so many milliseconds turning is another step

} // namespace

void ChartView::setZoom(const std::optional<emberline::Zoom> &zoom)
{
    m_zoom = zoom;
    applyZoom();
}

void ChartView::applyZoom()
{
    const std::vector<BucketTime> &times = m_scene->plan().dataset().times;
    const bool isWhole = times.empty() || zoomedSpan() == wholeSpan(times.size());
    m_scene->setVisibleSpan(isWhole ? std::nullopt : std::optional(visibleOf(zoomedSpan())));
}

BucketSpan ChartView::zoomedSpan() const
{
    return spanOf(m_scene->plan().dataset().times, m_zoom);
}

void ChartView::zoomTo(const BucketSpan &span, bool continues)
{
    if (span != zoomedSpan()) {
        m_zoom = zoomOf(m_scene->plan().dataset().times, span);
        applyZoom();
        Q_EMIT zoomed(m_zoom, continues);
    }
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    const std::optional<std::size_t> bucket = bucketAt(event->position());
    const bool isKnown = event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
    endDrag();
    if (bucket.has_value() && isKnown) {
        m_drag = Drag{.button = event->button(),
                      .shifted = event->modifiers().testFlag(Qt::ShiftModifier),
                      .from = event->position(),
                      .bucket = *bucket,
                      .to = *bucket,
                      .view = zoomedSpan()};
    }
}

bool ChartView::drag(const QPointF &position)
{
    const ChartFrame &frame = m_scene->frame();
    if (!m_drag.has_value() || frame.isEmpty()) {
        return false;
    }
    const qreal way = position.x() - m_drag->from.x();
    const bool continues = m_drag->moved;
    m_drag->moved = continues || std::abs(way) >= QApplication::startDragDistance();
    if (!m_drag->moved) {
        return false;
    }
    m_scene->setHovered(std::nullopt);
    if (m_drag->button == Qt::MiddleButton) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        const int by = static_cast<int>(std::lround(-way / frame.columnWidth()));
        zoomTo(movedSpan(m_drag->view, by, frame.buckets), continues);
    } else {
        m_drag->to = frame.bucketAt(position.x());
        viewport()->update();
    }
    return true;
}

void ChartView::endDrag()
{
    m_drag.reset();
    viewport()->unsetCursor();
    viewport()->update();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag.has_value() || m_drag->button != event->button()) {
        return;
    }
    drag(event->position());
    const Drag ended = *m_drag;
    endDrag();
    const std::size_t count = m_scene->frame().buckets;
    if (ended.button != Qt::LeftButton || count == 0) {
        return;
    }
    const std::optional<std::size_t> released = bucketAt(event->position());
    if (ended.moved && ended.to != ended.bucket) {
        if (ended.shifted) {
            setMeasuring({.one = ended.bucket, .other = ended.to});
        } else {
            zoomTo(spanBetween(ended.bucket, ended.to, count), false);
        }
    } else if (released == ended.bucket || (released.has_value() && !ended.moved)) {
        click(ended.bucket, ended.shifted);
    }
}

void ChartView::click(std::size_t bucket, bool shifted)
{
    if (shifted) {
        measureFrom(bucket);
        return;
    }
    const bool wasPinned = m_scene->plan().pinned && m_scene->marked() == bucket;
    pick(bucket);
    m_scene->setPinned(m_pins && !wasPinned);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::optional<std::size_t> bucket = bucketAt(event->position());
    if (event->button() != Qt::LeftButton || event->modifiers().testFlag(Qt::ShiftModifier)) {
        mousePressEvent(event);
    } else if (bucket.has_value()) {
        m_scene->setPinned(false); // the first click was none
        zoomTo(wholeSpan(m_scene->frame().buckets), false);
    }
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    const ChartFrame &frame = m_scene->frame();
    const QPointF position = event->position();
    if (frame.isEmpty() || !bucketAt(position).has_value()) {
        event->ignore();
        return;
    }
    const QPoint angle = event->angleDelta();
    const bool onAxis = position.y() >= frame.plot.bottom();
    const bool isLevel = std::abs(angle.x()) > std::abs(angle.y());
    if (event->modifiers().testFlag(Qt::ShiftModifier) || isLevel) {
        turn(event, true, (isLevel ? angle.x() : angle.y()) / notch);
    } else if (onAxis || event->modifiers().testFlag(Qt::ControlModifier)) {
        turn(event, false, angle.y() / notch);
    } else {
        event->ignore(); // whatever the chart stands in may scroll
    }
}

void ChartView::turn(QWheelEvent *event, bool pans, qreal notches)
{
    event->accept();
    const ChartFrame &frame = m_scene->frame();
    const bool continues = m_wheel.last.has_value() && m_wheel.pans == pans
                        && event->timestamp() - *m_wheel.last < pause;
    m_wheel.rest = continues ? m_wheel.rest + notches : notches;
    m_wheel.pans = pans;
    m_wheel.last = event->timestamp();
    const BucketSpan shown = zoomedSpan();
    const auto count = static_cast<qreal>(countOf(shown));
    BucketSpan next = shown;
    if (pans) {
        const auto by = std::lround(-m_wheel.rest * std::max(1.0, count * panStep));
        next = movedSpan(shown, static_cast<int>(by), frame.buckets);
    } else {
        const qreal factor = std::pow(zoomStep, m_wheel.rest);
        const bool isEnough = std::abs(m_wheel.rest) >= 1 || std::abs(count * factor - count) >= 1;
        next = isEnough
                 ? scaledSpan(shown, factor, frame.placeAt(event->position().x()), frame.buckets)
                 : shown;
    }
    if (next != shown) {
        m_wheel.rest = 0;
        m_scene->setHovered(std::nullopt);
        zoomTo(next, continues);
    }
}

void ChartView::paintDrag(QPainter &painter) const
{
    const ChartFrame &frame = m_scene->frame();
    if (!m_drag.has_value() || !m_drag->moved || m_drag->button != Qt::LeftButton
        || frame.isEmpty()) {
        return;
    }
    const QColor accent = m_scene->plan().style.tokens().accent;
    QColor ground = accent;
    ground.setAlphaF(0.16F);
    const QRectF band = frame.columns(std::min(m_drag->bucket, m_drag->to),
                                      std::max(m_drag->bucket, m_drag->to));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(band, ground);
    painter.fillRect(QRectF(band.left(), band.top(), 1, band.height()), accent);
    painter.fillRect(QRectF(band.right() - 1, band.top(), 1, band.height()), accent);
}

} // namespace emberline
