// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/window/panelnotes.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// The demo on screen; from now on answers come when they are released.
void holdAnswers(AppFixture &app)
{
    app.startDemo();
    app.responder = [](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = true;
        return reply;
    };
}

void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

QString lineOf(AppFixture &app)
{
    const auto &line = app.find<QLabel>(u"loadText"_s);
    return line.isVisible() ? line.text() : QString();
}

} // namespace

class TestProgressLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theLineCountsTheRequests();
    static void itStandsInTheUpperCornerOfTheChart();
    static void cancelCancels();
    static void theCancelButtonIsReachedByKey();
    static void aLoadThatIsOverLeavesNothing();
    static void aQuickLoadIsNotWorthALine();
    static void aNarrowPanelSaysLess();
    static void whileItWaitsItSaysUntilWhen();
    static void theHeadGivesWayToTheNotes();
    static void withoutAPictureNoneIsOffered();
    static void bothKeysReadAgain_data();
    static void bothKeysReadAgain();
};

void TestProgressLine::theLineCountsTheRequests()
{
    AppFixture app(AppFixture::Network::Fake);
    holdAnswers(app);
    const std::size_t before = app.network().requests().size();
    key(Qt::Key_F5);
    QTRY_COMPARE(app.network().underWay(), 4);
    app.network().release(before);
    app.network().release(before + 1);
    QTRY_COMPARE(lineOf(app), u"Loading, 2 of 4 requests"_s);
    QCOMPARE(app.find<QLabel>(u"statusLoading"_s).text(), lineOf(app));
    const auto &bar = app.find<QProgressBar>(u"loadProgress"_s);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.value(), 2);
    QCOMPARE(bar.maximum(), 4);
    QVERIFY(app.isShown(u"chart"_s));
    QCOMPARE(app.dataset().series.size(), std::size_t{4});
}

void TestProgressLine::itStandsInTheUpperCornerOfTheChart()
{
    AppFixture app(AppFixture::Network::Fake);
    holdAnswers(app);
    key(Qt::Key_F5);
    QTRY_VERIFY(!lineOf(app).isEmpty());
    const auto &notes = app.find<PanelNotes>(u"panelNotes"_s);
    const auto &chart = app.find<ChartView>(u"chart"_s);
    const QPoint corner = chart.mapFromGlobal(notes.mapToGlobal(notes.rect().topRight()));
    QCOMPARE(corner.x(), chart.width() - 1 - 16);
    QVERIFY(corner.y() >= 0 && corner.y() + notes.height() <= 56);
    app.window().resize(1200, 700);
    QCOMPARE(chart.mapFromGlobal(notes.mapToGlobal(notes.rect().topRight())).x(),
             chart.width() - 1 - 16);
    QVERIFY(app.window().childAt(notes.mapTo(&app.window(), notes.rect().center())) != &chart);
}

void TestProgressLine::cancelCancels()
{
    AppFixture app(AppFixture::Network::Fake);
    holdAnswers(app);
    const DatasetPtr shown = app.window().controller().model()->dataset();
    key(Qt::Key_F5);
    QTRY_VERIFY(!lineOf(app).isEmpty());
    QTest::mouseClick(&app.find<QPushButton>(u"cancelLoad"_s), Qt::LeftButton);
    QVERIFY(!app.window().controller().isLoading());
    QVERIFY(!app.isShown(u"panelNotes"_s));
    QVERIFY(!app.isShown(u"loadProgress"_s));
    QCOMPARE(app.network().underWay(), 0);
    QCOMPARE(app.dataset().times, shown->times); // what is held has taken its place
    QVERIFY(app.dataset().series.front().states == shown->series.front().states);
    QCOMPARE(app.dataset().series.front().values, shown->series.front().values);
}

void TestProgressLine::theCancelButtonIsReachedByKey()
{
    AppFixture app(AppFixture::Network::Fake);
    holdAnswers(app);
    app.find<ChartView>(u"chart"_s).setFocus();
    key(Qt::Key_F5);
    QTRY_VERIFY(!lineOf(app).isEmpty());
    key(Qt::Key_Tab);
    if (app.isShown(u"overview"_s)) {
        key(Qt::Key_Tab);
    }
    QCOMPARE(QApplication::focusWidget(), &app.find<QPushButton>(u"cancelLoad"_s));
    key(Qt::Key_Space);
    QVERIFY(!app.window().controller().isLoading());
    QVERIFY(QApplication::focusWidget() != nullptr);
    QVERIFY(QApplication::focusWidget()->isVisible());
}

void TestProgressLine::aLoadThatIsOverLeavesNothing()
{
    AppFixture app(AppFixture::Network::Fake);
    holdAnswers(app);
    const std::size_t before = app.network().requests().size();
    key(Qt::Key_F5);
    QTRY_VERIFY(!lineOf(app).isEmpty());
    QTRY_COMPARE(app.network().underWay(), 4);
    for (std::size_t i = 0; i < 4; ++i) {
        app.network().release(before + i);
    }
    QTRY_VERIFY(!app.window().controller().isLoading());
    QVERIFY(!app.isShown(u"panelNotes"_s));
    QCOMPARE(app.find<QLabel>(u"statusLoading"_s).text(), QString());
}

