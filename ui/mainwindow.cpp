// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/core/text.h"
#include "app/export/picturetext.h"
#include "app/history/historyplace.h"
#include "app/models/serieslooks.h"
#include "app/workspace/endpoint.h"
#include "ui/chart/chartview.h"
#include "ui/panels/panelsview.h"
#include "ui/query/queryform.h"
#include "ui/summary/legendcommands.h"
#include "ui/table/datasettable.h"
#include "ui/theme/theme.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/autorefresh.h"
#include "ui/window/chartcommands.h"
#include "ui/window/commands.h"
#include "ui/window/exportallaction.h"
#include "ui/window/firstopening.h"
#include "ui/window/heldrange.h"
#include "ui/window/layoutswitch.h"
#include "ui/window/loadfeedback.h"
#include "ui/window/lookactions.h"
#include "ui/window/offlinewatch.h"
#include "ui/window/openingfeedback.h"
#include "ui/window/pictureactions.h"
#include "ui/window/proxydialog.h"
#include "ui/window/queryside.h"
#include "ui/window/rangecommands.h"
#include "ui/window/requestsview.h"
#include "ui/window/showsettings.h"
#include "ui/window/statusline.h"
#include "ui/window/tableactions.h"
#include "ui/window/windowpresence.h"
#include "ui/window/workpage.h"
#include "ui/window/workspacedialogs.h"
#include "ui/window/workspacefeedback.h"
#include "ui/window/workspacesmenu.h"
#include "ui/workspace/welcomepage.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int narrowWindow = 1100;
constexpr QSize usualSize(1440, 900);
constexpr QSize leastSize(960, 600);

void check(const QActionGroup *group, const QVariant &choice)
{
    const QList<QAction *> actions = group->actions();
    for (QAction *action : actions) {
        action->setChecked(action->data() == choice);
    }
}

} // namespace

MainWindow::MainWindow(const Services &services, ThemeController &theme)
    : m_services(services)
    , m_theme(theme)
    , m_controller(services)
    , m_commands(new Commands(services.clock, this))
    , m_page(new WorkPage(m_controller.model(), this))
    , m_status(new StatusLine(services.clock, this))
    , m_form(new QueryForm(services.clock, this))
    , m_side(new QuerySide(m_form, m_page, this))
    , m_presence(new WindowPresence(*this, this))
    , m_offline(new OfflineWatch(m_controller, *m_page, services.clock, *m_presence, this))
    , m_feedback(
          new LoadFeedback(m_controller, *m_page, *m_status, services.clock, *m_offline, this))
    , m_autoRefresh(new AutoRefresh(m_controller, services.clock, *m_presence, this))
    , m_dialogs(new WorkspaceDialogs(services, this))
    , m_pictures(new PictureActions(m_controller, services.preferences, m_page))
    , m_workspaceFeedback(new WorkspaceFeedback(m_controller, *m_dialogs, *m_page, this))
    , m_openingFeedback(new OpeningFeedback(m_controller, *m_dialogs, *m_page, this))
    , m_requests(new RequestsView(m_controller, this))
    , m_chartCommands(new ChartCommands(m_controller, *m_page, this))
{
    new LegendCommands(m_controller, *m_page, this); // its child
    new WorkspacesMenu(m_commands->workspaces, m_services.workspaces, m_controller); // its child
    new LookActions(m_controller, *m_commands, *m_form, *m_side, m_page); // the page's
    new ExportAllAction(*m_pictures, services.preferences, *m_commands, m_page); // the page's
    new TableActions(m_controller, services.preferences, *m_commands, m_page); // the page's
    new LayoutSwitch(m_controller, *m_page, services.clock, this); // the window's
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/emberline.svg"_s));
    setMinimumSize(leastSize);
    resize(usualSize);
    setCentralWidget(m_page);
    setStatusBar(m_status);
    connectCommands();
    connectChoices();
    connectAutoRefresh();
    connectForm();
    connectRanges();
    connectController();
    restoreGeometry(services.preferences.windowGeometry());
    restoreState(services.preferences.windowState());
    showClosed();
}

MainWindow::~MainWindow() = default;

void MainWindow::open(const WindowOptions &options)
{
    if (const std::optional<StoreNotice> &notice = m_services.workspaces.notice()) {
        m_workspaceFeedback->tellStoreNotice(*notice);
    }
    const FirstOpening first = firstOpening(options, m_services);
    if (!first.workspaceId.isEmpty()) {
        m_controller.open(first.workspaceId, first.view);
    }
    if (first.fileError) {
        m_workspaceFeedback->tellFileError(options.viewFile, *first.fileError);
    }
}

QString MainWindow::workspaceName() const
{
    const Workspace &workspace = m_controller.workspace();
    return workspace.isDemo() ? workspace.id : workspace.name;
}

