// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/visioncommands.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

VisionCommands::VisionCommands(QWidget *window)
    : QObject(window)
    , m_patterns(new QAction(tr("&Patterns"), window))
    , m_visions(new QActionGroup(this))
{
    m_patterns->setObjectName(u"patternsAction"_s);
    m_patterns->setCheckable(true);
    connect(m_patterns, &QAction::triggered, this, &VisionCommands::patternsChosen);
    const auto add = [this](ColorVision vision, const QString &name, const QString &text) {
        auto *action = new QAction(text, m_visions); // the group's
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(vision == ColorVision::Usual);
        connect(action, &QAction::triggered, this, [this, vision] { Q_EMIT visionChosen(vision); });
    };
    add(ColorVision::Usual, u"usualVisionAction"_s, tr("&None"));
    add(ColorVision::Protanopia, u"protanopiaAction"_s, tr("&Protanopia"));
    add(ColorVision::Deuteranopia, u"deuteranopiaAction"_s, tr("&Deuteranopia"));
    add(ColorVision::Tritanopia, u"tritanopiaAction"_s, tr("&Tritanopia"));
}

void VisionCommands::fillMenu(QMenu *menu)
{
    menu->addAction(m_patterns);
    QMenu *visions = menu->addMenu(tr("&Colour-vision preview"));
    visions->setObjectName(u"visionMenu"_s);
    visions->addActions(m_visions->actions());
}

void VisionCommands::setPatterns(bool patterns)
{
    m_patterns->setChecked(patterns);
}

} // namespace emberline
