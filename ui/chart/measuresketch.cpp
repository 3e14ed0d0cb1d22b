// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/series/measure.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/marker.h"

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

void addUpright(Sketch &sketch, const ChartPlan &plan, std::size_t bucket, qreal top)
{
    if (!plan.frame.shows(bucket)) {
        return;
    }
    const qreal x = std::floor(plan.frame.centerOf(bucket));
    sketch.fills.push_back(
        {.rect = QRectF(x, top, plan.style.hairline(), plan.frame.plot.bottom() - top),
         .color = plan.style.tokens().accent});
}

void addEnd(Sketch &sketch, const ChartPlan &plan, std::size_t bucket, std::size_t series)
{
    const Series &one = plan.dataset().series[series];
    if (!plan.frame.shows(bucket) || !hasValue(one.states[bucket])) {
        return;
    }
    sketch.discs.push_back(
        {.center = QPointF(plan.frame.centerOf(bucket), plan.frame.yOf(one.values[bucket])),
         .radius = plan.style.px(5),
         .pen = QPen(plan.style.tokens().accent, plan.style.px(1.5)),
         .brush = plan.style.tokens().base});
}

/// Above the plot around @p middle, as near as what stands in the lane leaves room; else below the
/// plot's upper edge.
QRectF plateRect(const ChartPlan &plan, qreal width, qreal middle)
{
    const ChartStyle &style = plan.style;
    const QRectF &lane = plan.frame.lane;
    const qreal most = std::max(0.0, plan.content.size.width() - width);
    QRectF plate(std::round(std::clamp(middle - width / 2, 0.0, most)),
                 std::round(plan.frame.plot.top() - style.px(30)),
                 width,
                 style.px(20));
    const qreal gap = style.px(8);
    const qreal rightmost = std::floor(lane.left() - gap - width);
    if (lane.isEmpty() || plate.left() <= rightmost) {
        return plate;
    }
    if (rightmost >= 0) {
        plate.moveLeft(rightmost);
    } else {
        plate.moveTop(std::round(plan.frame.plot.top() + style.px(6)));
    }
    return plate;
}

/// What lies between, on a plate at the middle of the bracket.
void addPlate(Sketch &sketch,
              const ChartPlan &plan,
              const QString &text,
              qreal middle,
              const DatasetModel::Look &look)
{
    const ChartStyle &style = plan.style;
    const Tokens &tokens = style.tokens();
    const qreal width = std::ceil(textWidth(text, style.small()) + style.px(30));
    const QRectF plate = plateRect(plan, width, middle);
    sketch.fills.push_back(
        {.rect = plate, .color = tokens.selected, .radius = style.px(4), .border = tokens.accent});
    addSwatch(sketch,
              look,
              {plate.left() + style.px(8), plate.center().y()},
              style.px(8),
              style.series(look.colorSlot));
    sketch.words.push_back({.baseline = QPointF(plate.left() + style.px(22),
                                                baselineAt(plate.center().y(), style.small())),
                            .text = text,
                            .font = style.small(),
                            .color = tokens.text});
}

} // namespace

std::optional<BucketSpan> Measuring::span() const
{
    if (!one.has_value() || !other.has_value() || *one == *other) {
        return std::nullopt;
    }
    return BucketSpan{.first = std::min(*one, *other), .last = std::max(*one, *other)};
}

std::optional<std::size_t> measuredSeries(const ChartPlan &plan)
{
    if (plan.chosen.has_value()) {
        return plan.chosen;
    }
    const std::vector<DatasetModel::Look> &looks = plan.content.looks;
    const auto found = std::find_if(
        looks.begin(), looks.end(), [](const DatasetModel::Look &look) { return !look.hidden; });
    return found != looks.end() ? std::optional(static_cast<std::size_t>(found - looks.begin()))
                                : std::nullopt;
}

Sketch measureSketch(const ChartPlan &plan, const Measuring &measuring)
{
    Sketch sketch;
    const ChartFrame &frame = plan.frame;
    const std::optional<std::size_t> series = measuredSeries(plan);
    if (!series.has_value()) {
        return sketch;
    }
    const qreal top = std::round(frame.plot.top() - plan.style.px(6));
    const std::optional<BucketSpan> span = measuring.span();
    for (const std::optional<std::size_t> end : {measuring.one, measuring.other}) {
        if (end.has_value()) {
            addUpright(sketch, plan, *end, top);
            addEnd(sketch, plan, *end, *series);
        }
    }
    if (!span.has_value()) {
        return sketch;
    }
    const qreal left = std::floor(std::max(frame.plot.left(), frame.centerOf(span->first)));
    const qreal right = std::floor(std::min(frame.plot.right(), frame.centerOf(span->last)));
    if (left > right) {
        return sketch; // out of view
    }
    sketch.fills.push_back(
        {.rect = QRectF(left, top, right - left + plan.style.hairline(), plan.style.hairline()),
         .color = plan.style.tokens().accent});
    const Measure measure = measureOf(plan.dataset().series[*series], *span);
    const DatasetModel::Look &look = plan.content.looks[*series];
    const QString name = elided(displayText(look.name), plan.style.small(), plan.style.px(140));
    addPlate(sketch,
             plan,
             name + u"  " + measureText(measure, plan.dataset().granularity, plan.content.locale),
             (left + right) / 2,
             look);
    return sketch;
}

} // namespace emberline
