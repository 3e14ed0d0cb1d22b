// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/chart/stilllayer.h"
#include "ui/panels/panelreadout.h"
#include "ui/panels/panelshead.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestPanelsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theCrosshairIsInAllPanels();
    static void theDateIsWhereThePointerIs();
    static void thePlatesTellValueAndChange();
    static void anUnlinkedCrosshairIsInOnePanel();
    static void hoveringRepaintsNoLines();
    static void theBarRepeatsTheCrosshair();
    static void controlCCopiesTheBar();
    static void leavingEndsTheCrosshair();
    static void aPinnedCrosshairStays();
    static void aClickMarksTheBucketInAll();
    static void arrowKeysMoveTheCommonCrosshair();
    static void tabMovesBetweenPanels();
    static void enterEnlargesAndEscGoesBack();
    static void theButtonEnlarges();
    static void aClickOnTheTitleEnlarges();
    static void aPanelThatIsGoneIsNotLarge();
    static void allFollowTheZoom();
    static void arrowKeysStayInTheZoom();
    static void sortingByTheBar();
    static void everyOptionIsInTheLook_data();
    static void everyOptionIsInTheLook();
    static void ownScalesBearABadge();
    static void theBiggestChangesBearABadge();
    static void aHiddenSeriesHasNoPanel();
    static void theKeySaysOnceWhatIsIncomplete();
    static void theAgeIsTold();
    static void whatNobodySeesIsNotMade();
};

void TestPanelsView::theCrosshairIsInAllPanels()
{
    const PanelsBench bench(4);
    bench.hover(2, 7);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.scene(i).hovered(), std::optional<std::size_t>(7));
    }
    QCOMPARE(bench.panels->crosshair(), std::optional(bench.model.dataset()->times.at(7)));
}

void TestPanelsView::theDateIsWhereThePointerIs()
{
    const PanelsBench bench(4);
    bench.hover(2, 7);
    const QString date = u"Sun 1 Nov 2026"_s;
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.crosshairWords(i).contains(date), i == 2);
    }
    bench.hover(0, 8);
    QVERIFY(!bench.crosshairWords(2).contains(u"Mon 2 Nov 2026"_s));
    QVERIFY(bench.crosshairWords(0).contains(u"Mon 2 Nov 2026"_s));
}

void TestPanelsView::thePlatesTellValueAndChange()
{
    PanelsBench bench(2);
    bench.compareWith({0.5, 2});
    bench.hover(0, 6);
    QVERIFY(bench.crosshairWords(0).contains(u"30"_s));
    QVERIFY(bench.crosshairWords(0).contains(u"+100.0\u00A0%"_s));
    QVERIFY(bench.crosshairWords(1).contains(u"60"_s));
    QVERIFY(bench.crosshairWords(1).contains(u"\u221250.0\u00A0%"_s));
}

void TestPanelsView::anUnlinkedCrosshairIsInOnePanel()
{
    const PanelsBench bench(4, {.linkedCrosshair = false});
    bench.hover(1, 7);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.scene(i).hovered().has_value(), i == 1);
    }
    QCOMPARE(bench.find<PanelReadout>(u"panelReadout"_s).readout().items.size(), std::size_t{1});
}

void TestPanelsView::hoveringRepaintsNoLines()
{
    const PanelsBench bench(4);
    std::vector<const StillLayer *> layers;
    for (std::size_t i = 0; i < 4; ++i) {
        layers.push_back(bench.scene(i).findChild<StillLayer *>());
        QVERIFY(layers.back() != nullptr);
    }
    for (const std::size_t bucket : {1U, 2U}) { // what came with the data is painted by then
        bench.hover(1, bucket);
        bench.panels->repaint();
    }
    std::vector<int> before;
    for (const StillLayer *layer : layers) {
        before.push_back(layer->paintings());
    }
    for (const std::size_t bucket : {3U, 9U, 20U}) {
        bench.hover(1, bucket);
        bench.panels->repaint();
    }
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(before[i] > 0);
        QCOMPARE(layers[i]->paintings(), before[i]);
    }
}

