// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "ui/workspace/scrim.h"

#include <functional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace emberline {

class DialogProblem;
class FieldHint;
class NamedIdEditor;
struct Message;

/// The workspaces of the user, to be opened, renamed, edited and removed; their apps and pasted
/// segments. It changes nothing itself: who shows it keeps the values and hands in new ones.
class WorkspacesDialog final : public SheetDialog
{
    Q_OBJECT

public:
    explicit WorkspacesDialog(QWidget *parent = nullptr);
    ~WorkspacesDialog() override;

    /// Takes over what is there now; the demo may be among them. Keeps the current one, if it is
    /// still there.
    void setWorkspaces(const std::vector<Workspace> &workspaces);
    void setCurrent(const QString &id);
    /// Says why an edit could not be kept; goes with the next one.
    void showProblem(const Message &message);

    /// Keeps the workspace if its deletion is being asked about; without a question closes the
    /// dialog.
    void reject() override;

Q_SIGNALS:
    /// Renamed, or its apps or segments changed.
    void workspaceEdited(const emberline::Workspace &workspace);
    /// The user has confirmed: workspace and key go.
    void workspaceRemoved(const QString &id);
    void openRequested(const QString &id);
    void connectRequested();
    void editRequested(const QString &id);

private:
    QWidget *makeList();
    QWidget *makeDetails();
    QWidget *makeQuestion();
    QWidget *makeEmptyPlace();
    QWidget *makeFooter();
    void wire();

    [[nodiscard]] const Workspace *current() const;
    [[nodiscard]] QString nameProblem(const Workspace &workspace, const QString &name) const;
    void showCurrent();
    void rename(QListWidgetItem *item);
    void change(const std::function<void(Workspace &)> &edit);
    void askToDelete();
    void answer(bool remove);

    std::vector<Workspace> m_workspaces;

    QListWidget *m_list = nullptr;
    FieldHint *m_listHint = nullptr;
    QPushButton *m_add = nullptr;
    QWidget *m_details = nullptr;
    QWidget *m_emptyPlace = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_connection = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_delete = nullptr;
    QWidget *m_question = nullptr;
    DialogProblem *m_problem = nullptr;
    QLabel *m_questionText = nullptr;
    QPushButton *m_reallyDelete = nullptr;
    QPushButton *m_keep = nullptr;
    NamedIdEditor *m_apps = nullptr;
    NamedIdEditor *m_segments = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace emberline
