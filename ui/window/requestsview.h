// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/requestlistmodel.h"
#include "app/models/requestlistproxy.h"

#include <QDockWidget>
#include <QUrl>

class QAction;
class QLabel;
class QMainWindow;
class QStackedWidget;

namespace emberline {

class EmptyState;
class TableView;
class ViewController;

/// A dock below everything with each request of the open workspace: how it went, and as a command
/// to try it elsewhere. Hidden until somebody wants it; it listens all the same.
class RequestsView final : public QDockWidget
{
    Q_OBJECT

public:
    /// Puts itself into @p window. @p controller outlives the dock.
    RequestsView(ViewController &controller, QMainWindow *window);

    [[nodiscard]] const RequestListModel &model() const { return *m_model; }
    /// Showing it by hand leads the keyboard there.
    void setShown(bool shown);
    /// Where there is no command to copy, the table does not copy a cell instead.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTitle();
    void makeTable();
    void makeActions();
    [[nodiscard]] QAction *addViewAction(const QString &name, const QString &text);
    void connectModel();
    void connectController(ViewController &controller);
    void begin(const ViewController &controller);
    void clear(const QString &reason);
    void showCount();
    void enableActions();
    [[nodiscard]] std::vector<RequestRecord> selected() const;
    [[nodiscard]] QStringList selectedCommands() const;
    [[nodiscard]] QStringList selectedIds() const;

    QMainWindow *m_window;
    QUrl m_endpoint;
    RequestListModel *m_model; // children, all of them
    RequestListProxy *m_proxy;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TableView *m_table;
    QLabel *m_count;
    QAction *m_copyCommand = nullptr;
    QAction *m_copyId = nullptr;
    QAction *m_clear = nullptr;
};

} // namespace emberline
