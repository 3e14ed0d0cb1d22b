// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rangecommands.h"

#include "app/series/datetext.h"
#include "ui/query/rangechoice.h"
#include "ui/query/rangemenu.h"
#include "ui/query/rangewords.h"
#include "ui/theme/choicebutton.h"
#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTimer>
#include <QToolBar>
#include <QWidget>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline {

namespace {

constexpr int wideRange = 256;
constexpr int narrowRange = 152;
constexpr int leastBucket = 88;
constexpr QKeyCombination earlierKey = Qt::SHIFT | Qt::Key_Left;
constexpr QKeyCombination laterKey = Qt::SHIFT | Qt::Key_Right;

/// Where Shift and an arrow select something.
bool selectsByKeys(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
        || qobject_cast<const QTextEdit *>(widget) != nullptr
        || qobject_cast<const QAbstractItemView *>(widget) != nullptr;
}

bool isRelative(const Range &range)
{
    const auto *last = std::get_if<LastUnits>(&range);
    return std::holds_alternative<Preset>(range) || (last != nullptr && !last->endingAt);
}

QToolButton *addButton(QToolBar *bar, QAction *action, const QString &name)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText());
    button->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(button);
    return button;
}

} // namespace

RangeCommands::RangeCommands(const Clock &clock, QWidget *window)
    : QObject(window)
    , m_clock(clock)
    , m_minute(new QTimer(this))
{
    makeActions(window);
    qApp->installEventFilter(this);
    connect(m_minute, &QTimer::timeout, this, &RangeCommands::showChoice);
}

void RangeCommands::makeActions(QWidget *window)
{
    const auto make = [window](const QString &name, const QString &text) {
        auto *action = new QAction(text, window); // the window's
        action->setObjectName(name);
        return action;
    };
    m_earlier = make(u"earlierAction"_s, tr("&Previous range"));
    m_earlier->setIcon(icon(u"chev-l"_s));
    m_earlier->setShortcut(earlierKey);
    connect(m_earlier, &QAction::triggered, this, [this] { shift(-1); });
    m_later = make(u"laterAction"_s, tr("&Following range"));
    m_later->setIcon(icon(u"chev-r"_s));
    m_later->setShortcut(laterKey);
    connect(m_later, &QAction::triggered, this, [this] { shift(1); });

    m_ranges = new RangeMenu(m_clock, window);
    m_ranges->setTitle(tr("&Range"));
    connect(m_ranges, &RangeMenu::presetChosen, this, &RangeCommands::choosePreset);
    connect(m_ranges, &RangeMenu::heldChosen, this, &RangeCommands::heldRequested);
    connect(m_ranges, &RangeMenu::lastChosen, this, &RangeCommands::lastRequested);
    connect(m_ranges, &RangeMenu::customChosen, this, &RangeCommands::customRequested);

    m_bucketMenu = new QMenu(tr("&Bucket"), window);
    m_bucketMenu->setObjectName(u"bucketMenu"_s);
    m_buckets = new QActionGroup(this);
    for (const Granularity granularity : allGranularities) {
        QAction *action = m_bucketMenu->addAction(RangeWords::granularityText(granularity));
        action->setObjectName(u"bucketAction%1"_s.arg(static_cast<int>(granularity)));
        action->setCheckable(true);
        m_buckets->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, granularity] { chooseBucket(granularity); });
    }
    m_nextBucket = make(u"nextBucketAction"_s, tr("&Next bucket") + u"\tI"_s);
    connect(m_nextBucket, &QAction::triggered, this, [this] {
        chooseBucket(nextGranularity(m_query.granularity));
    });
}

void RangeCommands::fillMenu(QMenu *menu)
{
    menu->addMenu(m_ranges);
    menu->addAction(m_earlier);
    menu->addAction(m_later);
    menu->addSeparator();
    menu->addMenu(m_bucketMenu);
    menu->addAction(m_nextBucket);
}

void RangeCommands::fillToolBar(QToolBar *bar)
{
    bar->addSeparator();
    addButton(bar, m_earlier, u"earlierButton"_s);
    m_rangeButton = new ChoiceButton(bar);
    m_rangeButton->setObjectName(u"rangeToolButton"_s);
    m_rangeButton->setAccessibleName(tr("Range"));
    m_rangeButton->setFocusPolicy(Qt::TabFocus);
    m_rangeButton->setMenu(m_ranges);
    bar->addWidget(m_rangeButton);
    addButton(bar, m_later, u"laterButton"_s);
    m_bucketButton = new ChoiceButton(bar);
    m_bucketButton->setObjectName(u"bucketToolButton"_s);
    m_bucketButton->setAccessibleName(tr("Bucket"));
    m_bucketButton->setFocusPolicy(Qt::TabFocus);
    m_bucketButton->setMenu(m_bucketMenu);
    QStringList names;
    for (const Granularity granularity : allGranularities) {
        names.append(RangeWords::granularityText(granularity));
    }
    m_bucketButton->reserve(names);
    m_bucketButton->setLeastWidth(leastBucket);
    bar->addWidget(m_bucketButton);
    setNarrow(m_narrow);
}

