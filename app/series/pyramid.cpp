// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/pyramid.h"

#include "app/series/valueaxis.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace emberline {

namespace {

constexpr std::size_t firstShift = 3; ///< the smallest block has 8 points
constexpr std::size_t levelShift = 2; ///< a block has four of the level below
constexpr std::size_t fanOut = std::size_t{1} << levelShift;

constexpr std::size_t blockSize(std::size_t level)
{
    return std::size_t{1} << (firstShift + levelShift * level);
}

void append(std::vector<QPointF> &line, const QPointF &point)
{
    if (line.empty() || line.back() != point) {
        line.push_back(point);
    }
}

} // namespace

Pyramid::Pyramid(std::shared_ptr<const Series> series, Lines lines)
    : m_series(std::move(series))
    , m_on(m_series->states.size())
    , m_linked(m_series->states.size())
{
    const bool isDashed = lines == Lines::Dashed;
    for (const LineRun &run : runsOf(*m_series)) {
        if (run.dashed == isDashed) {
            addRun(run.span);
        }
    }
    for (std::size_t i = 0; !isDashed && i < m_on.size(); ++i) {
        if (isAlone(*m_series, i)) {
            addRun({.first = i, .last = i});
        }
    }
    std::sort(m_runs.begin(), m_runs.end(), [](const BucketSpan &a, const BucketSpan &b) {
        return a.first < b.first;
    });
    if (!m_runs.empty()) {
        addLevels();
    }
}

void Pyramid::addRun(const BucketSpan &span)
{
    m_runs.push_back(span);
    for (std::size_t i = span.first; i <= span.last; ++i) {
        m_on[i] = true;
        m_linked[i] = m_linked[i] || i < span.last;
    }
}

void Pyramid::addLevels()
{
    const std::size_t points = m_on.size();
    for (std::size_t level = 0; blockSize(level) <= points; ++level) {
        const std::size_t size = blockSize(level);
        std::vector<ValueSpan> blocks(points / size);
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            // The levels below are there already.
            blocks[block] = extent(block * size, (block + 1) * size);
        }
        m_levels.push_back(std::move(blocks));
    }
}

double Pyramid::value(std::size_t point) const
{
    return drawableValue(m_series->values[point]);
}

double Pyramid::between(std::size_t point, double place) const
{
    const double from = value(point);
    const double part = place - static_cast<double>(point);
    return from + (value(point + 1) - from) * part;
}

/// The first of our points at or after @p place.
std::size_t Pyramid::firstIndexFrom(double place) const
{
    const double from = std::clamp(place, 0.0, static_cast<double>(m_on.size()));
    const auto before = static_cast<std::size_t>(from);
    return static_cast<double>(before) < from ? before + 1 : before;
}

/// How many levels have a block that begins at @p point, ends before @p end, and is below
/// @p levels.
std::size_t Pyramid::blockAt(std::size_t point, std::size_t end, std::size_t levels) const
{
    const auto aligned = static_cast<std::size_t>(std::countr_zero(point | blockSize(levels)));
    const auto fitting = std::bit_width(end - point) - 1;
    const std::size_t shift = std::min(aligned, fitting);
    return shift < firstShift ? 0 : std::min(levels, (shift - firstShift) / levelShift + 1);
}

ValueSpan Pyramid::extent(std::size_t first, std::size_t end) const
{
    ValueSpan span;
    const double *values = m_series->values.data();
    const auto reach = [this, &span, values](std::size_t point) {
        if (m_on[point]) {
            span.reach(drawableValue(values[point]));
        }
    };
    // From both ends up to whole blocks, then the same with those of ever higher levels.
    constexpr std::size_t size = blockSize(0);
    for (; first < end && (m_levels.empty() || first % size != 0); ++first) {
        reach(first);
    }
    for (; first < end && end % size != 0; --end) {
        reach(end - 1);
    }
    first /= size;
    end /= size;
    for (const std::vector<ValueSpan> &blocks : m_levels) {
        const bool isHighest = &blocks == &m_levels.back();
        for (; first < end && (isHighest || first % fanOut != 0); ++first) {
            span.reach(blocks[first]);
        }
        for (; first < end && end % fanOut != 0; --end) {
            span.reach(blocks[end - 1]);
        }
        first /= fanOut;
        end /= fanOut;
    }
    return span;
}

/// To where a line comes through @p place, which is after the point before @p next.
void Pyramid::reachEdge(ValueSpan &span, std::size_t next, double place) const
{
    if (next > 0 && next < m_on.size() && isLinked(next - 1)) {
        span.reach(between(next - 1, place));
    }
}

