// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/chart/chartview.h"
#include "ui/table/datasettable.h"

#include <QAbstractButton>
#include <QChart>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Keys go where the focus is.
void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), which, modifiers);
}

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

QModelIndex segmentNamed(const QListView &list, const QString &name)
{
    return list.model()
        ->match(list.model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly)
        .value(0);
}

void chooseByKeys(const QString &event)
{
    key(Qt::Key_E, Qt::ControlModifier);
    type(event);
    key(Qt::Key_Return);
}

bool isQuiet(AppFixture &app)
{
    return !app.window().controller().isLoading();
}

} // namespace

/// Wants every key for itself, as a text field on X11 wants Ctrl+E.
class GreedyField final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        return QWidget::event(event);
    }
};

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aFreshProfileWelcomes();
    static void enterOnTheWelcomePageOpensTheDemo();
    static void theDemoAsksNobodyElse();
    static void typedKeysLeadToTheTable();
    static void noFieldTakesTheKeysOfTheEventPicker();
    static void changesByKeysAreOneLoad();
    static void escCancelsAndKeepsWhatIsOnScreen();
    static void withoutSegmentsTheWindowSaysWhatForTheyAre();
    static void withoutAnEventTheWindowAsksForOne();
    static void zerosAreNotNothing();
    static void nothingRecordedIsSaid();
    static void aNewAnswerEndsTheEmptyState();
    static void theViewComesBackAfterARestart();
    static void theDemoComesBackAfterARestart();
    static void theNamedWorkspaceIsOpened();
    static void noKeyMeansTwoThings();
    static void theKeyQuits();
};

void TestMainWindow::aFreshProfileWelcomes()
{
    AppFixture app;
    app.start();
    QVERIFY(app.isShown(u"welcomePage"_s));
    QVERIFY(!app.isShown(u"queryDock"_s));
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"exploreDemo"_s));
    QCOMPARE(app.window().windowTitle(), u"Emberline"_s);
    QCOMPARE(app.find<QLabel>(u"statusWorkspace"_s).text(), u"Not connected"_s);
    QVERIFY(app.hosts().isEmpty());
}

void TestMainWindow::enterOnTheWelcomePageOpensTheDemo()
{
    AppFixture app;
    app.start();
    key(Qt::Key_Return);
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{4});
    QCOMPARE(app.find<QTableView>(u"datasetTableView"_s).model()->rowCount(), 30);
    QCOMPARE(app.find<QTableView>(u"datasetTableView"_s).model()->columnCount(), 5);
    QVERIFY(app.isShown(u"chart"_s));
    ChartScene &scene = app.find<ChartView>(u"chart"_s).chartScene();
    QCOMPARE(scene.plan().dataset().series.size(), std::size_t{4});
    QVERIFY(scene.chart().series().size() >= 4);
    for (const Series &series : app.dataset().series) {
        QCOMPARE(series.states.back(), BucketState::Incomplete);
        QCOMPARE(series.states.front(), BucketState::Counted);
    }
    QCOMPARE(app.window().windowTitle(), u"checkout_completed — Demo data — Emberline"_s);
    QCOMPARE(app.find<QLabel>(u"statusWorkspace"_s).text(), u"Demo data"_s);
    QCOMPARE(app.find<QLabel>(u"statusFetched"_s).text().left(7), u"Updated"_s);
    QVERIFY(!app.message(u"demo"_s).isEmpty());
}

void TestMainWindow::theDemoAsksNobodyElse()
{
    AppFixture app;
    app.startDemo();
    QVERIFY(app.hosts().size() >= 6);
    for (const QString &host : app.hosts()) {
        QCOMPARE(host, u"127.0.0.1"_s);
    }
}

void TestMainWindow::typedKeysLeadToTheTable()
{
    AppFixture app;
    app.startDemo();
    chooseByKeys(u"cart_abandoned"_s);
    QTRY_COMPARE(app.window().controller().answeredView().query.events,
                 QStringList{u"cart_abandoned"_s});
    key(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"eventField"_s));
    type(u"chkt"_s);
    const auto &list = app.find<QListView>(u"eventList"_s);
    QVERIFY(list.isVisible());
    QCOMPARE(list.currentIndex().data().toString(), u"checkout_completed"_s);
    key(Qt::Key_Return);
    QCOMPARE(app.query().events, QStringList{u"checkout_completed"_s});
    QTRY_COMPARE(app.window().controller().answeredView().query.events,
                 QStringList{u"checkout_completed"_s});
    QCOMPARE(app.find<QTableView>(u"datasetTableView"_s).model()->rowCount(), 30);
    QCOMPARE(app.dataset().series.front().key.metric.name, u"checkout_completed"_s);
}

