// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace emberline {

class MessageText;

/// One message in the layout, above what it concerns. It never covers anything.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(Message message, QWidget *parent = nullptr);

    [[nodiscard]] const Message &message() const { return m_message; }
    /// The same actions keep their buttons, and the focus on them: a countdown sets a message a
    /// second.
    void setMessage(const Message &message);

    /// A cross at the end; Esc does the same.
    void setClosable(bool closable);

    /// Null when the message has no such action.
    [[nodiscard]] QAbstractButton *button(MessageAction action) const;

Q_SIGNALS:
    void actionTriggered(emberline::MessageAction action);
    /// The user closed it; the bar is hidden already.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeButtons();
    void tint();
    void announce();
    void close();

    Message m_message;
    QHBoxLayout *m_layout; // child
    MessageText *m_text; // child
    QToolButton *m_close; // child
    std::vector<QPushButton *> m_buttons; // children, one per action
};

/// Message bars one below the other, each under a name; hidden while there are none.
class MessageBarStack final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBarStack(QWidget *parent = nullptr);

    /// Shows @p message under @p id, in place of what was there.
    MessageBar *put(const QString &id, const Message &message, bool closable = false);
    void remove(const QString &id);
    /// Null when there is none.
    [[nodiscard]] MessageBar *bar(const QString &id) const;

Q_SIGNALS:
    void actionTriggered(const QString &id, emberline::MessageAction action);
    void closed(const QString &id);
};

} // namespace emberline
