// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/messagebar.h"

#include "ui/feedback/messagetext.h"
#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int barHeight = 44;
constexpr int inset = 16;
constexpr int iconExtent = 16;
constexpr int textStart = inset + iconExtent + 12;

const MessageColors &colorsOf(MessageKind kind, const Tokens &tokens)
{
    switch (kind) {
    case MessageKind::Info:
        return tokens.info;
    case MessageKind::Warning:
        return tokens.warning;
    case MessageKind::Error:
        return tokens.error;
    case MessageKind::Success:
        return tokens.success;
    }
    Q_UNREACHABLE();
}

/// What can always be pressed without a thought stands back.
ButtonKind kindOf(MessageAction action)
{
    return action == MessageAction::Details || action == MessageAction::Hide ? ButtonKind::Plain
                                                                             : ButtonKind::Outline;
}

} // namespace

MessageBar::MessageBar(Message message, QWidget *parent)
    : QWidget(parent)
    , m_message(std::move(message))
    , m_layout(new QHBoxLayout(this))
    , m_text(new MessageText(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    setFocusPolicy(Qt::TabFocus);
    setMinimumHeight(barHeight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_layout->setContentsMargins(textStart, 8, 12, 8);
    m_layout->setSpacing(8);
    m_text->setObjectName(u"messageText"_s);
    m_layout->addWidget(m_text, 1);
    m_layout->addSpacing(8);
    m_close->setObjectName(u"closeMessage"_s);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->hide();
    m_layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::close);
    makeButtons();
    m_text->setContent(m_message.text, m_message.bold);
    setAccessibleName(m_message.text);
    tint();
}

void MessageBar::setMessage(const Message &message)
{
    const bool sameActions = message.actions == m_message.actions
                          && message.place == m_message.place;
    const bool sameMatter = sameActions && message.kind == m_message.kind
                         && message.icon == m_message.icon;
    m_message = message;
    m_text->setContent(m_message.text, m_message.bold);
    setAccessibleName(m_message.text);
    if (!sameActions) {
        makeButtons();
    }
    tint();
    update();
    if (!sameMatter && isVisible()) {
        announce();
    }
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QAbstractButton *MessageBar::button(MessageAction action) const
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_message.actions.at(i) == action) {
            return m_buttons.at(i);
        }
    }
    return nullptr;
}

void MessageBar::makeButtons()
{
    for (QPushButton *old : m_buttons) {
        old->hide();
        old->deleteLater(); // it may be what was just pressed
    }
    m_buttons.clear();
    QWidget *before = this;
    for (const MessageAction action : m_message.actions) {
        auto *button = new QPushButton(labelOf(action, m_message.place), this);
        button->setObjectName(u"messageAction%1"_s.arg(static_cast<int>(action)));
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        setButtonKind(button, kindOf(action));
        m_layout->insertWidget(m_layout->indexOf(m_close), button);
        connect(button, &QPushButton::clicked, this, [this, action] {
            Q_EMIT actionTriggered(action);
        });
        setTabOrder(before, button);
        before = button;
        m_buttons.push_back(button);
    }
    setTabOrder(before, m_close);
}

void MessageBar::tint()
{
    m_close->setIcon(tintedIcon(u"cross"_s, colorsOf(m_message.kind, tokensFor(palette())).icon));
}

void MessageBar::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::close()
{
    hide();
    Q_EMIT closed();
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_close->isHidden()) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const MessageColors &colors = colorsOf(m_message.kind, tokens);
    QPainter painter(this);
    painter.fillRect(rect(), colors.ground);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
    const QRect place(inset, (height() - 1 - iconExtent) / 2, iconExtent, iconExtent);
    const QPoint corner = QStyle::visualRect(layoutDirection(), rect(), place).topLeft();
    painter.drawPixmap(corner,
                       iconPixmap(m_message.icon, iconExtent, devicePixelRatioF(), colors.icon));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void MessageBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce();
}

MessageBarStack::MessageBarStack(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"messageBars"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

MessageBar *MessageBarStack::put(const QString &id, const Message &message, bool closable)
{
    MessageBar *shown = bar(id);
    if (shown == nullptr) {
        shown = new MessageBar(message, this);
        shown->setObjectName(id);
        connect(shown, &MessageBar::actionTriggered, this, [this, id](MessageAction action) {
            Q_EMIT actionTriggered(id, action);
        });
        connect(shown, &MessageBar::closed, this, [this, id] {
            remove(id);
            Q_EMIT closed(id);
        });
        layout()->addWidget(shown);
    } else {
        shown->setMessage(message);
    }
    shown->setClosable(closable);
    show();
    shown->show();
    return shown;
}

void MessageBarStack::remove(const QString &id)
{
    MessageBar *gone = bar(id);
    if (gone == nullptr) {
        return;
    }
    gone->setObjectName(QString());
    gone->hide();
    layout()->removeWidget(gone);
    gone->deleteLater(); // one of its buttons may be what asked for this
    if (layout()->isEmpty()) {
        hide();
    }
}

MessageBar *MessageBarStack::bar(const QString &id) const
{
    return id.isEmpty() ? nullptr : findChild<MessageBar *>(id, Qt::FindDirectChildrenOnly);
}

} // namespace emberline
