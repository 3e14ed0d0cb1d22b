// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panels are, and what is in those that are in sight.
#include "app/series/pyramid.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartstyle.h"
#include "ui/feedback/sentences.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/paneldrop.h"
#include "ui/panels/panelghosts.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"

#include <QScrollArea>

#include <algorithm>
#include <cmath>

namespace emberline {

bool PanelsView::isInSight(const PanelView &view) const
{
    const QRect sight(-m_grid->pos(), m_scroll->viewport()->size());
    return !view.isHidden() && view.geometry().intersects(sight);
}

/// A hundred panels cost what those in sight cost.
void PanelsView::showInSight()
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (isInSight(*m_views[i])) {
            if (m_views[i]->isStale()) {
                fill(i);
            }
            m_views[i]->chart().setZoom(m_view.look.zoom);
            if (m_views[i]->chart().markedBucket() != m_marked) {
                m_views[i]->chart().setMarkedBucket(m_marked);
            }
        }
    }
    showCrosshair();
}

void PanelsView::fill(std::size_t index)
{
    const Panel &panel = m_panels[index];
    m_views[index]->setShown(shownIn(panel, *m_model));
    m_views[index]->setGhosts(m_ghosts->behind(index));
    const bool isEmpty = panel.series.empty() && panel.failure.has_value();
    m_views[index]->setFailure(isEmpty ? std::optional(messageFor(
                                   *panel.failure, m_workspace.name, m_workspace.endpoint.host()))
                                       : std::nullopt);
}

int PanelsView::labelWidthFor(const std::vector<double> &largest) const
{
    const ChartStyle style(tokensFor(palette()), font(), 1);
    qreal widest = 0;
    for (const double value : largest) {
        const ValueAxis axis = valueAxisFor(value);
        for (int i = 0; i <= axis.steps; ++i) {
            widest = std::max(widest,
                              textWidth(compactNumber(axis.tick(i), locale()), style.small()));
        }
    }
    return static_cast<int>(std::ceil(widest));
}

void PanelsView::placeViews()
{
    const QSize room = m_scroll->viewport()->size();
    const PanelsLook &look = m_view.look.panels;
    std::vector<double> largest;
    largest.reserve(m_panels.size());
    for (const Panel &panel : m_panels) {
        largest.push_back(largestIn(panel, *m_model));
    }
    if (!look.ownScale && !largest.empty()) {
        const double all = *std::max_element(largest.begin(), largest.end());
        std::fill(largest.begin(), largest.end(), all);
    }
    const std::optional<std::size_t> alone = enlarged();
    const int count = alone.has_value() ? 1 : static_cast<int>(m_panels.size());
    const int columns = panelColumns(count, look.columns);
    const PanelGrid grid = placePanels({.size = room,
                                        .count = count,
                                        .columns = columns,
                                        .labelWidth = labelWidthFor(largest),
                                        .sharedScale = !look.ownScale});
    m_grid->resize(room.width(), std::max(room.height(), grid.height));
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const bool shown = !alone.has_value() || *alone == i;
        m_views[i]->setVisible(shown);
        m_views[i]->setEnlarged(alone == i);
        if (shown) {
            m_views[i]->place(grid.panels[alone.has_value() ? 0 : i], largest[i]);
        }
    }
    m_columns = grid.columns;
    m_drop->resize(m_grid->size());
    m_drop->raise();
    showInSight();
}

void PanelsView::showZoom()
{
    showInSight();
}

} // namespace emberline
