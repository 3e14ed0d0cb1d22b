// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/workspace/connectdesk.h"
#include "ui/feedback/sentences.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNewWorkspaceIsConnectedByKeyboard();
    static void aBadEndpointIsToldWhy_data();
    static void aBadEndpointIsToldWhy();
    static void aBadKeyIsToldWhy_data();
    static void aBadKeyIsToldWhy();
    static void editingKeepsTheStoredKey();
    static void aMissingKeyIsAskedFor_data();
    static void aMissingKeyIsAskedFor();
    static void aTakenNameIsRefused();
    static void anUnknownZoneIsRefused();
    static void noWidgetHoldsTheKeyAfterClosing_data();
    static void noWidgetHoldsTheKeyAfterClosing();
    static void theKeyNeverReachesTheClipboard();
    static void theWindowIsVeiledWhileItIsOpen();
    static void theDialogWaitsUntilTheWorkspaceIsKept();
    static void aProblemGoesWithTheNextEdit();
};

void TestConnectDialog::aNewWorkspaceIsConnectedByKeyboard()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy saved(&dialog, &ConnectDialog::saveRequested);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(field(dialog, u"workspaceName"_s)->hasFocus());
    type(dialog, u"workspaceName"_s, u"ACME Production"_s);
    type(dialog, u"endpointText"_s, u"rest.iad-03.braze.com"_s);
    type(dialog, u"apiKey"_s, key);
    QVERIFY(!canSave(dialog));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter tests
    QCOMPARE(tester.tried.size(), std::size_t{1});
    QCOMPARE(tester.tried.front().endpoint, QUrl(u"https://rest.iad-03.braze.com"_s));
    QCOMPARE(tester.tried.front().key, key.toLatin1());
    tester.answer({true, true, true});
    QVERIFY(isShown(dialog, u"tested just now, 214"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter saves
    QCOMPARE(saved.size(), 1);
    const auto result = saved.front().front().value<ConnectResult>();
    QCOMPARE(result.workspace.name, u"ACME Production"_s);
    QCOMPARE(result.workspace.endpoint, QUrl(u"https://rest.iad-03.braze.com"_s));
    QVERIFY(!result.workspace.id.isEmpty());
    QVERIFY(result.newKey.has_value());
    QCOMPARE(result.newKey->bytes(), key.toLatin1());
}

void TestConnectDialog::aBadEndpointIsToldWhy_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << QString() << u"Choose the endpoint"_s;
    QTest::newRow("http") << u"http://rest.iad-01.braze.com"_s << u"begins with https"_s;
    QTest::newRow("look-alike") << u"rest.iad-01.braze.com.evil.example"_s
                                << u"only looks like one of Braze's"_s;
    QTest::newRow("sdk") << u"sdk.iad-01.braze.com"_s << u"Use the REST endpoint"_s;
    QTest::newRow("path") << u"https://rest.iad-01.braze.com/users/track"_s << u"Only the host"_s;
    QTest::newRow("no host") << u"https://"_s << u"This is no host"_s;
}

void TestConnectDialog::aBadEndpointIsToldWhy()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, sentence);
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    fillIn(dialog);
    field(dialog, u"endpointText"_s)->setText(endpoint);
    press(dialog, u"testConnection"_s);
    QVERIFY(isShown(dialog, sentence));
    QVERIFY(tester.tried.empty());
    QVERIFY(!canSave(dialog));
}

void TestConnectDialog::aBadKeyIsToldWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << QString() << u"Paste the API key"_s;
    QTest::newRow("line break") << u"abc\ndef"_s << u"no blanks or line breaks"_s;
    QTest::newRow("blank") << u"abc def"_s << u"no blanks or line breaks"_s;
    QTest::newRow("600 characters") << QString(600, u'k') << u"at most 512"_s;
}

void TestConnectDialog::aBadKeyIsToldWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    fillIn(dialog);
    field(dialog, u"apiKey"_s)->setText(text);
    press(dialog, u"testConnection"_s);
    QVERIFY(isShown(dialog, sentence));
    QVERIFY(tester.tried.empty());
}

void TestConnectDialog::editingKeepsTheStoredKey()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester, stored());
    const QSignalSpy saved(&dialog, &ConnectDialog::saveRequested);
    dialog.show();
    QCOMPARE(field(dialog, u"apiKey"_s)->text(), QString());
    QCOMPARE(field(dialog, u"apiKey"_s)->placeholderText(), u"unchanged"_s);
    type(dialog, u"workspaceName"_s, u"New"_s);
    press(dialog, u"saveAndOpen"_s);
    QCOMPARE(saved.size(), 1);
    const auto result = saved.front().front().value<ConnectResult>();
    Workspace expected = stored();
    expected.name = u"New"_s;
    QCOMPARE(result.workspace, expected);
    QVERIFY(!result.newKey.has_value());
}

void TestConnectDialog::aMissingKeyIsAskedFor_data()
{
    QTest::addColumn<int>("place");
    QTest::newRow("there never was one") << static_cast<int>(KeyPlace::None);
    QTest::newRow("it can't be read") << static_cast<int>(KeyPlace::Keychain);
}

void TestConnectDialog::aMissingKeyIsAskedFor()
{
    QFETCH(const int, place);
    FakeConnectionTester tester;
    Workspace workspace = stored();
    workspace.keyPlace = static_cast<KeyPlace>(place);
    ConnectDialog dialog(tester, workspace);
    if (workspace.keyPlace != KeyPlace::None) {
        dialog.askForKey();
    }
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(field(dialog, u"apiKey"_s)->hasFocus());
    QCOMPARE(field(dialog, u"apiKey"_s)->placeholderText(), QString());
    QVERIFY(isShown(dialog, u"This workspace needs a key"_s));
    QVERIFY(!canSave(dialog));
    press(dialog, u"testConnection"_s);
    QVERIFY(tester.tried.empty()); // the stored key is not what is meant
    QVERIFY(isShown(dialog, u"Paste the API key"_s));
    type(dialog, u"apiKey"_s, key);
    press(dialog, u"testConnection"_s);
    tester.answer({true, true, true});
    QVERIFY(canSave(dialog));
}

