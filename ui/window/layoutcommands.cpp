// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/layoutcommands.h"

#include "ui/theme/icons.h"
#include "ui/theme/segmentedrow.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

LayoutCommands::LayoutCommands(QWidget *window)
    : QObject(window)
    , m_actions(new QActionGroup(this))
{
    const auto add = [this, window](ChartLayout layout,
                                    const QString &name,
                                    const QString &text,
                                    QKeyCombination key) {
        auto *action = new QAction(text, window); // the window's
        action->setObjectName(name + u"Action"_s);
        action->setIcon(icon(name));
        action->setShortcut(key);
        action->setCheckable(true);
        m_actions->addAction(action);
        connect(action, &QAction::triggered, this, [this, layout] { Q_EMIT layoutChosen(layout); });
    };
    add(ChartLayout::Overlay, u"overlay"_s, tr("&Overlay"), Qt::CTRL | Qt::Key_1);
    add(ChartLayout::SideBySide, u"panels"_s, tr("&Side by side"), Qt::CTRL | Qt::Key_2);
    setLayout(ChartLayout::Overlay);
}

void LayoutCommands::fillMenu(QMenu *menu)
{
    menu->addSeparator();
    menu->addActions(m_actions->actions());
}

void LayoutCommands::fillToolBar(QToolBar *bar)
{
    m_row = new SegmentedRow(bar);
    m_row->setObjectName(u"layoutRow"_s);
    m_row->setAccessibleName(tr("Layout"));
    const auto add = [this](ChartLayout layout, const QString &name, const QString &text) {
        m_row->addSegment(static_cast<int>(layout), text, icon(name))
            ->setObjectName(name + u"Button"_s);
    };
    add(ChartLayout::Overlay, u"overlay"_s, tr("Overlay"));
    add(ChartLayout::SideBySide, u"panels"_s, tr("Side by side"));
    connect(m_row, &SegmentedRow::currentChanged, this, [this](int layout) {
        m_actions->actions().at(layout)->trigger();
    });
    bar->addWidget(m_row);
}

void LayoutCommands::setLayout(ChartLayout layout)
{
    m_actions->actions().at(static_cast<qsizetype>(layout))->setChecked(true);
    if (m_row != nullptr) {
        const QSignalBlocker silent(m_row);
        m_row->setCurrent(static_cast<int>(layout));
    }
}

void LayoutCommands::setWorkspaceOpen(bool open)
{
    m_actions->setEnabled(open);
    m_row->setEnabled(open);
}

void LayoutCommands::setNarrow(bool narrow)
{
    m_row->setIconsOnly(narrow);
}

} // namespace emberline
