// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartsketches.h"
#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr std::size_t sparsePoints = 400; ///< of all series together, and buckets
constexpr qreal contextShare = 0.45; ///< of grey in lines that have no colour
constexpr float dimmedOpacity = 0.25F; ///< of lines behind an emphasized one
constexpr qreal emphasis = 0.5; ///< so much wider is that

} // namespace

std::size_t ChartPlan::shownBuckets() const
{
    return frame.isEmpty() ? 0 : frame.shown().last - frame.shown().first + 1;
}

std::size_t ChartPlan::shownPoints() const
{
    return content.shownCount() * shownBuckets();
}

bool ChartPlan::isSparse() const
{
    return shownPoints() <= sparsePoints;
}

qreal ChartPlan::lineWidth(int colorSlot) const
{
    if (shownBuckets() > sparsePoints || isDense()) {
        return style.px(1);
    }
    return style.px(colorSlot < 0 ? 2.5 : 2);
}

qreal ChartPlan::widthOf(std::size_t series) const
{
    const qreal width = lineWidth(content.looks[series].colorSlot);
    return isEmphasized(series) ? width + style.px(emphasis) : width;
}

bool ChartPlan::isContext(std::size_t series) const
{
    return content.pointable && content.shownCount() > mostColoredLines && !isEmphasized(series)
        && content.looks[series].colorSlot >= 0;
}

// Grey is mixed with the ground beforehand: to lay translucent columns over each other takes
// several times as long as to copy opaque ones.
QColor ChartPlan::lineColor(std::size_t series) const
{
    const int slot = content.looks[series].colorSlot;
    if (content.shownCount() == 1 || (content.pointable && isEmphasized(series))) {
        return pointedColor(style.tokens(), slot);
    }
    const Tokens &tokens = style.tokens();
    QColor color = isContext(series) ? mixed(tokens.base, tokens.text2, contextShare)
                                     : style.series(slot);
    if (content.emphasized && !isEmphasized(series)) {
        color.setAlphaF(dimmedOpacity);
    }
    return color;
}

std::vector<std::size_t> ChartPlan::drawingOrder() const
{
    std::vector<std::size_t> order = content.shownSeries();
    std::stable_partition(
        order.begin(), order.end(), [this](std::size_t i) { return !isEmphasized(i); });
    return order;
}

bool ChartPlan::anyShownHas(std::size_t bucket, BucketState state) const
{
    const std::vector<std::size_t> shown = content.shownSeries();
    return std::any_of(shown.begin(), shown.end(), [this, bucket, state](std::size_t i) {
        return dataset().series[i].states[bucket] == state;
    });
}

std::optional<std::size_t> labelledAt(const ChartPlan &plan, const QPointF &place)
{
    const ChartStyle &style = plan.style;
    const qreal half = style.px(10);
    for (const EndLabel &label : plan.frame.endLabels) {
        if (place.x() >= plan.frame.plot.right() + style.px(16)
            && std::abs(place.y() - label.y) < half) {
            return label.series;
        }
    }
    for (const LegendEntry &entry : plan.frame.legend) {
        const qreal width = style.px(16) + textWidth(entry.name, style.body());
        const QRectF room(entry.position - QPointF(0, half), QSizeF(width, 2 * half));
        if (entry.swatch && room.contains(place)) {
            return entry.series;
        }
    }
    return std::nullopt;
}

} // namespace emberline