void TestConnectDialog::aTakenNameIsRefused()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    dialog.setTakenNames({u"Acme"_s});
    runTest(dialog);
    tester.answer({true, true, true});
    QVERIFY(!canSave(dialog)); // fillIn() says "ACME"
    type(dialog, u"workspaceName"_s, u"Other"_s);
    QVERIFY(canSave(dialog));
}

void TestConnectDialog::anUnknownZoneIsRefused()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester, stored());
    dialog.show();
    const auto *zone = dialog.findChild<QComboBox *>(u"timeZone"_s);
    QCOMPARE(zone->currentText(), u"Europe/Paris"_s);
    field(dialog, u"timeZoneText"_s)->setText(u"Europe/Atlantis"_s);
    QVERIFY(!canSave(dialog));
    field(dialog, u"timeZoneText"_s)->setText(u"america/new york"_s);
    QVERIFY(canSave(dialog));
}

void TestConnectDialog::noWidgetHoldsTheKeyAfterClosing_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("saved") << u"saveAndOpen"_s;
    QTest::newRow("cancelled") << u"cancel"_s;
    QTest::newRow("window closed") << QString();
}

void TestConnectDialog::noWidgetHoldsTheKeyAfterClosing()
{
    QFETCH(QString, way);
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    connect(&dialog, &ConnectDialog::saveRequested, &dialog, &QDialog::accept);
    runTest(dialog);
    QVERIFY(allTexts(dialog).contains(key)); // the search finds it while it is there
    tester.answer({true, true, true});
    if (way.isEmpty()) {
        dialog.close();
    } else {
        press(dialog, way);
    }
    QVERIFY(!dialog.isVisible());
    QVERIFY(!allTexts(dialog).contains(key));
    QLineEdit *keyField = field(dialog, u"apiKey"_s);
    QCOMPARE(keyField->echoMode(), QLineEdit::Password);
    keyField->setEchoMode(QLineEdit::Normal);
    keyField->undo();
    QCOMPARE(keyField->text(), QString());
}

void TestConnectDialog::theKeyNeverReachesTheClipboard()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    fillIn(dialog);
    QGuiApplication::clipboard()->setText(u"before"_s);
    QLineEdit *keyField = field(dialog, u"apiKey"_s);
    keyField->findChild<QAction *>(u"revealKey"_s)->trigger();
    QCOMPARE(keyField->echoMode(), QLineEdit::Normal);
    keyField->setFocus();
    QTest::keySequence(keyField, QKeySequence::SelectAll);
    QTest::keySequence(keyField, QKeySequence::Copy);
    QTest::keySequence(keyField, QKeySequence::Cut);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(keyField->text(), key);
}

void TestConnectDialog::theWindowIsVeiledWhileItIsOpen()
{
    FakeConnectionTester tester;
    QWidget window;
    window.resize(800, 600);
    window.show();
    ConnectDialog dialog(tester, &window);
    dialog.show();
    const QPointer<QWidget> scrim = window.findChild<QWidget *>(u"scrim"_s);
    QVERIFY(scrim != nullptr);
    window.resize(900, 700);
    QTRY_COMPARE(scrim->geometry(), window.rect());
    dialog.reject();
    QVERIFY(scrim.isNull());
}

void TestConnectDialog::theDialogWaitsUntilTheWorkspaceIsKept()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy saved(&dialog, &ConnectDialog::saveRequested);
    runTest(dialog);
    tester.answer({true, true, false});
    const QSize before = dialog.size();
    press(dialog, u"saveAndOpen"_s);
    dialog.showProblem({.kind = MessageKind::Error,
                        .icon = u"error"_s,
                        .text = u"/home cannot be written to."_s,
                        .actions = {MessageAction::Details}});
    QVERIFY(dialog.isVisible());
    QVERIFY(isShown(dialog, u"/home cannot be written to."_s));
    QVERIFY(dialog.findChild<QPushButton *>(
                u"messageAction%1"_s.arg(static_cast<int>(MessageAction::Details)))
            == nullptr); // there is nothing to show them in
    QCOMPARE(field(dialog, u"apiKey"_s)->text(), key);
    QVERIFY(dialog.height() > before.height());
    QVERIFY(canSave(dialog));
    press(dialog, u"saveAndOpen"_s); // another try
    QCOMPARE(saved.size(), 2);
    QVERIFY(!isShown(dialog, u"/home cannot be written to."_s));
    QCOMPARE(saved.back().front().value<ConnectResult>().newKey->bytes(), key.toLatin1());
    QCOMPARE(dialog.size(), before);
    dialog.accept();
    QVERIFY(!dialog.isVisible());
    QVERIFY(!allTexts(dialog).contains(key));
}

void TestConnectDialog::aProblemGoesWithTheNextEdit()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester, stored());
    dialog.show();
    press(dialog, u"saveAndOpen"_s);
    dialog.showProblem({.icon = u"warn"_s, .text = u"Another workspace has this name."_s});
    QVERIFY(isShown(dialog, u"Another workspace has this name."_s));
    type(dialog, u"workspaceName"_s, u"Other"_s);
    QVERIFY(!isShown(dialog, u"Another workspace has this name."_s));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestConnectDialog)

#include "tst_connectdialog.moc"
