// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/summary/summarycell.h"
#include "ui/summary/summarystrip.h"
#include "ui/table/datasettable.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The demo's window with hands on the strip.
class LegendBench final : public AppFixture
{
public:
    LegendBench()
        : AppFixture(Network::Fake)
    {
        startDemo();
    }

    [[nodiscard]] SummaryStrip &strip() { return find<SummaryStrip>(u"summaryStrip"_s); }
    [[nodiscard]] ChartView &chart() { return find<ChartView>(u"chart"_s); }
    [[nodiscard]] const QTableView &table() { return find<QTableView>(u"datasetTableView"_s); }
    void clickBox(std::size_t series)
    {
        QTest::mouseClick(strip().cells().at(series)->box(), Qt::LeftButton, {}, QPoint(8, 8));
    }
    void clickName(std::size_t series)
    {
        QTest::mouseClick(strip().cells().at(series)->nameButton(), Qt::LeftButton);
    }
    /// Which of the four series are on screen, everywhere.
    [[nodiscard]] QList<int> shown()
    {
        QList<int> series;
        const std::vector<DatasetModel::Look> &looks = window().controller().model()->looks();
        for (std::size_t i = 0; i < looks.size(); ++i) {
            const bool isShown = !looks[i].hidden;
            const int column = static_cast<int>(i) + 1;
            if (isShown != chart().chartScene().plan().content.shows(i)
                || isShown == table().isColumnHidden(column)
                || isShown != strip().cells()[i]->box()->isChecked()) {
                return {-1}; // they do not agree
            }
            if (isShown) {
                series.append(static_cast<int>(i));
            }
        }
        return series;
    }
    [[nodiscard]] const std::vector<SeriesId> &hidden()
    {
        return window().controller().view().look.hidden;
    }
};

} // namespace

/// The summary strip in the window: what it does to the view, and what follows the view.
class TestLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theStripStandsAboveTheChart();
    static void aBoxHidesItsSeriesEverywhere();
    static void aNameShowsOnlyIts();
    static void escShowsTheOthersAgainLast();
    static void escLeavesWhatABoxHid();
    static void hidingAsksForNothing();
    static void hidingIsUndone();
    static void allHiddenOffersToShowAll();
    static void aHiddenSeriesStaysHiddenTomorrow();
    static void aHiddenColumnIsNotCopied();
    static void theCopiedPictureObeys();
    static void pointingAtACellEmphasizesItsLine();
    static void theKeyboardReachesTheStrip();
    static void aZoomIsSummedUp();
    static void switchingBucketsKeepsWhatIsHidden();
    static void noEventHasNoStrip();
    static void aLowWindowLeavesTheChartItsHeight();
};

void TestLegend::theStripStandsAboveTheChart()
{
    LegendBench app;
    QVERIFY(app.strip().isVisible());
    QCOMPARE(app.strip().cells().size(), app.dataset().series.size());
    QCOMPARE(app.strip().height(), 97);
    const int foot = app.strip().mapTo(&app.window(), QPoint(0, app.strip().height())).y();
    QCOMPARE(app.chart().mapTo(&app.window(), QPoint()).y(), foot);
}

void TestLegend::aBoxHidesItsSeriesEverywhere()
{
    LegendBench app;
    QCOMPARE(app.shown(), (QList<int>{0, 1, 2, 3}));
    app.clickBox(2);
    QCOMPARE(app.shown(), (QList<int>{0, 1, 3}));
    app.clickBox(0);
    QCOMPARE(app.shown(), (QList<int>{1, 3}));
    app.clickBox(2);
    QCOMPARE(app.shown(), (QList<int>{1, 2, 3}));
    QCOMPARE(app.hidden().size(), std::size_t{1});
}

void TestLegend::aNameShowsOnlyIts()
{
    LegendBench app;
    app.clickName(1);
    QCOMPARE(app.shown(), QList<int>{1});
    app.clickName(3);
    QCOMPARE(app.shown(), QList<int>{3});
    app.clickName(3);
    QCOMPARE(app.shown(), (QList<int>{0, 1, 2, 3}));
    QVERIFY(app.hidden().empty());
}

void TestLegend::escShowsTheOthersAgainLast()
{
    LegendBench app;
    app.clickName(1);
    const DatasetPtr dataset = app.window().controller().model()->dataset();
    Look zoomed = app.window().controller().view().look;
    zoomed.zoom = Zoom{.first = dataset->times.at(5), .last = dataset->times.at(9)};
    app.window().controller().setLook(zoomed);
    app.chart().setFocus();
    QTest::keyClick(&app.chart(), Qt::Key_Escape);
    QVERIFY(!app.window().controller().view().look.zoom.has_value());
    QCOMPARE(app.shown(), QList<int>{1});
    QTest::keyClick(&app.chart(), Qt::Key_Escape);
    QCOMPARE(app.shown(), (QList<int>{0, 1, 2, 3}));
    QVERIFY(app.hidden().empty());
    app.window().controller().viewHistory().steps().undo();
    QCOMPARE(app.shown(), QList<int>{1});
}

void TestLegend::escLeavesWhatABoxHid()
{
    LegendBench app;
    app.clickBox(2);
    app.chart().setFocus();
    QTest::keyClick(&app.chart(), Qt::Key_Escape);
    QCOMPARE(app.shown(), (QList<int>{0, 1, 3}));
}

void TestLegend::hidingAsksForNothing()
{
    LegendBench app;
    const int requests = app.seriesRequests();
    app.clickBox(1);
    app.clickName(2);
    QCoreApplication::processEvents();
    QVERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.seriesRequests(), requests);
}

