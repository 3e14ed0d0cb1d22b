// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/query.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QTimer;
class QToolBar;
class QToolButton;

namespace emberline {

class ChoiceButton;
class RangeMenu;

/// Range and bucket as commands of the window: in a menu, in the tool bar, by key, and by single
/// letters while the chart has the focus. Shows the query of a view; each choice is a new query.
class RangeCommands final : public QObject
{
    Q_OBJECT

public:
    /// @p clock outlives them; @p window is what their keys are heard in.
    RangeCommands(const Clock &clock, QWidget *window);

    void fillMenu(QMenu *menu);
    void fillToolBar(QToolBar *bar);

    /// The letters are heard while @p chart has the focus.
    void addChart(QWidget *chart);
    /// Emits nothing.
    void setQuery(const Query &query);
    /// The workspace's.
    void setCalendar(const Calendar &calendar);
    /// Without a workspace there is nothing to choose.
    void setWorkspaceOpen(bool open);
    /// In a narrow window the tool bar says less.
    void setNarrow(bool narrow);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void queryEdited(const emberline::Query &query);
    /// All that is kept was chosen.
    void heldRequested();
    /// The form has the fields of these.
    void lastRequested();
    void customRequested();

private:
    void makeActions(QWidget *window);
    [[nodiscard]] bool hearLetter(int key);
    void choosePreset(Preset preset);
    void chooseBucket(Granularity granularity);
    void shift(int steps);
    [[nodiscard]] std::optional<Range> shiftedBy(int steps) const;
    void edit(const Query &query);
    void showChoice();

    const Clock &m_clock;
    Calendar m_calendar;
    Query m_query;
    bool m_open = false;
    bool m_narrow = false;
    QList<const QObject *> m_charts; ///< not ours
    QAction *m_earlier = nullptr; ///< the window's, as are the rest
    QAction *m_later = nullptr;
    QAction *m_nextBucket = nullptr;
    QActionGroup *m_buckets = nullptr;
    RangeMenu *m_ranges = nullptr;
    QMenu *m_bucketMenu = nullptr;
    ChoiceButton *m_rangeButton = nullptr;
    ChoiceButton *m_bucketButton = nullptr;
    QTimer *m_minute;
};

} // namespace emberline
