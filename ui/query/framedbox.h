// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace emberline {

/// A frame around a field and its list that shows the focus of whatever it watches.
class FramedBox : public QFrame
{
    Q_OBJECT

public:
    explicit FramedBox(QWidget *parent = nullptr);

    /// Paints itself as focused while @p child has the focus.
    void watch(QWidget *child);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_focused = false;
};

} // namespace emberline
