// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/core/clock.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;

namespace emberline {

class HintLabel;
class SegmentedRow;

/// With which earlier times a view compares, the dates that they are right now, and whether what is
/// not complete is left out.
class CompareEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Labels take at least @p labelWidth. @p clock outlives the editor.
    CompareEditor(const Clock &clock, int labelWidth, QWidget *parent = nullptr);

    /// The words in its column of labels.
    [[nodiscard]] static QStringList labels();

    /// Emits nothing.
    void setView(const View &view);
    /// The workspace's.
    void setCalendar(const Calendar &calendar);
    /// Tomorrow the same comparison means other dates.
    void updateDates();
    /// Makes the comparison a custom one, and puts the cursor into its date.
    void chooseCustom();

Q_SIGNALS:
    void comparisonEdited(const emberline::Comparison &comparison);
    void completeOnlyEdited(bool completeOnly);

private:
    [[nodiscard]] QWidget *makeChecks(int labelWidth);
    void connectFields();
    void choose(ComparisonKind kind);
    void take(const Comparison &comparison);
    void showComparison();
    void showStart();
    [[nodiscard]] bool isAskable() const;

    const Clock &m_clock;
    Calendar m_calendar;
    Query m_query;
    Comparison m_comparison;
    QComboBox *m_kind; // children
    HintLabel *m_dates;
    QWidget *m_startRow;
    QDateTimeEdit *m_start;
    QWidget *m_periodsRow;
    SegmentedRow *m_periods;
    QCheckBox *m_matchWeekdays;
    QCheckBox *m_completeOnly;
};

} // namespace emberline
