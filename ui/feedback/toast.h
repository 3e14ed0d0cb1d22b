// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

class QPushButton;
class QVariantAnimation;

namespace emberline {

/// Confirms what the user did, over the bottom of its parent, and goes by itself; not while the
/// mouse or the focus is on it. It deletes itself when it has gone.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds stay{6000};

    /// @p icon is a name for icon(). Call show() to begin.
    Toast(QString icon,
          const QString &text,
          QWidget *parent,
          std::chrono::milliseconds duration = stay);

    /// At most one, e.g. "Undo". It ends the toast.
    QPushButton *setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();
    /// Time is up, or the action was used.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void place();
    void takeColors();
    void hold();
    void release();
    void finish();

    QString m_icon;
    QPushButton *m_action = nullptr; // child
    QTimer m_timer;
    bool m_finished = false;
    bool m_coloring = false;
};

} // namespace emberline
