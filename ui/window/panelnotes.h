// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace emberline {

class Chip;

/// In the upper corner of the chart: that the service is out of reach, and how far loading is, with
/// a way to end it. It takes no room from the chart, which stays as it is; beside a title in a
/// narrow window it says less.
class PanelNotes final : public QWidget
{
    Q_OBJECT

public:
    /// A load that ends sooner is not worth a word here.
    static constexpr std::chrono::milliseconds patience{300};

    /// Keeps to the upper corner of @p panel.
    explicit PanelNotes(QWidget *panel);

    /// Empty: nothing is loading.
    void showLoading(const QString &text);
    /// Empty: the service is within reach.
    void showOffline(const QString &text);
    /// When the panel shows something else.
    void place();

Q_SIGNALS:
    /// It takes so much of the panel's upper right corner now.
    void placed(qreal width);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showLine(bool shown);
    void giveUpWhatHasNoRoom();
    void tint();

    Chip *m_offline; // children
    QLabel *m_text;
    QPushButton *m_cancel;
    QLabel *m_key;
    QTimer m_patience;
    bool m_showsLine = false;
};

} // namespace emberline
