// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/runs.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/denselines.h"

class QChart;
class QGraphicsItem;
class QLineSeries;
class QValueAxis;

namespace emberline {

/// The lines: QLineSeries in a bare QChart, one per unbroken run with its casing below it. Beyond
/// about 2,000 points they are one item of our own (QLineSeries cost too much a frame then).
class LineLayer
{
public:
    /// @p parent owns the items.
    explicit LineLayer(qreal z, QGraphicsItem *parent);

    void show(const ChartPlan &plan);
    [[nodiscard]] const QChart &chart() const { return *m_chart; }

private:
    void place(const ChartPlan &plan);
    void addLines(const ChartPlan &plan);
    void addRun(const ChartPlan &plan, std::size_t series, const LineRun &run);
    void add(QLineSeries *line);

    QChart *m_chart; ///< owned by the parent item, like the rest
    QValueAxis *m_x;
    QValueAxis *m_y;
    DenseLines *m_dense;
};

} // namespace emberline
