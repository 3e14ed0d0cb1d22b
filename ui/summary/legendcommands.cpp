// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/legendcommands.h"

#include "ui/chart/chartview.h"
#include "ui/summary/summarystrip.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <algorithm>

namespace emberline {

namespace {

bool contains(const std::vector<SeriesId> &ids, const SeriesId &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<SeriesId> idsOf(const Dataset &dataset)
{
    std::vector<SeriesId> ids;
    ids.reserve(dataset.series.size());
    for (const Series &series : dataset.series) {
        ids.push_back(idOf(series.key));
    }
    return ids;
}

} // namespace

LegendCommands::LegendCommands(ViewController &controller, WorkPage &page, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_page(page)
{
    SummaryStrip &strip = page.strip();
    strip.setModel(controller.model());
    connect(&strip, &SummaryStrip::hideToggled, this, &LegendCommands::hide);
    connect(&strip, &SummaryStrip::isolateAsked, this, &LegendCommands::isolate);
    connect(&strip, &SummaryStrip::pointed, &page.chart(), &ChartView::setEmphasized);
    connect(&page, &WorkPage::showAllSeries, this, &LegendCommands::showAll);
    connect(&controller, &ViewController::viewChanged, this, &LegendCommands::followView);
    connect(controller.model(), &DatasetModel::modelReset, this, &LegendCommands::followView);
}

void LegendCommands::hide(std::size_t series, bool hidden)
{
    const std::vector<SeriesId> all = idsOf(*m_controller.model()->dataset());
    if (series < all.size()) {
        setHidden(withHidden(m_controller.view().look.hidden, all[series], hidden));
    }
}

void LegendCommands::isolate(std::size_t series)
{
    const std::vector<SeriesId> all = idsOf(*m_controller.model()->dataset());
    if (series < all.size()) {
        setHidden(isolated(m_controller.view().look.hidden, all, all[series]));
    }
}

void LegendCommands::showAll()
{
    setHidden({});
}

void LegendCommands::setHidden(std::vector<SeriesId> hidden)
{
    // What is not asked for any more need not be remembered.
    std::vector<SeriesId> known = idsOf(*m_controller.model()->dataset());
    for (const SeriesKey &key : seriesOf(m_controller.view().query)) {
        known.push_back(idOf(key));
    }
    std::erase_if(hidden, [&known](const SeriesId &id) { return !contains(known, id); });
    Look look = m_controller.view().look;
    look.hidden = std::move(hidden);
    m_controller.setLook(look);
}

void LegendCommands::followView()
{
    const Look &look = m_controller.answeredView().look;
    m_page.strip().setZoom(look.zoom);
    m_page.strip().setChartLayout(look.layout);
}

std::vector<SeriesId> withHidden(std::vector<SeriesId> hidden,
                                 const SeriesId &series,
                                 bool isHidden)
{
    std::erase(hidden, series);
    if (isHidden) {
        hidden.push_back(series);
    }
    return hidden;
}

std::vector<SeriesId> isolated(const std::vector<SeriesId> &hidden,
                               const std::vector<SeriesId> &all,
                               const SeriesId &series)
{
    const bool isAlone = std::all_of(all.begin(), all.end(), [&](const SeriesId &id) {
        return contains(hidden, id) == (id != series);
    });
    std::vector<SeriesId> result = hidden;
    for (const SeriesId &id : all) {
        result = withHidden(std::move(result), id, !isAlone && id != series);
    }
    return result;
}

} // namespace emberline
