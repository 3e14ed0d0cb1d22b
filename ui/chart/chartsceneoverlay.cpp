// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the chart and moves with pointer and keys.
#include "ui/chart/chartscene.h"

#include <utility>

namespace emberline {

void ChartScene::setHovered(std::optional<std::size_t> bucket)
{
    if (m_hovered != bucket) {
        m_hovered = bucket;
        showOverlay();
    }
}

void ChartScene::setMarked(std::optional<std::size_t> bucket)
{
    const std::vector<BucketTime> &times = m_plan.content.dataset->times;
    const bool isThere = bucket.has_value() && *bucket < times.size();
    m_markedTime = isThere ? std::optional(times[*bucket]) : std::nullopt;
    if (m_marked != bucket) {
        m_marked = bucket;
        showOverlay();
    }
}

void ChartScene::setPinned(bool pinned)
{
    if (std::exchange(m_plan.pinned, pinned) != pinned) {
        showOverlay();
    }
}

void ChartScene::setChosen(std::optional<std::size_t> series)
{
    const bool isThere = series.has_value() && *series < m_plan.content.looks.size();
    const std::optional<std::size_t> chosen = isThere ? series : std::nullopt;
    if (std::exchange(m_plan.chosen, chosen) != chosen) {
        showOverlay();
    }
}

void ChartScene::setMeasuring(const emberline::Measuring &measuring)
{
    if (m_measuring != measuring) {
        m_measuring = measuring;
        showOverlay();
    }
}

std::optional<std::size_t> ChartScene::pointedBucket() const
{
    const bool isPinned = m_plan.pinned && m_marked.has_value() && frame().shows(*m_marked);
    return isPinned ? m_marked : m_hovered;
}

/// While something is measured its plate stands where the date would; the tooltip has the date.
Sketch ChartScene::crosshairAt(std::size_t bucket) const
{
    const bool isPanel = m_plan.content.panel.has_value() && m_model != nullptr;
    return isPanel ? panelCrosshairSketch(m_plan, m_model->earlier(), bucket, m_isDated)
                   : crosshairSketch(m_plan, bucket, !m_measuring.span().has_value());
}

void ChartScene::showOverlay()
{
    const ChartFrame &shown = frame();
    const QRectF bounds(QPointF(), m_plan.content.size);
    const bool marks = m_marked.has_value() && shown.shows(*m_marked);
    const std::optional<std::size_t> pointed = pointedBucket();
    const bool hovers = pointed.has_value() && shown.shows(*pointed);
    m_mark->setSketch(marks ? markSketch(m_plan, *m_marked) : Sketch(), marks ? bounds : QRectF());
    const bool measures = m_measuring != Measuring{} && !shown.isEmpty();
    m_measure->setSketch(measures ? measureSketch(m_plan, m_measuring) : Sketch(),
                         measures ? bounds : QRectF());
    // Small, so that little has to be painted anew where the pointer goes.
    Sketch crosshair = hovers ? crosshairAt(*pointed) : Sketch();
    const QRectF around = hovers ? crosshair.ground().adjusted(-1, -1, 1, 1) : QRectF();
    m_crosshair->setSketch(std::move(crosshair), around);
    const bool tips = hovers && !m_plan.content.panel.has_value();
    Tooltip tooltip = tips ? tooltipFor(m_plan, *pointed) : Tooltip();
    const qreal shadow = m_plan.style.px(6);
    m_tooltip->setSketch(std::move(tooltip.sketch),
                         tooltip.rect.adjusted(-shadow, -shadow, shadow, shadow));
}

} // namespace emberline
