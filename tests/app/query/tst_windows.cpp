// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/windows.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
};

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWindows)

#include "tst_windows.moc"
