// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queryside.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/window/drawer.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int titleHeight = 36;
constexpr int titleGap = 8;
constexpr int dockWidth = 320;
constexpr int widestDock = 352;

} // namespace

QuerySide::QuerySide(QWidget *form, QWidget *work, QMainWindow *window)
    : QObject(window)
    , m_form(form)
    , m_dock(new QDockWidget(tr("Query"), window))
    , m_host(new QWidget(m_dock))
    , m_drawer(new Drawer(work))
{
    m_dock->setObjectName(u"queryDock"_s);
    m_dock->setFeatures(QDockWidget::DockWidgetClosable);
    m_dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto *layout = new QHBoxLayout(m_host);
    layout->setContentsMargins(0, titleGap, 0, 0);
    m_host->setMinimumWidth(dockWidth);
    m_host->setMaximumWidth(widestDock);
    m_dock->setTitleBarWidget(makeTitle(m_dock));
    m_drawer->setTitle(makeTitle(m_drawer));
    m_dock->setWidget(m_host);
    window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    place();
    connect(m_drawer, &Drawer::closed, this, [this] { Q_EMIT openChanged(false); });
}

QWidget *QuerySide::makeTitle(QWidget *parent) const
{
    auto *title = new QWidget(parent);
    title->setFixedHeight(titleHeight);
    auto *label = new QLabel(tr("Query"), title);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(TextRole::Strong));
    auto *close = new QToolButton(title);
    close->setObjectName(u"closeQueryButton"_s);
    close->setAccessibleName(tr("Hide the query"));
    close->setToolTip(tr("Hide the query"));
    close->setIcon(icon(u"cross"_s, IconRole::Quiet));
    close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(title);
    layout->setContentsMargins(16, 0, 12, 0);
    layout->addWidget(label);
    layout->addStretch(1);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QuerySide::toggle);
    return title;
}

void QuerySide::place()
{
    const bool inDock = m_available && !m_narrow;
    if (m_narrow) {
        m_drawer->setContent(m_form);
    } else {
        m_host->layout()->addWidget(m_form);
        m_form->show();
        m_drawer->hide();
    }
    m_dock->setVisible(inDock && m_wanted);
    Q_EMIT openChanged(isOpen());
}

void QuerySide::setAvailable(bool available)
{
    m_available = available;
    if (!available) {
        m_drawer->hide();
    }
    place();
}

void QuerySide::setNarrow(bool narrow)
{
    if (narrow != m_narrow) {
        m_narrow = narrow;
        place();
    }
}

bool QuerySide::isOpen() const
{
    return m_available && (m_narrow ? m_drawer->isVisible() : m_wanted);
}

void QuerySide::toggle()
{
    if (!m_available) {
        return;
    }
    if (m_narrow) {
        if (m_drawer->isVisible()) {
            m_drawer->close();
        } else {
            open();
        }
        return;
    }
    m_wanted = !m_wanted;
    place();
}

void QuerySide::open()
{
    if (!m_available || isOpen()) {
        return;
    }
    if (m_narrow) {
        m_drawer->open();
        Q_EMIT openChanged(true);
    } else {
        m_wanted = true;
        place();
    }
}

bool QuerySide::closeDrawer()
{
    const bool wasOpen = m_narrow && m_drawer->isVisible();
    m_drawer->close();
    return wasOpen;
}

} // namespace emberline
