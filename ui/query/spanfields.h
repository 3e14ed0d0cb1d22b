// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/range.h"

#include <QWidget>

class QDateTimeEdit;

namespace emberline {

class HintLabel;

/// From one date to another, both included; for hours with their time. What could not be asked for
/// is told and goes no further; of an end in the future the present is asked for, and on leaving
/// its field shown.
class SpanFields final : public QWidget
{
    Q_OBJECT

public:
    /// Labels take at least @p labelWidth.
    SpanFields(const Clock &clock, int labelWidth, QWidget *parent = nullptr);

    /// The words in its column of labels.
    [[nodiscard]] static QStringList labels();

    /// Shows the dates of @p range, of any kind; emits nothing.
    void setRange(const Range &range, Unit unit);
    /// Whose dates, and on which day the weeks of their calendars begin.
    void setCalendar(const Calendar &calendar);
    /// Puts the cursor into the start.
    void edit();

Q_SIGNALS:
    /// A DaySpan or an HourSpan.
    void edited(const emberline::Range &range);

private:
    void showSpan();
    void showDates(const Range &span);
    void editSpan();
    void editEnd();
    void settleEnd();
    void setProblem(std::optional<RangeProblem> problem);
    [[nodiscard]] Range typed() const;
    [[nodiscard]] QDateTime present() const;

    const Clock &m_clock;
    Calendar m_calendar;
    Range m_range;
    HourSpan m_shown; ///< of hours: what the fields stand for, which a wall clock can't always tell
    Unit m_unit = Unit::Day;
    bool m_hasTypedEnd = false; ///< not one that a view brought along
    QDateTimeEdit *m_first;
    QDateTimeEdit *m_last;
    HintLabel *m_problem;
};

} // namespace emberline
