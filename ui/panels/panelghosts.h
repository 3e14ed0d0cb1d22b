// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panelset.h"

#include <memory>
#include <vector>

namespace emberline {

class DenseLines;
class Pyramid;
struct ChartPlan;

/// A thin line behind those of a panel.
struct Ghost
{
    std::shared_ptr<const Pyramid> line = {};
    bool strong = false;
};

/// What stands behind each of several panels on a shared scale: the lines of the others. Where
/// these would be a grey mass, it is the lowest, the median and the highest value of all panels.
class PanelGhosts
{
public:
    /// None at all, unless @p look asks for them.
    PanelGhosts(const DatasetPtr &dataset,
                const std::vector<Panel> &panels,
                const PanelsLook &look);

    [[nodiscard]] std::vector<Ghost> behind(std::size_t panel) const;
    [[nodiscard]] bool areSummedUp() const { return !m_summary.empty(); }
    /// What the lines are then, for the key.
    [[nodiscard]] static QString summaryWords();

private:
    struct Line
    {
        std::size_t panel = 0;
        Ghost ghost = {};
    };

    std::vector<Line> m_lines;
    std::vector<Ghost> m_summary;
};

/// Makes @p item show @p ghosts in the plot of @p plan.
void showGhosts(DenseLines &item, const std::vector<Ghost> &ghosts, const ChartPlan &plan);

} // namespace emberline
