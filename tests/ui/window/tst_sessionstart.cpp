// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historyplace.h"
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/feedback/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

namespace {

Query checkouts()
{
    Query query;
    query.events = QStringList{u"checkout_completed"_s};
    query.range = LastUnits{.length = 40};
    return query;
}

/// The saved workspace, loaded once and closed.
struct Bench
{
    Bench()
    {
        app.keepsHistory = true;
        start();
        app.window().controller().setQuery(checkouts());
        const bool loaded = QTest::qWaitFor([this] {
            return !app.window().controller().isLoading() && app.dataset().series.size() == 1
                && !app.dataset().isLoading && catalog().eventsState == ListState::Read;
        });
        if (!loaded) {
            qFatal("it was not loaded");
        }
        before = app.dataset();
        lists = catalog();
        app.stop();
    }

    void start()
    {
        app.start();
        const bool opened = QTest::qWaitFor(
            [this] { return app.window().workspaceName() == u"ACME Production"; });
        if (!opened) {
            qFatal("it was not opened");
        }
    }

    [[nodiscard]] const Catalog &catalog() { return app.window().controller().catalog(); }
    [[nodiscard]] QString historyFolder() const { return app.profile() + u"/history"_s; }

    /// From now on no answer comes.
    void silence()
    {
        app.responder = [](const QNetworkRequest &request) {
            CannedReply reply = shopAnswer(request);
            reply.held = true;
            return reply;
        };
    }

    void cutOff()
    {
        app.responder = [](const QNetworkRequest &) {
            return CannedReply{.httpStatus = 0, .error = QNetworkReply::HostNotFoundError};
        };
    }

    [[nodiscard]] int listRequests()
    {
        const std::vector<QNetworkRequest> &all = app.network().requests();
        return static_cast<int>(all.size()) - app.seriesRequests();
    }

    /// Whether what was final then is on screen now.
    [[nodiscard]] bool showsWhatWasThere()
    {
        const Dataset &now = app.dataset();
        if (now.times != before.times || now.series.size() != 1) {
            return false;
        }
        const std::size_t final = now.times.size() - 1;
        for (std::size_t i = 0; i < final; ++i) {
            if (now.series.front().values[i] != before.series.front().values[i]
                || now.series.front().states[i] != BucketState::Counted) {
                return false;
            }
        }
        return app.isShown(u"chart"_s);
    }

    /// Starts while the keychain is as @p mood says.
    void startWithout(FakeSecretStore::Mood mood)
    {
        app.keychain.setMood(mood);
        app.start();
        if (!QTest::qWaitFor([this] { return !app.message(u"opening"_s).isEmpty(); })) {
            qFatal("nothing was said");
        }
    }

    WorkspaceFixture app;
    Dataset before;
    Catalog lists;
};

} // namespace

class TestSessionStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void cleanup() { QVERIFY(QApplication::activeModalWidget() == nullptr); }
    static void theLastViewAndItsDataAreThereBeforeAnyAnswer();
    static void withoutANetworkTheDataStays();
    static void theListsAreThereWithoutBeingAskedFor();
    static void theListsOfYesterdayStayWhileTheyAreReadAnew();
    static void theListsAreReadAnewByHand();
    static void withoutANetworkTheListsStay();
    static void whatIsClearedIsNotThereTheNextTime();
    static void aDeletedWorkspaceLeavesNothingBehind();
    static void withoutItsKeyWhatIsKeptIsShown_data();
    static void withoutItsKeyWhatIsKeptIsShown();
    static void withItsKeyTheWorkspaceGoesOn();
    static void withoutItsKeyNothingIsAsked();
    static void withoutItsKeyAndWithNothingKeptTheReasonTakesItsPlace();
};

void TestSessionStart::theLastViewAndItsDataAreThereBeforeAnyAnswer()
{
    Bench bench;
    QCOMPARE(bench.before.times.size(), std::size_t{40});
    bench.silence();
    bench.app.clock.turn(1h);
    bench.start();
    QCOMPARE(bench.app.query(), checkouts());
    QCOMPARE(bench.app.find<QLineEdit>(u"eventField"_s).text(), u"checkout_completed"_s);
    QTRY_VERIFY(bench.showsWhatWasThere());
    QTRY_COMPARE(bench.app.seriesRequests(), 1); // for the day that is not over
    QCOMPARE(bench.app.network().underWay(), 1);
    QVERIFY(bench.app.window().controller().isLoading());
    QVERIFY(bench.showsWhatWasThere());
}

