// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/query.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QTimer;

namespace emberline {

class HintLabel;
class LengthBox;

/// How long the range is and where it ends, with the dates that this means right now. Never gives a
/// range that could not be asked for.
class RangeEditor : public QWidget
{
    Q_OBJECT

public:
    /// Labels take at least @p labelWidth.
    RangeEditor(const Clock &clock, int labelWidth, QWidget *parent = nullptr);

    /// The words in its column of labels.
    [[nodiscard]] static QStringList labels();

    /// Shows them; emits nothing.
    void setRange(const Range &range, Unit unit);
    /// Where the days and the end's time are.
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const Range &range() const { return m_range; }

Q_SIGNALS:
    void rangeEdited(const emberline::Range &range);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addRows(int labelWidth);
    void showEnd();
    void editLength(int length);
    void settleLength();
    void editEndKind();
    void editEnd();
    void settleEnd();
    void emitRange(const LastUnits &range);
    [[nodiscard]] LastUnits asUnits() const;
    void updateHint();
    void setLengthProblem(const QString &sentence);
    void setEndProblem(const QString &sentence);
    [[nodiscard]] QDateTime typedEnd() const;

    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::utc();
    Range m_range;
    LastUnits m_units; ///< the same, as the fields show it
    Unit m_unit = Unit::Day;
    LengthBox *m_length;
    QComboBox *m_endKind;
    QDateTimeEdit *m_end;
    HintLabel *m_lengthProblem;
    HintLabel *m_endProblem;
    HintLabel *m_hint;
    QTimer *m_minute;
};

} // namespace emberline
