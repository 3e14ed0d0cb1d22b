// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

namespace emberline::test {

/// Bytes of tests/data/@p name; an unreadable fixture stops the test run, it never reads as
/// "empty".
inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no fixture %s", qUtf8Printable(file.fileName()));
    }
    return file.readAll();
}

} // namespace emberline::test
