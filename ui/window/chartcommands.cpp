// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chartcommands.h"

#include "ui/chart/chartview.h"
#include "ui/chart/overview.h"
#include "ui/panels/panelsview.h"
#include "ui/table/datasettable.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <algorithm>

namespace emberline {

namespace {

/// One of several is left, however that came about.
bool isIsolation(const std::vector<DatasetModel::Look> &looks)
{
    const auto shown = std::count_if(
        looks.begin(), looks.end(), [](const DatasetModel::Look &look) { return !look.hidden; });
    return looks.size() > 1 && shown == 1;
}

} // namespace

ChartCommands::ChartCommands(ViewController &controller, WorkPage &page, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_page(page)
{
    ChartView &chart = page.chart();
    chart.setPinning(true);
    connect(&chart, &ChartView::zoomed, this, &ChartCommands::zoom);
    connect(&page.overview(), &Overview::zoomed, this, &ChartCommands::zoom);
    connect(&page.overview(), &Overview::rangeAsked, this, &ChartCommands::moveRange);
    connect(&chart, &ChartView::rowAsked, this, &ChartCommands::goToRow);
    connect(&page.panels(), &PanelsView::rowAsked, this, &ChartCommands::goToRow);
    connect(&controller, &ViewController::viewChanged, this, &ChartCommands::showZoom);
    connect(&controller, &ViewController::workspaceOpened, this, &ChartCommands::showZoom);
    connect(controller.model(), &DatasetModel::modelReset, this, &ChartCommands::showZoom);
}

void ChartCommands::stepBack()
{
    if (m_page.chart().isVisible() && m_page.chart().stepBack()) {
        return;
    }
    const bool wasLoading = m_controller.isLoading();
    m_controller.cancel();
    if (wasLoading) {
        return;
    }
    if (m_controller.view().look.zoom.has_value()) {
        zoom(std::nullopt, false);
    } else if (isIsolation(m_controller.model()->looks())) {
        Look look = m_controller.view().look;
        look.hidden.clear();
        m_controller.setLook(look);
    }
}

void ChartCommands::zoom(const std::optional<Zoom> &zoom, bool continues)
{
    Look look = m_controller.view().look;
    look.zoom = zoom;
    m_controller.setLook(look, continues);
}

void ChartCommands::moveRange(const Zoom &range, const std::optional<Zoom> &zoom)
{
    View view = m_controller.view();
    const Granularity granularity = view.query.granularity;
    if (granularity == Granularity::Hour) {
        view.query.range = HourSpan{.first = QDateTime::fromMSecsSinceEpoch(range.first, Qt::UTC),
                                    .last = QDateTime::fromMSecsSinceEpoch(range.last, Qt::UTC)};
    } else {
        view.query.range = DaySpan{.first = dayOf(range.first),
                                   .last = lastDayOf(dayOf(range.last), granularity)};
    }
    view.look.zoom = zoom;
    m_controller.setView(view);
}

void ChartCommands::showZoom()
{
    m_page.chart().setZoom(m_controller.view().look.zoom);
    m_page.overview().setZoom(m_controller.view().look.zoom);
}

void ChartCommands::goToRow(BucketTime bucket)
{
    m_page.table().setFolded(false);
    m_page.table().setMarkedBucket(bucket);
    m_page.table().setFocus();
}

} // namespace emberline
