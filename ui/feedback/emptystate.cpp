// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/emptystate.h"

#include "ui/feedback/messagetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int signExtent = 20;
constexpr int widest = 420;
constexpr int signGap = 14;

} // namespace

EmptyState::EmptyState(QString icon, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_icon(std::move(icon))
    , m_sign(new QLabel(this))
    , m_text(new MessageText(this))
    , m_buttonRow(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_buttonRow))
{
    setObjectName(u"emptyState"_s);
    setAccessibleName(title);
    auto *heading = new QLabel(this);
    heading->setObjectName(u"emptyTitle"_s);
    heading->setTextFormat(Qt::PlainText);
    heading->setText(title);
    heading->setFont(fontOf(TextRole::SmallTitle));
    m_sign->setFixedSize(signExtent, signExtent);
    m_text->setObjectName(u"emptyText"_s);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->hide();
    m_buttonRow->hide();
    m_buttons->setContentsMargins(0, 8, 0, 0);
    m_buttons->addStretch(1);

    auto *block = new QWidget(this);
    block->setMaximumWidth(widest + signExtent + signGap);
    auto *grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(signGap);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_sign, 0, 0, Qt::AlignVCenter);
    grid->addWidget(heading, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->addWidget(m_buttonRow, 2, 1);
    grid->setColumnStretch(1, 1);

    auto *around = new QGridLayout(this);
    around->setRowStretch(0, 1);
    around->setRowStretch(2, 1);
    around->setColumnStretch(0, 1);
    around->setColumnStretch(1, 1000); // as wide as it may be
    around->setColumnStretch(2, 1);
    around->addWidget(block, 1, 1);
    tint();
}

void EmptyState::setText(const QString &text, std::vector<TextSpan> bold)
{
    m_text->setContent(text, std::move(bold));
    m_text->setVisible(!text.isEmpty());
}

QPushButton *EmptyState::addButton(const QString &text, ButtonKind kind, const QString &hint)
{
    auto *button = new QPushButton(text, m_buttonRow);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setButtonKind(button, kind);
    m_buttons->insertWidget(m_buttons->count() - 1, button); // before the stretch
    if (!hint.isEmpty()) {
        auto *label = new QLabel(m_buttonRow);
        label->setTextFormat(Qt::PlainText);
        label->setText(hint);
        label->setFont(fontOf(TextRole::Secondary));
        label->setForegroundRole(QPalette::PlaceholderText);
        m_buttons->insertWidget(m_buttons->count() - 1, label);
    }
    m_buttonRow->show();
    return button;
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void EmptyState::tint()
{
    const QColor color = tokensFor(palette()).text2;
    m_sign->setPixmap(iconPixmap(m_icon, signExtent, devicePixelRatioF(), color));
}

} // namespace emberline
