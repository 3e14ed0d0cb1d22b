// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace emberline {

/// A panel over the left of its parent, with a veil over the rest: what a dock becomes where there
/// is no room for one. Esc and a click on the veil close it.
class Drawer final : public QWidget
{
    Q_OBJECT

public:
    explicit Drawer(QWidget *parent);

    /// @p title stands above the content; it becomes a child.
    void setTitle(QWidget *title);
    /// Takes @p content in; it becomes a child.
    void setContent(QWidget *content);
    void open();
    void close();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    QWidget *m_panel; ///< a child
};

} // namespace emberline
