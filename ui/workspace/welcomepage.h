// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QBoxLayout;
class QLayout;
class QPushButton;

namespace emberline {

/// What the window shows while no workspace is open: the two ways in.
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void exploreDemo();
    void connectRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeColumn();
    QLayout *makeTexts();
    QWidget *makeWays();
    QWidget *makeKeySteps();
    void place();

    QWidget *m_content;
    QBoxLayout *m_column;
    QPushButton *m_explore = nullptr;
    QPushButton *m_connect = nullptr;
    QWidget *m_keySteps = nullptr;
};

} // namespace emberline
