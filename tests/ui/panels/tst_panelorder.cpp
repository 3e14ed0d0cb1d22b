// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/panels/paneldrop.h"
#include "ui/panels/panelorder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Panels are put into another order by hand.
class TestPanelOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void keysMoveBeforeAPlace_data();
    static void keysMoveBeforeAPlace();
    static void thePlaceIsWhereThePointerIs();
    static void inOneColumnThePlaceIsAboveOrBelow();
    static void whatHasNoPanelKeepsItsPlace();
    static void whatIsNamedTwiceStays();
    static void aDragMovesThePanel();
    static void aDragShowsWhereThePanelGoes();
    static void aDragToItsOwnPlaceMovesNothing();
    static void escGivesADragUp();
    static void aShortWayIsAClick();
    static void keysMoveThePanel_data();
    static void keysMoveThePanel();
    static void theFocusGoesWithThePanel();
    static void anEnlargedPanelStays();
};

namespace {

/// Panels A to F in three columns, whose order is taken over as the window does.
class OrderBench : public PanelsBench
{
public:
    explicit OrderBench(int segments = 6)
        : PanelsBench(segments)
        , orders(panels.get(), &PanelsView::orderChosen)
    { }

    static QPoint grip() { return {20, 18}; }

    void press(std::size_t index) const
    {
        QTest::mousePress(&panel(index).header(), Qt::LeftButton, {}, grip());
    }

    /// With the button held, to @p offset from the middle of panel @p to.
    void carry(std::size_t from, std::size_t to, int offset) const
    {
        QTest::mouseMove(&panel(from).header(), place(from, to, offset));
    }

    void drop(std::size_t from, std::size_t to, int offset) const
    {
        QTest::mouseRelease(&panel(from).header(), Qt::LeftButton, {}, place(from, to, offset));
    }

    [[nodiscard]] QPoint place(std::size_t from, std::size_t to, int offset) const
    {
        const QRect rect = panel(to).rect();
        return panel(from).header().mapFrom(
            panels.get(), panel(to).mapTo(panels.get(), rect.center() + QPoint(offset, 0)));
    }

    [[nodiscard]] const PanelDrop &shown() const { return find<PanelDrop>(u"panelDrop"_s); }

    QSignalSpy orders;
};

QStringList keysOf(const QString &letters)
{
    QStringList keys;
    for (const QChar letter : letters) {
        keys.append(QString(letter));
    }
    return keys;
}

} // namespace

void TestPanelOrder::keysMoveBeforeAPlace_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("moved");
    QTest::newRow("to the front") << 2 << 0 << u"cabd"_s;
    QTest::newRow("one on") << 0 << 2 << u"bacd"_s;
    QTest::newRow("to the end") << 1 << 4 << u"acdb"_s;
    QTest::newRow("before itself") << 1 << 1 << u"abcd"_s;
    QTest::newRow("behind itself") << 1 << 2 << u"abcd"_s;
}

void TestPanelOrder::keysMoveBeforeAPlace()
{
    QFETCH(int, from);
    QFETCH(int, place);
    QFETCH(QString, moved);
    QCOMPARE(movedKeys(keysOf(u"abcd"_s), from, place), keysOf(moved));
}

void TestPanelOrder::thePlaceIsWhereThePointerIs()
{
    const std::vector<QRect> panels{{0, 0, 100, 50}, {100, 0, 100, 50}, {0, 60, 100, 50}};
    QCOMPARE(dropPlace(panels, 2, {10, 20}), std::size_t{0});
    QCOMPARE(dropPlace(panels, 2, {90, 20}), std::size_t{1});
    QCOMPARE(dropPlace(panels, 2, {190, 20}), std::size_t{2});
    QCOMPARE(dropPlace(panels, 2, {95, 200}), std::size_t{3});
    QCOMPARE(dropPlace({}, 1, {0, 0}), std::size_t{0});
    QCOMPARE(dropLine(panels, 2, 1), QRect(100, 0, 2, 50));
    QCOMPARE(dropLine(panels, 2, 3), QRect(98, 60, 2, 50));
}

void TestPanelOrder::inOneColumnThePlaceIsAboveOrBelow()
{
    const std::vector<QRect> panels{{0, 0, 100, 50}, {0, 60, 100, 50}};
    QCOMPARE(dropPlace(panels, 1, {90, 10}), std::size_t{0});
    QCOMPARE(dropPlace(panels, 1, {10, 40}), std::size_t{1});
    QCOMPARE(dropLine(panels, 1, 1), QRect(0, 60, 100, 2));
    QCOMPARE(dropLine(panels, 1, 2), QRect(0, 108, 100, 2));
}

void TestPanelOrder::whatHasNoPanelKeepsItsPlace()
{
    Query query;
    query.segments = {{.id = u"a"_s}, {.id = u"hidden"_s}, {.id = u"b"_s}, {.id = u"c"_s}};
    const Query sorted = withPanelOrder(
        query, PanelSplit::Segment, {u"c"_s, u"unknown"_s, u"a"_s, u"b"_s});
    QStringList ids;
    for (const Choice &segment : sorted.segments) {
        ids.append(segment.id);
    }
    QCOMPARE(ids, (QStringList{u"c"_s, u"hidden"_s, u"a"_s, u"b"_s}));
    query.events = QStringList{u"x"_s, u"y"_s};
    QCOMPARE(withPanelOrder(query, PanelSplit::Event, {u"y"_s, u"x"_s}).events,
             (QStringList{u"y"_s, u"x"_s}));
}

