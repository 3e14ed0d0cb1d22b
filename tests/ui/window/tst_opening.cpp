// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/window/obstacles.h"
#include "ui/feedback/messagebar.h"
#include "ui/table/datasettable.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

using Mood = FakeSecretStore::Mood;

namespace {

QAction &actionOf(AppFixture &app, const QString &name)
{
    return *app.window().findChild<QAction *>(name);
}

/// Nothing of an open workspace is there: no table, no form, no commands.
bool isClosed(AppFixture &app)
{
    return !app.isShown(u"chart"_s) && !app.find<DatasetTable>({}).isVisible()
        && !app.isShown(u"queryDock"_s) && !actionOf(app, u"refreshAction"_s).isEnabled();
}

void markKey(const WorkspaceFixture &app, KeyPlace place)
{
    QVERIFY(!WorkspaceStore(app.profile()).setKeyPlace(app.id(), place));
}

void endDialog(AppFixture &app)
{
    QTest::keyClick(&app.find<QWidget>(u"connectDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!app.isShown(u"connectDialog"_s));
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void cleanup() { QVERIFY(QApplication::activeModalWidget() == nullptr); }
    static void anUnknownNameLeavesTheWelcomePage();
    static void aWorkspaceThatIsGoneLeavesTheWelcomePage();
    static void anUnknownNameLeavesWhatIsOpen();
    static void aMissingKeyTakesThePlaceOfTheWorkspace();
    static void theKeyIsAskedFor();
    static void anotherWorkspaceMayBeConnected();
    static void theKeyIsTriedAgain();
    static void aKeyThatNeverWasIsNotTriedAgain_data();
    static void aKeyThatNeverWasIsNotTriedAgain();
    static void aSilentKeychainIsSaid();
    static void aSilentKeychainLeavesWhatIsOpen();
    static void aDeletedWorkspaceIsNotWaitedFor();
    static void theDemoIsOpenedAgain();
    static void theDemoBarStaysClosed();
    static void theDemoHasNoConnectionToEdit();
};

void TestOpening::anUnknownNameLeavesTheWelcomePage()
{
    WorkspaceFixture app;
    app.start({.workspace = u"no <b>such</b>"_s});
    QCOMPARE(app.message(u"opening"_s), u"There is no workspace called no <b>such</b>."_s);
    QVERIFY(app.isShown(u"welcomePage"_s));
    QVERIFY(isClosed(app));
    app.window().controller().open(app.id());
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    QCOMPARE(app.message(u"opening"_s), QString());
    QVERIFY(app.isShown(u"queryDock"_s));
    QVERIFY(!app.isShown(u"welcomePage"_s));
}

void TestOpening::aWorkspaceThatIsGoneLeavesTheWelcomePage()
{
    WorkspaceFixture app;
    WorkspaceFile content{.currentId = app.id()};
    QFile file(app.profile() + u"/workspaces.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(toBytes(content)) > 0);
    file.close();
    app.start();
    QCOMPARE(app.message(u"opening"_s),
             u"This workspace is no longer there. It may have been deleted in another window."_s);
    QVERIFY(app.isShown(u"welcomePage"_s));
    QVERIFY(isClosed(app));
}

void TestOpening::anUnknownNameLeavesWhatIsOpen()
{
    WorkspaceFixture app;
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    app.window().controller().open(u"2f8fad5b-d9cb-469f-a165-70867728950e"_s);
    QVERIFY(!app.message(u"opening"_s).isEmpty());
    QCOMPARE(app.window().workspaceName(), u"ACME Production"_s);
    QVERIFY(!app.isShown(u"welcomePage"_s));
}

void TestOpening::aMissingKeyTakesThePlaceOfTheWorkspace()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Locked);
    app.start();
    QTRY_COMPARE(app.emptyTitle(), u"This workspace needs its key"_s);
    QCOMPARE(obstacleText(app),
             u"The keyring is locked, the request was declined, or the key of ACME Production "
             "was removed."_s);
    QVERIFY(isClosed(app));
    QVERIFY(!app.isShown(u"welcomePage"_s));
    QVERIFY(!app.isShown(u"messageBars"_s)); // it is said once
    QCOMPARE(QApplication::focusWidget(), obstacleButton(app, MessageAction::Retry));
}

void TestOpening::theKeyIsAskedFor()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Locked);
    app.start();
    QTRY_VERIFY(!obstacleText(app).isEmpty());
    pressObstacle(app, MessageAction::EnterKey);
    QCOMPARE(app.find<QLineEdit>(u"workspaceName"_s).text(), u"ACME Production"_s);
    auto &field = app.find<QLineEdit>(u"apiKey"_s);
    QTRY_COMPARE(QApplication::focusWidget(), &field);
    QCOMPARE(field.placeholderText(), QString()); // there is nothing that could be unchanged
    QVERIFY(field.accessibleDescription().startsWith(u"This workspace needs a key"_s));
    endDialog(app);
    QVERIFY(!obstacleText(app).isEmpty());
}

