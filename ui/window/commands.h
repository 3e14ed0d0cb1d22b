// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/preferences.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;
class QUndoStack;

namespace emberline {

class Clock;
class CompareCommands;
class LayoutCommands;
class RangeCommands;
class VisionCommands;

/// Everything that can be done in the window, as actions: in the menus, in the tool bar, by key.
/// Whoever owns the window connects them.
class Commands final : public QObject
{
    Q_OBJECT

public:
    /// Fills the menu bar of @p window and gives it a tool bar. @p clock outlives them.
    Commands(const Clock &clock, QMainWindow *window);

    /// Without a workspace there is nothing to refresh, copy or export.
    void setWorkspaceOpen(bool open);
    /// Whether there is a picture to take away.
    void setPictureShown(bool shown);
    /// What *Undo* and *Redo* undo, in words; it outlives them.
    void setSteps(QUndoStack &steps) const;
    /// Keeps Ctrl+E ours: on X11 a text field would take it for "end of line".
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// In a narrow window buttons show their icons only; *Export…* keeps its word.
    void setNarrow(bool narrow);

    QAction *connectWorkspace = nullptr; // all of them children
    QAction *manageWorkspaces = nullptr;
    QAction *openDemo = nullptr;
    QAction *openFile = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *copyImage = nullptr;
    QAction *exportImage = nullptr;
    QAction *exportAll = nullptr;
    QAction *exportTable = nullptr;
    QAction *quit = nullptr;
    QAction *copyCells = nullptr;
    QAction *copyCellsWithHeaders = nullptr;
    QAction *chooseEvent = nullptr;
    QAction *chooseSegments = nullptr;
    QAction *chooseApp = nullptr;
    QAction *refresh = nullptr;
    QAction *reloadRange = nullptr;
    QAction *showQuery = nullptr;
    QAction *showTable = nullptr;
    QAction *showRequests = nullptr;
    QAction *fullScreen = nullptr;
    QAction *settings = nullptr;
    QAction *about = nullptr;
    RangeCommands *ranges; ///< a child, as those that follow
    CompareCommands *comparing;
    LayoutCommands *layouts;
    VisionCommands *vision;
    QMenu *workspaces = nullptr; ///< filled by the window
    QActionGroup *autoRefresh = nullptr; ///< data: minutes as int, 0 is never
    QActionGroup *themes = nullptr; ///< data: ThemeChoice as int
    QActionGroup *languages = nullptr; ///< data: a code, empty for the system's

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QString &icon = {});
    void fillMenus();
    void fillViewMenu();
    void fillAutoRefresh(QMenu *menu);
    void fillOtherMenus();
    void fillToolBar();
    void addExportButton();
    QToolButton *addButton(QAction *action, const QString &name);

    void enablePictures();

    QMainWindow *m_window;
    bool m_isOpen = false; ///< a workspace
    bool m_showsPicture = false;
    QToolBar *m_toolBar = nullptr;
    QToolButton *m_queryButton = nullptr;
    QToolButton *m_refreshButton = nullptr;
    QToolButton *m_copyButton = nullptr;
};

} // namespace emberline