void RangeCommands::addChart(QWidget *chart)
{
    m_charts.append(chart);
}

void RangeCommands::setQuery(const Query &query)
{
    m_query = query;
    showChoice();
}

void RangeCommands::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    m_ranges->setCalendar(calendar);
    showChoice();
}

void RangeCommands::setWorkspaceOpen(bool open)
{
    m_open = open;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ranges, m_bucketMenu, m_rangeButton, m_bucketButton}) {
        widget->setEnabled(open);
    }
    m_ranges->menuAction()->setEnabled(open);
    m_bucketMenu->menuAction()->setEnabled(open);
    m_nextBucket->setEnabled(open);
    if (open && !m_clock.isFixed()) {
        m_minute->start(1min); // tomorrow the same range means other dates
    } else {
        m_minute->stop();
    }
    showChoice();
}

void RangeCommands::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_rangeButton->setIcon(narrow ? QIcon() : icon(u"calendar"_s));
    m_rangeButton->setLeastWidth(narrow ? narrowRange : wideRange);
    showChoice();
}

bool RangeCommands::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::ShortcutOverride && selectsByKeys(QApplication::focusWidget())) {
        const QKeyCombination keys = static_cast<QKeyEvent *>(event)->keyCombination();
        if (keys == earlierKey || keys == laterKey) {
            event->accept(); // the field's, not ours
            return true;
        }
    } else if (type == QEvent::KeyPress && m_charts.contains(watched)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && !key->isAutoRepeat() && hearLetter(key->key())) {
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool RangeCommands::hearLetter(int key)
{
    if (!m_open || key < Qt::Key_A || key > Qt::Key_Z) {
        return false;
    }
    if (key == Qt::Key_C) {
        Q_EMIT customRequested();
        return true;
    }
    if (key == Qt::Key_A) {
        Q_EMIT heldRequested();
        return true;
    }
    if (key == Qt::Key_I) {
        m_nextBucket->trigger();
        return true;
    }
    const std::optional<Preset> preset = presetOfLetter(QChar(key));
    if (preset) {
        choosePreset(*preset);
    }
    return preset.has_value();
}

void RangeCommands::choosePreset(Preset preset)
{
    edit(ranged(m_query, preset));
}

void RangeCommands::chooseBucket(Granularity granularity)
{
    edit(bucketed(m_query, granularity));
}

void RangeCommands::shift(int steps)
{
    if (const std::optional<Range> moved = shiftedBy(steps)) {
        edit(ranged(m_query, *moved));
    }
}

std::optional<Range> RangeCommands::shiftedBy(int steps) const
{
    const QDateTime now = m_clock.now();
    if (!m_open || problemOf(m_query.range, m_query.unit, now, m_calendar)) {
        return std::nullopt;
    }
    return shifted(m_query.range, steps, m_query.unit, now, m_calendar);
}

void RangeCommands::edit(const Query &query)
{
    if (query != m_query) {
        m_query = query;
        showChoice();
        Q_EMIT queryEdited(m_query);
    }
}

void RangeCommands::showChoice()
{
    m_earlier->setEnabled(shiftedBy(-1).has_value());
    m_later->setEnabled(shiftedBy(1).has_value());
    m_ranges->setRange(m_query.range, m_query.unit);
    const auto bucket = static_cast<qsizetype>(m_query.granularity);
    m_buckets->actions().at(bucket)->setChecked(true);
    m_bucketButton->setChoice(RangeWords::granularityText(m_query.granularity));

    const QDateTime now = m_clock.now();
    const QString name = RangeWords::nameOf(m_query.range, m_query.unit);
    if (problemOf(m_query.range, m_query.unit, now, m_calendar)) {
        m_rangeButton->setChoice(name);
        m_rangeButton->setToolTip({});
        return;
    }
    const DaySpan days = datesOf(m_query.range, m_query.unit, now, m_calendar);
    const QString dates = RangeWords::shortDates(
        days, now.toTimeZone(m_calendar.zone).date(), QLocale());
    if (!m_narrow) {
        m_rangeButton->setChoice(name, dates);
    } else {
        m_rangeButton->setChoice(isRelative(m_query.range) ? name : dates);
    }
    m_rangeButton->setToolTip(name + u", "_s + rangeText(days, QLocale()));
}

} // namespace emberline
