// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commands.h"

#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/window/comparecommands.h"
#include "ui/window/language.h"
#include "ui/window/layoutcommands.h"
#include "ui/window/rangecommands.h"
#include "ui/window/visioncommands.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QAction *addChoice(QActionGroup *group, QMenu *menu, const QString &text, const QVariant &data)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setData(data);
    group->addAction(action);
    return action;
}

/// The system's own and @p ours, each once: twice it would be ambiguous, and do nothing.
QList<QKeySequence> keysOf(QKeySequence::StandardKey standard, QKeyCombination ours)
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(standard);
    if (!keys.contains(QKeySequence(ours))) {
        keys.append(QKeySequence(ours));
    }
    return keys;
}

QString nativeName(const QString &code)
{
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    if (!name.isEmpty()) {
        name[0] = name.at(0).toUpper();
    }
    return code == u"en" ? u"English"_s : name;
}

} // namespace

Commands::Commands(const Clock &clock, QMainWindow *window)
    : QObject(window)
    , ranges(new RangeCommands(clock, window))
    , comparing(new CompareCommands(clock, window))
    , layouts(new LayoutCommands(window))
    , vision(new VisionCommands(window))
    , m_window(window)
{
    fillMenus();
    fillViewMenu();
    fillOtherMenus();
    fillToolBar();
    qApp->installEventFilter(this);
}

bool Commands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (chooseEvent->isEnabled()
            && chooseEvent->shortcut() == QKeySequence(key->keyCombination())) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QAction *Commands::add(QMenu *menu,
                       const QString &name,
                       const QString &text,
                       const QString &iconName)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    if (!iconName.isEmpty()) {
        action->setIcon(icon(iconName));
    }
    return action;
}

