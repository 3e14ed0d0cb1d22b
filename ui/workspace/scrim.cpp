// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/scrim.h"

#include <QEvent>
#include <QHideEvent>
#include <QPainter>
#include <QScreen>

namespace emberline {

Scrim::Scrim(QWidget *window)
    : QWidget(window)
{
    setObjectName(QStringLiteral("scrim"));
    setAttribute(Qt::WA_NoSystemBackground);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(window->rect());
    window->installEventFilter(this);
    raise();
    show();
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parent()) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void Scrim::paintEvent(QPaintEvent * /*event*/)
{
    constexpr QColor veil(16, 20, 23, 102); // 40 %
    QPainter painter(this);
    painter.fillRect(rect(), veil);
}

SheetDialog::SheetDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowModality(Qt::WindowModal);
}

SheetDialog::~SheetDialog()
{
    delete m_scrim;
}

void SheetDialog::resizeOnScreen(const QSize &wanted)
{
    resize(wanted.boundedTo(screen()->availableSize()));
}

void SheetDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_scrim.isNull() && parentWidget() != nullptr) {
        m_scrim = new Scrim(parentWidget()->window());
    }
}

void SheetDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous()) {
        delete m_scrim;
    }
}

} // namespace emberline
