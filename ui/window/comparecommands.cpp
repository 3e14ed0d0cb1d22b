// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparecommands.h"

#include "ui/query/comparewords.h"
#include "ui/theme/choicebutton.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QToolBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

CompareCommands::CompareCommands(const Clock &clock, QWidget *window)
    : QObject(window)
    , m_clock(clock)
    , m_menu(new QMenu(tr("&Compare"), window))
    , m_kinds(new QActionGroup(this))
    , m_toggle(new QAction(tr("Co&mpare on or off") + u"\tX"_s, window))
    , m_completeOnly(new QAction(tr("Complete periods &only") + u"\tK"_s, window))
{
    m_menu->setObjectName(u"compareMenu"_s);
    for (const ComparisonKind kind : allComparisons) {
        QAction *action = m_menu->addAction(CompareWords::kindText(kind));
        action->setObjectName(u"compareAction%1"_s.arg(static_cast<int>(kind)));
        action->setCheckable(true);
        m_kinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] { choose(kind); });
    }
    m_toggle->setObjectName(u"compareToggleAction"_s);
    m_completeOnly->setObjectName(u"completeOnlyAction"_s);
    m_completeOnly->setCheckable(true);
    connect(m_toggle, &QAction::triggered, this, &CompareCommands::toggle);
    connect(m_completeOnly, &QAction::triggered, this, &CompareCommands::completeOnlyEdited);
}

void CompareCommands::fillMenu(QMenu *menu)
{
    menu->addSeparator();
    menu->addMenu(m_menu);
    menu->addAction(m_toggle);
    menu->addAction(m_completeOnly);
}

void CompareCommands::fillToolBar(QToolBar *bar)
{
    m_button = new ChoiceButton(bar);
    m_button->setObjectName(u"compareToolButton"_s);
    m_button->setAccessibleName(tr("Compare"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMenu(m_menu);
    bar->addWidget(m_button);
    setNarrow(false);
}

void CompareCommands::addChart(QWidget *chart)
{
    m_charts.emplace_back(chart);
    chart->installEventFilter(this);
}

void CompareCommands::setView(const View &view)
{
    m_view = view;
    if (view.comparison.kind != ComparisonKind::None) {
        m_last = view.comparison;
    }
    showChoice();
}

void CompareCommands::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    showChoice();
}

void CompareCommands::setWorkspaceOpen(bool open)
{
    m_open = open;
    m_menu->setEnabled(open);
    m_menu->menuAction()->setEnabled(open);
    m_toggle->setEnabled(open);
    m_completeOnly->setEnabled(open);
    m_button->setEnabled(open);
    showChoice();
}

void CompareCommands::setNarrow(bool narrow)
{
    m_button->setIcon(narrow ? QIcon() : icon(u"compare"_s));
    QStringList names;
    for (const ComparisonKind kind : allComparisons) {
        names.append(CompareWords::shortText({.kind = kind}));
    }
    m_button->reserve(narrow ? QStringList() : names);
}

bool CompareCommands::eventFilter(QObject *watched, QEvent *event)
{
    const bool isChart = std::any_of(
        m_charts.begin(), m_charts.end(), [watched](const QPointer<QWidget> &chart) {
            return chart == watched;
        });
    if (!isChart || event->type() != QEvent::KeyPress || !m_open) {
        return QObject::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() != Qt::NoModifier || key->isAutoRepeat()) {
        return QObject::eventFilter(watched, event);
    }
    if (key->key() == Qt::Key_X) {
        m_toggle->trigger();
        return true;
    }
    if (key->key() == Qt::Key_K) {
        m_completeOnly->trigger();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void CompareCommands::choose(ComparisonKind kind)
{
    const QDateTime now = m_clock.now();
    const Query &query = m_view.query;
    if (problemOf(query.range, query.unit, now, m_calendar)) {
        showChoice(); // nothing is before it
        return;
    }
    const Comparison chosen = comparedBy(m_view.comparison, kind, query, now, m_calendar);
    if (chosen != m_view.comparison) {
        Q_EMIT comparisonEdited(chosen);
    }
    if (kind == ComparisonKind::Custom) {
        Q_EMIT customRequested();
    }
}

void CompareCommands::toggle()
{
    Comparison comparison = m_last;
    if (m_view.comparison.kind != ComparisonKind::None) {
        comparison.kind = ComparisonKind::None;
    }
    Q_EMIT comparisonEdited(comparison);
}

void CompareCommands::showChoice()
{
    const auto kind = static_cast<qsizetype>(m_view.comparison.kind);
    m_kinds->actions().at(kind)->setChecked(true);
    m_completeOnly->setChecked(m_view.look.completeOnly);
    if (m_button == nullptr) {
        return;
    }
    m_button->setChoice(CompareWords::shortText(m_view.comparison));
    const QDateTime now = m_clock.now();
    const Query &query = m_view.query;
    m_button->setToolTip(
        problemOf(query.range, query.unit, now, m_calendar)
            ? QString()
            : CompareWords::datesText(query, m_view.comparison, now, m_calendar, QLocale()));
}

} // namespace emberline
