// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/colorslots.h"
#include "tests/support/strictness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestColorSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void segmentsGetPlacesInTheOrderTheyCome();
    static void aPlaceIsKeptForGood();
    static void aFreedPlaceIsTheNextFreeOne();
    static void allUsersHaveNoPlace();
};

void TestColorSlots::segmentsGetPlacesInTheOrderTheyCome()
{
    Workspace workspace;
    QCOMPARE(colorSlotFor(workspace, u"gold"_s), 0);
    QCOMPARE(colorSlotFor(workspace, u"silver"_s), 1);
    QCOMPARE(colorSlotFor(workspace, u"Silver"_s), 2);
}

void TestColorSlots::aPlaceIsKeptForGood()
{
    Workspace workspace{.colorSlots = {{u"gold"_s, 7}}};
    QCOMPARE(colorSlotFor(workspace, u"silver"_s), 0);
    QCOMPARE(colorSlotFor(workspace, u"gold"_s), 7);
    QCOMPARE(colorSlotFor(workspace, u"silver"_s), 0);
}

void TestColorSlots::aFreedPlaceIsTheNextFreeOne()
{
    Workspace workspace{.colorSlots = {{u"a"_s, 0}, {u"b"_s, 1}, {u"d"_s, 3}}};
    QCOMPARE(colorSlotFor(workspace, u"c"_s), 2);
    QCOMPARE(colorSlotFor(workspace, u"e"_s), 4);
}

void TestColorSlots::allUsersHaveNoPlace()
{
    Workspace workspace;
    QCOMPARE(colorSlotFor(workspace, QString()), -1);
    QVERIFY(workspace.colorSlots.isEmpty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestColorSlots)

#include "tst_colorslots.moc"
