// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;

namespace emberline {

class ViewController;
class WorkspaceStore;

/// The saved workspaces at the end of a menu; choosing one opens it.
class WorkspacesMenu final : public QObject
{
    Q_OBJECT

public:
    /// A child of @p menu; the other two outlive it.
    WorkspacesMenu(QMenu *menu, WorkspaceStore &store, ViewController &controller);

private:
    void fill();

    QMenu *m_menu;
    WorkspaceStore &m_store;
    ViewController &m_controller;
};

} // namespace emberline