void TestPanelOrder::whatIsNamedTwiceStays()
{
    Query query;
    query.segments = {{.id = u"a"_s}, {.id = u"b"_s}, {.id = u"a"_s}};
    QVERIFY(withPanelOrder(query, PanelSplit::Segment, {u"b"_s, u"a"_s}) == query);
}

void TestPanelOrder::aDragMovesThePanel()
{
    OrderBench bench;
    bench.press(0);
    bench.carry(0, 4, 60);
    bench.drop(0, 4, 60);
    QCOMPARE(bench.orders.size(), 1);
    QCOMPARE(bench.orders.constFirst().constFirst().toStringList(), keysOf(u"234516"_s));
    QVERIFY(!bench.panels->enlarged().has_value());
    QVERIFY(!bench.shown().isVisible());
}

void TestPanelOrder::aDragShowsWhereThePanelGoes()
{
    OrderBench bench;
    bench.press(5);
    bench.carry(5, 1, -60);
    QVERIFY(bench.shown().isVisible());
    const std::optional<CarriedPanel> &carried = bench.shown().carried();
    QVERIFY(carried.has_value());
    QCOMPARE(carried->name, u"F"_s);
    QCOMPARE(carried->from, bench.panel(5).geometry());
    QCOMPARE(carried->line.left(), bench.panel(1).geometry().left());
    bench.carry(5, 5, 10);
    QVERIFY(bench.shown().carried()->line.isEmpty());
    bench.drop(5, 5, 10);
}

void TestPanelOrder::aDragToItsOwnPlaceMovesNothing()
{
    OrderBench bench;
    bench.press(1);
    bench.carry(1, 2, -60);
    bench.drop(1, 2, -60); // it stands before that one already
    QCOMPARE(bench.orders.size(), 0);
    QVERIFY(!bench.panels->enlarged().has_value());
}

void TestPanelOrder::escGivesADragUp()
{
    OrderBench bench;
    bench.panel(0).chart().setFocus();
    bench.press(0);
    bench.carry(0, 4, 60);
    QTest::keyClick(&bench.panel(0).chart(), Qt::Key_Escape);
    QVERIFY(!bench.shown().isVisible());
    bench.carry(0, 4, 70);
    bench.drop(0, 4, 70);
    QCOMPARE(bench.orders.size(), 0);
    QVERIFY(!bench.panels->enlarged().has_value());
}

void TestPanelOrder::aShortWayIsAClick()
{
    OrderBench bench;
    bench.press(2);
    QTest::mouseMove(&bench.panel(2).header(), OrderBench::grip() + QPoint(2, 0));
    QTest::mouseRelease(
        &bench.panel(2).header(), Qt::LeftButton, {}, OrderBench::grip() + QPoint(2, 0));
    QCOMPARE(bench.orders.size(), 0);
    QCOMPARE(bench.panels->enlarged(), std::optional<std::size_t>(2));
}

void TestPanelOrder::keysMoveThePanel_data()
{
    QTest::addColumn<std::size_t>("panel");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("order"); // empty: none
    QTest::newRow("left") << std::size_t{1} << Qt::Key_Left << u"213456"_s;
    QTest::newRow("right") << std::size_t{1} << Qt::Key_Right << u"132456"_s;
    QTest::newRow("down") << std::size_t{0} << Qt::Key_Down << u"234156"_s;
    QTest::newRow("up") << std::size_t{4} << Qt::Key_Up << u"152346"_s;
    QTest::newRow("beyond the first") << std::size_t{0} << Qt::Key_Left << QString();
    QTest::newRow("beyond the last") << std::size_t{5} << Qt::Key_Right << QString();
    QTest::newRow("below the last row") << std::size_t{3} << Qt::Key_Down << QString();
}

void TestPanelOrder::keysMoveThePanel()
{
    QFETCH(std::size_t, panel);
    QFETCH(Qt::Key, key);
    QFETCH(QString, order);
    OrderBench bench;
    QTest::keyClick(&bench.panel(panel).chart(), key, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(bench.orders.size(), order.isEmpty() ? 0 : 1);
    if (!order.isEmpty()) {
        QCOMPARE(bench.orders.constFirst().constFirst().toStringList(), keysOf(order));
    }
}

void TestPanelOrder::theFocusGoesWithThePanel()
{
    OrderBench bench;
    bench.panels->activateWindow();
    bench.panel(2).chart().setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(bench.panel(2).chart().hasFocus());
    QTest::keyClick(&bench.panel(2).chart(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    bench.sortSegments(bench.orders.constFirst().constFirst().toStringList());
    QCOMPARE(bench.names(), keysOf(u"ACBDEF"_s));
    QVERIFY(bench.panel(1).chart().hasFocus());
    QVERIFY(bench.panel(1).chart().showsFocus());
}

void TestPanelOrder::anEnlargedPanelStays()
{
    OrderBench bench;
    QTest::keyClick(&bench.panel(2).chart(), Qt::Key_Return);
    QTest::keyClick(&bench.panel(2).chart(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(bench.orders.size(), 0);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelOrder)

#include "tst_panelorder.moc"
