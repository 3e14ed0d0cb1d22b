// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/earlier.h"
#include "app/series/pyramid.h"

#include <QColor>

#include <memory>
#include <vector>

class QGraphicsItem;

namespace emberline {

class ChartStyle;
class DenseLines;
struct ChartPlan;
struct Sketch;

/// Earlier times as a chart shows them under its series.
struct EarlierLines
{
    struct Period
    {
        std::vector<std::optional<BucketTime>> times = {}; ///< real ones, of each bucket
        /// One per series of the dataset. They have values where the series there is not
        /// incomplete, and only whole ones: a line ends where nothing could be compared.
        std::vector<Series> series = {};
    };

    std::vector<Period> periods = {}; ///< nearest first
    double largest = 0; ///< of all values, as drawableValue() says
};

[[nodiscard]] std::shared_ptr<const EarlierLines> earlierLinesOf(
    const Dataset &dataset, const std::vector<Earlier> &earlier);

/// The colour of a series' earlier lines: its hue, paler. Opaque, as vector formats want it.
[[nodiscard]] QColor earlierColor(const ChartStyle &style, int colorSlot);

/// The same while another series is emphasized: it steps back with its own.
[[nodiscard]] QColor dimmedEarlierColor(const ChartStyle &style, int colorSlot);

/// Small rings on the earlier lines at @p bucket, for a crosshair.
void addEarlierPoints(Sketch &sketch, const ChartPlan &plan, std::size_t bucket);

/// The thin lines below those of the series.
class EarlierLayer
{
public:
    /// @p parent owns the item.
    explicit EarlierLayer(qreal z, QGraphicsItem *parent);

    void show(const ChartPlan &plan);

private:
    void prepare(const std::shared_ptr<const EarlierLines> &lines);

    std::shared_ptr<const EarlierLines> m_shown; ///< of which m_prepared is
    std::vector<std::vector<std::shared_ptr<const Pyramid>>> m_prepared; ///< as in periods
    DenseLines *m_lines;
};

} // namespace emberline
