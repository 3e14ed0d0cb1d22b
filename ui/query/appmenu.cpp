// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/appmenu.h"

#include "app/core/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int boxLeft = 12; // where Style has the signs of a menu
constexpr int boxSize = 16;
constexpr int textStart = boxLeft + boxSize + 8;
constexpr int mostLetters = 40;

bool contains(const std::vector<Choice> &choices, const QString &id)
{
    return std::any_of(
        choices.begin(), choices.end(), [&id](const Choice &choice) { return choice.id == id; });
}

QString nameOf(const Choice &app)
{
    return displayText(app.label.isEmpty() ? app.id : app.label);
}

} // namespace

AppMenu::AppMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"appMenu"_s);
    setAccessibleName(tr("Apps"));
    fill();
}

void AppMenu::setApps(const std::vector<Choice> &apps)
{
    if (apps != m_known) {
        m_known = apps;
        fill();
    }
}

void AppMenu::setChosen(const std::vector<Choice> &chosen)
{
    m_chosen = chosen.empty() ? std::vector<Choice>{{}} : chosen;
    const bool areListed = std::all_of(
        m_chosen.begin(), m_chosen.end(), [this](const Choice &choice) {
            return contains(m_listed, choice.id);
        });
    if (areListed) {
        tickChosen();
    } else {
        fill();
    }
}

QStringList AppMenu::chosenNames() const
{
    QStringList names;
    for (const Choice &choice : m_chosen) {
        const auto listed = std::find_if(
            m_listed.begin(), m_listed.end(), [&choice](const Choice &app) {
                return app.id == choice.id;
            });
        names.append(choice.id.isEmpty() ? tr("All apps")
                                         : nameOf(listed == m_listed.end() ? choice : *listed));
    }
    return names;
}

void AppMenu::fill()
{
    clear();
    m_listed = {Choice{}};
    m_listed.insert(m_listed.end(), m_known.begin(), m_known.end());
    for (const Choice &choice : m_chosen) {
        if (!contains(m_listed, choice.id)) {
            m_listed.push_back(choice);
        }
    }
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        const Choice &app = m_listed[i];
        const QString name = app.id.isEmpty() ? tr("All apps") : nameOf(app);
        const QString shown = fontMetrics().elidedText(
            name, Qt::ElideMiddle, mostLetters * fontMetrics().averageCharWidth());
        QAction *action = addAction(QString(shown).replace(u'&', u"&&"_s));
        action->setObjectName(u"app%1"_s.arg(i));
        action->setCheckable(true);
        action->setData(static_cast<int>(i));
        // By Alt and a letter, or a screen reader; clicks and keys come here first.
        connect(action, &QAction::triggered, this, [this, action] { choose(action, false); });
    }
    tickChosen();
}

void AppMenu::tickChosen()
{
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        action->setChecked(
            isChosen(m_listed.at(static_cast<std::size_t>(action->data().toInt())).id));
    }
}

bool AppMenu::isChosen(const QString &id) const
{
    return contains(m_chosen, id);
}

void AppMenu::choose(const QAction *action, bool ticks)
{
    const Choice app = m_listed.at(static_cast<std::size_t>(action->data().toInt()));
    std::vector<Choice> chosen{app};
    if (!app.id.isEmpty() && (ticks || isSeveral())) {
        chosen = m_chosen;
        std::erase_if(chosen, [](const Choice &choice) { return choice.id.isEmpty(); });
        if (std::erase_if(chosen, [&app](const Choice &choice) { return choice.id == app.id; })
            == 0) {
            chosen.push_back(app);
        }
        if (chosen.empty()) {
            chosen = {{}};
        }
    }
    if (chosen != m_chosen) {
        Q_EMIT chosenEdited(chosen);
    }
    tickChosen(); // triggering changed the tick of one by itself
}

void AppMenu::mouseReleaseEvent(QMouseEvent *event)
{
    QAction *action = actionAt(event->pos());
    const QRect row = action != nullptr ? actionGeometry(action) : QRect();
    const QRect signs(row.left(), row.top(), textStart, row.height());
    const bool onBox = QStyle::visualRect(layoutDirection(), row, signs).contains(event->pos());
    if (event->button() == Qt::LeftButton && action != nullptr && action == activeAction()
        && (onBox || isSeveral())) {
        choose(action, true);
        return;
    }
    QMenu::mouseReleaseEvent(event);
}

void AppMenu::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && activeAction() != nullptr) {
        choose(activeAction(), true);
        return;
    }
    QMenu::keyPressEvent(event);
}

QRect AppMenu::boxOf(QAction *action) const
{
    const QRect row = actionGeometry(action);
    const QRect box(row.left() + boxLeft, row.center().y() - boxSize / 2 + 1, boxSize, boxSize);
    return QStyle::visualRect(layoutDirection(), row, box);
}

/// Boxes in the place of the signs: that several can be ticked is to be seen.
void AppMenu::paintEvent(QPaintEvent *event)
{
    QMenu::paintEvent(event);
    QPainter painter(this);
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        QStyleOptionButton box;
        box.initFrom(this);
        box.rect = boxOf(action);
        box.state = QStyle::State_Enabled
                  | (action->isChecked() ? QStyle::State_On : QStyle::State_Off);
        style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, this);
    }
}

} // namespace emberline
