// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/range.h"

#include <QMenu>

namespace emberline {

/// The ranges to choose from, each with the dates that it means right now and its letter, which is
/// heard in the chart. Serves form, tool bar and menu bar.
class RangeMenu final : public QMenu
{
    Q_OBJECT

public:
    /// @p clock outlives the menu.
    explicit RangeMenu(const Clock &clock, QWidget *parent = nullptr);

    /// What is chosen.
    void setRange(const Range &range, Unit unit);
    void setCalendar(const Calendar &calendar);

Q_SIGNALS:
    void presetChosen(emberline::Preset preset);
    /// All that is kept on this computer.
    void heldChosen();
    /// "Last…": as many as the user is going to say.
    void lastChosen();
    /// "Custom…": from one date to another.
    void customChosen();

private:
    void addPreset(Preset preset);
    void updateItems();

    const Clock &m_clock;
    Calendar m_calendar;
    Range m_range;
    Unit m_unit = Unit::Day;
    std::vector<QAction *> m_presets; ///< children, in the order of allPresets
    QAction *m_last = nullptr;
    QAction *m_custom = nullptr;
};

} // namespace emberline