void TestProgressLine::aQuickLoadIsNotWorthALine()
{
    QWidget panel;
    panel.resize(800, 400);
    PanelNotes notes(&panel);
    panel.show();
    notes.showLoading(u"Loading"_s);
    QVERIFY(!notes.isVisible());
    notes.showLoading({});
    QSignalSpy waited(notes.findChild<QTimer *>(), &QTimer::timeout);
    QVERIFY(!notes.findChild<QTimer *>()->isActive());
    notes.showLoading(u"Loading"_s);
    QVERIFY(waited.wait());
    QVERIFY(notes.isVisible());
    notes.showLoading(u"Loading, 1 of 2 requests"_s);
    QCOMPARE(notes.findChild<QLabel *>(u"loadText"_s)->text(), u"Loading, 1 of 2 requests"_s);
}

void TestProgressLine::aNarrowPanelSaysLess()
{
    QWidget panel;
    panel.resize(1400, 400);
    PanelNotes notes(&panel);
    panel.show();
    const auto shows = [&notes](const QString &name) {
        return notes.findChild<QWidget *>(name)->isVisible();
    };
    QSignalSpy waited(notes.findChild<QTimer *>(), &QTimer::timeout);
    notes.showOffline(u"Offline · data from 23 Nov 14:05"_s);
    notes.showLoading(u"Loading, 112 of 352 requests, about 6 s left"_s);
    QVERIFY(shows(u"offlineChip"_s));
    QVERIFY(waited.wait());
    QVERIFY(shows(u"offlineChip"_s) && shows(u"loadText"_s) && shows(u"loadKey"_s));
    panel.resize(800, 400);
    QVERIFY(!shows(u"offlineChip"_s));
    QVERIFY(shows(u"loadText"_s) && shows(u"cancelLoad"_s));
    QVERIFY(notes.width() <= 480);
    panel.resize(500, 400);
    QVERIFY(!shows(u"loadKey"_s));
    QVERIFY(shows(u"cancelLoad"_s));
    notes.showLoading({});
    QVERIFY(shows(u"offlineChip"_s));
    QVERIFY(!shows(u"loadText"_s) && !shows(u"cancelLoad"_s) && !shows(u"loadKey"_s));
}

void TestProgressLine::bothKeysReadAgain_data()
{
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("F5") << Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::newRow("Ctrl+F5") << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void TestProgressLine::bothKeysReadAgain()
{
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const QSignalSpy reads(&app.window().controller(), &ViewController::loadStarted);
    key(Qt::Key_F5, modifiers);
    QCOMPARE(reads.size(), 1);
    QTRY_VERIFY(!app.window().controller().isLoading());
    app.window().controller().close();
    key(Qt::Key_F5, modifiers);
    QCOMPARE(reads.size(), 1);
}

void TestProgressLine::whileItWaitsItSaysUntilWhen()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.responder = [](const QNetworkRequest & /*request*/) {
        return CannedReply{.httpStatus = 429, .body = "{}", .headers = {{"Retry-After", "600"}}};
    };
    key(Qt::Key_F5);
    QTRY_VERIFY(!app.message(u"wait"_s).isEmpty());
    QTRY_COMPARE(lineOf(app), u"Waiting until 13:15"_s);
    QCOMPARE(app.find<QLabel>(u"statusLoading"_s).text(), lineOf(app));
    app.window().controller().cancel();
    QCOMPARE(lineOf(app), QString());
}

void TestProgressLine::theHeadGivesWayToTheNotes()
{
    AppFixture app(AppFixture::Network::Fake);
    holdAnswers(app);
    const ChartPlan &plan = app.find<ChartView>(u"chart"_s).chartScene().plan();
    QCOMPARE(plan.content.headTaken, 0.0);
    key(Qt::Key_F5);
    QTRY_VERIFY(!lineOf(app).isEmpty());
    const auto &notes = app.find<PanelNotes>(u"panelNotes"_s);
    QVERIFY(plan.content.headTaken >= notes.width());
    app.window().controller().cancel();
    QCOMPARE(plan.content.headTaken, 0.0);
}

void TestProgressLine::withoutAPictureNoneIsOffered()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const auto &copy = app.find<QAction>(u"copyImageAction"_s);
    const auto &save = app.find<QAction>(u"exportAction"_s);
    QVERIFY(copy.isEnabled() && save.isEnabled());
    Query query = app.query();
    query.events.clear();
    app.window().controller().setQuery(query);
    QVERIFY(!copy.isEnabled() && !save.isEnabled());
    QCOMPARE(copy.toolTip(), u"There is no chart on screen yet"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestProgressLine)

#include "tst_progressline.moc"
