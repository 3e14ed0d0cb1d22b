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

namespace {

/// @p range, which begins in the past, without what is still to come.
Range upToPresent(const Range &range, Unit unit, const QDateTime &now, const Calendar &calendar)
{
    const Range possible = spanOf(range, unit, now, calendar);
    if (const auto *days = std::get_if<DaySpan>(&range)) {
        return DaySpan{.first = days->first, .last = std::get<DaySpan>(possible).last};
    }
    const auto *hours = std::get_if<HourSpan>(&range);
    return HourSpan{.first = hours->first, .last = std::get<HourSpan>(possible).last};
}

} // namespace

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
    connect(m_last, &QDateTimeEdit::dateTimeChanged, this, &SpanFields::editEnd);
    connect(m_last, &QDateTimeEdit::editingFinished, this, &SpanFields::settleEnd);
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

/// A span stays as it is in a view, even where it reaches into the future.
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
    m_hasTypedEnd = false;
    showDates(span);
    setProblem(problemOf(span, m_unit, m_clock.now(), m_calendar));
}

void SpanFields::showDates(const Range &span)
{
    if (const auto *days = std::get_if<DaySpan>(&span)) {
        showWallClock(m_first, days->first.startOfDay(Qt::UTC));
        showWallClock(m_last, days->last.startOfDay(Qt::UTC));
    } else if (const auto *hours = std::get_if<HourSpan>(&span)) {
        m_shown = *hours;
        showWallClock(m_first, wallClock(hours->first, m_calendar.zone));
        showWallClock(m_last, wallClock(hours->last, m_calendar.zone));
    }
}

void SpanFields::editSpan()
{
    Range range = typed();
    const std::optional<RangeProblem> problem = problemOf(range, m_unit, m_clock.now(), m_calendar);
    setProblem(problem);
    if (problem) {
        return;
    }
    if (m_hasTypedEnd && m_last->dateTime() > present()) {
        m_problem->say(tr("The end can't lie in the future."));
        markInvalid(m_last, true);
        range = upToPresent(range, m_unit, m_clock.now(), m_calendar);
    }
    if (range != m_range) {
        m_range = range;
        Q_EMIT edited(m_range);
    }
}

void SpanFields::editEnd()
{
    m_hasTypedEnd = true;
    editSpan();
}

/// Only what the user typed: m_range is up to the present then.
void SpanFields::settleEnd()
{
    const bool refused = problemOf(typed(), m_unit, m_clock.now(), m_calendar).has_value();
    if (isHidden() || refused || !m_hasTypedEnd || m_last->dateTime() <= present()) {
        return;
    }
    const QString sentence = m_problem->text();
    m_hasTypedEnd = false;
    showDates(m_range);
    setProblem({});
    m_problem->say(sentence); // why the date is another one; until the next edit
}

/// The last that an end can be: today, or the hour that it now is.
QDateTime SpanFields::present() const
{
    const QDateTime now = wallClock(m_clock.now(), m_calendar.zone);
    return m_unit == Unit::Hour ? now : now.date().startOfDay(Qt::UTC);
}

/// Where clocks go back, a wall clock alone does not tell the hour: what was not touched stays.
Range SpanFields::typed() const
{
    if (m_unit == Unit::Day) {
        return DaySpan{.first = m_first->date(), .last = m_last->date()};
    }
    const auto instantIn = [this](const QDateTimeEdit *field, const QDateTime &shown) {
        const bool untouched = shown.isValid()
                            && wallClock(shown, m_calendar.zone) == field->dateTime();
        return untouched ? shown : instantOf(field->dateTime(), m_calendar.zone);
    };
    return HourSpan{.first = instantIn(m_first, m_shown.first),
                    .last = instantIn(m_last, m_shown.last)};
}

void SpanFields::setProblem(std::optional<RangeProblem> problem)
{
    m_problem->say(problem ? RangeWords::sentenceFor(*problem) : QString());
    markInvalid(m_first, problem == RangeProblem::InFuture || problem == RangeProblem::Length);
    markInvalid(m_last, problem == RangeProblem::Reversed || problem == RangeProblem::Length);
}

} // namespace emberline
