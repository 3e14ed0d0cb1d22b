// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
#include "app/core/error.h"
#include "app/models/datasetmodel.h"
#include "ui/feedback/sentences.h"

#include <QList>
#include <QWidget>

class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace emberline {

class ChartPanel;
class ChartView;
class DatasetTable;
class DetailsView;
class EmptyState;
class MessageBarStack;
class Overview;
class PanelNotes;
class PanelsView;
class SummaryStrip;
class WelcomePage;
struct Obstacle;

/// Why there is no chart.
enum class EmptyKind { NoEvent, NoSegment, NothingRecorded, AllZero, AllHidden };

/// What the window shows below its bars: messages, and under them one of three. The welcome page;
/// why the workspace that was asked for is not open; or the workspace: the chart (or why there is
/// none) and the table, both bound to one model.
class WorkPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p model outlives the page.
    explicit WorkPage(DatasetModel *model, QWidget *parent = nullptr);

    [[nodiscard]] MessageBarStack &messages() { return *m_messages; }
    [[nodiscard]] ChartView &chart() { return *m_chart; }
    [[nodiscard]] SummaryStrip &strip() { return *m_strip; }
    [[nodiscard]] PanelsView &panels() { return *m_panels; }
    [[nodiscard]] Overview &overview() { return *m_overview; }
    [[nodiscard]] DatasetTable &table() { return *m_table; }
    [[nodiscard]] WelcomePage &welcome() { return *m_welcome; }

    void showWelcome();
    void showWorkspace();
    void showObstacle(const Obstacle &obstacle);

    /// The chart, or panels side by side; beside panels the table is folded.
    void showLayout(ChartLayout layout);
    void showChart();
    /// @p event and @p range stand in the sentence.
    void showEmpty(EmptyKind kind, const QString &event, const QString &range);
    /// As a bar on top of the panel, and @p text in the chart's head. @p total 0: nothing is
    /// loading.
    void showProgress(int done, int total, const QString &text = {});
    /// In the chart's head, until it is empty.
    void showOffline(const QString &text);
    /// Folds request and answer out below the messages.
    void showDetails(const Error &error);
    void hideDetails();

Q_SIGNALS:
    void chooseEvent();
    void addSegments();
    void widenRange();
    void showAllSeries();
    void cancelled();
    /// A button of what showObstacle() shows.
    void obstacleActed(emberline::MessageAction action);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectViews();
    void foldAsNeeded();
    [[nodiscard]] EmptyState *makeEmpty(EmptyKind kind, const QString &event, const QString &range);

    MessageBarStack *m_messages; // children, all of them
    DetailsView *m_details = nullptr; ///< a child, once it was shown
    QProgressBar *m_progress;
    QStackedWidget *m_pages;
    WelcomePage *m_welcome;
    QWidget *m_obstaclePlace;
    QWidget *m_work; ///< strip, chart and table
    SummaryStrip *m_strip;
    QStackedWidget *m_stack;
    ChartView *m_chart;
    PanelsView *m_panels;
    Overview *m_overview;
    ChartPanel *m_chartPanel; ///< both
    QWidget *m_emptyPlace;
    PanelNotes *m_notes;
    DatasetTable *m_table;
    QSplitter *m_splitter;
    QList<int> m_openSizes; ///< of chart and table, while the table is not folded
    ChartLayout m_layout = ChartLayout::Overlay;
    bool m_low = false; ///< too low for an open table
    bool m_folds = false; ///< there was no room for an open table
};

} // namespace emberline