void MainWindow::connectCommands()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_commands->connectWorkspace, [this] { m_dialogs->connectNew(); });
    on(m_commands->manageWorkspaces, [this] { m_dialogs->manage(m_controller.workspace().id); });
    on(m_commands->openDemo, [this] { m_controller.open(u"demo"_s); });
    on(m_commands->openFile, [this] { m_pictures->openFile(); });
    on(m_commands->exportImage, [this] { m_pictures->exportImage(); });
    on(m_commands->copyImage, [this] { m_pictures->copyImage(); });
    on(m_commands->quit, [this] { close(); });
    on(m_commands->copyCells, [this] { m_page->table().copy(); });
    on(m_commands->copyCellsWithHeaders, [this] { m_page->table().copyWithHeaders(); });
    on(m_commands->chooseEvent, [this] {
        m_side->open();
        m_form->openEvents();
    });
    on(m_commands->chooseSegments, [this] {
        m_side->open();
        m_form->openSegments();
    });
    on(m_commands->chooseApp, [this] {
        m_side->open();
        m_form->openApps();
    });
    on(m_commands->refresh, [this] { m_controller.refresh(); });
    on(m_commands->reloadRange, [this] { m_controller.reload(); });
    on(m_commands->showQuery, [this] { m_side->toggle(); });
    on(m_commands->showTable, [this](bool shown) { m_page->table().setFolded(!shown); });
    on(m_commands->showRequests, [this](bool shown) { m_requests->setShown(shown); });
    on(m_commands->fullScreen,
       [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    on(m_commands->settings, [this] { showSettings(m_services, m_controller, this); });
    on(m_commands->about, [this] { showAbout(this); });
    connect(m_requests->toggleViewAction(),
            &QAction::toggled,
            m_commands->showRequests,
            &QAction::setChecked);
    connect(m_side, &QuerySide::openChanged, m_commands->showQuery, &QAction::setChecked);
    connect(&m_page->table(),
            &DatasetTable::foldedChanged,
            m_commands->showTable,
            [this](bool folded) { m_commands->showTable->setChecked(!folded); });
}

void MainWindow::connectChoices()
{
    check(m_commands->themes, static_cast<int>(m_theme.choice()));
    check(m_commands->languages, m_services.preferences.language());
    connect(m_commands->themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto choice = static_cast<ThemeChoice>(action->data().toInt());
        m_theme.setChoice(choice);
        m_services.preferences.setTheme(choice);
    });
    connect(m_commands->languages, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_services.preferences.setLanguage(action->data().toString());
        if (close()) {
            QCoreApplication::exit(anotherLanguage);
        }
    });
}

void MainWindow::connectAutoRefresh()
{
    const std::chrono::minutes kept = m_services.preferences.autoRefresh();
    check(m_commands->autoRefresh, static_cast<int>(kept.count()));
    m_autoRefresh->setInterval(kept);
    connect(m_commands->autoRefresh, &QActionGroup::triggered, this, [this](const QAction *action) {
        const std::chrono::minutes interval(action->data().toInt());
        m_autoRefresh->setInterval(interval);
        m_services.preferences.setAutoRefresh(interval);
    });
}

void MainWindow::connectForm()
{
    connect(m_form, &QueryForm::queryEdited, &m_controller, &ViewController::setQuery);
    connect(m_form, &QueryForm::starToggled, &m_controller, &ViewController::toggleStar);
    connect(
        m_form, &QueryForm::catalogRefreshAsked, &m_controller, &ViewController::refreshCatalog);
    connect(m_form, &QueryForm::segmentAdded, &m_controller, &ViewController::addSegment);
    connect(m_page, &WorkPage::chooseEvent, m_commands->chooseEvent, &QAction::trigger);
    connect(m_page, &WorkPage::addSegments, m_commands->chooseSegments, &QAction::trigger);
    connect(m_page, &WorkPage::widenRange, this, [this] {
        Query query = m_controller.view().query;
        query.range = Preset::Last12Months;
        m_controller.setQuery(query);
    });
    connect(&m_page->welcome(), &WelcomePage::exploreDemo, m_commands->openDemo, &QAction::trigger);
    connect(&m_page->welcome(),
            &WelcomePage::connectRequested,
            m_commands->connectWorkspace,
            &QAction::trigger);
}

void MainWindow::connectRanges()
{
    m_commands->ranges->addChart(&m_page->chart());
    m_commands->ranges->addChart(&m_page->panels().grid());
    connect(
        m_commands->ranges, &RangeCommands::queryEdited, &m_controller, &ViewController::setQuery);
    connect(m_commands->ranges, &RangeCommands::lastRequested, this, [this] {
        m_side->open();
        m_form->openLastRange();
    });
    connect(m_commands->ranges, &RangeCommands::customRequested, this, [this] {
        m_side->open();
        m_form->openCustomRange();
    });
    auto *held = new HeldRange(m_controller, m_page); // the page's
    connect(m_commands->ranges, &RangeCommands::heldRequested, held, &HeldRange::choose);
    connect(m_form, &QueryForm::heldRangeRequested, held, &HeldRange::choose);
}

