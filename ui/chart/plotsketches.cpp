// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/runs.h"
#include "ui/chart/chartsketches.h"

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr std::size_t sparsePoints = 400; ///< of all series together, and buckets
constexpr std::size_t densePoints = 2'000;
constexpr std::size_t pointedBuckets = 31;
constexpr std::size_t tickedBuckets = 62;
constexpr qint64 shadedDays = 90;

std::size_t pointCount(const Dataset &dataset)
{
    return dataset.series.size() * dataset.times.size();
}

QPen flatPen(const QColor &color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::FlatCap};
}

void addHatch(Sketch &sketch, const ChartPlan &plan, const QRectF &rect)
{
    const ChartStyle &style = plan.style;
    sketch.segments.push_back({.lines = hatchLines(rect, style.px(6)),
                               .pen = flatPen(style.tokens().hatch, style.px(1.2))});
}

void addWeekends(Sketch &sketch, const ChartPlan &plan)
{
    const Dataset &dataset = plan.dataset();
    if (dataset.times.back() - dataset.times.front() > shadedDays * msPerDay) {
        return;
    }
    const std::vector<bool> weekend = weekendBuckets({.times = dataset.times,
                                                      .granularity = dataset.granularity,
                                                      .zone = dataset.zone,
                                                      .weekStart = plan.content.weekStart,
                                                      .locale = plan.content.locale});
    for (const BucketSpan &span :
         spansWhere(weekend.size(), [&weekend](std::size_t i) { return weekend[i]; })) {
        sketch.fills.push_back({.rect = plan.frame.columns(span.first, span.last),
                                .color = plan.style.tokens().weekend});
    }
}

/// A vertical of whole pixels through the middle of a bucket.
QRectF vertical(const ChartPlan &plan, std::size_t bucket, qreal top, qreal bottom)
{
    const qreal width = plan.style.hairline();
    const qreal left = std::floor(plan.frame.centerOf(bucket) - (width - 1) / 2);
    return {left, top, width, bottom - top};
}

void addTicks(Sketch &sketch, const ChartPlan &plan)
{
    const ChartFrame &frame = plan.frame;
    const Tokens &tokens = plan.style.tokens();
    const qreal bottom = frame.plot.bottom();
    std::vector<bool> labelled(frame.buckets, false);
    for (const CalendarTick &tick : frame.ticks) {
        labelled[tick.bucket] = true;
        if (tick.boundary) {
            sketch.fills.push_back({.rect = vertical(plan, tick.bucket, frame.plot.top(), bottom),
                                    .color = tokens.weekLine});
        }
        sketch.fills.push_back(
            {.rect = vertical(plan, tick.bucket, bottom, std::round(bottom + plan.style.px(6))),
             .color = tokens.zeroLine});
    }
    if (frame.buckets > tickedBuckets) {
        return;
    }
    for (std::size_t i = 0; i < frame.buckets; ++i) {
        if (!labelled[i]) {
            sketch.fills.push_back(
                {.rect = vertical(plan, i, bottom, std::round(bottom + plan.style.px(3))),
                 .color = tokens.gridLine});
        }
    }
}

class Pointer
{
public:
    explicit Pointer(const ChartPlan &plan)
        : m_plan(plan)
        , m_everyPoint(plan.frame.buckets <= pointedBuckets && plan.isSparse())
    { }

    Sketch sketch()
    {
        for (std::size_t i = 0; i < m_plan.dataset().series.size(); ++i) {
            addSeries(m_plan.dataset().series[i], m_plan.content.looks[i].colorSlot);
        }
        return std::move(m_sketch);
    }

private:
    void addSeries(const Series &series, int slot)
    {
        for (std::size_t i = 0; i < series.states.size(); ++i) {
            const bool alone = isAlone(series, i);
            if (!hasValue(series.states[i])) {
                continue;
            }
            const QPointF center(m_plan.frame.centerOf(i), m_plan.frame.yOf(series.values[i]));
            const bool capped = isGapEdge(series, i);
            if (capped) {
                addCap(center, slot);
            }
            if (series.states[i] == BucketState::Incomplete) {
                addHollow(center, slot);
            } else if (m_everyPoint || alone || isVisibleZero(series.values[i])) {
                addPoint(center, slot, !capped);
            }
        }
    }

