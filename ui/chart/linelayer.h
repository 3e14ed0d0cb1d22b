// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/pyramid.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/denselines.h"

#include <memory>
#include <vector>

class QChart;
class QGraphicsItem;
class QLineSeries;
class QPen;
class QValueAxis;

namespace emberline {

/// The lines, cut to the plot: QLineSeries in a bare QChart, one per unbroken run with its casing
/// below it. Beyond about 2,000 points, and while anything moves, they are one item of our own
/// (QLineSeries cost too much a frame then).
class LineLayer
{
public:
    /// @p parent owns the items.
    explicit LineLayer(qreal z, QGraphicsItem *parent);

    void show(const ChartPlan &plan);
    [[nodiscard]] const QChart &chart() const { return *m_chart; }

private:
    /// What is prepared of one series.
    struct Prepared
    {
        std::shared_ptr<const Pyramid> solid = {};
        std::shared_ptr<const Pyramid> dashed = {};
    };

    /// One unbroken piece of a line; x is the bucket, y the value.
    struct Stroke
    {
        QList<QPointF> points = {};
        QPen pen = {};

        friend bool operator==(const Stroke &, const Stroke &) = default;
    };

    void prepare(const DatasetPtr &dataset);
    void place(const ChartPlan &plan);
    void addDense(const ChartPlan &plan);
    void addRuns(std::vector<Stroke> &strokes,
                 const ChartPlan &plan,
                 std::size_t series,
                 bool dashed) const;
    [[nodiscard]] std::vector<Stroke> strokesOf(const ChartPlan &plan) const;
    void clear();
    void draw(std::vector<Stroke> strokes);

    DatasetPtr m_dataset; ///< of which m_prepared is
    std::vector<Prepared> m_prepared;
    std::vector<Stroke> m_strokes; ///< that are drawn
    QChart *m_chart; ///< owned by the parent item, like the rest
    QValueAxis *m_x;
    QValueAxis *m_y;
    DenseLines *m_dense;
};

} // namespace emberline
