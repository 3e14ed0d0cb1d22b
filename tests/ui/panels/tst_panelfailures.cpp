// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/panels/panelplate.h"

#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Panels that have nothing, or nothing much, to show.
class TestPanelFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aFailedPanelKeepsItsPlace();
    static void aFailedPanelHasAxesLikeTheOthers();
    static void aFailedPanelKeepsItsColour();
    static void aFailedPanelSaysWhyAndTriesAgain();
    static void whatCameAfterAllHasNoPlate();
    static void thePlateIsInThePlot();
    static void aFailedPanelCanBeHidden();
    static void whatIsHeldOfAFailedOneIsShown();
    static void missingBucketsHaveNoTotal();
    static void zerosAreACount();
};

void TestPanelFailures::aFailedPanelKeepsItsPlace()
{
    PanelsBench bench(4);
    const QRect before = bench.panel(1).plot();
    bench.fail(1);
    QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s}));
    QCOMPARE(bench.panel(1).plot(), before);
}

void TestPanelFailures::aFailedPanelHasAxesLikeTheOthers()
{
    PanelsBench bench(4);
    bench.fail(1);
    static_cast<void>(bench.names());
    QCOMPARE(bench.scene(1).frame().axis, bench.scene(0).frame().axis);
    QCOMPARE(bench.scene(1).frame().ticks.size(), bench.scene(0).frame().ticks.size());
    QVERIFY(!bench.scene(1).frame().ticks.empty());
}

void TestPanelFailures::aFailedPanelKeepsItsColour()
{
    PanelsBench bench(4);
    bench.panels->setWorkspace({.name = u"ACME"_s, .colorSlots = {{u"2"_s, 4}}});
    bench.fail(1);
    static_cast<void>(bench.names());
    QCOMPARE(bench.panel(1).header().title().swatch.color,
             seriesColor(tokensFor(bench.panels->palette()), 4));
    QCOMPARE(bench.panel(1).header().title().total, QString());
}

void TestPanelFailures::aFailedPanelSaysWhyAndTriesAgain()
{
    PanelsBench bench(3);
    bench.fail(2);
    static_cast<void>(bench.names());
    const QSignalSpy retries(bench.panels.get(), &PanelsView::retryAsked);
    PanelPlate &plate = bench.panel(2).plate();
    QVERIFY(plate.isVisible());
    QCOMPARE(plate.accessibleName(), u"Braze has a problem (502). Tried 3 times."_s);
    QVERIFY(!bench.panel(0).plate().isVisible());
    QTest::mouseClick(&plate.retryButton(), Qt::LeftButton);
    QCOMPARE(retries.size(), 1);
}

void TestPanelFailures::whatCameAfterAllHasNoPlate()
{
    PanelsBench bench(3);
    const DatasetPtr whole = bench.model.dataset();
    const std::vector<DatasetModel::Look> looks = bench.model.looks();
    bench.fail(2);
    static_cast<void>(bench.names());
    bench.model.setDataset(whole, looks);
    static_cast<void>(bench.names());
    QVERIFY(!bench.panel(2).plate().isVisible());
    QCOMPARE(bench.scene(2).plan().dataset().series.front().values.front(), 30.0);
}

void TestPanelFailures::thePlateIsInThePlot()
{
    PanelsBench bench(6);
    bench.fail(4);
    static_cast<void>(bench.names());
    PanelView &panel = bench.panel(4);
    const QRect plot = panel.plot().translated(-panel.pos());
    const PanelPlate &plate = panel.plate();
    QVERIFY(plot.contains(plate.geometry()));
    QVERIFY(plate.height() >= plate.layout()->totalHeightForWidth(plate.width()));
    bench.panels->resize(2400, 900);
    QTRY_VERIFY(panel.width() > 700);
    QCOMPARE(plate.width(), plate.sizeHint().width()); // all of it in one line
}

void TestPanelFailures::aFailedPanelCanBeHidden()
{
    const SeriesId second{.event = u"checkout_completed"_s, .segmentId = u"2"_s};
    PanelsBench bench(3, {}, {.hidden = {second}});
    bench.fail(1);
    QCOMPARE(bench.names(), (QStringList{u"A"_s, u"C"_s}));
}

void TestPanelFailures::whatIsHeldOfAFailedOneIsShown()
{
    PanelsBench bench(2);
    auto dataset = std::make_shared<Dataset>(*bench.model.dataset());
    dataset->failures.push_back({.key = dataset->series[0].key, .error = {}});
    dataset->series[0].states[3] = BucketState::Unread;
    bench.model.setDataset(dataset, bench.model.looks());
    QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s}));
    QVERIFY(!bench.panel(0).plate().isVisible());
    QCOMPARE(bench.panel(0).header().title().badge, u"not loaded in full"_s);
    QCOMPARE(bench.panel(1).header().title().badge, QString());
}

void TestPanelFailures::missingBucketsHaveNoTotal()
{
    PanelsBench bench(3);
    bench.setAll(1, 0, BucketState::Missing);
    QCOMPARE(bench.names().size(), 3);
    QCOMPARE(bench.panel(1).header().title().total, QString());
    QCOMPARE(bench.scene(1).frame().axis, bench.scene(0).frame().axis);
    bench.hover(1, 5);
    QVERIFY(!bench.crosshairWords(1).contains(u"0"_s));
}

void TestPanelFailures::zerosAreACount()
{
    PanelsBench bench(3);
    bench.setAll(1, 0, BucketState::Counted);
    static_cast<void>(bench.names());
    QCOMPARE(bench.panel(1).header().title().total, u"0"_s);
    bench.setLook({.ownScale = true});
    QVERIFY(bench.scene(1).frame().axis.top() > 0);
    bench.hover(1, 5);
    QVERIFY(bench.crosshairWords(1).contains(u"0"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelFailures)

#include "tst_panelfailures.moc"
