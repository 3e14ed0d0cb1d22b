// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/query/range.h"

#include <QWidget>

class QTimer;

namespace emberline {

class ChoiceButton;
class HintLabel;
class LastFields;
class RangeMenu;
class SpanFields;

/// The range by its name with the dates that it means right now, and below the fields of those that
/// have any. Never gives a range that could not be asked for.
class RangeEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Labels take at least @p labelWidth. @p clock outlives the editor.
    RangeEditor(const Clock &clock, int labelWidth, QWidget *parent = nullptr);

    /// The words in its column of labels.
    [[nodiscard]] static QStringList labels();

    /// Shows them; emits nothing.
    void setRange(const Range &range, Unit unit);
    /// The workspace's.
    void setCalendar(const Calendar &calendar);
    [[nodiscard]] const Range &range() const { return m_range; }

    /// As if the user chose "Last…": the range becomes a number of units, to be edited.
    void chooseLast();
    /// The same of "Custom…" and dates.
    void chooseCustom();

Q_SIGNALS:
    void rangeEdited(const emberline::Range &range);
    /// All that is kept was chosen: somebody else knows what that is.
    void heldRequested();
    /// The user is about to fill in fields that may be new.
    void fieldsOpened();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Fields { None, Last, Span };

    void take(const Range &range);
    void showFields(Fields fields);
    void showChoice();
    void updateHint();
    [[nodiscard]] bool isAskable() const;

    const Clock &m_clock;
    Calendar m_calendar;
    Range m_range;
    Unit m_unit = Unit::Day;
    Fields m_fields = Fields::None;
    RangeMenu *m_menu; // children
    ChoiceButton *m_button;
    HintLabel *m_hint;
    LastFields *m_last;
    SpanFields *m_span;
    QTimer *m_minute;
};

} // namespace emberline
