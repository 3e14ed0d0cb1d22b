// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace emberline {

class MessageText;

/// In the middle of a panel that has nothing to show: why, and a button that tries again.
class PanelPlate final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelPlate(QWidget *parent = nullptr);

    void setMessage(const Message &message);
    /// As large as it needs to be, within @p plot.
    void placeIn(const QRect &plot);
    [[nodiscard]] QPushButton &retryButton() { return *m_retry; }

Q_SIGNALS:
    void retryAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    Message m_message;
    QLabel *m_icon; // children
    MessageText *m_text;
    QPushButton *m_retry;
};

} // namespace emberline
