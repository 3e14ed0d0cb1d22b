// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/table/datasettable.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Keys go where the focus is.
void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), which, modifiers);
}

} // namespace

/// What the window shows besides its data: marks, drawer, table, theme and language.
class TestWindowViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aRowMarksTheBucketInTheChart();
    static void theChartMarksTheRow();
    static void theCopiedImageHasItsPixels();
    static void aNarrowWindowHasADrawer();
    static void aLowWindowFoldsTheTable();
    static void f8FoldsTheTable();
    static void f9HidesTheForm();
    static void theThemeRepaints();
    static void anotherLanguageIsAnotherWindow();
    static void aViewOfTheFutureIsNotAsked();
    static void aPoorerPartTakesNothingAway();
    static void whatWasBeingLoadedIsNotWhenAnotherQueryFails();
};

void TestWindowViews::aRowMarksTheBucketInTheChart()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &table = app.find<QTableView>(u"datasetTableView"_s);
    const QModelIndex third = table.model()->index(2, 1);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(third).center());
    const auto marked = app.find<ChartView>(u"chart"_s).markedBucket();
    QVERIFY(marked.has_value());
    QCOMPARE(*marked, app.dataset().times.at(27)); // the newest row is the first
    key(Qt::Key_Down);
    QCOMPARE(app.find<ChartView>(u"chart"_s).markedBucket(), app.dataset().times.at(26));
}

void TestWindowViews::theChartMarksTheRow()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    auto &chart = app.find<ChartView>(u"chart"_s);
    const QRectF plot = chart.chartScene().frame().plot;
    const QPointF at(plot.left() + plot.width() * 10.5 / 30, plot.center().y());
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, at.toPoint());
    QCOMPARE(chart.markedBucket(), app.dataset().times.at(10));
    const auto &table = app.find<QTableView>(u"datasetTableView"_s);
    const QModelIndexList rows = table.selectionModel()->selectedIndexes();
    QVERIFY(!rows.isEmpty());
    for (const QModelIndex &index : rows) {
        QCOMPARE(index.row(), 19);
    }
}

void TestWindowViews::theCopiedImageHasItsPixels()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QGuiApplication::clipboard()->clear();
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1920, 1080));
    QVERIFY(everyTextOf(app.window()).contains(u"Copied 1920 × 1080 px"_s));
}

void TestWindowViews::aNarrowWindowHasADrawer()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QVERIFY(app.isShown(u"queryDock"_s));
    app.window().resize(960, 600);
    QTRY_VERIFY(!app.isShown(u"queryDock"_s));
    QVERIFY(!app.isShown(u"queryDrawer"_s));
    QVERIFY(!app.isShown(u"eventField"_s));
    key(Qt::Key_F9);
    QVERIFY(app.isShown(u"queryDrawer"_s));
    QVERIFY(app.isShown(u"eventField"_s));
    QVERIFY(app.find<QWidget>(u"queryDrawer"_s).isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F9);
    QVERIFY(!app.isShown(u"queryDrawer"_s));
    key(Qt::Key_F9);
    key(Qt::Key_Escape);
    QVERIFY(!app.isShown(u"queryDrawer"_s));
    QVERIFY(!app.find<QToolButton>(u"queryButton"_s).isChecked());
    key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(app.isShown(u"queryDrawer"_s));
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"eventField"_s));
    app.window().resize(1440, 900);
    QTRY_VERIFY(app.isShown(u"queryDock"_s));
    QVERIFY(app.isShown(u"eventField"_s));
}

void TestWindowViews::aLowWindowFoldsTheTable()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const auto &table = app.find<DatasetTable>({});
    QVERIFY(!table.isFolded());
    app.window().resize(960, 600);
    QTRY_VERIFY(table.isFolded());
    app.window().resize(1440, 900);
    QTRY_VERIFY(!table.isFolded());
}

void TestWindowViews::f8FoldsTheTable()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const auto &table = app.find<DatasetTable>({});
    key(Qt::Key_F8);
    QVERIFY(table.isFolded());
    key(Qt::Key_F8);
    QVERIFY(!table.isFolded());
}

void TestWindowViews::f9HidesTheForm()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    key(Qt::Key_F9);
    QVERIFY(!app.isShown(u"queryDock"_s));
    key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(app.isShown(u"queryDock"_s));
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"eventField"_s));
}

