// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chartsketches.h"

#include <vector>

namespace emberline {

/// What stands at the right of a tooltip's rows when a chart compares: a column for each earlier
/// time with its date above, and the change since the nearest. No columns where nothing of the
/// bucket can be compared.
class ComparedColumns
{
public:
    /// Of the @p series that have a row. @p plan outlives the columns.
    ComparedColumns(const ChartPlan &plan,
                    std::size_t bucket,
                    const std::vector<std::size_t> &series);

    /// All of them with the gaps before them.
    [[nodiscard]] qreal width() const { return m_width; }
    /// The dates, centred on @p y; @p right is where the last column ends.
    void addHeads(Sketch &sketch, qreal right, qreal y) const;
    /// The figures of one series.
    void addRow(Sketch &sketch, std::size_t series, qreal right, qreal y) const;

private:
    [[nodiscard]] const std::vector<EarlierLines::Period> &periods() const
    {
        return m_plan.content.earlier->periods;
    }
    [[nodiscard]] bool isOne() const { return periods().size() == 1; }
    [[nodiscard]] QString headOf(const EarlierLines::Period &period) const;
    [[nodiscard]] QString textOf(std::size_t column, std::size_t series) const;
    [[nodiscard]] qreal endOf(std::size_t column, qreal right) const;

    const ChartPlan &m_plan;
    std::size_t m_bucket;
    std::vector<qreal> m_columns; ///< widths; the last one is the change
    qreal m_width = 0;
};

} // namespace emberline