void TestPanelsView::theBarRepeatsTheCrosshair()
{
    PanelsBench bench(2);
    bench.compareWith({0.5, 2});
    bench.hover(1, 6);
    const Readout &readout = bench.find<PanelReadout>(u"panelReadout"_s).readout();
    QCOMPARE(readout.date, u"Sat 31 Oct 2026"_s);
    QCOMPARE(readout.versus, u"vs Sat 26 Sept 2026"_s);
    QCOMPARE(readout.items[0].name, u"A"_s);
    QCOMPARE(readout.items[0].value, u"30"_s);
    QCOMPARE(readout.items[0].change, u"▲ 100.0\u00A0%"_s);
    QCOMPARE(readout.items[1].change, u"▼ 50.0\u00A0%"_s);
}

void TestPanelsView::controlCCopiesTheBar()
{
    PanelsBench bench(2);
    bench.compareWith({0.5, 2});
    bench.hover(1, 6);
    bench.panel(1).chart().setFocus();
    QTest::keyClick(&bench.panel(1).chart(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Sat 31 Oct 2026 vs Sat 26 Sept 2026 · A 30 (+100.0\u00A0%) · "
             "B 60 (\u221250.0\u00A0%)"_s);
}

void TestPanelsView::leavingEndsTheCrosshair()
{
    const PanelsBench bench(2);
    bench.hover(1, 6);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(bench.panel(1).chart().viewport(), &leave);
    QVERIFY(bench.panels->crosshair().has_value()); // on the way to the bar
    QCOMPARE(bench.scene(1).hovered(), std::optional<std::size_t>(6));
    QApplication::sendEvent(bench.panels.get(), &leave);
    QVERIFY(!bench.panels->crosshair().has_value());
    QVERIFY(!bench.scene(0).hovered().has_value());
    QVERIFY(bench.find<PanelReadout>(u"panelReadout"_s).readout().date.isEmpty());
}

void TestPanelsView::aPinnedCrosshairStays()
{
    const PanelsBench bench(2);
    QVERIFY(!bench.find<QToolButton>(u"pinCrosshair"_s).isEnabled());
    bench.hover(1, 6);
    QTest::mouseClick(&bench.find<QToolButton>(u"pinCrosshair"_s), Qt::LeftButton);
    bench.hover(0, 9);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(bench.panels.get(), &leave);
    QCOMPARE(bench.scene(0).hovered(), std::optional<std::size_t>(6));
    QTest::mouseClick(&bench.find<QToolButton>(u"pinCrosshair"_s), Qt::LeftButton);
    bench.hover(0, 9);
    QCOMPARE(bench.scene(1).hovered(), std::optional<std::size_t>(9));
}

void TestPanelsView::aClickMarksTheBucketInAll()
{
    const PanelsBench bench(4);
    QSignalSpy picked(bench.panels.get(), &PanelsView::bucketPicked);
    QTest::mouseClick(bench.panel(1).chart().viewport(), Qt::LeftButton, {}, bench.pointOf(1, 5));
    const BucketTime time = bench.model.dataset()->times.at(5);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.front().front().value<BucketTime>(), time);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.panel(i).chart().markedBucket(), std::optional(time));
    }
}

void TestPanelsView::arrowKeysMoveTheCommonCrosshair()
{
    const PanelsBench bench(3);
    PanelChart &chart = bench.panel(1).chart();
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(bench.scene(2).hovered(), std::optional<std::size_t>(29));
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(bench.scene(0).hovered(), std::optional<std::size_t>(28));
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(bench.scene(2).hovered(), std::optional<std::size_t>(1));
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(bench.scene(2).hovered(), std::optional<std::size_t>(0));
}

