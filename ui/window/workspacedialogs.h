// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/workspace/connectdialog.h"
#include "ui/workspace/workspacesdialog.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

class QWidget;

namespace emberline {

class StoredKeyTester;

/// How long a key that is entered is kept.
enum class KeepFor {
    Good, ///< in the keychain
    Session ///< the keychain is not asked
};

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
    /// The same because its key is missing or can't be read.
    void enterKey(const QString &workspaceId, KeepFor keepFor = KeepFor::Good);
    /// @p currentId is selected.
    void manage(const QString &currentId);

    /// The user wants to see @p workspaceId now: a key of another one that reaches the keychain
    /// later opens nothing any more.
    void noteOpening(const QString &workspaceId);
    /// Ends a save that waits for the keychain: its key is used for this session.
    void useKeyInHand(const QString &workspaceId);
    /// Deletes the workspace and its key.
    void remove(const QString &workspaceId);
    /// Deletes the workspace, wherever its key is.
    void removeAnyway(const QString &workspaceId);

Q_SIGNALS:
    void openRequested(const QString &workspaceId);
    void workspaceRemoved(const QString &workspaceId);
    /// A key is kept, where @p outcome says; the key itself is not told. openRequested() follows,
    /// unless @p isLate: another workspace was opened meanwhile.
    void keyKept(const emberline::Workspace &workspace,
                 const emberline::KeyOutcome &outcome,
                 bool isLate);
    /// The keychain has not answered for a while. See useKeyInHand().
    void saveStalled(const QString &workspaceId);
    /// The workspace is still there. See remove() and removeAnyway().
    void removalFailed(const emberline::Workspace &workspace, emberline::KeyProblem problem);
    void removalStalled(const emberline::Workspace &workspace);
    /// The workspace @p name could not be removed from the list.
    void storeTrouble(const emberline::StoreError &error, const QString &name);

private:
    /// A key on its way into the keychain.
    struct Save
    {
        KeyCall *call = nullptr; ///< a child
        ApiKey key = {};
        bool isLate = false; ///< another workspace was opened meanwhile
    };

    [[nodiscard]] ConnectDialog *makeEditor(const QString &workspaceId);
    void show(ConnectDialog *dialog, const QString &ownId, KeepFor keepFor);
    /// Closes @p dialog when the workspace is stored, else says there why it is not.
    void keep(ConnectDialog *dialog, const ConnectResult &result, KeepFor keepFor);
    [[nodiscard]] std::optional<StoreError> store(const Workspace &workspace);
    void update(const Workspace &workspace);
    void save(const QString &workspaceId, const ApiKey &key);
    void useForSession(const QString &workspaceId, const ApiKey &key);
    void tellKept(const QString &workspaceId, const KeyOutcome &outcome, bool isLate);
    void dropSave(const QString &workspaceId);
    void listAgain(const QString &workspaceId);
    void forget(const QString &workspaceId);

    const Services &m_services;
    QWidget *m_window;
    std::unique_ptr<StoredKeyTester> m_storedKeyTester; ///< of the edit dialog that is open
    QPointer<WorkspacesDialog> m_manager; ///< the window's
    std::map<QString, Save> m_saves; ///< by workspace
    std::map<QString, KeyCall *> m_removals; ///< by workspace; children
};

} // namespace emberline
