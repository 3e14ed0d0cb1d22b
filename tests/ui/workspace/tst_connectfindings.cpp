// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/workspace/connectdesk.h"
#include "ui/workspace/permissionlist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestConnectFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void onlyTheCountsBlockSaving_data();
    static void onlyTheCountsBlockSaving();
    static void resultsNeverResizeTheDialog();
    static void everyRowSpeaksItsOutcome();
    static void changingWhatWasTestedMakesItUntested_data();
    static void changingWhatWasTestedMakesItUntested();
    static void aNewNameKeepsTheFinding();
    static void savingUntestedIsOfferedOnlyWithoutNetwork_data();
    static void savingUntestedIsOfferedOnlyWithoutNetwork();
    static void savingUntestedSaves();
    static void cancellingDeletesTheTest();
    static void escapeStopsTheTestFirst();
    static void editingTheEndpointTriesTheStoredKey();
    static void thePermissionListIsCopied();
};

void TestConnectFindings::onlyTheCountsBlockSaving_data()
{
    QTest::addColumn<std::vector<bool>>("granted");
    QTest::addColumn<bool>("saves");
    QTest::newRow("all") << std::vector<bool>{true, true, true} << true;
    QTest::newRow("no lists") << std::vector<bool>{true, false, false} << true;
    QTest::newRow("no counts") << std::vector<bool>{false, true, true} << false;
    QTest::newRow("none") << std::vector<bool>{false, false, false} << false;
}

void TestConnectFindings::onlyTheCountsBlockSaving()
{
    QFETCH(std::vector<bool>, granted);
    QFETCH(bool, saves);
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    runTest(dialog);
    QVERIFY(!canSave(dialog));
    tester.answer(granted);
    QCOMPARE(canSave(dialog), saves);
    QCOMPARE(isShown(dialog, u"paste segment IDs by hand"_s), !granted.at(2));
}

void TestConnectFindings::resultsNeverResizeTheDialog()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    fillIn(dialog);
    const QSize before = dialog.size();
    for (const ErrorKind kind : {ErrorKind::Forbidden,
                                 ErrorKind::Unauthorized,
                                 ErrorKind::Network,
                                 ErrorKind::MalformedReply}) {
        press(dialog, u"testConnection"_s);
        tester.answer({false, false, false}, kind);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(dialog.size(), before);
    }
}

void TestConnectFindings::everyRowSpeaksItsOutcome()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    runTest(dialog);
    tester.answer({true, true, false});
    const auto spoken = [&dialog](const QString &word) {
        return dialog.findChild<QWidget *>(QString(u"permission."_s + word))->accessibleName();
    };
    QCOMPARE(spoken(u"events.data_series"_s),
             u"events.data_series: allowed, counts over time, required"_s);
    QCOMPARE(spoken(u"segments.list"_s),
             u"segments.list: not allowed, segment names in the picker"_s);
    const auto *list = dialog.findChild<PermissionList *>(u"permissionList"_s);
    QVERIFY(list->accessibleDescription().contains(u"segments.list: not allowed"));
    QCOMPARE(list->focusPolicy(), Qt::TabFocus);
}

void TestConnectFindings::changingWhatWasTestedMakesItUntested_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("key") << u"apiKey"_s;
    QTest::newRow("endpoint") << u"endpointText"_s;
}

void TestConnectFindings::changingWhatWasTestedMakesItUntested()
{
    QFETCH(QString, name);
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    runTest(dialog);
    tester.answer({true, true, true});
    QVERIFY(canSave(dialog));
    QTest::keyClicks(field(dialog, name), u"m"_s);
    QVERIFY(!canSave(dialog));
    QVERIFY(!isShown(dialog, u"tested just now"_s));
}

void TestConnectFindings::aNewNameKeepsTheFinding()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    runTest(dialog);
    tester.answer({true, true, true});
    type(dialog, u"workspaceName"_s, u"Other"_s);
    QVERIFY(canSave(dialog));
    type(dialog, u"workspaceName"_s, QString());
    QVERIFY(!canSave(dialog));
}

void TestConnectFindings::savingUntestedIsOfferedOnlyWithoutNetwork_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("offered");
    QTest::newRow("no network") << static_cast<int>(ErrorKind::Network) << true;
    QTest::newRow("silence") << static_cast<int>(ErrorKind::Timeout) << true;
    QTest::newRow("401") << static_cast<int>(ErrorKind::Unauthorized) << false;
    QTest::newRow("403") << static_cast<int>(ErrorKind::Forbidden) << false;
    QTest::newRow("certificate") << static_cast<int>(ErrorKind::Tls) << false;
    QTest::newRow("HTML") << static_cast<int>(ErrorKind::MalformedReply) << false;
}

void TestConnectFindings::savingUntestedIsOfferedOnlyWithoutNetwork()
{
    QFETCH(int, kind);
    QFETCH(bool, offered);
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    runTest(dialog);
    QVERIFY(!button(dialog, u"saveWithoutTesting"_s)->isVisible());
    tester.answer({false, false, false}, static_cast<ErrorKind>(kind));
    QCOMPARE(button(dialog, u"saveWithoutTesting"_s)->isVisible(), offered);
    QVERIFY(!canSave(dialog));
}

void TestConnectFindings::savingUntestedSaves()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy saved(&dialog, &ConnectDialog::saveRequested);
    runTest(dialog);
    tester.answer({false, false, false}, ErrorKind::Network);
    press(dialog, u"saveWithoutTesting"_s);
    QCOMPARE(saved.size(), 1);
}

void TestConnectFindings::cancellingDeletesTheTest()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy saved(&dialog, &ConnectDialog::saveRequested);
    runTest(dialog);
    QVERIFY(tester.tried.front().test != nullptr);
    press(dialog, u"cancel"_s);
    QVERIFY(tester.tried.front().test.isNull());
    QVERIFY(!dialog.isVisible());
    QCOMPARE(saved.size(), 0);
}

void TestConnectFindings::escapeStopsTheTestFirst()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    runTest(dialog);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(tester.tried.front().test.isNull());
    QVERIFY(dialog.isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestConnectFindings::editingTheEndpointTriesTheStoredKey()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester, stored());
    dialog.show();
    field(dialog, u"endpointText"_s)->setText(u"rest.fra-02.braze.eu"_s);
    QVERIFY(!canSave(dialog));
    press(dialog, u"testConnection"_s);
    QCOMPARE(tester.tried.size(), std::size_t{1});
    QVERIFY(tester.tried.front().key.isEmpty()); // the tester takes the stored one
    tester.answer({true, true, true});
    QVERIFY(canSave(dialog));
}

void TestConnectFindings::thePermissionListIsCopied()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    fillIn(dialog);
    press(dialog, u"copyPermissions"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"events.data_series\nevents.list\nsegments.list"_s);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestConnectFindings)

#include "tst_connectfindings.moc"