void TestPanelsView::tabMovesBetweenPanels()
{
    const PanelsBench bench(3);
    bench.panels->activateWindow();
    bench.panel(0).chart().setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(bench.panel(0).chart().hasFocus());
    QTest::keyClick(&bench.panel(0).chart(), Qt::Key_Tab);
    QVERIFY(bench.panel(1).chart().hasFocus());
    QTest::keyClick(&bench.panel(1).chart(), Qt::Key_Tab);
    QVERIFY(bench.panel(2).chart().hasFocus());
    QTest::keyClick(&bench.panel(2).chart(), Qt::Key_Backtab);
    QVERIFY(bench.panel(1).chart().hasFocus());
    QVERIFY(bench.panel(1).chart().showsFocus());
}

void TestPanelsView::enterEnlargesAndEscGoesBack()
{
    const PanelsBench bench(4);
    PanelChart &chart = bench.panel(2).chart();
    const QRect before = bench.panel(2).plot();
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(bench.panels->enlarged(), std::optional<std::size_t>(2));
    QVERIFY(bench.panel(2).isVisible());
    QVERIFY(!bench.panel(0).isVisible());
    QVERIFY(bench.panel(2).plot().width() > 2 * before.width());
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!bench.panels->enlarged().has_value());
    QCOMPARE(bench.panel(2).plot(), before);
    QVERIFY(chart.hasFocus());
    QTest::keyClick(&chart, Qt::Key_Enter);
    QTest::keyClick(&chart, Qt::Key_Enter);
    QVERIFY(!bench.panels->enlarged().has_value());
}

void TestPanelsView::theButtonEnlarges()
{
    const PanelsBench bench(4);
    QToolButton &button = bench.panel(1).header().enlargeButton();
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(bench.panels->enlarged(), std::optional<std::size_t>(1));
    QCOMPARE(button.accessibleName(), u"Back to all panels"_s);
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(!bench.panels->enlarged().has_value());
}

void TestPanelsView::aClickOnTheTitleEnlarges()
{
    const PanelsBench bench(4);
    QTest::mouseClick(&bench.panel(3).header(), Qt::LeftButton, {}, QPoint(20, 18));
    QCOMPARE(bench.panels->enlarged(), std::optional<std::size_t>(3));
}

void TestPanelsView::aPanelThatIsGoneIsNotLarge()
{
    PanelsBench bench(2);
    QTest::keyClick(&bench.panel(1).chart(), Qt::Key_Return);
    std::vector<DatasetModel::Look> looks = bench.model.looks();
    looks[1].hidden = true;
    bench.model.setLooks(looks);
    QCOMPARE(bench.names(), QStringList{u"A"_s});
    QVERIFY(!bench.panels->enlarged().has_value());
    QVERIFY(bench.panel(0).isVisible());
}

void TestPanelsView::allFollowTheZoom()
{
    PanelsBench bench(4);
    static_cast<void>(bench.names());
    const std::vector<BucketTime> &times = bench.model.dataset()->times;
    bench.setZoom(Zoom{.first = times.at(5), .last = times.at(9)});
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(bench.scene(i).frame().shown(), (BucketSpan{.first = 5, .last = 9}));
    }
    bench.setZoom(std::nullopt);
    QVERIFY(bench.scene(3).frame().isWhole());
}

void TestPanelsView::arrowKeysStayInTheZoom()
{
    PanelsBench bench(2);
    const std::vector<BucketTime> &times = bench.model.dataset()->times;
    bench.setZoom(Zoom{.first = times.at(5), .last = times.at(9)});
    PanelChart &chart = bench.panel(0).chart();
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(bench.scene(1).hovered(), std::optional<std::size_t>(9));
}

void TestPanelsView::sortingByTheBar()
{
    PanelsBench bench(3);
    QObject::connect(bench.panels.get(),
                     &PanelsView::lookChosen,
                     bench.panels.get(),
                     [&bench](const PanelsLook &look) { bench.setLook(look); });
    QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    auto &order = bench.find<QComboBox>(u"panelsOrder"_s);
    order.setFocus();
    QTest::keyClick(&order, Qt::Key_Down); // by total
    QCOMPARE(bench.names(), (QStringList{u"C"_s, u"B"_s, u"A"_s}));
    QTest::keyClick(&order, Qt::Key_End); // by name
    QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
}

