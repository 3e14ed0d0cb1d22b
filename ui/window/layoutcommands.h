// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QToolBar;

namespace emberline {

class SegmentedRow;

/// How the chart is laid out, as actions with keys and as a row in the tool bar.
class LayoutCommands final : public QObject
{
    Q_OBJECT

public:
    /// @p window outlives them.
    explicit LayoutCommands(QWidget *window);

    void fillMenu(QMenu *menu);
    void fillToolBar(QToolBar *bar);
    void setLayout(ChartLayout layout);
    void setWorkspaceOpen(bool open);
    void setNarrow(bool narrow);

Q_SIGNALS:
    void layoutChosen(emberline::ChartLayout layout);

private:
    QActionGroup *m_actions; // children
    SegmentedRow *m_row = nullptr; ///< the tool bar's
};

} // namespace emberline
