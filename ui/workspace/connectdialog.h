// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/connectiontest.h"
#include "app/workspace/workspace.h"
#include "ui/workspace/scrim.h"

#include <memory>

class QLabel;
class QPushButton;

namespace emberline {

class ConnectForm;
class DialogProblem;
class PermissionList;
struct Message;

/// What the connect dialog is to be closed with.
struct ConnectResult
{
    Workspace workspace = {}; ///< with a new id when it is new; its keyPlace is as it was
    std::optional<ApiKey> newKey = {}; ///< nothing: the stored key stays
};

/// Asks for a connection to Braze and tries it. Holds no key once it is closed, and never gives one
/// to the clipboard. When a workspace is edited without a new key, the tester gets an empty ApiKey:
/// it takes the stored one.
class ConnectDialog final : public SheetDialog
{
    Q_OBJECT

public:
    /// For a new workspace. @p tester outlives the dialog.
    explicit ConnectDialog(ConnectionTester &tester, QWidget *parent = nullptr);
    /// For the connection of @p workspace; without an id it is a new one that is partly filled in.
    ConnectDialog(ConnectionTester &tester, const Workspace &workspace, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Names of the other workspaces: two of the same name can't be told apart.
    void setTakenNames(const QStringList &names);

    /// The key of the workspace is missing or can't be read: the dialog is about a new one.
    void askForKey();

    /// Says why what was asked for by saveRequested() could not be kept; goes with the next edit.
    void showProblem(const Message &message);

    /// Forgets the key, however the dialog is closed.
    void done(int result) override;
    /// Stops the test that runs; without one closes the dialog.
    void reject() override;

Q_SIGNALS:
    /// *Save* was pressed. The dialog stays as it is, the key in its field: who hears this calls
    /// accept() when the workspace is kept, showProblem() when it is not.
    void saveRequested(const emberline::ConnectResult &result);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class State { Untested, Testing, Usable, Unusable, Unreachable };

    QWidget *makeFindings();
    QWidget *makeMessageRow();
    QWidget *makeFooter();
    void wire();
    void colorIcons();

    void toggleTest();
    void startTest();
    void dropTest();
    void showFindings(const std::vector<emberline::PermissionFinding> &findings,
                      std::chrono::milliseconds duration);
    void invalidate();
    void enter(State state);
    void showMessage(const QString &text);
    void updateButtons();
    void copyPermissions();
    void save();

    ConnectionTester &m_tester;
    std::unique_ptr<ConnectionTest> m_test;
    State m_state = State::Untested;

    ConnectForm *m_form = nullptr;
    QLabel *m_tested = nullptr;
    PermissionList *m_permissions = nullptr;
    QWidget *m_messageRow = nullptr;
    QLabel *m_message = nullptr;
    DialogProblem *m_problem = nullptr;
    QPushButton *m_saveUntested = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace emberline

Q_DECLARE_METATYPE(emberline::ConnectResult)
