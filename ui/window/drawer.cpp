// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawer.h"

#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int panelWidth = 332;
const QColor veil(16, 20, 23, 71); // 28 %

} // namespace

Drawer::Drawer(QWidget *parent)
    : QWidget(parent)
    , m_panel(new QWidget(this))
{
    setObjectName(u"queryDrawer"_s);
    m_panel->setBackgroundRole(QPalette::Window); // the page below is a base
    m_panel->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    parent->installEventFilter(this);
    hide();
}

void Drawer::setTitle(QWidget *title)
{
    static_cast<QVBoxLayout *>(m_panel->layout())->insertWidget(0, title);
}

void Drawer::setContent(QWidget *content)
{
    m_panel->layout()->addWidget(content);
    content->show();
}

void Drawer::open()
{
    fill();
    show();
    raise();
    if (const QLayoutItem *content = m_panel->layout()->itemAt(1)) {
        content->widget()->setFocus(); // in the order of the Tab key what is in it comes next
        focusNextChild();
    }
}

void Drawer::close()
{
    if (isVisible()) {
        hide();
        Q_EMIT closed();
    }
}

void Drawer::fill()
{
    setGeometry(parentWidget()->rect());
    m_panel->setGeometry(0, 0, std::min(panelWidth, width()), height());
}

bool Drawer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        fill();
    }
    return QWidget::eventFilter(watched, event);
}

void Drawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Drawer::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->pos())) {
        close();
    }
}

void Drawer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), veil);
    painter.fillRect(m_panel->width(), 0, 1, height(), tokensFor(palette()).hairline);
}

} // namespace emberline