void TestWindowViews::theThemeRepaints()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const QImage light = app.window().grab().toImage();
    app.theme().setChoice(ThemeChoice::Dark);
    QTRY_VERIFY(app.window().palette().color(QPalette::Window).lightness() < 128);
    QCOMPARE(app.window().isVisible(), true);
    const QImage dark = app.window().grab().toImage();
    QVERIFY(dark.pixelColor(dark.rect().center()).lightness() < 128);
    QVERIFY(light.pixelColor(light.rect().center()).lightness() >= 128);
    app.theme().setChoice(ThemeChoice::Light);
    QTRY_VERIFY(app.window().palette().color(QPalette::Window).lightness() >= 128);
    const QImage again = app.window().grab().toImage();
    QCOMPARE(again.pixelColor(again.rect().center()), light.pixelColor(light.rect().center()));
}

void TestWindowViews::anotherLanguageIsAnotherWindow()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    QAction *french = nullptr;
    const QList<QAction *> actions = app.window().findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->data() == u"fr"_s) {
            french = action;
        }
    }
    QVERIFY(french != nullptr);
    QMetaObject::invokeMethod(french, &QAction::trigger, Qt::QueuedConnection);
    QCOMPARE(QApplication::exec(), MainWindow::anotherLanguage);
    QCOMPARE(app.window().workspaceName(), u"demo"_s);
    app.start({.workspace = u"demo"_s});
    // Nothing is left over that would end the program with the first window.
    int said = 0;
    QMetaObject::invokeMethod(
        &app.window(),
        [&said] {
            said = 7;
            QCoreApplication::exit(said);
        },
        Qt::QueuedConnection);
    QCOMPARE(QApplication::exec(), 7);
}

void TestWindowViews::aViewOfTheFutureIsNotAsked()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const int before = app.seriesRequests();
    const QDate today = fixtureNow().date();
    for (const int days : {1, 2, 400}) {
        Query query = app.query();
        query.range = DaySpan{.first = today.addDays(days), .last = today.addDays(days + 30)};
        app.window().controller().setQuery(query);
        QVERIFY(!app.window().controller().isLoading());
    }
    QCOMPARE(app.seriesRequests(), before);
    QCOMPARE(app.dataset().times.size(), std::size_t{30}); // what was there stays
    app.start(); // and it is what the next start begins with
    QVERIFY(app.window().isVisible());
}

void TestWindowViews::aPoorerPartTakesNothingAway()
{
    AppFixture app(AppFixture::Network::Fake);
    app.start();
    app.window().controller().opener().setHistoryFile({}); // with one, a part has what was there
    app.window().controller().open(u"demo"_s);
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{4});
    QTRY_VERIFY(!app.window().controller().isLoading());
    int left = 2; // of four
    app.responder = [&left](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = asksForSeries(request) && left-- <= 0;
        return reply;
    };
    const QSignalSpy arrived(&app.window().controller(), &ViewController::arrived);
    const QSignalSpy progressed(&app.window().controller(), &ViewController::loadProgressed);
    app.window().controller().refresh();
    QTRY_COMPARE(progressed.size(), 2);
    app.window().controller().cancel();
    QVERIFY(arrived.isEmpty());
    QCOMPARE(app.dataset().series.size(), std::size_t{4});
    for (const Series &series : app.dataset().series) {
        QCOMPARE(series.states.front(), BucketState::Counted);
    }
}

void TestWindowViews::whatWasBeingLoadedIsNotWhenAnotherQueryFails()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    int left = 2; // of four
    app.responder = [&left](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = asksForSeries(request) && left-- <= 0;
        return reply;
    };
    Query query = app.query();
    query.range = Preset::Last91Days;
    app.window().controller().setQuery(query);
    QTRY_VERIFY(app.dataset().isLoading); // a part of it is on screen
    app.responder = [](const QNetworkRequest & /*request*/) {
        return CannedReply{.httpStatus = 400,
                           .error = QNetworkReply::ProtocolInvalidOperationError};
    };
    query.events = {u"another"_s};
    app.window().controller().setQuery(query);
    QTRY_VERIFY(!app.message().isEmpty());
    QVERIFY(!app.dataset().isLoading);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestWindowViews)
#include "tst_windowviews.moc"