    [[nodiscard]] bool isVisibleZero(double value) const { return value <= 0 && m_plan.isSparse(); }

    void addCap(const QPointF &center, int slot)
    {
        const ChartStyle &style = m_plan.style;
        const QPointF half(0, style.px(5));
        m_sketch.segments.push_back({.lines = {QLineF(center - half, center + half)},
                                     .pen = flatPen(style.series(slot), style.px(1.5))});
    }

    void addHollow(const QPointF &center, int slot)
    {
        const ChartStyle &style = m_plan.style;
        m_sketch.discs.push_back({.center = center,
                                  .radius = style.px(3.5),
                                  .pen = QPen(style.series(slot), style.px(1.75)),
                                  .brush = style.tokens().base});
    }

    void addPoint(const QPointF &center, int slot, bool ringed)
    {
        const ChartStyle &style = m_plan.style;
        const qreal radius = style.px(slot < 0 ? 2.75 : 2.5);
        if (ringed && !m_plan.content.clearGround) {
            m_sketch.discs.push_back({.center = center,
                                      .radius = radius + style.px(1),
                                      .pen = QPen(Qt::NoPen),
                                      .brush = style.tokens().base});
        }
        m_sketch.discs.push_back({.center = center,
                                  .radius = radius,
                                  .pen = QPen(Qt::NoPen),
                                  .brush = style.series(slot)});
    }

    const ChartPlan &m_plan;
    bool m_everyPoint;
    Sketch m_sketch;
};

} // namespace

bool ChartPlan::isSparse() const
{
    return pointCount(dataset()) <= sparsePoints;
}

qreal ChartPlan::lineWidth(int colorSlot) const
{
    const bool dense = dataset().times.size() > sparsePoints || pointCount(dataset()) > densePoints;
    if (dense) {
        return style.px(1);
    }
    return style.px(colorSlot < 0 ? 2.5 : 2);
}

Sketch bandsSketch(const ChartPlan &plan)
{
    Sketch sketch;
    if (plan.frame.isEmpty()) {
        return sketch;
    }
    addWeekends(sketch, plan);
    const Dataset &dataset = plan.dataset();
    const auto isUnread = [&dataset](std::size_t i) {
        return allHave(dataset, i, BucketState::Unread);
    };
    for (const BucketSpan &span : spansWhere(plan.frame.buckets, isUnread)) {
        sketch.fills.push_back({.rect = plan.frame.columns(span.first, span.last),
                                .color = plan.style.tokens().overviewRest});
    }
    for (const BucketState state : {BucketState::Incomplete, BucketState::NotCollected}) {
        const auto matches = [&dataset, state](std::size_t i) {
            return anyHas(dataset, i, state);
        };
        for (const BucketSpan &span : spansWhere(plan.frame.buckets, matches)) {
            addHatch(sketch, plan, plan.frame.columns(span.first, span.last));
        }
    }
    return sketch;
}

Sketch gridSketch(const ChartPlan &plan)
{
    Sketch sketch;
    if (plan.frame.isEmpty()) {
        return sketch;
    }
    const ChartFrame &frame = plan.frame;
    for (int i = 1; i <= frame.axis.steps; ++i) {
        const qreal width = plan.style.hairline();
        const qreal y = std::round(frame.yOf(frame.axis.tick(i)) - (width - 1) / 2);
        sketch.fills.push_back({.rect = QRectF(frame.plot.left(), y, frame.plot.width(), width),
                                .color = plan.style.tokens().gridLine});
    }
    addTicks(sketch, plan);
    const qreal width = plan.style.baseline();
    const qreal y = std::round(frame.plot.bottom() - (width - 1) / 2);
    sketch.fills.push_back({.rect = QRectF(frame.plot.left(), y, frame.plot.width(), width),
                            .color = plan.style.tokens().zeroLine});
    return sketch;
}

Sketch pointsSketch(const ChartPlan &plan)
{
    return plan.frame.isEmpty() ? Sketch() : Pointer(plan).sketch();
}

} // namespace emberline
