// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace emberline {

/// An icon and an underlined text in the accent, without any padding: it lines up with the text
/// around it.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    LinkButton(QString iconName, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_iconName;
};

} // namespace emberline
