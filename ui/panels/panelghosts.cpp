// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelghosts.h"

#include "app/series/pyramid.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/denselines.h"
#include "ui/theme/contrast.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace emberline {

namespace {

constexpr std::size_t mostLines = 13; ///< in all panels: behind each there is one less

std::shared_ptr<const Pyramid> lineOf(std::shared_ptr<const Series> series)
{
    return std::make_shared<const Pyramid>(std::move(series), Pyramid::Lines::Solid);
}

double medianOf(const std::vector<double> &sorted)
{
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/// The lowest, the median and the highest of @p all, bucket by bucket; missing where none has one,
/// or where one is not whole.
std::array<Series, 3> summaryOf(const std::vector<const Series *> &all, std::size_t buckets)
{
    std::array<Series, 3> summary;
    for (Series &line : summary) {
        line.values.assign(buckets, 0);
        line.states.assign(buckets, BucketState::Missing);
    }
    std::vector<double> values;
    for (std::size_t i = 0; i < buckets; ++i) {
        values.clear();
        bool isWhole = true;
        for (const Series *series : all) {
            isWhole = isWhole && series->states[i] != BucketState::Incomplete;
            if (hasValue(series->states[i])) {
                values.push_back(series->values[i]);
            }
        }
        if (!isWhole || values.empty()) {
            continue;
        }
        std::sort(values.begin(), values.end());
        const std::array found{values.front(), medianOf(values), values.back()};
        for (std::size_t line = 0; line < summary.size(); ++line) {
            summary.at(line).values[i] = found.at(line);
            summary.at(line).states[i] = BucketState::Counted;
        }
    }
    return summary;
}

} // namespace

PanelGhosts::PanelGhosts(const DatasetPtr &dataset,
                         const std::vector<Panel> &panels,
                         const PanelsLook &look)
{
    if (!look.ghosts || look.ownScale) { // what has a scale of its own can't stand on another one
        return;
    }
    std::vector<const Series *> all;
    for (const Panel &panel : panels) {
        for (const std::size_t series : panel.series) {
            all.push_back(&dataset->series[series]);
        }
    }
    if (all.size() > mostLines) {
        constexpr std::size_t middle = 1;
        std::array<Series, 3> summary = summaryOf(all, dataset->times.size());
        for (std::size_t i = 0; i < summary.size(); ++i) {
            auto series = std::make_shared<const Series>(std::move(summary.at(i)));
            m_summary.push_back({.line = lineOf(series), .strong = i == middle});
        }
        return;
    }
    for (std::size_t i = 0; i < panels.size(); ++i) {
        for (const std::size_t series : panels[i].series) {
            const std::shared_ptr<const Series> shared(dataset, &dataset->series[series]);
            m_lines.push_back({.panel = i, .ghost = {.line = lineOf(shared)}});
        }
    }
}

std::vector<Ghost> PanelGhosts::behind(std::size_t panel) const
{
    std::vector<Ghost> ghosts = m_summary;
    for (const Line &line : m_lines) {
        if (line.panel != panel) {
            ghosts.push_back(line.ghost);
        }
    }
    return ghosts;
}

QString PanelGhosts::summaryWords()
{
    return QCoreApplication::translate("Panels", "lowest, median and highest of all panels");
}

void showGhosts(DenseLines &item, const std::vector<Ghost> &ghosts, const ChartPlan &plan)
{
    if (plan.frame.isEmpty()) {
        item.setLines({}, {});
        return;
    }
    const Tokens &tokens = plan.style.tokens();
    std::vector<DenseLines::Line> lines;
    for (const Ghost &ghost : ghosts) {
        // Opaque, because the joints of translucent segments would show.
        const QColor color = mixed(tokens.base, tokens.text2, ghost.strong ? 0.6 : 0.3);
        const QPen pen(color, plan.style.px(1), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (!ghost.line->isEmpty()) {
            lines.push_back({.pyramid = ghost.line, .pen = pen});
        }
    }
    item.setLines(std::move(lines),
                  {.plot = plan.frame.plot,
                   .first = plan.frame.firstVisible,
                   .last = plan.frame.lastVisible,
                   .top = plan.frame.axis.top()});
}

} // namespace emberline
