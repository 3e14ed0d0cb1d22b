// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lookactions.h"

#include "ui/chart/chartview.h"
#include "ui/panels/panelsview.h"
#include "ui/query/queryform.h"
#include "ui/theme/visioneffect.h"
#include "ui/window/commands.h"
#include "ui/window/comparecommands.h"
#include "ui/window/comparefeedback.h"
#include "ui/window/heldoverview.h"
#include "ui/window/layoutcommands.h"
#include "ui/window/queryside.h"
#include "ui/window/trackingnotice.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/visioncommands.h"
#include "ui/window/workpage.h"

namespace emberline {

LookActions::LookActions(ViewController &controller,
                         Commands &commands,
                         QueryForm &form,
                         QuerySide &side,
                         WorkPage *page)
    : QObject(page)
    , m_controller(controller)
    , m_commands(commands)
{
    CompareCommands *comparing = commands.comparing;
    comparing->addChart(&page->chart());
    comparing->addChart(&page->panels().grid());
    connect(&page->panels(), &PanelsView::previousPeriodChosen, comparing, [comparing](bool on) {
        comparing->choose(on ? ComparisonKind::PreviousPeriod : ComparisonKind::None);
    });
    connect(
        comparing, &CompareCommands::comparisonEdited, &controller, &ViewController::setComparison);
    connect(comparing, &CompareCommands::completeOnlyEdited, this, &LookActions::setCompleteOnly);
    connect(comparing, &CompareCommands::customRequested, this, [&form, &side] {
        side.open();
        form.openCustomComparison();
    });
    connect(&form, &QueryForm::comparisonEdited, &controller, &ViewController::setComparison);
    connect(&form, &QueryForm::completeOnlyEdited, this, &LookActions::setCompleteOnly);
    connect(commands.layouts, &LayoutCommands::layoutChosen, this, &LookActions::setLayout);
    commands.vision->setPatterns(controller.hasPatterns());
    connect(commands.vision,
            &VisionCommands::patternsChosen,
            &controller,
            &ViewController::setPatterns);
    connect(commands.vision, &VisionCommands::visionChosen, page, [page](ColorVision vision) {
        showAsSeen(*page, vision);
    });
    connect(&controller, &ViewController::viewChanged, this, &LookActions::showView);
    connect(&controller, &ViewController::workspaceOpened, this, &LookActions::showView);
    connect(&controller, &ViewController::workspaceChanged, this, &LookActions::showView);
    new CompareFeedback(controller, page); // the page's
    new TrackingNotice(controller, page); // the page's
    new HeldOverview(controller, page); // the page's
    commands.setSteps(controller.viewHistory().steps());
}

void LookActions::setCompleteOnly(bool completeOnly)
{
    Look look = m_controller.view().look;
    look.completeOnly = completeOnly;
    m_controller.setLook(look);
}

void LookActions::setLayout(ChartLayout layout)
{
    Look look = m_controller.view().look;
    look.layout = layout;
    m_controller.setLook(look);
}

void LookActions::showView()
{
    const Workspace &workspace = m_controller.workspace();
    m_commands.comparing->setCalendar({.zone = workspace.zone, .weekStart = workspace.weekStart});
    m_commands.comparing->setView(m_controller.view());
    m_commands.layouts->setLayout(m_controller.view().look.layout);
}

} // namespace emberline
