// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/window/obstacles.h"
#include "ui/feedback/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(emberline::test::FakeSecretStore::Mood)

namespace emberline::test {

using Mood = FakeSecretStore::Mood;

namespace {

const auto otherKey = u"0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"_s;

void type(const QWidget &dialog, const QString &field, const QString &text)
{
    auto &edit = childOf<QLineEdit>(dialog, field);
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
}

/// Enters another key in the dialog that is open, tries it and saves.
void saveOtherKey(WorkspaceFixture &app)
{
    auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    type(dialog, u"apiKey"_s, otherKey);
    childOf<QAbstractButton>(dialog, u"testConnection"_s).click();
    app.tester.answer({true, true, true});
    childOf<QAbstractButton>(dialog, u"saveAndOpen"_s).click();
}

void connectSecond(WorkspaceFixture &app)
{
    app.window().findChild<QAction *>(u"connectAction"_s)->trigger();
    const auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    type(dialog, u"workspaceName"_s, u"Second"_s);
    type(dialog, u"endpointText"_s, u"rest.fra-01.braze.eu"_s);
    saveOtherKey(app);
}

void openSaved(WorkspaceFixture &app)
{
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
}

/// In the dialog of all workspaces.
void deleteSaved(WorkspaceFixture &app)
{
    app.window().findChild<QAction *>(u"workspacesAction"_s)->trigger();
    const auto &dialog = app.find<QWidget>(u"workspacesDialog"_s);
    childOf<QAbstractButton>(dialog, u"deleteWorkspace"_s).click();
    childOf<QAbstractButton>(dialog, u"reallyDelete"_s).click();
}

void closeDialog(WorkspaceFixture &app)
{
    QTest::keyClick(&app.find<QWidget>(u"workspacesDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!app.isShown(u"workspacesDialog"_s));
}

/// Deletes the saved workspace with a keychain of that @p mood, up to the message about the key.
void failToDelete(WorkspaceFixture &app, Mood mood)
{
    openSaved(app);
    app.keychain.setMood(mood);
    deleteSaved(app);
    QTRY_VERIFY(!app.message(u"removal"_s).isEmpty());
}

bool isKnown(const WorkspaceFixture &app)
{
    return WorkspaceStore(app.profile()).find(app.id()).has_value();
}

bool isListed(const WorkspaceFixture &app, const QString &name)
{
    return WorkspaceStore(app.profile()).findByName(name).has_value();
}

} // namespace

class TestKeyFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void cleanup() { QVERIFY(QApplication::activeModalWidget() == nullptr); }
    static void aKeyForThisSessionIsNotWrittenToTheKeychain();
    static void aSilentKeychainDoesNotHoldUpANewKey();
    static void aSaveThatIsWaitedForOpensAfterAll();
    static void aLateSaveTellsAndOpensNothing_data();
    static void aLateSaveTellsAndOpensNothing();
    static void aKeyThatCannotBeReadIsNotCalledKept_data();
    static void aKeyThatCannotBeReadIsNotCalledKept();
    static void theBannerOfASessionKeyStaysAndIsTheOnlyOne();
    static void aWorkspaceThatWasNotDeletedIsListedAgain_data();
    static void aWorkspaceThatWasNotDeletedIsListedAgain();
    static void aWorkspaceIsDeletedAnyway();
    static void aDeletionIsTriedAgain();
    static void aDeletionDoesNotWaitForASilentKeychain();
    static void aMessageGoesWithItsWorkspace();
    static void theViewThatWasAskedForWaitsForTheKey();
};

void TestKeyFlow::aKeyForThisSessionIsNotWrittenToTheKeychain()
{
    WorkspaceFixture app;
    app.keychain.setMood(Mood::Hanging);
    app.start();
    QTRY_COMPARE(app.emptyTitle(), u"Waiting for the system keyring"_s);
    pressObstacle(app, MessageAction::UseSessionKey);
    saveOtherKey(app);
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    QCOMPARE(app.keychain.tasks(), QStringList{u"read "_s + app.id()});
    QCOMPARE(app.message(u"key"_s), u"The key of ACME Production is used for this session only."_s);
}

void TestKeyFlow::aSilentKeychainDoesNotHoldUpANewKey()
{
    WorkspaceFixture app;
    openSaved(app);
    app.keychain.setMood(Mood::Hanging);
    connectSecond(app);
    QTRY_COMPARE(app.message(u"save"_s), u"Waiting for the system keyring…"_s);
    QCOMPARE(app.window().workspaceName(), u"ACME Production"_s);
    app.press(MessageAction::UseSessionKey, u"save"_s);
    QTRY_COMPARE(app.window().workspaceName(), u"Second"_s);
    QTRY_VERIFY(!app.window().controller().isLoading());
    QTRY_VERIFY(!app.network().requests().empty());
    QCOMPARE(app.network().requests().back().rawHeader("Authorization"),
             "Bearer " + otherKey.toLatin1());
    QCOMPARE(app.message(u"save"_s), QString());
}

void TestKeyFlow::aSaveThatIsWaitedForOpensAfterAll()
{
    WorkspaceFixture app;
    openSaved(app);
    app.keychain.setMood(Mood::Hanging);
    connectSecond(app);
    QTRY_VERIFY(!app.message(u"save"_s).isEmpty());
    app.press(MessageAction::KeepWaiting, u"save"_s);
    QCOMPARE(app.message(u"save"_s), QString());
    app.keychain.wakeUp();
    QTRY_COMPARE(app.window().workspaceName(), u"Second"_s);
    QCOMPARE(app.keychain.keys().size(), 2);
    QCOMPARE(app.message(u"key"_s), QString());
}

void TestKeyFlow::aLateSaveTellsAndOpensNothing_data()
{
    QTest::addColumn<bool>("keeps");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("kept") << true << u"The key of Second is now in the system keychain."_s;
    QTest::newRow("not kept") << false
                              << u"The system keychain declined. The key of Second is kept for "
                                 "this session only."_s;
}

void TestKeyFlow::aLateSaveTellsAndOpensNothing()
{
    QFETCH(const bool, keeps);
    QFETCH(const QString, sentence);
    WorkspaceFixture app;
    openSaved(app);
    app.keychain.setMood(Mood::Hanging);
    connectSecond(app);
    QTRY_VERIFY(!app.message(u"save"_s).isEmpty());
    app.press(MessageAction::KeepWaiting, u"save"_s);
    app.window().controller().open(app.id()); // something else than what was saved
    if (keeps) {
        app.keychain.wakeUp();
    } else {
        app.keychain.fail(KeychainProblem::Declined);
    }
    QTRY_COMPARE(app.message(u"late"_s), sentence);
    QTRY_VERIFY(!app.window().controller().isLoading());
    QVERIFY(app.window().workspaceName() != u"Second"_s);
    QCOMPARE(app.keychain.keys().size(), keeps ? 2 : 1);
    QVERIFY(isListed(app, u"Second"_s));
}

void TestKeyFlow::aKeyThatCannotBeReadIsNotCalledKept_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no service") << Mood::Unavailable
                                << u"The system keychain does not answer, so the key of ACME "
                                   "Production cannot be read."_s;
    QTest::newRow("declined") << Mood::Declining
                              << u"The system keychain declined, so the key of ACME Production "
                                 "cannot be read."_s;
}

void TestKeyFlow::aKeyThatCannotBeReadIsNotCalledKept()
{
    QFETCH(const Mood, mood);
    QFETCH(const QString, sentence);
    WorkspaceFixture app;
    app.keychain.setMood(mood);
    app.start();
    QTRY_COMPARE(obstacleText(app), sentence);
    app.keychain.setMood(Mood::Obliging);
    pressObstacle(app, MessageAction::Retry);
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
}

void TestKeyFlow::theBannerOfASessionKeyStaysAndIsTheOnlyOne()
{
    WorkspaceFixture app;
    openSaved(app);
    app.keychain.setMood(Mood::Unavailable);
    connectSecond(app);
    QTRY_COMPARE(app.message(u"key"_s),
                 u"No system keychain answers. The key of Second is kept for this session only."_s);
    const auto &bars = app.find<MessageBarStack>(u"messageBars"_s);
    QCOMPARE(bars.findChildren<MessageBar *>(Qt::FindDirectChildrenOnly).size(), 1);
    bars.bar(u"key"_s)->setFocus();
    QTest::keyClick(bars.bar(u"key"_s), Qt::Key_Escape);
    QVERIFY(!app.message(u"key"_s).isEmpty());
}

void TestKeyFlow::aWorkspaceThatWasNotDeletedIsListedAgain_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::newRow("locked") << Mood::Locked;
    QTest::newRow("no service") << Mood::Unavailable;
    QTest::newRow("a false yes") << Mood::Lying;
    QTest::newRow("silent") << Mood::Hanging;
}