void TestLegend::hidingIsUndone()
{
    LegendBench app;
    app.clickBox(1);
    app.clickName(2);
    QCOMPARE(app.shown(), QList<int>{2});
    QUndoStack &steps = app.window().controller().viewHistory().steps();
    QCOMPARE(steps.undoText(), u"Hide series"_s);
    steps.undo();
    QCOMPARE(app.shown(), (QList<int>{0, 2, 3}));
    steps.undo();
    QCOMPARE(app.shown(), (QList<int>{0, 1, 2, 3}));
    steps.redo();
    QCOMPARE(app.shown(), (QList<int>{0, 2, 3}));
}

void TestLegend::allHiddenOffersToShowAll()
{
    LegendBench app;
    for (const std::size_t series : {0U, 1U, 2U, 3U}) {
        app.clickBox(series);
    }
    QCOMPARE(app.emptyTitle(), u"All series are hidden"_s);
    QVERIFY(app.strip().isVisible());
    QVERIFY(!app.find<QAction>(u"copyImageAction"_s).isEnabled());
    QTest::mouseClick(&app.find<QPushButton>(u"emptyShowAll"_s), Qt::LeftButton);
    QCOMPARE(app.shown(), (QList<int>{0, 1, 2, 3}));
    QVERIFY(app.chart().isVisible());
    QVERIFY(app.find<QAction>(u"copyImageAction"_s).isEnabled());
    for (const std::size_t series : {0U, 1U, 2U, 3U}) {
        app.clickBox(series);
    }
    app.clickBox(2); // or one of them comes back
    QVERIFY(app.chart().isVisible());
    QCOMPARE(app.shown(), QList<int>{2});
}

void TestLegend::aHiddenSeriesStaysHiddenTomorrow()
{
    LegendBench app;
    app.clickBox(1);
    app.startDemo(); // a new window on the same profile
    QCOMPARE(app.shown(), (QList<int>{0, 2, 3}));
}

void TestLegend::aHiddenColumnIsNotCopied()
{
    LegendBench app;
    app.clickBox(0);
    auto &table = app.find<QTableView>(u"datasetTableView"_s);
    table.selectRow(1);
    app.find<DatasetTable>({}).copyWithHeaders();
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.section(u'\n', 0, 0).count(u'\t'), 3); // date and three series
    QVERIFY(!copied.contains(u"All users"_s));
}

void TestLegend::theCopiedPictureObeys()
{
    LegendBench app;
    const auto copied = [&app] {
        app.find<QAction>(u"copyImageAction"_s).trigger();
        return QGuiApplication::clipboard()->image();
    };
    const QImage before = copied();
    app.clickBox(0);
    QVERIFY(copied() != before);
    app.clickBox(0);
    QCOMPARE(copied(), before);
}

void TestLegend::pointingAtACellEmphasizesItsLine()
{
    LegendBench app;
    QTest::mouseMove(app.strip().cells()[2], QPoint(30, 60));
    QTRY_COMPARE(app.chart().chartScene().emphasized(), std::optional<std::size_t>(2));
    QTest::mouseMove(&app.find<DatasetTable>({}));
    QTRY_VERIFY(!app.chart().chartScene().emphasized().has_value());
}

void TestLegend::theKeyboardReachesTheStrip()
{
    LegendBench app;
    app.chart().setFocus();
    const auto key = [](Qt::Key which) {
        QTest::keyClick(QApplication::focusWidget(), which);
    };
    key(Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), app.strip().cells()[3]->nameButton());
    key(Qt::Key_Space);
    QCOMPARE(app.shown(), QList<int>{3});
    key(Qt::Key_Space);
    key(Qt::Key_Backtab);
    key(Qt::Key_Space);
    QCOMPARE(app.shown(), (QList<int>{0, 1, 2}));
    QCOMPARE(QApplication::focusWidget(), app.strip().cells()[3]->box());
}

void TestLegend::aZoomIsSummedUp()
{
    LegendBench app;
    Look look = app.window().controller().view().look;
    const Dataset &dataset = app.dataset();
    look.zoom = Zoom{.first = dataset.times[3], .last = dataset.times[3]};
    app.window().controller().setLook(look);
    const double value = dataset.series[1].values[3];
    QCOMPARE(app.strip().cells()[1]->content().total, QLocale().toString(value, 'f', 0));
    look.zoom.reset();
    app.window().controller().setLook(look);
    QVERIFY(app.strip().cells()[1]->content().total != QLocale().toString(value, 'f', 0));
}

void TestLegend::switchingBucketsKeepsWhatIsHidden()
{
    LegendBench app;
    const QString total = app.strip().cells()[2]->content().total;
    app.clickBox(1);
    Query query = app.query();
    query.granularity = Granularity::Week;
    app.window().controller().setQuery(query);
    QCOMPARE(app.shown(), (QList<int>{0, 2, 3}));
    QCOMPARE(app.strip().cells()[2]->content().total, total); // weeks are sums of days
}

void TestLegend::noEventHasNoStrip()
{
    LegendBench app;
    Query query = app.query();
    query.events.clear();
    app.window().controller().setQuery(query);
    QVERIFY(!app.strip().isVisible());
}

void TestLegend::aLowWindowLeavesTheChartItsHeight()
{
    LegendBench app;
    app.window().resize(960, 600);
    QTRY_COMPARE(app.strip().height(), 81);
    QTRY_VERIFY(app.strip().cells()[0]->isCompact());
    QVERIFY(app.chart().height() >= app.chart().minimumHeight());
    const QRegion visible = app.chart().viewport()->visibleRegion();
    QVERIFY(visible.boundingRect().height() >= app.chart().minimumHeight());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestLegend)
#include "tst_legend.moc"