void TestPanelsView::everyOptionIsInTheLook_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<PanelsLook>("look");
    QTest::newRow("columns") << u"panelsColumns"_s << Qt::Key_Down << PanelsLook{.columns = 1};
    QTest::newRow("order") << u"panelsOrder"_s << Qt::Key_Down
                           << PanelsLook{.order = PanelOrder::Total};
    QTest::newRow("scale") << u"panelsSharedScale"_s << Qt::Key_Right
                           << PanelsLook{.ownScale = true};
    QTest::newRow("crosshair") << u"panelsLinked"_s << Qt::Key_Space
                               << PanelsLook{.linkedCrosshair = false};
    QTest::newRow("ghosts") << u"panelsGhosts"_s << Qt::Key_Space << PanelsLook{.ghosts = true};
}

void TestPanelsView::everyOptionIsInTheLook()
{
    QFETCH(QString, name);
    QFETCH(Qt::Key, key);
    QFETCH(PanelsLook, look);
    const PanelsBench bench(3);
    QSignalSpy chosen(bench.panels.get(), &PanelsView::lookChosen);
    auto &control = bench.find<QWidget>(name);
    control.setFocus();
    QTest::keyClick(&control, key);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<PanelsLook>(), look);
}

void TestPanelsView::ownScalesBearABadge()
{
    PanelsBench bench(3);
    QCOMPARE(bench.panel(0).header().title().badge, QString());
    bench.setLook({.ownScale = true});
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(bench.panel(i).header().title().badge, u"Own scale"_s);
    }
}

void TestPanelsView::theBiggestChangesBearABadge()
{
    PanelsBench bench(3);
    bench.compareWith({0.5, 2, 1});
    QCOMPARE(bench.panel(0).header().title().badge, u"Biggest rise"_s);
    QCOMPARE(bench.panel(0).header().title().change, u"▲ 100.0\u00A0%"_s);
    QCOMPARE(bench.panel(1).header().title().badge, u"Biggest fall"_s);
    QCOMPARE(bench.panel(2).header().title().badge, QString());
    QCOMPARE(bench.panel(2).header().title().change, u"0\u00A0%"_s);
}

void TestPanelsView::aHiddenSeriesHasNoPanel()
{
    PanelsBench bench(3);
    std::vector<DatasetModel::Look> looks = bench.model.looks();
    looks[1].hidden = true;
    bench.model.setLooks(looks);
    QCOMPARE(bench.names(), (QStringList{u"A"_s, u"C"_s}));
}

void TestPanelsView::theKeySaysOnceWhatIsIncomplete()
{
    const PanelsBench bench(3);
    static_cast<void>(bench.names());
    const PanelsKey &key = bench.find<PanelsHead>(u"panelsHead"_s).key();
    QCOMPARE(key.title, u"Checkouts per day"_s);
    QCOMPARE(key.entries.size(), std::size_t{1});
    QVERIFY(key.entries.front().sign == PanelsKey::Sign::Ring);
    QCOMPARE(key.entries.front().words, u"so far, to 14:05, included in totals"_s);
    QVERIFY(bench.scene(0).frame().laneText.isEmpty());
}

void TestPanelsView::theAgeIsTold()
{
    const PanelsBench bench(2);
    bench.panels->setNow(QDateTime(QDate(2026, 11, 23), QTime(13, 8), Qt::UTC));
    QCOMPARE(bench.panel(1).header().title().age, u"3 min ago"_s);
}

void TestPanelsView::whatNobodySeesIsNotMade()
{
    PanelsBench bench(2);
    QCOMPARE(bench.names().size(), 2);
    bench.panels->hide();
    std::vector<DatasetModel::Look> looks = bench.model.looks();
    looks[1].hidden = true;
    bench.model.setLooks(looks);
    QCoreApplication::processEvents();
    QCOMPARE(bench.panels->findChildren<PanelView *>().size(), 2);
    bench.panels->show();
    QTRY_COMPARE(bench.panels->findChildren<PanelView *>().size(), 1);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPanelsView)

#include "tst_panelsview.moc"