void TestKeyFlow::aWorkspaceThatWasNotDeletedIsListedAgain()
{
    QFETCH(const Mood, mood);
    WorkspaceFixture app;
    failToDelete(app, mood);
    QCOMPARE(app.find<QListWidget>(u"workspaceList"_s).count(), 1);
    QVERIFY(isKnown(app));
    QVERIFY2(app.message(u"removal"_s).contains(u"the key may stay"_s),
             qPrintable(app.message(u"removal"_s)));
    closeDialog(app);
}

void TestKeyFlow::aWorkspaceIsDeletedAnyway()
{
    WorkspaceFixture app;
    openSaved(app);
    app.keychain.keys().clear(); // someone removed it with another program
    deleteSaved(app);
    QTRY_VERIFY(!app.message(u"removal"_s).isEmpty());
    closeDialog(app);
    app.press(MessageAction::DeleteAnyway, u"removal"_s);
    QVERIFY(!isKnown(app));
    QCOMPARE(app.message(u"removal"_s), QString());
    QVERIFY(app.isShown(u"welcomePage"_s));
}

void TestKeyFlow::aDeletionIsTriedAgain()
{
    WorkspaceFixture app;
    failToDelete(app, Mood::Locked);
    closeDialog(app);
    app.keychain.setMood(Mood::Obliging);
    app.press(MessageAction::RetryRemoval, u"removal"_s);
    QTRY_VERIFY(!isKnown(app));
    QVERIFY(app.keychain.keys().isEmpty());
    QCOMPARE(app.message(u"removal"_s), QString());
}

