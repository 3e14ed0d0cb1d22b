// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/runs.h"

#include <QPointF>

#include <limits>
#include <memory>
#include <vector>

namespace emberline {

/// The values that a line covers somewhere; nothing while low is above high.
struct ValueSpan
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool isEmpty() const { return low > high; }
    void reach(double value)
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    void reach(const ValueSpan &other)
    {
        low = other.low < low ? other.low : low;
        high = other.high > high ? other.high : high;
    }

    friend bool operator==(const ValueSpan &, const ValueSpan &) = default;
};

/// Equally wide columns side by side over a stretch of the time axis, on which bucket i is at i.
struct ColumnGrid
{
    double first = 0; ///< the left edge of the first column
    double last = 0; ///< the right edge of the last column
    int count = 0;

    [[nodiscard]] double edge(int column) const { return first + (last - first) * column / count; }
};

/// The lines of one series, summed up once: what they cover of any grid of columns then costs what
/// the columns cost, however many points there are. Values are as drawableValue() says.
class Pyramid
{
public:
    /// Dashed ones lead to or from an incomplete bucket. Points that no line touches are among the
    /// solid ones.
    enum class Lines { Solid, Dashed };

    Pyramid(std::shared_ptr<const Series> series, Lines lines);

    /// No line and no lone point.
    [[nodiscard]] bool isEmpty() const { return m_runs.empty(); }
    /// The buckets of each line; a lone point is one of a single bucket.
    [[nodiscard]] const std::vector<BucketSpan> &runs() const { return m_runs; }

    /// For each column, which has its left edge but not its right one, the lowest and the highest
    /// value of the lines there. They reach up to both edges, so that neighbours join.
    [[nodiscard]] std::vector<ValueSpan> spans(const ColumnGrid &grid) const;

    /// The same as polylines from left to right, cut at the ends of @p grid: the points as they are
    /// where they are few, else for each column where the line enters and leaves it, its lowest and
    /// its highest point. No two points of a line are at one place; a line that leaves no column is
    /// an upright stroke (a level one as wide as the column, if it would have no height).
    [[nodiscard]] std::vector<std::vector<QPointF>> thinned(const ColumnGrid &grid) const;

private:
    /// Of the points from @p first to before @p end.
    [[nodiscard]] ValueSpan extent(std::size_t first, std::size_t end) const;
    void reachEdge(ValueSpan &span, std::size_t next, double place) const;
    [[nodiscard]] std::size_t find(std::size_t first, std::size_t end, double wanted) const;
    [[nodiscard]] std::size_t blockAt(std::size_t point, std::size_t end, std::size_t levels) const;
    [[nodiscard]] std::size_t firstIndexFrom(double place) const;
    [[nodiscard]] bool isLinked(std::size_t point) const { return m_linked[point]; }
    [[nodiscard]] double value(std::size_t point) const;
    [[nodiscard]] double between(std::size_t point, double place) const;
    void addRun(const BucketSpan &span);
    void addLevels();
    void thinRun(std::vector<QPointF> &line, const BucketSpan &run, const ColumnGrid &grid) const;
    void thinColumn(std::vector<QPointF> &line, std::size_t first, std::size_t end) const;

    std::shared_ptr<const Series> m_series;
    std::vector<BucketSpan> m_runs;
    std::vector<bool> m_on; ///< whether a line goes through the point, or it is alone
    std::vector<bool> m_linked; ///< whether a line leads from the point to the next
    std::vector<std::vector<ValueSpan>> m_levels; ///< of ever larger blocks of points
};

} // namespace emberline
