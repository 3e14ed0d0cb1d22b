// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above all panels, and above each.
#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/runs.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartstyle.h"
#include "ui/feedback/agetext.h"
#include "ui/panels/panelghosts.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelshead.h"
#include "ui/panels/panelsview.h"
#include "ui/panels/panelview.h"
#include "ui/theme/tokens.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString PanelsView::ageOf(const Panel &panel) const
{
    const Dataset &dataset = *m_model->dataset();
    QDateTime oldest;
    for (const std::size_t series : panel.series) {
        const QDateTime fetched = fetchedAtOf(dataset, dataset.series[series]);
        if (fetched.isValid() && (!oldest.isValid() || fetched < oldest)) {
            oldest = fetched;
        }
    }
    return oldest.isValid() && m_now.isValid() ? agoText(oldest, m_now, dataset.zone, locale())
                                               : QString();
}

QString PanelsView::badgeOf(const Panel &panel) const
{
    if (panel.failure.has_value() && !panel.series.empty()) {
        return tr("not loaded in full");
    }
    if (m_view.look.panels.ownScale) {
        return tr("own scale");
    }
    switch (panel.mark) {
    case PanelMark::None:
        return {};
    case PanelMark::BiggestRise:
        return tr("Biggest rise");
    case PanelMark::BiggestFall:
        return tr("Biggest fall");
    }
    Q_UNREACHABLE();
}

/// A line that is alone has a colour also beyond the palette.
Swatch PanelsView::swatchIn(const Panel &panel, std::size_t index) const
{
    const DatasetModel::Look &look = panel.looks[index];
    const Tokens &tokens = tokensFor(palette());
    return {.color = panel.looks.size() == 1 ? pointedColor(tokens, look.colorSlot)
                                             : seriesColor(tokens, look.colorSlot),
            .marker = markerOf(look)};
}

PanelTitle PanelsView::titleOf(const Panel &panel) const
{
    PanelTitle title{.name = panel.name, .badge = badgeOf(panel), .age = ageOf(panel)};
    if (panel.looks.size() == 1) {
        title.swatch = swatchIn(panel, 0);
    }
    if (panel.total.has_value()) {
        title.total = fullNumber(*panel.total, locale());
    }
    if (panel.change.has_value()) {
        title.change = directedPercentText(*panel.change, locale());
    }
    return title;
}

void PanelsView::showTitles()
{
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        m_views[i]->setTitle(titleOf(m_panels[i]));
    }
}

/// What the colours mean where a panel has several lines.
void PanelsView::addSeriesKeys(PanelsKey &key) const
{
    std::vector<DatasetModel::Look> found;
    for (const Panel &panel : m_panels) {
        for (const DatasetModel::Look &look : panel.looks) {
            if (panel.looks.size() > 1
                && std::find(found.begin(), found.end(), look) == found.end()) {
                found.push_back(look);
            }
        }
    }
    for (const DatasetModel::Look &look : found) {
        key.entries.push_back(
            {.sign = PanelsKey::Sign::Swatch,
             .swatch = {.color = seriesColor(tokensFor(palette()), look.colorSlot),
                        .marker = markerOf(look)},
             .words = displayText(look.name)});
    }
}

void PanelsView::showKey()
{
    PanelsKey key{.title = m_title, .subtitle = m_subtitle};
    addSeriesKeys(key);
    const Dataset &dataset = *m_model->dataset();
    if (!m_comparison.isEmpty()) {
        key.entries.push_back({.sign = PanelsKey::Sign::ThinLine, .words = m_comparison});
    }
    if (m_ghosts != nullptr && m_ghosts->areSummedUp()) {
        key.entries.push_back(
            {.sign = PanelsKey::Sign::ThinLine, .words = PanelGhosts::summaryWords()});
    }
    if (!dataset.isEmpty() && anyHas(dataset, dataset.times.size() - 1, BucketState::Incomplete)) {
        key.entries.push_back(
            {.sign = PanelsKey::Sign::Ring,
             .words = tr("%1, included in totals")
                          .arg(soFarText(dataset, dataset.times.size() - 1, locale()))});
    }
    m_head->setKey(key);
}

} // namespace emberline
