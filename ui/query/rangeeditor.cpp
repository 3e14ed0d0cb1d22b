// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/rangeeditor.h"

#include "app/series/datetext.h"
#include "ui/query/fieldgrid.h"
#include "ui/query/hintlabel.h"
#include "ui/query/lastfields.h"
#include "ui/query/rangechoice.h"
#include "ui/query/rangemenu.h"
#include "ui/query/rangewords.h"
#include "ui/query/spanfields.h"
#include "ui/theme/choicebutton.h"

#include <QTimer>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline {

RangeEditor::RangeEditor(const Clock &clock, int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_menu(new RangeMenu(clock, this))
    , m_button(new ChoiceButton(this))
    , m_hint(new HintLabel(HintLabel::Kind::Hint, this))
    , m_last(new LastFields(clock, labelWidth, this))
    , m_span(new SpanFields(clock, labelWidth, this))
    , m_minute(new QTimer(this))
{
    m_button->setObjectName(u"rangeButton"_s);
    m_button->setAccessibleName(tr("Range"));
    m_button->setMenu(m_menu);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_hint->setObjectName(u"rangeHint"_s);
    auto *top = new QWidget(this);
    auto *grid = new FieldGrid(top, labelWidth);
    m_button->setParent(top);
    m_hint->setParent(top);
    grid->addField(tr("Range"), m_button, {m_hint});

    constexpr int gap = 8;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(top);
    layout->addWidget(m_last);
    layout->addWidget(m_span);
    showFields(Fields::None);
    showChoice();

    connect(m_menu, &RangeMenu::presetChosen, this, [this](Preset preset) {
        showFields(Fields::None);
        take(preset);
    });
    connect(m_menu, &RangeMenu::heldChosen, this, &RangeEditor::heldRequested);
    connect(m_menu, &RangeMenu::lastChosen, this, &RangeEditor::chooseLast);
    connect(m_menu, &RangeMenu::customChosen, this, &RangeEditor::chooseCustom);
    connect(m_last, &LastFields::edited, this, [this](const LastUnits &units) { take(units); });
    connect(m_span, &SpanFields::edited, this, &RangeEditor::take);
    connect(m_minute, &QTimer::timeout, this, &RangeEditor::updateHint);
}

QStringList RangeEditor::labels()
{
    return QStringList{tr("Range")} + LastFields::labels() + SpanFields::labels();
}

void RangeEditor::setRange(const Range &range, Unit unit)
{
    if (range == m_range && unit == m_unit) {
        return; // whatever is being typed stays
    }
    const bool stillCounted = m_fields == Fields::Last && std::holds_alternative<LastUnits>(range);
    m_range = range;
    m_unit = unit;
    if (!stillCounted) {
        const bool named = presetLike(range, unit).has_value();
        const bool counted = std::holds_alternative<LastUnits>(range);
        showFields(named ? Fields::None : counted ? Fields::Last : Fields::Span);
    }
    showChoice();
}

void RangeEditor::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    if (!m_calendar.zone.isValid()) {
        m_calendar.zone = QTimeZone::utc();
    }
    m_menu->setCalendar(m_calendar);
    m_last->setCalendar(m_calendar);
    m_span->setCalendar(m_calendar);
    updateHint();
}

void RangeEditor::chooseLast()
{
    const Range range = isAskable() ? unitsOf(m_range, m_unit, m_clock.now(), m_calendar)
                                    : LastUnits();
    showFields(Fields::Last);
    take(range);
    m_last->edit();
    Q_EMIT fieldsOpened();
}

void RangeEditor::chooseCustom()
{
    const bool isSpan = std::holds_alternative<DaySpan>(m_range)
                     || std::holds_alternative<HourSpan>(m_range);
    const Range range = isSpan ? m_range
                               : spanOf(isAskable() ? m_range : Range(Preset::Last30Days),
                                        m_unit,
                                        m_clock.now(),
                                        m_calendar);
    showFields(Fields::Span);
    take(range);
    m_span->edit();
    Q_EMIT fieldsOpened();
}

bool RangeEditor::isAskable() const
{
    return !problemOf(m_range, m_unit, m_clock.now(), m_calendar);
}

void RangeEditor::take(const Range &range)
{
    if (range == m_range) {
        showChoice();
        return;
    }
    m_range = range;
    showChoice();
    Q_EMIT rangeEdited(m_range);
}

void RangeEditor::showFields(Fields fields)
{
    m_fields = fields;
    m_last->setVisible(fields == Fields::Last);
    m_span->setVisible(fields == Fields::Span);
}

void RangeEditor::showChoice()
{
    m_button->setChoice(RangeWords::nameOf(m_range, m_unit));
    m_menu->setRange(m_range, m_unit);
    if (m_fields == Fields::Last && isAskable()) {
        m_last->setUnits(unitsOf(m_range, m_unit, m_clock.now(), m_calendar), m_unit);
    }
    if (m_fields == Fields::Span) {
        m_span->setRange(m_range, m_unit);
    }
    updateHint();
}

void RangeEditor::updateHint()
{
    if (!isAskable()) {
        m_hint->say({});
        return;
    }
    const ResolvedRange resolved = resolve(m_range, m_unit, m_clock.now(), m_calendar);
    m_hint->say(rangeText(
        resolved.first, resolved.last, granularityOf(m_unit), m_calendar.zone, QLocale()));
}

void RangeEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateHint();
    if (!m_clock.isFixed()) {
        m_minute->start(1min); // tomorrow the same range means other dates
    }
}

void RangeEditor::hideEvent(QHideEvent *event)
{
    m_minute->stop();
    QWidget::hideEvent(event);
}

} // namespace emberline
