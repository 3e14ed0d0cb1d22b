// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/lastfields.h"

#include "ui/query/fieldgrid.h"
#include "ui/query/hintlabel.h"
#include "ui/query/lengthbox.h"
#include "ui/query/rangechoice.h"
#include "ui/query/walltime.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateTimeEdit>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

enum EndKind { Now, DateAndTime };

QDateTime wholeMinute(const QDateTime &instant)
{
    const QTime time = instant.time();
    return {instant.date(), QTime(time.hour(), time.minute()), Qt::UTC};
}

} // namespace

LastFields::LastFields(const Clock &clock, int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_length(new LengthBox(this))
    , m_endKind(new QComboBox(this))
    , m_end(makeWallClockField(u"endField"_s, this))
    , m_lengthProblem(new HintLabel(HintLabel::Kind::Problem, this))
    , m_endProblem(new HintLabel(HintLabel::Kind::Problem, this))
{
    m_length->setObjectName(u"lengthField"_s);
    m_length->setAccessibleName(tr("Length of the range"));
    m_endKind->setObjectName(u"endKind"_s);
    m_endKind->setAccessibleName(tr("End of the range"));
    m_endKind->addItems({tr("Now"), tr("Date and time")});
    m_end->setAccessibleName(tr("Date and time of the end"));
    m_lengthProblem->setObjectName(u"lengthProblem"_s);
    m_endProblem->setObjectName(u"endProblem"_s);
    auto *grid = new FieldGrid(this, labelWidth);
    const QStringList texts = labels();
    grid->addField(texts.at(0), m_length, {m_lengthProblem});
    grid->addField(texts.at(1), m_endKind, {m_end, m_endProblem});
    m_length->setValue(m_units.length);
    setLengthProblem({});
    showEnd();

    connect(m_length, &QSpinBox::valueChanged, this, &LastFields::editLength);
    connect(m_length, &QSpinBox::editingFinished, this, &LastFields::settleLength);
    connect(m_endKind, &QComboBox::activated, this, &LastFields::editEndKind);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &LastFields::editEnd);
    connect(m_end, &QDateTimeEdit::editingFinished, this, &LastFields::settleEnd);
}

QStringList LastFields::labels()
{
    return {tr("Length"), tr("Until")};
}

void LastFields::setUnits(const LastUnits &units, Unit unit)
{
    if (units == m_units && unit == m_unit) {
        return; // whatever is being typed stays
    }
    m_units = units;
    m_unit = unit;
    m_length->setUnit(unit);
    m_length->setValue(m_units.length); // emits nothing: it is m_units'
    setLengthProblem({});
    showEnd();
}

void LastFields::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    m_end->calendarWidget()->setFirstDayOfWeek(calendar.weekStart);
    showEnd();
}

void LastFields::edit()
{
    m_length->setFocus(Qt::OtherFocusReason);
    m_length->selectAll();
}

/// The field follows m_units, which already is what it should be.
void LastFields::showEnd()
{
    m_endKind->setCurrentIndex(m_units.endingAt ? DateAndTime : Now);
    m_end->setVisible(m_units.endingAt.has_value());
    if (m_units.endingAt) {
        showWallClock(m_end, wallClock(*m_units.endingAt, m_calendar.zone));
    }
    setEndProblem({});
}

void LastFields::editLength(int length)
{
    if (length == m_units.length) {
        setLengthProblem({});
        return; // however long a file said it is
    }
    const int longest = longestLength(m_unit);
    if (length < 1 || length > longest) {
        setLengthProblem(tr("The length must be from 1 to %L1.").arg(longest));
        return;
    }
    setLengthProblem({});
    LastUnits units = m_units;
    units.length = length;
    take(units);
}

void LastFields::settleLength()
{
    const int possible = std::clamp(m_length->value(), 1, longestLength(m_unit));
    if (m_length->value() != m_units.length && m_length->value() != possible) {
        const QString sentence = m_lengthProblem->text();
        m_length->setValue(possible);
        m_lengthProblem->say(sentence); // why the number is another one; until the next edit
    }
}

void LastFields::editEndKind()
{
    LastUnits units = m_units;
    if (m_endKind->currentIndex() == Now) {
        units.endingAt.reset();
    } else if (!units.endingAt) {
        units.endingAt = wholeMinute(m_clock.now().toUTC());
    }
    const bool changed = units != m_units;
    m_units = units;
    showEnd();
    if (changed) {
        Q_EMIT edited(m_units);
    }
}

void LastFields::editEnd()
{
    const QDateTime end = typedEnd();
    if (end > m_clock.now()) {
        setEndProblem(tr("The end can't lie in the future."));
        return;
    }
    setEndProblem({});
    LastUnits units = m_units;
    units.endingAt = end;
    take(units);
}

void LastFields::settleEnd()
{
    if (m_end->isHidden() || typedEnd() <= m_clock.now()) {
        return;
    }
    const QString sentence = m_endProblem->text();
    m_end->setDateTime(wallClock(wholeMinute(m_clock.now().toUTC()), m_calendar.zone));
    m_endProblem->say(sentence); // why the time is another one; until the next edit
}

void LastFields::take(const LastUnits &units)
{
    if (units != m_units) {
        m_units = units;
        Q_EMIT edited(m_units);
    }
}

void LastFields::setLengthProblem(const QString &sentence)
{
    m_lengthProblem->say(sentence);
    markInvalid(m_length, !sentence.isEmpty());
}

void LastFields::setEndProblem(const QString &sentence)
{
    m_endProblem->say(sentence);
    markInvalid(m_end, !sentence.isEmpty());
}

QDateTime LastFields::typedEnd() const
{
    return instantOf(m_end->dateTime(), m_calendar.zone);
}

} // namespace emberline
