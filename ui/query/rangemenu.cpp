// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/rangemenu.h"

#include "ui/query/rangechoice.h"
#include "ui/query/rangewords.h"

#include <QAction>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Where another kind of range begins.
bool beginsGroup(Preset preset)
{
    return preset == Preset::Last7Days || preset == Preset::MonthToDate
        || preset == Preset::Last6Months;
}

/// What stands at the end of an item: Style writes what follows a second tab into a column of its
/// own. No shortcut of the action: letters belong to whoever is typing.
QString withLetter(const QString &note, QChar letter)
{
    return u'\t' + note + u'\t' + letter;
}

} // namespace

RangeMenu::RangeMenu(const Clock &clock, QWidget *parent)
    : QMenu(parent)
    , m_clock(clock)
{
    setObjectName(u"rangeMenu"_s);
    for (const Preset preset : allPresets) {
        addPreset(preset);
    }
    QAction *held = addAction(tr("&All that is kept") + withLetter({}, u'A'));
    held->setObjectName(u"rangeHeldAction"_s);
    connect(held, &QAction::triggered, this, &RangeMenu::heldChosen);
    addSeparator();
    m_last = addAction(tr("&Last…", "so many days or hours, which are asked for next"));
    m_last->setObjectName(u"rangeLastAction"_s);
    m_last->setCheckable(true);
    m_custom = addAction(tr("&Custom…", "a range from one date to another") + withLetter({}, u'C'));
    m_custom->setObjectName(u"rangeCustomAction"_s);
    m_custom->setCheckable(true);
    connect(m_last, &QAction::triggered, this, &RangeMenu::lastChosen);
    connect(m_custom, &QAction::triggered, this, &RangeMenu::customChosen);
    // Choosing what is chosen unticks it by itself.
    connect(this, &QMenu::triggered, this, &RangeMenu::updateItems);
    connect(this, &QMenu::aboutToShow, this, &RangeMenu::updateItems);
    updateItems();
}

void RangeMenu::addPreset(Preset preset)
{
    if (beginsGroup(preset)) {
        addSeparator();
    }
    QAction *action = addAction(RangeWords::presetText(preset));
    action->setObjectName(u"range-"_s + presetName(preset));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, preset] { Q_EMIT presetChosen(preset); });
    m_presets.push_back(action);
}

void RangeMenu::setRange(const Range &range, Unit unit)
{
    m_range = range;
    m_unit = unit;
    updateItems();
}

void RangeMenu::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    updateItems();
}

void RangeMenu::updateItems()
{
    const QDateTime now = m_clock.now();
    const QDate today = now.toTimeZone(m_calendar.zone).date();
    const std::optional<Preset> chosen = presetLike(m_range, m_unit);
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        const Preset preset = allPresets.at(i);
        const DaySpan days = datesOf(preset, m_unit, now, m_calendar);
        m_presets[i]->setText(
            RangeWords::presetText(preset)
            + withLetter(RangeWords::shortDates(days, today, QLocale()), letterOf(preset)));
        m_presets[i]->setChecked(chosen == preset);
    }
    const bool counted = std::holds_alternative<LastUnits>(m_range);
    m_last->setChecked(!chosen && counted);
    m_custom->setChecked(!chosen && !counted);
}

} // namespace emberline
