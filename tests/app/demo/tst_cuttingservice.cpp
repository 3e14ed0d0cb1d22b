// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttingservice.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestCuttingService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
};

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestCuttingService)

#include "tst_cuttingservice.moc"
