// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/appfixture.h"

#include <QLabel>
#include <QPushButton>

namespace emberline::test {

/// What the empty state in the work area says; empty when there is none.
inline QString obstacleText(AppFixture &app)
{
    QString text;
    const QList<QLabel *> labels = app.window().findChildren<QLabel *>(QStringLiteral("emptyText"));
    for (const QLabel *label : labels) {
        text = label->isVisible() ? label->text() : text;
    }
    return text;
}

/// Null when it is not offered.
inline QPushButton *obstacleButton(AppFixture &app, MessageAction action)
{
    QPushButton *found = nullptr;
    const QList<QPushButton *> buttons = app.window().findChildren<QPushButton *>(
        QStringLiteral("obstacleAction%1").arg(static_cast<int>(action)));
    for (QPushButton *button : buttons) {
        found = button->isVisible() ? button : found;
    }
    return found;
}

inline void pressObstacle(AppFixture &app, MessageAction action)
{
    QPushButton *button = obstacleButton(app, action);
    if (button == nullptr) {
        qFatal("there is no such action");
    }
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace emberline::test
