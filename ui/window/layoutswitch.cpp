// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/layoutswitch.h"

#include "app/core/clock.h"
#include "ui/panels/panelorder.h"
#include "ui/panels/panelsview.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QTimer>

#include <chrono>

namespace emberline {

namespace {

constexpr std::chrono::seconds aging{30}; ///< the age of the data is told in minutes

} // namespace

LayoutSwitch::LayoutSwitch(ViewController &controller,
                           WorkPage &page,
                           const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_page(page)
    , m_clock(clock)
{
    connect(&page.panels(), &PanelsView::lookChosen, this, &LayoutSwitch::choosePanels);
    connect(&page.panels(), &PanelsView::orderChosen, this, &LayoutSwitch::chooseOrder);
    connect(&page.panels(), &PanelsView::hiddenChosen, this, &LayoutSwitch::chooseHidden);
    connect(&page.panels(), &PanelsView::zoomed, this, &LayoutSwitch::chooseZoom);
    connect(&page.panels(), &PanelsView::retryAsked, &controller, &ViewController::retryFailed);
    connect(&controller, &ViewController::workspaceOpened, this, &LayoutSwitch::showView);
    connect(&controller, &ViewController::workspaceChanged, this, &LayoutSwitch::showView);
    connect(&controller, &ViewController::viewChanged, this, &LayoutSwitch::showView);
    connect(controller.model(), &DatasetModel::modelReset, this, &LayoutSwitch::showView);
    auto *timer = new QTimer(this);
    timer->setInterval(aging);
    connect(timer, &QTimer::timeout, this, &LayoutSwitch::showNow);
    timer->start();
}

void LayoutSwitch::choosePanels(const PanelsLook &panels)
{
    Look look = m_controller.view().look;
    look.panels = panels;
    m_controller.setLook(look);
}

/// Both are one step: what is chosen, and that it is to be seen in this order.
void LayoutSwitch::chooseOrder(const QStringList &keys)
{
    View view = m_controller.view();
    view.query = withPanelOrder(view.query, view.look.panels.split, keys);
    view.look.panels.order = PanelOrder::AsChosen;
    m_controller.setView(view);
}

void LayoutSwitch::chooseHidden(const std::vector<SeriesId> &hidden)
{
    Look look = m_controller.view().look;
    look.hidden = hidden;
    m_controller.setLook(look);
}

void LayoutSwitch::chooseZoom(const std::optional<Zoom> &zoom, bool continues)
{
    Look look = m_controller.view().look;
    look.zoom = zoom;
    m_controller.setLook(look, continues);
}

void LayoutSwitch::showView()
{
    const Look &look = m_controller.view().look;
    View shown = m_controller.answeredView(); // names come from what was answered
    shown.look = look;
    shown.comparison = m_controller.view().comparison;
    showNow();
    m_page.panels().setWorkspace(m_controller.workspace());
    m_page.panels().setWeekStart(m_controller.workspace().weekStart);
    m_page.panels().setView(shown);
    m_page.showLayout(look.layout);
}

void LayoutSwitch::showNow()
{
    m_page.panels().setNow(m_clock.now());
}

} // namespace emberline