void TestOpening::anotherWorkspaceMayBeConnected()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Locked);
    app.start();
    QTRY_VERIFY(!obstacleText(app).isEmpty());
    pressObstacle(app, MessageAction::Connect);
    QCOMPARE(app.find<QLineEdit>(u"workspaceName"_s).text(), QString());
    endDialog(app);
}

void TestOpening::theKeyIsTriedAgain()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Locked);
    app.start();
    QTRY_VERIFY(!obstacleText(app).isEmpty());
    app.keychain.setMood(Mood::Obliging);
    pressObstacle(app, MessageAction::Retry);
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    QVERIFY(app.isShown(u"queryDock"_s));
}

void TestOpening::aKeyThatNeverWasIsNotTriedAgain_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << static_cast<int>(KeyPlace::None)
                          << u"ACME Production has no key yet."_s;
    QTest::newRow("of a session that ended")
        << static_cast<int>(KeyPlace::Session)
        << u"The key of ACME Production was kept for one session only."_s;
}

void TestOpening::aKeyThatNeverWasIsNotTriedAgain()
{
    QFETCH(const int, place);
    QFETCH(const QString, sentence);
    WorkspaceFixture app;
    markKey(app, static_cast<KeyPlace>(place));
    app.start();
    QTRY_COMPARE(obstacleText(app), sentence);
    QVERIFY(obstacleButton(app, MessageAction::Retry) == nullptr);
    QCOMPARE(QApplication::focusWidget(), obstacleButton(app, MessageAction::EnterKey));
}

void TestOpening::aSilentKeychainIsSaid()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Hanging);
    app.start();
    QTRY_COMPARE(app.emptyTitle(), u"Waiting for the system keyring"_s);
    QVERIFY(isClosed(app));
    app.keychain.wakeUp();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    QCOMPARE(app.emptyTitle(), u"Pick an event"_s);
}

void TestOpening::aSilentKeychainLeavesWhatIsOpen()
{
    WorkspaceFixture app;
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    app.keychain.setMood(Mood::Hanging);
    app.window().controller().open(app.id());
    QTRY_COMPARE(app.message(u"opening"_s), u"Waiting for the system keyring…"_s);
    QVERIFY(app.isShown(u"queryDock"_s));
    app.press(MessageAction::KeepWaiting, u"opening"_s);
    QCOMPARE(app.message(u"opening"_s), QString());
    app.keychain.wakeUp();
    QTRY_VERIFY(app.keychain.tasks().size() >= 2);
}

void TestOpening::aDeletedWorkspaceIsNotWaitedFor()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Locked);
    app.start();
    QTRY_VERIFY(!obstacleText(app).isEmpty());
    actionOf(app, u"workspacesAction"_s).trigger();
    const auto &dialog = app.find<QWidget>(u"workspacesDialog"_s);
    childOf<QPushButton>(dialog, u"deleteWorkspace"_s).click();
    childOf<QPushButton>(dialog, u"reallyDelete"_s).click();
    QTRY_VERIFY(!app.message(u"removal"_s).isEmpty());
    childOf<QPushButton>(dialog, u"closeWorkspaces"_s).click();
    app.press(MessageAction::DeleteAnyway, u"removal"_s);
    QTRY_VERIFY(app.isShown(u"welcomePage"_s));
    QCOMPARE(obstacleText(app), QString());
}

void TestOpening::theDemoIsOpenedAgain()
{
    AppFixture app;
    app.startDemo();
    app.stop();
    WorkspaceStore store(app.profile());
    QVERIFY(store.add({.name = u"ACME"_s, .endpoint = QUrl(u"https://rest.iad-01.braze.com"_s)}));
    QCOMPARE(store.currentId(), u"demo"_s);
    QCOMPARE(store.list().size(), std::size_t{1});
    app.start();
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{4});
    QCOMPARE(app.window().workspaceName(), u"demo"_s);
}

void TestOpening::theDemoBarStaysClosed()
{
    AppFixture app;
    app.startDemo();
    QCOMPARE(app.message(u"demo"_s), u"Demo data. Connect your workspace when ready."_s);
    MessageBar *bar = app.find<MessageBarStack>(u"messageBars"_s).bar(u"demo"_s);
    QTest::mouseClick(bar->findChild<QWidget *>(u"closeMessage"_s), Qt::LeftButton);
    actionOf(app, u"demoAction"_s).trigger();
    QTRY_VERIFY(!app.window().controller().isLoading());
    QCOMPARE(app.message(u"demo"_s), QString());
    app.startDemo(); // the next session
    QVERIFY(!app.message(u"demo"_s).isEmpty());
}

void TestOpening::theDemoHasNoConnectionToEdit()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.responder = [](const QNetworkRequest & /*request*/) {
        return CannedReply{.httpStatus = 401, .body = "{}"};
    };
    app.window().controller().refresh();
    QTRY_VERIFY(!app.message().isEmpty());
    const MessageBar *bar = app.find<MessageBarStack>(u"messageBars"_s).bar(u"error"_s);
    QVERIFY(bar->button(MessageAction::EditConnection) == nullptr);
    QVERIFY(bar->button(MessageAction::Details) != nullptr);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestOpening)
#include "tst_opening.moc"