void Commands::fillMenus()
{
    QMenu *file = m_window->menuBar()->addMenu(tr("&File"));
    connectWorkspace = add(file, u"connectAction"_s, tr("&Connect to Braze…"), u"plug"_s);
    workspaces = file->addMenu(tr("&Workspaces"));
    openDemo = add(workspaces, u"demoAction"_s, tr("Explore the &demo"), u"play"_s);
    manageWorkspaces = add(workspaces, u"workspacesAction"_s, tr("&Manage workspaces…"));
    workspaces->addSeparator();
    file->addSeparator();
    openFile = add(file, u"openFileAction"_s, tr("&Open…"), u"folder"_s);
    openFile->setShortcuts(keysOf(QKeySequence::Open, Qt::CTRL | Qt::Key_O));
    exportImage = add(file, u"exportAction"_s, tr("&Export image…"), u"export"_s);
    exportImage->setIconText(tr("Export…"));
    exportImage->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    exportAll = add(file, u"exportAllAction"_s, tr("Export &all…"));
    exportAll->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    exportTable = add(file, u"exportTableAction"_s, tr("Export &table…"), u"table"_s);
    file->addSeparator();
    quit = add(file, u"quitAction"_s, tr("&Quit"));
    quit->setShortcuts(keysOf(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);

    QMenu *edit = m_window->menuBar()->addMenu(tr("&Edit"));
    undo = add(edit, u"undoAction"_s, tr("&Undo"), u"undo"_s);
    undo->setShortcuts(keysOf(QKeySequence::Undo, Qt::CTRL | Qt::Key_Z));
    redo = add(edit, u"redoAction"_s, tr("&Redo"), u"redo"_s);
    redo->setShortcuts(keysOf(QKeySequence::Redo, Qt::CTRL | Qt::Key_Y));
    undo->setEnabled(false);
    redo->setEnabled(false);
    edit->addSeparator();
    copyImage = add(edit, u"copyImageAction"_s, tr("Copy &image"), u"copyimg"_s);
    copyImage->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    edit->addSeparator();
    copyCells = add(edit, u"copyCellsAction"_s, tr("Copy table &cells"), u"copy"_s);
    copyCellsWithHeaders = add(edit, u"copyWithHeadersAction"_s, tr("Copy cells with &headers"));
    edit->addSeparator();
    chooseEvent = add(edit, u"chooseEventAction"_s, tr("Choose &event"), u"search"_s);
    chooseEvent->setShortcut(Qt::CTRL | Qt::Key_E);
    chooseSegments = add(edit, u"chooseSegmentsAction"_s, tr("Choose &segments"));
    chooseSegments->setShortcut(Qt::CTRL | Qt::Key_J);
    chooseApp = add(edit, u"chooseAppAction"_s, tr("Choose &app"));
    chooseApp->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    edit->addSeparator();
    settings = add(edit, u"settingsAction"_s, tr("Se&ttings…"), u"sliders"_s);
    settings->setShortcuts(keysOf(QKeySequence::Preferences, Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
}

void Commands::fillViewMenu()
{
    QMenu *view = m_window->menuBar()->addMenu(tr("&View"));
    refresh = add(view, u"refreshAction"_s, tr("&Refresh"), u"refresh"_s);
    refresh->setShortcut(QKeySequence::Refresh);
    reloadRange = add(view, u"reloadRangeAction"_s, tr("Reload ra&nge"));
    reloadRange->setShortcut(Qt::CTRL | Qt::Key_F5);
    fillAutoRefresh(view->addMenu(tr("Refresh &by itself")));
    view->addSeparator();
    view->addSeparator();
    showQuery = add(view, u"queryAction"_s, tr("&Query"), u"dock"_s);
    showQuery->setCheckable(true);
    showQuery->setShortcut(Qt::Key_F9);
    showTable = add(view, u"tableAction"_s, tr("&Table"), u"table"_s);
    showTable->setCheckable(true);
    showTable->setChecked(true);
    showTable->setShortcut(Qt::Key_F8);
    showRequests = add(view, u"requestsAction"_s, tr("Reque&sts"));
    showRequests->setCheckable(true);
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("T&heme"));
    themes = new QActionGroup(this);
    addChoice(themes, theme, tr("As the &system"), static_cast<int>(ThemeChoice::System));
    addChoice(themes, theme, tr("&Light"), static_cast<int>(ThemeChoice::Light));
    addChoice(themes, theme, tr("&Dark"), static_cast<int>(ThemeChoice::Dark));
    vision->fillMenu(view);
    QMenu *language = view->addMenu(tr("&Language"));
    languages = new QActionGroup(this);
    addChoice(languages, language, tr("As the &system"), QString());
    const QStringList codes = Language::available();
    for (const QString &code : codes) {
        addChoice(languages, language, nativeName(code), code);
    }
    view->addSeparator();
    fullScreen = add(view, u"fullScreenAction"_s, tr("&Full screen"), u"expand"_s);
    fullScreen->setCheckable(true);
    fullScreen->setShortcut(Qt::Key_F11);
}

void Commands::fillOtherMenus()
{
    QMenu *chart = m_window->menuBar()->addMenu(tr("&Chart"));
    ranges->fillMenu(chart);
    comparing->fillMenu(chart);
    layouts->fillMenu(chart);
    QMenu *help = m_window->menuBar()->addMenu(tr("&Help"));
    about = add(help, u"aboutAction"_s, tr("&About Emberline"));
    about->setMenuRole(QAction::AboutRole);
}

void Commands::fillAutoRefresh(QMenu *menu)
{
    menu->setObjectName(u"autoRefreshMenu"_s);
    autoRefresh = new QActionGroup(this);
    for (const std::chrono::minutes interval : allAutoRefreshes) {
        const auto minutes = static_cast<int>(interval.count());
        constexpr int hour = 60;
        const QString text = minutes == 0    ? tr("&Off")
                           : minutes == hour ? tr("Every &hour")
                                             : tr("Every %n minutes", nullptr, minutes);
        QAction *action = addChoice(autoRefresh, menu, text, minutes);
        action->setObjectName(u"autoRefresh%1"_s.arg(minutes));
    }
}

QToolButton *Commands::addButton(QAction *action, const QString &name)
{
    auto *button = new QToolButton(m_toolBar);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText());
    button->setFocusPolicy(Qt::TabFocus);
    m_toolBar->addWidget(button);
    return button;
}

/// Not the action's own button: that would take the action's icon, which is not for accent ground.
void Commands::addExportButton()
{
    auto *button = new QToolButton(m_toolBar);
    button->setObjectName(u"exportButton"_s);
    button->setAccessibleName(exportImage->iconText());
    button->setText(exportImage->iconText());
    button->setIcon(icon(u"export"_s, IconRole::OnAccent));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    setButtonKind(button, ButtonKind::Primary);
    connect(button, &QToolButton::clicked, exportImage, &QAction::trigger);
    connect(exportImage, &QAction::enabledChanged, button, &QToolButton::setEnabled);
    connect(exportImage, &QAction::changed, button, [this, button] {
        button->setToolTip(exportImage->isEnabled() ? QString() : exportImage->toolTip());
    });
    m_toolBar->addWidget(button);
}

void Commands::fillToolBar()
{
    m_toolBar = new QToolBar(tr("Tools"), m_window);
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_queryButton = addButton(showQuery, u"queryButton"_s);
    m_refreshButton = addButton(refresh, u"refreshButton"_s);
    ranges->fillToolBar(m_toolBar);
    comparing->fillToolBar(m_toolBar);
    m_toolBar->addSeparator();
    layouts->fillToolBar(m_toolBar);
    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_copyButton = addButton(copyImage, u"copyImageButton"_s);
    setButtonKind(m_copyButton, ButtonKind::Secondary);
    addExportButton();
    m_window->addToolBar(m_toolBar);
    m_window->setContextMenuPolicy(Qt::PreventContextMenu);
    setNarrow(false);
}

void Commands::setWorkspaceOpen(bool open)
{
    m_isOpen = open;
    enablePictures();
    for (QAction *action : {copyCells,
                            copyCellsWithHeaders,
                            chooseEvent,
                            chooseSegments,
                            chooseApp,
                            refresh,
                            reloadRange,
                            showQuery,
                            showTable}) {
        action->setEnabled(open);
    }
    ranges->setWorkspaceOpen(open);
    comparing->setWorkspaceOpen(open);
    layouts->setWorkspaceOpen(open);
}

void Commands::setSteps(QUndoStack &steps) const
{
    const auto follow = [](QAction *action, const QString &bare, const QString &worded) {
        return [action, bare, worded](const QString &step) {
            action->setText(step.isEmpty() ? bare : worded.arg(step));
        };
    };
    connect(&steps, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&steps, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    //: Undo and the step: "Undo: Hide series"
    const auto undoText = follow(undo, tr("&Undo"), tr("&Undo: %1"));
    connect(&steps, &QUndoStack::undoTextChanged, undo, undoText);
    //: Redo and the step: "Redo: Hide series"
    const auto redoText = follow(redo, tr("&Redo"), tr("&Redo: %1"));
    connect(&steps, &QUndoStack::redoTextChanged, redo, redoText);
    connect(undo, &QAction::triggered, &steps, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &steps, &QUndoStack::redo);
}

void Commands::setPictureShown(bool shown)
{
    m_showsPicture = shown;
    enablePictures();
}

void Commands::enablePictures()
{
    for (QAction *action : {copyImage, exportImage, exportAll, exportTable}) {
        const bool enabled = m_isOpen && m_showsPicture;
        action->setEnabled(enabled);
        action->setToolTip(enabled || !m_isOpen ? QString() // the usual one
                                                : tr("There is no chart on screen yet"));
    }
}

void Commands::setNarrow(bool narrow)
{
    const auto beside = Qt::ToolButtonTextBesideIcon;
    const auto alone = Qt::ToolButtonIconOnly;
    m_queryButton->setToolButtonStyle(narrow ? beside : alone); // the drawer needs its word
    m_refreshButton->setToolButtonStyle(narrow ? alone : beside);
    m_copyButton->setToolButtonStyle(narrow ? alone : beside);
    ranges->setNarrow(narrow);
    comparing->setNarrow(narrow);
    layouts->setNarrow(narrow);
}

} // namespace emberline
