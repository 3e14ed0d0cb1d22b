// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/workspace/connectdialog.h"
#include "ui/workspace/workspacesdialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace emberline {

class StoredKeyTester;

/// Opens the dialogs about workspaces and carries out what they decide: settings and keys are
/// changed here.
class WorkspaceDialogs final : public QObject
{
    Q_OBJECT

public:
    /// @p services outlive it; the dialogs belong to @p window.
    WorkspaceDialogs(const Services &services, QWidget *window);
    ~WorkspaceDialogs() override;

    void connectNew();
    void edit(const QString &workspaceId);
    /// @p currentId is selected.
    void manage(const QString &currentId);

Q_SIGNALS:
    void openRequested(const QString &workspaceId);
    void workspaceEdited(const emberline::Workspace &workspace);
    void workspaceRemoved(const QString &workspaceId);
    /// The key is not where it should be, or the settings could not be written.
    void keyTrouble(const QString &workspaceName, emberline::KeyProblem problem);
    void storeTrouble(const emberline::Error &error);

private:
    void show(ConnectDialog *dialog, const QString &ownId) const;
    void keep(const ConnectResult &result);
    void remove(const QString &workspaceId);
    void forget(const QString &workspaceId);

    const Services &m_services;
    QWidget *m_window;
    std::unique_ptr<StoredKeyTester> m_storedKeyTester; ///< of the edit dialog that is open
    QPointer<WorkspacesDialog> m_manager; ///< the window's
};

} // namespace emberline
