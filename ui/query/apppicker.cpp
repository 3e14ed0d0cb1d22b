// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/apppicker.h"

#include "app/core/text.h"
#include "ui/query/appmenu.h"
#include "ui/query/hintlabel.h"
#include "ui/theme/choicebutton.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

AppPicker::AppPicker(QWidget *parent)
    : QWidget(parent)
    , m_menu(new AppMenu(this))
    , m_button(new ChoiceButton(this))
    , m_problem(new HintLabel(HintLabel::Kind::Problem, this))
{
    m_button->setObjectName(u"appField"_s);
    m_button->setAccessibleName(tr("App"));
    m_button->setMenu(m_menu);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_problem->setObjectName(u"appProblem"_s);
    m_problem->hide();
    setFocusProxy(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_button);
    layout->addWidget(m_problem);
    connect(m_menu, &AppMenu::chosenEdited, this, &AppPicker::chosenEdited);
    connect(
        m_menu, &QMenu::aboutToShow, this, [this] { m_menu->setMinimumWidth(m_button->width()); });
    showChosen();
}

void AppPicker::setApps(const std::vector<Choice> &apps)
{
    m_menu->setApps(apps);
    showChosen();
}

void AppPicker::setChosen(const std::vector<Choice> &chosen)
{
    m_menu->setChosen(chosen);
    setProblem({});
    showChosen();
}

void AppPicker::setProblem(const QString &sentence)
{
    m_problem->say(sentence);
}

void AppPicker::open()
{
    m_button->setFocus(Qt::ShortcutFocusReason);
    if (m_menu->isVisible()) {
        return;
    }
    // Not showMenu(), which waits until it is closed.
    m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
    m_menu->setActiveAction(m_menu->actions().value(0));
}

void AppPicker::showChosen()
{
    const QStringList names = m_menu->chosenNames();
    const QString text = QLocale().createSeparatedList(names);
    m_button->setChoice(text);
    m_button->setShortcut({}); // an ampersand is one
    m_button->setToolTip(names.size() > 1 ? toolTipText(text) : QString());
}

} // namespace emberline