void TestMainWindow::noFieldTakesTheKeysOfTheEventPicker()
{
    AppFixture app;
    app.startDemo();
    GreedyField field(&app.window());
    QKeyEvent ours(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
    QCoreApplication::sendEvent(&field, &ours);
    QVERIFY(!ours.isAccepted());
    QKeyEvent theirs(QEvent::ShortcutOverride, Qt::Key_A, Qt::ControlModifier);
    QCoreApplication::sendEvent(&field, &theirs);
    QVERIFY(theirs.isAccepted());
}

void TestMainWindow::changesByKeysAreOneLoad()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const int before = app.seriesRequests();
    QSignalSpy started(&app.window().controller(), &ViewController::loadStarted);
    childOf<QAction>(app.find<QWidget>(u"queryDock"_s), u"rangeLastAction"_s).trigger();
    type(u"24"_s);
    key(Qt::Key_Return);
    auto &hour = app.find<QWidget>(u"hourButton"_s);
    hour.setFocus();
    key(Qt::Key_Space);
    QCOMPARE(std::get<LastUnits>(app.query().range).length, 24);
    QCOMPARE(app.query().unit, Unit::Hour);
    QTRY_COMPARE(app.dataset().unit, Unit::Hour);
    QCOMPARE(app.dataset().times.size(), std::size_t{24});
    QCOMPARE(started.size(), 1);
    QCOMPARE(app.seriesRequests() - before, 4);
}

void TestMainWindow::escCancelsAndKeepsWhatIsOnScreen()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const DatasetPtr shown = app.window().controller().model()->dataset();
    app.responder = [](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        reply.held = true;
        return reply;
    };
    chooseByKeys(u"cart_abandoned"_s);
    QTRY_COMPARE(app.network().underWay(), 4);
    QVERIFY(app.isShown(u"loadProgress"_s));
    QVERIFY(!app.find<QLabel>(u"statusLoading"_s).text().isEmpty());
    key(Qt::Key_Escape);
    QVERIFY(isQuiet(app));
    QCOMPARE(app.network().underWay(), 0);
    QVERIFY(!app.isShown(u"loadProgress"_s));
    QCOMPARE(app.find<QLabel>(u"statusLoading"_s).text(), QString());
    QCOMPARE(app.window().controller().model()->dataset(), shown);
    QVERIFY(app.isShown(u"chart"_s));
    QCOMPARE(app.message(), QString());
}

void TestMainWindow::withoutSegmentsTheWindowSaysWhatForTheyAre()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    key(Qt::Key_J, Qt::ControlModifier);
    auto &list = app.find<QListView>(u"segmentList"_s);
    list.setFocus();
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked) {
            list.setCurrentIndex(index);
            key(Qt::Key_Space);
        }
    }
    QVERIFY(app.query().segments.empty());
    QCOMPARE(app.emptyTitle(), u"Compare groups"_s);
    QVERIFY(isQuiet(app));
    list.setCurrentIndex(segmentNamed(list, u"All users"_s));
    key(Qt::Key_Space);
    QCOMPARE(app.emptyTitle(), QString());
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{1});
}

void TestMainWindow::withoutAnEventTheWindowAsksForOne()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.window().controller().setView({});
    QCOMPARE(app.emptyTitle(), u"Pick an event"_s);
    QCOMPARE(app.window().windowTitle(), u"Demo data — Emberline"_s);
    QVERIFY(!app.find<DatasetTable>({}).isVisible());
}