void TestSessionStart::withoutANetworkTheDataStays()
{
    Bench bench;
    bench.cutOff();
    bench.app.clock.turn(1h);
    bench.start();
    QTRY_VERIFY(bench.app.isShown(u"offlineChip"_s));
    QVERIFY(bench.showsWhatWasThere());
    QCOMPARE(bench.app.find<QLabel>(u"offlineChip"_s).text(),
             u"Offline · data from 23 Nov 13:05"_s);
}

void TestSessionStart::theListsAreThereWithoutBeingAskedFor()
{
    Bench bench;
    bench.silence();
    bench.app.clock.turn(1h);
    bench.start();
    QTRY_COMPARE(bench.catalog(), bench.lists);
    QTRY_COMPARE(bench.app.seriesRequests(), 1);
    QCOMPARE(bench.listRequests(), 0);
    const auto &age = bench.app.find<QWidget>(u"segmentAge"_s);
    QCOMPARE(childOf<QLabel>(age, u"ageText"_s).text(), u"Read 1 h ago"_s);
}

void TestSessionStart::theListsOfYesterdayStayWhileTheyAreReadAnew()
{
    Bench bench;
    bench.silence();
    bench.app.clock.turn(25h);
    bench.start();
    QTRY_COMPARE(bench.listRequests(), 2);
    QCOMPARE(bench.catalog(), bench.lists);
    const auto &age = bench.app.find<QWidget>(u"segmentAge"_s);
    QCOMPARE(childOf<QLabel>(age, u"ageText"_s).text(), u"Reading the list…"_s);
}

