// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/range.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;

namespace emberline {

class HintLabel;
class LengthBox;

/// "Last N units": how many, and until when. Never gives a range that could not be asked for.
class LastFields final : public QWidget
{
    Q_OBJECT

public:
    /// Labels take at least @p labelWidth.
    LastFields(const Clock &clock, int labelWidth, QWidget *parent = nullptr);

    /// The words in its column of labels.
    [[nodiscard]] static QStringList labels();

    /// Shows them; emits nothing.
    void setUnits(const LastUnits &units, Unit unit);
    /// Where the end's time is, and on which day the weeks of its calendar begin.
    void setCalendar(const Calendar &calendar);
    /// Puts the cursor into the length.
    void edit();

Q_SIGNALS:
    void edited(const emberline::LastUnits &units);

private:
    void showEnd();
    void editLength(int length);
    void settleLength();
    void editEndKind();
    void editEnd();
    void settleEnd();
    void take(const LastUnits &units);
    void setLengthProblem(const QString &sentence);
    void setEndProblem(const QString &sentence);
    [[nodiscard]] QDateTime typedEnd() const;

    const Clock &m_clock;
    Calendar m_calendar;
    LastUnits m_units;
    Unit m_unit = Unit::Day;
    LengthBox *m_length;
    QComboBox *m_endKind;
    QDateTimeEdit *m_end;
    HintLabel *m_lengthProblem;
    HintLabel *m_endProblem;
};

} // namespace emberline