void MainWindow::connectController()
{
    connect(&m_controller, &ViewController::workspaceOpened, this, &MainWindow::showOpened);
    connect(&m_controller, &ViewController::closed, this, &MainWindow::showClosed);
    connect(&m_controller, &ViewController::workspaceChanged, this, &MainWindow::showWorkspace);
    connect(&m_controller, &ViewController::viewChanged, this, &MainWindow::showView);
    connect(m_controller.model(), &DatasetModel::modelReset, this, &MainWindow::showHeadings);
    connect(m_controller.model(), &DatasetModel::modelReset, this, &MainWindow::enablePictures);
    connect(&m_controller, &ViewController::viewChanged, this, &MainWindow::enablePictures);
    connect(&m_controller, &ViewController::rateLimitChanged, m_status, &StatusLine::showRateLimit);
    connect(&m_controller, &ViewController::catalogChanged, this, [this] {
        m_form->setCatalog(m_controller.catalog(), m_controller.isReadingCatalog());
    });
    connect(m_feedback, &LoadFeedback::signInAsked, this, &MainWindow::showProxyDialog);
    connect(
        m_feedback, &LoadFeedback::actionTriggered, m_workspaceFeedback, &WorkspaceFeedback::act);
    connect(m_workspaceFeedback,
            &WorkspaceFeedback::queryChangeRequested,
            m_commands->chooseEvent,
            &QAction::trigger);
    connect(&m_controller, &ViewController::openAsked, m_dialogs, &WorkspaceDialogs::noteOpening);
    connect(m_dialogs, &WorkspaceDialogs::openRequested, this, [this](const QString &id) {
        m_controller.open(id);
    });
    connect(m_dialogs, &WorkspaceDialogs::workspaceRemoved, this, [this](const QString &id) {
        if (id == m_controller.workspace().id) {
            m_controller.close();
        }
        removeHistory(m_services.historyFolder, id);
    });
}

void MainWindow::showOpened()
{
    m_form->setCatalog({});
    m_status->showRateLimit({});
    m_status->forgetAge();
    showWorkspace();
    m_commands->setWorkspaceOpen(true);
    m_side->setAvailable(true);
    m_page->showWorkspace();
}

void MainWindow::showWorkspace()
{
    const Workspace &workspace = m_controller.workspace();
    const auto choices = [](const std::vector<NamedId> &named) {
        std::vector<Choice> list;
        list.reserve(named.size());
        for (const NamedId &item : named) {
            list.push_back({.id = item.id, .label = item.name});
        }
        return list;
    };
    m_form->setApps(choices(workspace.apps));
    m_form->setAddedSegments(choices(workspace.segments));
    m_form->setStarred(workspace.starredEvents);
    m_form->setRecent(workspace.recentEvents);
    m_form->setColorSlots(workspace.colorSlots);
    const Calendar calendar{.zone = workspace.zone, .weekStart = workspace.weekStart};
    m_form->setCalendar(calendar);
    m_commands->ranges->setCalendar(calendar);
    m_page->chart().setWeekStart(workspace.weekStart);
    m_status->showWorkspace(workspace, instanceName(workspace.endpoint));
    showView();
}

void MainWindow::showView()
{
    m_form->setView(m_controller.view());
    m_commands->ranges->setQuery(m_controller.view().query);
    const View &view = m_controller.view();
    const QString subject = view.title.isEmpty() ? view.query.events.join(u", "_s) : view.title;
    const QString workspace = displayText(m_controller.workspace().name);
    setWindowTitle(subject.isEmpty()
                       ? tr("%1 — Emberline").arg(workspace)
                       : tr("%1 — %2 — Emberline").arg(displayText(subject), workspace));
}

void MainWindow::showHeadings()
{
    const DatasetPtr shown = m_controller.model()->dataset();
    if (shown->isEmpty()) {
        m_page->panels().setHeadings({}, {});
        return; // the chart's go with it
    }
    const PictureText text = pictureText(m_controller.answeredView(),
                                         *shown,
                                         QLocale(),
                                         m_controller.workspace().isDemo(),
                                         m_controller.model()->earlier());
    m_page->chart().setHeadings(text.title, text.subtitle, text.comparison);
    m_page->panels().setHeadings(text.title, text.subtitle, text.comparison);
}

void MainWindow::enablePictures()
{
    m_commands->setPictureShown(!m_controller.model()->dataset()->isEmpty()
                                && !isAllHidden(m_controller.model()->looks())
                                && !problemOf(m_controller.view().query));
}

void MainWindow::showClosed()
{
    m_status->showNothingOpen();
    m_commands->setWorkspaceOpen(false);
    m_side->setAvailable(false);
    m_page->showWelcome();
    setWindowTitle(u"Emberline"_s);
}

void MainWindow::showProxyDialog(const QString &proxy)
{
    auto *dialog = new ProxyDialog(proxy, this); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_services.keepProxyLogin(dialog->login());
        m_controller.refresh();
    });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.preferences.setWindowGeometry(saveGeometry());
    m_services.preferences.setWindowState(saveState());
    static_cast<void>(m_services.preferences.sync()); // nothing here is worth a question on leaving
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Esc undoes the nearest thing first.
    if (event->key() == Qt::Key_Escape && !m_side->closeDrawer()) {
        m_chartCommands->stepBack();
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < narrowWindow;
    m_side->setNarrow(narrow);
    m_commands->setNarrow(narrow);
}

} // namespace emberline
