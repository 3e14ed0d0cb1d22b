// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace emberline::test {

/// Call from init(): any qWarning() during the test function fails it, unless it was announced
/// with QTest::ignoreMessage(). (QT_FATAL_WARNINGS would also trip over noise at start-up.)
inline void failOnAnyWarning()
{
    // The offscreen platform of Qt 6.4 says this of every window and popup; it tells us nothing.
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise|grabbing))")));
}

} // namespace emberline::test
