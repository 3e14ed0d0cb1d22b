// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspacesmenu.h"

#include "app/core/text.h"
#include "ui/window/viewcontroller.h"

#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

WorkspacesMenu::WorkspacesMenu(QMenu *menu, WorkspaceStore &store, ViewController &controller)
    : QObject(menu)
    , m_menu(menu)
    , m_store(store)
    , m_controller(controller)
{
    connect(&store, &WorkspaceStore::changed, this, &WorkspacesMenu::fill);
    // Another window may have connected one.
    connect(menu, &QMenu::aboutToShow, this, [&store] { store.readAgain(); });
    fill();
}

void WorkspacesMenu::fill()
{
    const QList<QAction *> old = m_menu->actions();
    for (QAction *action : old) {
        if (!action->data().isNull()) {
            delete action;
        }
    }
    for (const Workspace &workspace : m_store.list()) {
        QAction *action = m_menu->addAction(displayText(workspace.name).replace(u'&', u"&&"_s));
        action->setData(workspace.id);
        connect(action, &QAction::triggered, this, [this, id = workspace.id] {
            m_controller.open(id);
        });
    }
}

} // namespace emberline
