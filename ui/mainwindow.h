// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/programoptions.h"
#include "ui/services.h"
#include "ui/window/viewcontroller.h"

#include <QMainWindow>

namespace emberline {

class AutoRefresh;
class ChartCommands;
class Commands;
class LoadFeedback;
class OfflineWatch;
class OpeningFeedback;
class PictureActions;
class QueryForm;
class QuerySide;
class RequestsView;
class StatusLine;
class ThemeController;
class WindowPresence;
class WorkPage;
class WorkspaceDialogs;
class WorkspaceFeedback;

/// Places the parts of the window and wires them to the one view.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What exec() returns when the window is to be made again in another language.
    static constexpr int anotherLanguage = 1000;

    /// Both outlive the window.
    MainWindow(const Services &services, ThemeController &theme);
    ~MainWindow() override;

    /// Opens what the command line named, else what was open last, else the welcome page.
    void open(const WindowOptions &options);
    /// What to open to be here again; empty: the welcome page.
    [[nodiscard]] QString workspaceName() const;
    [[nodiscard]] ViewController &controller() { return m_controller; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectCommands();
    void connectChoices();
    void connectAutoRefresh();
    void connectForm();
    void connectRanges();
    void connectController();
    void showOpened();
    void showView();
    void showHeadings();
    void enablePictures();
    void showWorkspace();
    void showClosed();
    void showProxyDialog(const QString &proxy);

    const Services &m_services;
    ThemeController &m_theme;
    ViewController m_controller;
    Commands *m_commands; // children
    WorkPage *m_page;
    StatusLine *m_status;
    QueryForm *m_form;
    QuerySide *m_side;
    WindowPresence *m_presence;
    OfflineWatch *m_offline; ///< hears of answers before the feedback does
    LoadFeedback *m_feedback;
    AutoRefresh *m_autoRefresh;
    WorkspaceDialogs *m_dialogs;
    PictureActions *m_pictures;
    WorkspaceFeedback *m_workspaceFeedback;
    OpeningFeedback *m_openingFeedback;
    RequestsView *m_requests;
    ChartCommands *m_chartCommands;
};

} // namespace emberline
