// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"
#include "ui/theme/controls.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace emberline {

class MessageText;

/// What an empty place says and offers: one title, one sentence, at best one button. The block
/// stands in the middle, its text is aligned to the left.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// @p icon is a name for icon().
    EmptyState(QString icon, const QString &title, QWidget *parent = nullptr);

    void setText(const QString &text, std::vector<TextSpan> bold = {});
    /// @p hint stands beside it, e.g. the shortcut.
    QPushButton *addButton(const QString &text,
                           ButtonKind kind = ButtonKind::Secondary,
                           const QString &hint = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QString m_icon;
    QLabel *m_sign; // child
    MessageText *m_text; // child
    QWidget *m_buttonRow; // child
    QHBoxLayout *m_buttons; // m_buttonRow's
};

} // namespace emberline
