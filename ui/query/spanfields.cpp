// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/spanfields.h"

#include "ui/query/fieldgrid.h"
#include "ui/query/hintlabel.h"
#include "ui/query/rangechoice.h"
#include "ui/query/rangewords.h"
#include "ui/query/walltime.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

SpanFields::SpanFields(const Clock &clock, int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_first(makeWallClockField(u"spanFirstField"_s, this))
    , m_last(makeWallClockField(u"spanLastField"_s, this))
    , m_problem(new HintLabel(HintLabel::Kind::Problem, this))
{
    m_first->setAccessibleName(tr("Start of the range"));
    m_last->setAccessibleName(tr("End of the range"));
    m_problem->setObjectName(u"spanProblem"_s);
    auto *grid = new FieldGrid(this, labelWidth);
    const QStringList texts = labels();
    grid->addField(texts.at(0), m_first);
    grid->addField(texts.at(1), m_last, {m_problem});
    showSpan();
    connect(m_first, &QDateTimeEdit::dateTimeChanged, this, &SpanFields::editSpan);
    connect(m_last, &QDateTimeEdit::dateTimeChanged, this, &SpanFields::editSpan);
}

QStringList SpanFields::labels()
{
    return {tr("From", "a date"), tr("To", "a date")};
}

void SpanFields::setRange(const Range &range, Unit unit)
{
    if (range == m_range && unit == m_unit) {
        return; // whatever is being typed stays
    }
    m_range = range;
    m_unit = unit;
    showSpan();
}

void SpanFields::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    m_first->calendarWidget()->setFirstDayOfWeek(calendar.weekStart);
    m_last->calendarWidget()->setFirstDayOfWeek(calendar.weekStart);
    showSpan();
}

void SpanFields::edit()
{
    m_first->setFocus(Qt::OtherFocusReason);
    m_first->setSelectedSection(m_first->sectionAt(0));
}

/// A span stays as it was typed, even where it reaches into the future.
void SpanFields::showSpan()
{
    const bool byHour = m_unit == Unit::Hour;
    const QString format = byHour ? dateTimeFormat(QLocale()) : dateFormat(QLocale());
    for (QDateTimeEdit *field : {m_first, m_last}) {
        const QSignalBlocker silent(field);
        field->setDisplayFormat(format);
    }
    const bool asTyped = byHour ? std::holds_alternative<HourSpan>(m_range)
                                : std::holds_alternative<DaySpan>(m_range);
    const bool askable = !problemOf(m_range, m_unit, m_clock.now(), m_calendar);
    if (!asTyped && !askable) {
        return;
    }
    const Range span = asTyped ? m_range : spanOf(m_range, m_unit, m_clock.now(), m_calendar);
    if (const auto *days = std::get_if<DaySpan>(&span)) {
        showWallClock(m_first, days->first.startOfDay(Qt::UTC));
        showWallClock(m_last, days->last.startOfDay(Qt::UTC));
    } else if (const auto *hours = std::get_if<HourSpan>(&span)) {
        showWallClock(m_first, wallClock(hours->first, m_calendar.zone));
        showWallClock(m_last, wallClock(hours->last, m_calendar.zone));
    }
    setProblem(problemOf(span, m_unit, m_clock.now(), m_calendar));
}

void SpanFields::editSpan()
{
    const Range range = typed();
    const std::optional<RangeProblem> problem = problemOf(range, m_unit, m_clock.now(), m_calendar);
    setProblem(problem);
    if (!problem && range != m_range) {
        m_range = range;
        Q_EMIT edited(m_range);
    }
}

Range SpanFields::typed() const
{
    if (m_unit == Unit::Hour) {
        return HourSpan{.first = instantOf(m_first->dateTime(), m_calendar.zone),
                        .last = instantOf(m_last->dateTime(), m_calendar.zone)};
    }
    return DaySpan{.first = m_first->date(), .last = m_last->date()};
}

void SpanFields::setProblem(std::optional<RangeProblem> problem)
{
    m_problem->say(problem ? RangeWords::sentenceFor(*problem) : QString());
    markInvalid(m_first, problem == RangeProblem::InFuture || problem == RangeProblem::Length);
    markInvalid(m_last, problem == RangeProblem::Reversed || problem == RangeProblem::Length);
}

} // namespace emberline
