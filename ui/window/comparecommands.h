// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/core/clock.h"

#include <QObject>
#include <QPointer>

class QAction;
class QActionGroup;
class QMenu;
class QToolBar;

namespace emberline {

class ChoiceButton;

/// With what the window compares, as actions: in the Chart menu, in the tool bar, and by letter
/// while the chart has the focus (X on and off, K complete periods only).
class CompareCommands final : public QObject
{
    Q_OBJECT

public:
    /// @p clock and @p window outlive them.
    CompareCommands(const Clock &clock, QWidget *window);

    void fillMenu(QMenu *menu);
    void fillToolBar(QToolBar *bar);
    /// Whose keys are heard; more than one may be.
    void addChart(QWidget *chart);

    void setView(const View &view);
    void setCalendar(const Calendar &calendar);
    void setWorkspaceOpen(bool open);
    void setNarrow(bool narrow);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void comparisonEdited(const emberline::Comparison &comparison);
    void completeOnlyEdited(bool completeOnly);
    /// The dates of a custom comparison are to be edited.
    void customRequested();

public Q_SLOTS:
    /// As if the user had chosen it in the menu.
    void choose(emberline::ComparisonKind kind);

private:
    void toggle();
    void showChoice();

    const Clock &m_clock;
    Calendar m_calendar;
    View m_view;
    Comparison m_last{.kind = ComparisonKind::PreviousPeriod}; ///< what X switches on
    bool m_open = false;
    std::vector<QPointer<QWidget>> m_charts;
    QMenu *m_menu; // the window's
    QActionGroup *m_kinds;
    QAction *m_toggle;
    QAction *m_completeOnly;
    ChoiceButton *m_button = nullptr;
};

} // namespace emberline