void TestSessionStart::theListsAreReadAnewByHand()
{
    Bench bench;
    bench.app.clock.turn(1h);
    bench.start();
    QTRY_COMPARE(bench.catalog(), bench.lists);
    const auto &age = bench.app.find<QWidget>(u"segmentAge"_s);
    childOf<QAbstractButton>(age, u"ageRefresh"_s).click();
    QTRY_COMPARE(bench.catalog().eventsReadAt, fixtureNow().addSecs(3'600));
    QCOMPARE(bench.listRequests(), 2);
    QCOMPARE(childOf<QLabel>(age, u"ageText"_s).text(), u"Read just now"_s);
}

void TestSessionStart::withoutANetworkTheListsStay()
{
    Bench bench;
    bench.cutOff();
    bench.app.clock.turn(25h);
    bench.start();
    QTRY_COMPARE(bench.catalog().eventsState, ListState::Failed);
    QCOMPARE(bench.catalog().events, bench.lists.events);
    QCOMPARE(bench.catalog().segments, bench.lists.segments);
    QCOMPARE(bench.catalog().eventsReadAt, fixtureNow());
}

void TestSessionStart::whatIsClearedIsNotThereTheNextTime()
{
    Bench bench;
    bench.start();
    QTRY_VERIFY(bench.showsWhatWasThere());
    QTest::keyClick(&bench.app.window(), Qt::Key_Comma, Qt::ControlModifier);
    const auto &dialog = bench.app.find<QWidget>(u"settingsDialog"_s);
    auto &clear = childOf<QAbstractButton>(dialog, u"clearData"_s);
    QTRY_VERIFY(clear.isEnabled());
    clear.click();
    childOf<QAbstractButton>(dialog, u"reallyClear"_s).click();
    const auto &size = childOf<QLabel>(dialog, u"dataSize"_s);
    QTRY_VERIFY(size.text() != u"Clearing…"_s);
    childOf<QAbstractButton>(dialog, u"closeSettings"_s).click();
    QVERIFY(bench.showsWhatWasThere()); // what is on screen stays
    bench.silence();
    bench.start();
    QTRY_COMPARE(bench.app.seriesRequests(), 1);
    QTRY_COMPARE(bench.listRequests(), 2);
    QVERIFY(bench.app.dataset().isEmpty());
    QVERIFY(bench.catalog().events.isEmpty());
}

void TestSessionStart::aDeletedWorkspaceLeavesNothingBehind()
{
    Bench bench;
    QVERIFY(historyBytes(bench.historyFolder(), bench.app.id()) > 0);
    bench.start();
    bench.app.window().findChild<QAction *>(u"workspacesAction"_s)->trigger();
    const auto &dialog = bench.app.find<QWidget>(u"workspacesDialog"_s);
    childOf<QAbstractButton>(dialog, u"deleteWorkspace"_s).click();
    childOf<QAbstractButton>(dialog, u"reallyDelete"_s).click();
    QTRY_VERIFY(!bench.app.window().controller().isOpen());
    QTRY_VERIFY(QDir(bench.historyFolder()).isEmpty());
    childOf<QAbstractButton>(dialog, u"closeWorkspaces"_s).click();
}

void TestSessionStart::withoutItsKeyWhatIsKeptIsShown_data()
{
    QTest::addColumn<int>("mood");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("action");
    QTest::newRow("locked") << static_cast<int>(FakeSecretStore::Mood::Locked)
                            << u"The keyring is locked, the request was declined, or the key of "
                               "ACME Production was removed."_s
                            << static_cast<int>(MessageAction::EnterKey);
    QTest::newRow("silent") << static_cast<int>(FakeSecretStore::Mood::Hanging)
                            << u"Waiting for the system keyring…"_s
                            << static_cast<int>(MessageAction::UseSessionKey);
}

void TestSessionStart::withoutItsKeyWhatIsKeptIsShown()
{
    QFETCH(const int, mood);
    QFETCH(const QString, sentence);
    QFETCH(const int, action);
    Bench bench;
    bench.startWithout(static_cast<FakeSecretStore::Mood>(mood));
    QTRY_VERIFY(bench.showsWhatWasThere());
    QCOMPARE(bench.app.message(u"opening"_s), sentence);
    const MessageBar *bar = bench.app.find<MessageBarStack>(u"messageBars"_s).bar(u"opening"_s);
    QVERIFY(bar->button(static_cast<MessageAction>(action)) != nullptr);
    QCOMPARE(bench.app.query(), checkouts());
    bench.app.keychain.wakeUp();
}

void TestSessionStart::withItsKeyTheWorkspaceGoesOn()
{
    Bench bench;
    bench.startWithout(FakeSecretStore::Mood::Locked);
    QTRY_VERIFY(bench.showsWhatWasThere());
    bench.app.keychain.setMood(FakeSecretStore::Mood::Obliging);
    bench.app.clock.turn(1h);
    bench.app.press(MessageAction::Retry, u"opening"_s);
    QTRY_VERIFY(!bench.app.window().controller().needsKey());
    QTRY_COMPARE(bench.app.seriesRequests(), 1);
    QCOMPARE(bench.app.message(u"opening"_s), QString());
    QTRY_VERIFY(bench.showsWhatWasThere());
}

void TestSessionStart::withoutItsKeyNothingIsAsked()
{
    Bench bench;
    bench.app.clock.turn(25h);
    bench.startWithout(FakeSecretStore::Mood::Locked);
    QTRY_VERIFY(bench.app.isShown(u"chart"_s));
    QTRY_COMPARE(bench.catalog().events, bench.lists.events);
    ViewController &controller = bench.app.window().controller();
    controller.refresh();
    QTRY_VERIFY(!controller.isLoading());
    controller.reload();
    QTRY_VERIFY(!controller.isLoading());
    controller.refreshCatalog();
    QVERIFY(!controller.isReadingCatalog());
    QCOMPARE(bench.app.network().requests().size(), std::size_t{0});
    QCOMPARE(bench.app.find<QLabel>(u"statusSign"_s).accessibleName(),
             u"Without an accepted key"_s);
}

void TestSessionStart::withoutItsKeyAndWithNothingKeptTheReasonTakesItsPlace()
{
    Bench bench;
    QVERIFY(QDir(bench.historyFolder()).removeRecursively());
    bench.app.keychain.setMood(FakeSecretStore::Mood::Locked);
    bench.app.start();
    QTRY_COMPARE(bench.app.emptyTitle(), u"This workspace needs its key"_s);
    QVERIFY(!bench.app.isShown(u"chart"_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestSessionStart)

#include "tst_sessionstart.moc"
