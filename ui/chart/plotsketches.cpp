// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartsketches.h"
#include "ui/chart/marker.h"
#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace emberline {

namespace {

constexpr std::size_t mostMarks = 100; ///< of one series among dense lines
constexpr qreal widthOfCaps = 3; ///< gaps narrower than that have none
constexpr std::size_t pointedBuckets = 31;
constexpr std::size_t tickedBuckets = 62;
constexpr qint64 shadedDays = 90;
constexpr qreal markerDistance = 72; ///< at least, along a line without points
constexpr qreal markerRadius = 3.5;

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
    const BucketSpan view = plan.frame.touched();
    if (dataset.times[view.last] - dataset.times[view.first] > shadedDays * msPerDay) {
        return;
    }
    const std::span<const BucketTime> times(dataset.times);
    const std::vector<bool> weekend = weekendBuckets(
        {.times = times.subspan(view.first, view.last - view.first + 1),
         .granularity = dataset.granularity,
         .zone = dataset.zone,
         .weekStart = plan.content.weekStart,
         .locale = plan.content.locale});
    for (const BucketSpan &span :
         spansWhere(weekend.size(), [&weekend](std::size_t i) { return weekend[i]; })) {
        sketch.fills.push_back(
            {.rect = plan.frame.columns(view.first + span.first, view.first + span.last),
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

/// The grid line where a week begins. While the chart moves it is opaque: Qt hands tall translucent
/// fills to other threads, and waking these takes longer than all the rest of the grid.
QColor weekLineColor(const ChartPlan &plan)
{
    const Tokens &tokens = plan.style.tokens();
    if (!plan.moving || plan.content.clearGround) {
        return tokens.weekLine;
    }
    QColor ink = tokens.weekLine;
    ink.setAlpha(255);
    return mixed(tokens.base, ink, static_cast<qreal>(tokens.weekLine.alphaF()));
}

void addTicks(Sketch &sketch, const ChartPlan &plan)
{
    const ChartFrame &frame = plan.frame;
    const Tokens &tokens = plan.style.tokens();
    const qreal bottom = frame.plot.bottom();
    const QColor weekLine = weekLineColor(plan);
    const BucketSpan shown = frame.shown();
    std::vector<bool> labelled(shown.last - shown.first + 1, false);
    for (const CalendarTick &tick : frame.ticks) {
        labelled[tick.bucket - shown.first] = true;
        if (tick.boundary) {
            sketch.fills.push_back(
                {.rect = vertical(plan, tick.bucket, frame.plot.top(), bottom), .color = weekLine});
        }
        sketch.fills.push_back(
            {.rect = vertical(plan, tick.bucket, bottom, std::round(bottom + plan.style.px(6))),
             .color = tokens.zeroLine});
    }
    if (labelled.size() > tickedBuckets) {
        return;
    }
    for (std::size_t i = 0; i < labelled.size(); ++i) {
        if (!labelled[i]) {
            sketch.fills.push_back(
                {.rect = vertical(
                     plan, shown.first + i, bottom, std::round(bottom + plan.style.px(3))),
                 .color = tokens.gridLine});
        }
    }
}

class Pointer
{
public:
    explicit Pointer(const ChartPlan &plan)
        : m_plan(plan)
        , m_shown(plan.frame.shown())
        , m_everyPoint(m_shown.last - m_shown.first < pointedBuckets && plan.isSparse())
    { }

    Sketch sketch()
    {
        for (const std::size_t i : m_plan.drawingOrder()) {
            const Series &series = m_plan.dataset().series[i];
            m_color = m_plan.lineColor(i);
            m_radius = m_plan.style.px(m_plan.content.looks[i].colorSlot < 0 ? 2.75 : 2.5);
            m_marker = m_plan.isContext(i) ? std::nullopt : markerOf(m_plan.content.looks[i]);
            if (m_plan.isSparse()) {
                addSeries(series);
            } else {
                addMarked(series, m_plan.frame.outline->lines[i]);
            }
            if (m_marker && !m_everyPoint) {
                addAlong(series, i);
            }
        }
        return std::move(m_sketch);
    }

private:
    [[nodiscard]] QPointF centerOf(const Series &series, std::size_t bucket) const
    {
        return {m_plan.frame.centerOf(bucket), m_plan.frame.yOf(series.values[bucket])};
    }

    void addSeries(const Series &series)
    {
        for (std::size_t i = m_shown.first; i <= m_shown.last; ++i) {
            if (!hasValue(series.states[i])) {
                continue;
            }
            if (isGapEdge(series, i)) {
                addCap(centerOf(series, i));
            }
            if (m_everyPoint || isMarked(series, i) || series.values[i] <= 0) {
                addMark(series, i);
            }
        }
    }

    /// The same where buckets are many: only what can be told apart.
    void addMarked(const Series &series, const Outline::Line &line)
    {
        const auto atLeast = static_cast<std::size_t>(
            std::ceil(m_plan.style.px(widthOfCaps) / m_plan.frame.columnWidth()));
        const BucketSpan around{.first = m_shown.first - std::min(m_shown.first, atLeast),
                                .last = m_shown.last + atLeast};
        for (const BucketSpan &gap : cutSpans(line.gaps, around)) {
            if (gap.last - gap.first + 2 < atLeast) {
                continue;
            }
            addCapAt(series, gap.first - 1);
            addCapAt(series, gap.last + 1);
        }
        const auto first = std::lower_bound(line.marked.begin(), line.marked.end(), m_shown.first);
        const auto last = std::upper_bound(first, line.marked.end(), m_shown.last);
        if (m_plan.isDense() && static_cast<std::size_t>(last - first) > mostMarks) {
            return; // they are among the dense lines
        }
        std::for_each(
            first, last, [this, &series](std::size_t bucket) { addMark(series, bucket); });
    }

    /// Markers so far from each other that the line is still seen, not beside those of other lines.
    /// They stay on their buckets when the chart moves.
    void addAlong(const Series &series, std::size_t index)
    {
        const qreal least = m_plan.style.px(markerDistance) / m_plan.frame.columnWidth();
        std::size_t step = 1;
        while (static_cast<qreal>(step) < least) {
            step *= 2;
        }
        const std::size_t offset = index * step / m_plan.dataset().series.size();
        const std::size_t begin = m_shown.first + (offset + step - m_shown.first % step) % step;
        for (std::size_t i = begin; i <= m_shown.last; i += step) {
            if (series.states[i] == BucketState::Counted) {
                addPoint(centerOf(series, i), true);
            }
        }
    }

    void addCapAt(const Series &series, std::size_t bucket)
    {
        if (m_plan.frame.shows(bucket) && hasValue(series.states[bucket])) {
            addCap(centerOf(series, bucket));
        }
    }

    void addMark(const Series &series, std::size_t bucket)
    {
        if (series.states[bucket] == BucketState::Incomplete) {
            addHollow(centerOf(series, bucket));
        } else {
            addPoint(centerOf(series, bucket), !isGapEdge(series, bucket));
        }
    }

    void addCap(const QPointF &center)
    {
        const ChartStyle &style = m_plan.style;
        const QPointF half(0, style.px(5));
        m_sketch.segments.push_back({.lines = {QLineF(center - half, center + half)},
                                     .pen = flatPen(m_color, style.px(1.5))});
    }

    void addHollow(const QPointF &center)
    {
        const ChartStyle &style = m_plan.style;
        addMarker(m_sketch,
                  m_marker.value_or(Marker::Disc),
                  center,
                  style.px(3.5),
                  QPen(m_color, style.px(1.75), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin),
                  style.tokens().base);
    }

    void addPoint(const QPointF &center, bool ringed)
    {
        const ChartStyle &style = m_plan.style;
        if (m_marker) {
            addShape(center);
            return;
        }
        if (ringed && !m_plan.content.clearGround) {
            m_sketch.discs.push_back({.center = center,
                                      .radius = m_radius + style.px(1),
                                      .pen = QPen(Qt::NoPen),
                                      .brush = style.tokens().base});
        }
        m_sketch.discs.push_back(
            {.center = center, .radius = m_radius, .pen = QPen(Qt::NoPen), .brush = m_color});
    }

    void addShape(const QPointF &center)
    {
        const ChartStyle &style = m_plan.style;
        const qreal radius = style.px(markerRadius);
        if (!m_plan.content.clearGround) {
            const QPen ring(
                style.tokens().base, style.px(2), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
            addMarker(m_sketch, *m_marker, center, radius, ring, style.tokens().base);
        }
        addMarker(m_sketch, *m_marker, center, radius, QPen(Qt::NoPen), m_color);
    }

    const ChartPlan &m_plan;
    BucketSpan m_shown;
    bool m_everyPoint;
    std::optional<Marker> m_marker;
    QColor m_color; ///< of the series that is being drawn
    qreal m_radius = 0;
    Sketch m_sketch;
};

} // namespace

Sketch bandsSketch(const ChartPlan &plan)
{
    Sketch sketch;
    if (plan.frame.isEmpty()) {
        return sketch;
    }
    addWeekends(sketch, plan);
    const Outline &outline = *plan.frame.outline;
    const BucketSpan view = plan.frame.touched();
    for (const BucketSpan &span : cutSpans(outline.unread, view)) {
        sketch.fills.push_back({.rect = plan.frame.columns(span.first, span.last),
                                .color = plan.style.tokens().overviewRest});
    }
    for (const auto *spans : {&outline.incomplete, &outline.notCollected}) {
        for (const BucketSpan &span : cutSpans(*spans, view)) {
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