void TestMainWindow::zerosAreNotNothing()
{
    AppFixture app(AppFixture::Network::Fake);
    app.responder = [](const QNetworkRequest &request) {
        CannedReply reply = shopAnswer(request);
        if (asksForSeries(request)) {
            const QString body = QString::fromLatin1(reply.body);
            static const QRegularExpression count(u"\"count\":\\s*\\d+"_s);
            reply.body = QString(body).replace(count, u"\"count\":0"_s).toLatin1();
        }
        return reply;
    };
    app.startDemo();
    QTRY_COMPARE(app.emptyTitle(), u"It did not happen"_s);
    QVERIFY(everyTextOf(app.window()).contains(u"Braze counted 0 checkout_completed in "_s));
    QCOMPARE(app.find<QTableView>(u"datasetTableView"_s).model()->rowCount(), 30);
    QVERIFY(app.isShown(u"datasetTableView"_s));
    app.find<QAbstractButton>(u"emptyWidenRange"_s).click();
    QCOMPARE(app.query().range, Range(Preset::Last12Months));
}

void TestMainWindow::nothingRecordedIsSaid()
{
    AppFixture app(AppFixture::Network::Fake);
    app.responder = [](const QNetworkRequest &request) {
        return asksForSeries(request) ? CannedReply{.body = R"({"message":"success","data":[]})"}
                                      : shopAnswer(request);
    };
    app.startDemo();
    QTRY_COMPARE(app.emptyTitle(), u"Nothing recorded here"_s);
    QVERIFY(everyTextOf(app.window()).contains(u"Braze has no checkout_completed in "_s));
    app.find<QAbstractButton>(u"emptyLastYear"_s).click();
    QCOMPARE(app.query().range, Range(Preset::Last12Months));
    app.find<QAbstractButton>(u"emptyCheckSpelling"_s).click();
    QCOMPARE(QApplication::focusWidget(), &app.find<QWidget>(u"eventField"_s));
}

void TestMainWindow::aNewAnswerEndsTheEmptyState()
{
    AppFixture app(AppFixture::Network::Fake);
    app.responder = [](const QNetworkRequest &request) {
        return asksForSeries(request) ? CannedReply{.body = R"({"message":"success","data":[]})"}
                                      : shopAnswer(request);
    };
    app.startDemo();
    QTRY_COMPARE(app.emptyTitle(), u"Nothing recorded here"_s);
    app.responder = shopAnswer;
    key(Qt::Key_F5);
    QTRY_COMPARE(app.emptyTitle(), QString());
    QVERIFY(app.isShown(u"chart"_s));
}

void TestMainWindow::theViewComesBackAfterARestart()
{
    AppFixture app;
    app.startDemo();
    View view = app.window().controller().view();
    view.query.events = QStringList{u"cart_abandoned"_s};
    view.query.unit = Unit::Hour;
    view.query.granularity = Granularity::Hour;
    view.query.range = LastUnits{.length = 48};
    std::get<LastUnits>(view.query.range).endingAt = fixtureNow().addDays(-7);
    view.query.segments.resize(2);
    app.window().controller().setView(view);
    QTRY_COMPARE(app.window().controller().answeredView(), view);
    app.start();
    QCOMPARE(app.window().controller().view(), view);
    QTRY_COMPARE(app.window().controller().answeredView(), view);
    QCOMPARE(app.dataset().times.size(), std::size_t{48});
    QCOMPARE(app.find<QLineEdit>(u"eventField"_s).text(), u"cart_abandoned"_s);
}

void TestMainWindow::theDemoComesBackAfterARestart()
{
    AppFixture app;
    app.startDemo();
    app.start();
    QVERIFY(!app.isShown(u"welcomePage"_s));
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{4});
    QCOMPARE(app.find<QLabel>(u"statusWorkspace"_s).text(), u"Demo data"_s);
}

void TestMainWindow::theNamedWorkspaceIsOpened()
{
    AppFixture app;
    app.start({.demoIfUnconnected = true});
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{4});
    QCOMPARE(app.window().workspaceName(), u"demo"_s);
}

void TestMainWindow::noKeyMeansTwoThings()
{
    AppFixture app;
    app.start();
    QStringList keys;
    const QList<QAction *> actions = app.window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut) {
            continue; // it means something else elsewhere
        }
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts) {
            keys.append(shortcut.toString());
        }
    }
    QVERIFY(keys.contains(u"Ctrl+Q"_s));
    keys.sort();
    QStringList unique = keys;
    unique.removeDuplicates();
    QVERIFY2(keys == unique, qPrintable(keys.join(u' ')));
}

void TestMainWindow::theKeyQuits()
{
    AppFixture app;
    app.start();
    QVERIFY(app.window().isVisible());
    key(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!app.window().isVisible());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestMainWindow)
#include "tst_mainwindow.moc"
