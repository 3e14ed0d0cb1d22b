// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartframe.h"
#include "ui/chart/sketch.h"

#include <optional>

namespace emberline {

/// What every layer of a chart is drawn from.
struct ChartPlan
{
    ChartContent content = {};
    ChartStyle style = {};
    ChartFrame frame = {};
    bool moving = false; ///< the next frame is near: nothing that takes long
    std::optional<std::size_t> chosen = {}; ///< the series that the arrow keys are at
    bool pinned = false; ///< the tooltip stays

    [[nodiscard]] const Dataset &dataset() const { return *content.dataset; }
    /// In view, and the same of all series together.
    [[nodiscard]] std::size_t shownBuckets() const;
    [[nodiscard]] std::size_t shownPoints() const;
    /// Beyond 2,000 points lines are 1 px wide and painted by their columns of pixels.
    [[nodiscard]] bool isDense() const { return shownPoints() > 2'000; }
    /// Points with rings and casings cost too much beyond a few hundred.
    [[nodiscard]] bool isSparse() const;
    [[nodiscard]] qreal lineWidth(int colorSlot) const;

    /// The same of the line of @p series as it is now.
    [[nodiscard]] qreal widthOf(std::size_t series) const;
    /// The colour of the line of @p series and of its points: its own, grey if there are too many
    /// to be told apart, pale while another one is emphasized.
    [[nodiscard]] QColor lineColor(std::size_t series) const;
    [[nodiscard]] bool isEmphasized(std::size_t series) const
    {
        return content.emphasized == series;
    }
    /// Whether it has no colour of its own, as there are too many.
    [[nodiscard]] bool isContext(std::size_t series) const;
    /// Whether it stands behind an emphasized one.
    [[nodiscard]] bool isDimmed(std::size_t series) const
    {
        return content.emphasized.has_value() && !isEmphasized(series);
    }
    /// The series that are drawn, the lowest first.
    [[nodiscard]] std::vector<std::size_t> drawingOrder() const;
    /// Whether any series that is drawn has @p state at @p bucket.
    [[nodiscard]] bool anyShownHas(std::size_t bucket, BucketState state) const;
};

/// Weekends and hatches, behind everything.
[[nodiscard]] Sketch bandsSketch(const ChartPlan &plan);
/// Grid, baseline and ticks.
[[nodiscard]] Sketch gridSketch(const ChartPlan &plan);
/// Points, hollow points of incomplete buckets, caps at gaps.
[[nodiscard]] Sketch pointsSketch(const ChartPlan &plan);
/// Head, axis labels, captions, end labels or legend, and the lane above the plot.
[[nodiscard]] Sketch labelsSketch(const ChartPlan &plan);

/// The series whose label at the line's end, or in the legend row, is at @p place.
[[nodiscard]] std::optional<std::size_t> labelledAt(const ChartPlan &plan, const QPointF &place);

/// The bucket that is marked here and selected in the table.
[[nodiscard]] Sketch markSketch(const ChartPlan &plan, std::size_t bucket);
/// The line through a bucket, its date, and a larger point on every series.
[[nodiscard]] Sketch crosshairSketch(const ChartPlan &plan, std::size_t bucket, bool dated = true);

/// The same in one of several panels: each value, and how it has changed since the first of
/// @p earlier, stands beside its point.
[[nodiscard]] Sketch panelCrosshairSketch(const ChartPlan &plan,
                                          const std::vector<Earlier> &earlier,
                                          std::size_t bucket,
                                          bool dated);

struct Tooltip
{
    Sketch sketch = {};
    QRectF rect = {};
};
/// All values of a bucket, the largest first; beside the crosshair, inside the chart.
[[nodiscard]] Tooltip tooltipFor(const ChartPlan &plan, std::size_t bucket);

/// The same in one sentence for a screen reader.
[[nodiscard]] QString spokenBucket(const ChartPlan &plan, std::size_t bucket);
/// One series alone: "12 November, Gold members, 4,312".
[[nodiscard]] QString spokenPoint(const ChartPlan &plan, std::size_t bucket, std::size_t series);
/// What the tooltip says, in lines, for the clipboard.
[[nodiscard]] QString tooltipText(const ChartPlan &plan, std::size_t bucket);
/// The series that are drawn in the order of the tooltip's rows: the largest value first, those
/// without one last.
[[nodiscard]] std::vector<std::size_t> tooltipOrder(const ChartPlan &plan, std::size_t bucket);
/// The date for a place where it is told in full elsewhere: of hours, days and weeks without the
/// year, where all are of the same one.
[[nodiscard]] QString shortDate(const ChartPlan &plan, std::size_t bucket);
/// The value, or why there is none.
[[nodiscard]] QString pointText(const ChartPlan &plan, std::size_t bucket, std::size_t series);

/// Two buckets that are compared, or the first of them.
struct Measuring
{
    std::optional<std::size_t> one = {};
    std::optional<std::size_t> other = {};

    /// In their order; none until there are two.
    [[nodiscard]] std::optional<BucketSpan> span() const;

    friend bool operator==(const Measuring &, const Measuring &) = default;
};

/// The chosen series, else the first that is not hidden.
[[nodiscard]] std::optional<std::size_t> measuredSeries(const ChartPlan &plan);
/// A bracket over both, with the difference between them above.
[[nodiscard]] Sketch measureSketch(const ChartPlan &plan, const Measuring &measuring);

} // namespace emberline