void TestKeyFlow::aDeletionDoesNotWaitForASilentKeychain()
{
    WorkspaceFixture app;
    failToDelete(app, Mood::Hanging);
    closeDialog(app);
    app.press(MessageAction::DeleteAnyway, u"removal"_s);
    QVERIFY(!isKnown(app));
}

void TestKeyFlow::aMessageGoesWithItsWorkspace()
{
    WorkspaceFixture app;
    failToDelete(app, Mood::Locked);
    closeDialog(app);
    app.keychain.setMood(Mood::Obliging);
    connectSecond(app);
    QTRY_COMPARE(app.window().workspaceName(), u"Second"_s);
    QCOMPARE(app.message(u"removal"_s), QString());
}

void TestKeyFlow::theViewThatWasAskedForWaitsForTheKey()
{
    WorkspaceFixture app;
    View view;
    view.query.events = QStringList{u"push_opened"_s};
    const QString path = app.profile() + u"/asked.emberline"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(toJson(view)).toJson());
    file.close();
    app.keychain.setMood(Mood::Locked);
    app.start({.viewFile = path});
    QTRY_VERIFY(!obstacleText(app).isEmpty());
    app.keychain.setMood(Mood::Obliging);
    pressObstacle(app, MessageAction::Retry);
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    QCOMPARE(app.query().events, view.query.events);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestKeyFlow)
#include "tst_keyflow.moc"