std::vector<ValueSpan> Pyramid::spans(const ColumnGrid &grid) const
{
    std::vector<ValueSpan> found(static_cast<std::size_t>(grid.count));
    if (isEmpty()) {
        return found;
    }
    double left = grid.edge(0);
    std::size_t first = firstIndexFrom(left);
    for (int column = 0; column < grid.count; ++column) {
        const double right = grid.edge(column + 1);
        const std::size_t next = firstIndexFrom(right);
        ValueSpan &span = found[static_cast<std::size_t>(column)];
        span = extent(first, next);
        if (static_cast<double>(first) > left) {
            reachEdge(span, first, left);
        }
        reachEdge(span, next, right);
        left = right;
        first = next;
    }
    return found;
}

/// The first point with @p wanted, the lowest or highest from @p first to before @p end.
std::size_t Pyramid::find(std::size_t first, std::size_t end, double wanted) const
{
    std::size_t levels = m_levels.size();
    std::size_t point = first;
    while (point + 1 < end) {
        const std::size_t level = blockAt(point, end, levels);
        if (level == 0) {
            if (m_on[point] && value(point) == wanted) {
                break;
            }
            ++point;
            continue;
        }
        const std::size_t size = blockSize(level - 1);
        const ValueSpan &block = m_levels[level - 1][point / size];
        if (block.low == wanted || block.high == wanted) {
            end = point + size;
            levels = level - 1;
        } else {
            point += size;
        }
    }
    return point;
}

void Pyramid::thinColumn(std::vector<QPointF> &line, std::size_t first, std::size_t end) const
{
    if (first >= end) {
        return;
    }
    const ValueSpan span = extent(first, end);
    std::array<std::size_t, 4> points{
        first, find(first, end, span.low), find(first, end, span.high), end - 1};
    std::sort(points.begin(), points.end());
    for (const std::size_t point : points) {
        append(line, {static_cast<double>(point), value(point)});
    }
}

void Pyramid::thinRun(std::vector<QPointF> &line,
                      const BucketSpan &run,
                      const ColumnGrid &grid) const
{
    const double from = std::max(grid.first, static_cast<double>(run.first));
    const double to = std::min(grid.last, static_cast<double>(run.last));
    const double width = (grid.last - grid.first) / grid.count;
    const auto columnAt = [&grid, width](double place) {
        const double column = std::floor((place - grid.first) / width);
        return std::clamp(static_cast<int>(column), 0, grid.count - 1);
    };
    if (from > static_cast<double>(run.first)) {
        append(line, {from, between(static_cast<std::size_t>(from), from)});
    }
    std::size_t point = firstIndexFrom(from);
    const std::size_t end = std::min(firstIndexFrom(to) + (to == std::ceil(to) ? 1 : 0),
                                     run.last + 1);
    while (point < end) {
        // Wide buckets leave columns empty: on to the column of the next point.
        const int column = columnAt(static_cast<double>(point));
        const std::size_t next = column + 1 < grid.count ? firstIndexFrom(grid.edge(column + 1))
                                                         : end;
        const std::size_t until = std::clamp(next, point + 1, end);
        thinColumn(line, point, until);
        point = until;
    }
    if (to < static_cast<double>(run.last)) {
        append(line, {to, between(static_cast<std::size_t>(to), to)});
    }
}

std::vector<std::vector<QPointF>> Pyramid::thinned(const ColumnGrid &grid) const
{
    std::vector<std::vector<QPointF>> lines;
    const double width = (grid.last - grid.first) / grid.count;
    const auto endsAfter = [this](double place) {
        return std::partition_point(m_runs.begin(), m_runs.end(), [place](const BucketSpan &run) {
            return static_cast<double>(run.last) < place;
        });
    };
    auto run = endsAfter(grid.first);
    while (run != m_runs.end() && static_cast<double>(run->first) < grid.last) {
        const auto first = static_cast<double>(run->first);
        const double column = std::floor((first - grid.first) / width);
        const double left = grid.first + column * width;
        const double right = left + width;
        if (column >= 0 && static_cast<double>(run->last) < right) {
            // As many as there may be in this column, they look like one stroke.
            const auto next = endsAfter(right);
            const ValueSpan span = extent(run->first, std::prev(next)->last + 1);
            const double middle = left + width / 2;
            lines.push_back(span.low < span.high
                                ? std::vector{QPointF(middle, span.low), QPointF(middle, span.high)}
                                : std::vector{QPointF(left, span.low), QPointF(right, span.low)});
            run = next;
            continue;
        }
        std::vector<QPointF> line;
        thinRun(line, *run, grid);
        if (line.size() > 1) {
            lines.push_back(std::move(line));
        }
        ++run;
    }
    return lines;
}

} // namespace emberline
