// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/panels/panelreadout.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// The menu of a panel, and what is at the end of its header.
class TestPanelActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theMenuEnlarges();
    static void theMenuShowsOnlyThisOne();
    static void theMenuHidesThisOne();
    static void theMenuShowsAllAgain();
    static void theMenuMovesThePanel();
    static void theMenuCopiesItsNumbers();
    static void theMenuComesByKeyboardToo();
    static void aRightClickIsNoClickOnTheTitle();
    static void theBoxComparesWithThePreviousPeriod();
    static void anotherComparisonIsNotThePreviousPeriod();
    static void aDotPinsTheCrosshairAndEscLetsItGo();
};

namespace {

QMenu &menuOf(const PanelsBench &bench, std::size_t index)
{
    QTest::mouseClick(&bench.panel(index).header().moreButton(), Qt::LeftButton);
    return bench.find<QMenu>(u"panelMenu"_s);
}

QAction &actionOf(const PanelsBench &bench, std::size_t index, const QString &name)
{
    auto *action = menuOf(bench, index).findChild<QAction *>(name);
    if (action == nullptr) {
        qFatal("no %s", qUtf8Printable(name));
    }
    return *action;
}

std::vector<SeriesId> hiddenIn(const QSignalSpy &spy)
{
    return spy.back().front().value<std::vector<SeriesId>>();
}

SeriesId segment(int number)
{
    return {.event = u"checkout_completed"_s, .segmentId = QString::number(number)};
}

} // namespace

void TestPanelActions::theMenuEnlarges()
{
    const PanelsBench bench(3);
    actionOf(bench, 1, u"panelEnlargeAction"_s).trigger();
    QCOMPARE(bench.panels->enlarged(), std::optional<std::size_t>(1));
}

void TestPanelActions::theMenuShowsOnlyThisOne()
{
    const PanelsBench bench(3);
    const QSignalSpy hidden(bench.panels.get(), &PanelsView::hiddenChosen);
    actionOf(bench, 1, u"panelOnlyAction"_s).trigger();
    QCOMPARE(hidden.size(), 1);
    QVERIFY(hiddenIn(hidden) == (std::vector<SeriesId>{segment(1), segment(3)}));
}

void TestPanelActions::theMenuHidesThisOne()
{
    const PanelsBench bench(3);
    const QSignalSpy hidden(bench.panels.get(), &PanelsView::hiddenChosen);
    actionOf(bench, 2, u"panelHideAction"_s).trigger();
    QVERIFY(hiddenIn(hidden) == std::vector<SeriesId>{segment(3)});
}

void TestPanelActions::theMenuShowsAllAgain()
{
    const PanelsBench bench(3, {}, {.hidden = {segment(7)}});
    const QSignalSpy hidden(bench.panels.get(), &PanelsView::hiddenChosen);
    actionOf(bench, 0, u"panelShowAllAction"_s).trigger();
    QCOMPARE(hidden.size(), 1);
    QVERIFY(hiddenIn(hidden).empty());
    const PanelsBench whole(3);
    QVERIFY(menuOf(whole, 0).findChild<QAction *>(u"panelShowAllAction"_s) == nullptr);
}

void TestPanelActions::theMenuMovesThePanel()
{
    const PanelsBench bench(3);
    const QSignalSpy orders(bench.panels.get(), &PanelsView::orderChosen);
    QVERIFY(!actionOf(bench, 0, u"panelMoveBackAction"_s).isEnabled());
    bench.find<QMenu>(u"panelMenu"_s).close();
    QTRY_VERIFY(bench.panels->findChild<QMenu *>(u"panelMenu"_s) == nullptr);
    actionOf(bench, 0, u"panelMoveOnAction"_s).trigger();
    QCOMPARE(orders.front().front().toStringList(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
}

void TestPanelActions::theMenuCopiesItsNumbers()
{
    const PanelsBench bench(2);
    actionOf(bench, 1, u"panelCopyAction"_s).trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 31);
    QVERIFY(lines.at(0).endsWith(u"\tSeries 2"_s));
    QVERIFY(!lines.at(0).contains(u"Series 1"_s));
    QCOMPARE(lines.at(1), u"2026-10-25\t20"_s);
}

void TestPanelActions::theMenuComesByKeyboardToo()
{
    const PanelsBench bench(2);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&bench.panel(0).chart(), &event);
    QVERIFY(bench.panels->findChild<QMenu *>(u"panelMenu"_s) != nullptr);
}

void TestPanelActions::aRightClickIsNoClickOnTheTitle()
{
    const PanelsBench bench(2);
    QTest::mouseClick(&bench.panel(0).header(), Qt::RightButton, {}, QPoint(20, 18));
    QVERIFY(!bench.panels->enlarged().has_value());
}

void TestPanelActions::theBoxComparesWithThePreviousPeriod()
{
    PanelsBench bench(2);
    const QSignalSpy chosen(bench.panels.get(), &PanelsView::previousPeriodChosen);
    auto &box = bench.find<QCheckBox>(u"panelsPreviousPeriod"_s);
    QVERIFY(!box.isChecked());
    QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toBool(), true);
    bench.setComparison({.kind = ComparisonKind::PreviousPeriod});
    QVERIFY(box.isChecked());
    QTest::keyClick(&box, Qt::Key_Space);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.back().front().toBool(), false);
}

void TestPanelActions::anotherComparisonIsNotThePreviousPeriod()
{
    PanelsBench bench(2);
    const QSignalSpy chosen(bench.panels.get(), &PanelsView::previousPeriodChosen);
    bench.setComparison({.kind = ComparisonKind::LastYear});
    QVERIFY(!bench.find<QCheckBox>(u"panelsPreviousPeriod"_s).isChecked());
    QCOMPARE(chosen.size(), 0);
}

void TestPanelActions::aDotPinsTheCrosshairAndEscLetsItGo()
{
    const PanelsBench bench(2);
    bench.hover(1, 6);
    PanelChart &chart = bench.panel(1).chart();
    QTest::keyClick(&chart, Qt::Key_Period);
    const auto &readout = bench.find<PanelReadout>(u"panelReadout"_s);
    QVERIFY(readout.isPinned());
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!readout.isPinned());
    QVERIFY(!bench.panels->enlarged().has_value());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelActions)

#include "tst_panelactions.moc"
