// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/panels/panelsbench.h"
#include "ui/panels/panelshead.h"

#include <QComboBox>
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
    static void tabMovesBetweenPanels();
    static void enterEnlargesAndEscGoesBack();
    static void theButtonEnlarges();
    static void aClickOnTheTitleEnlarges();
    static void aPanelThatIsGoneIsNotLarge();
    static void allFollowTheZoom();
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
        QCOMPARE(bench.panel(i).header().title().badge, u"own scale"_s);
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
