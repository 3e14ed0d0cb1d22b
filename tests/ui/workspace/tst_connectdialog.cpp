// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/workspace/fakeconnectiontester.h"
#include "ui/workspace/connectdialog.h"
#include "ui/workspace/permissionlist.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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
    static void editingKeepsTheStoredKey();
    static void editingTheEndpointTriesTheStoredKey();
    static void aTakenNameIsRefused();
    static void anUnknownZoneIsRefused();
    static void noWidgetHoldsTheKeyAfterClosing_data();
    static void noWidgetHoldsTheKeyAfterClosing();
    static void theKeyNeverReachesTheClipboard();
    static void thePermissionListIsCopied();
    static void theWindowIsVeiledWhileItIsOpen();
};

namespace {

const QString key = u"0123-key-of-the-test"_s;

QLineEdit *field(const QWidget &dialog, const QString &name)
{
    return dialog.findChild<QLineEdit *>(name);
}

QPushButton *button(const QWidget &dialog, const QString &name)
{
    return dialog.findChild<QPushButton *>(name);
}

void type(const QWidget &dialog, const QString &name, const QString &text)
{
    QLineEdit *edit = field(dialog, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

void press(const QWidget &dialog, const QString &name)
{
    QPushButton *pressed = button(dialog, name);
    pressed->setFocus();
    QTest::keyClick(pressed, Qt::Key_Space);
}

/// Shows @p dialog with all fields filled well.
void fillIn(ConnectDialog &dialog)
{
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    field(dialog, u"workspaceName"_s)->setText(u"ACME"_s);
    field(dialog, u"endpointText"_s)->setText(u"rest.iad-01.braze.com"_s);
    field(dialog, u"apiKey"_s)->setText(key);
}

void runTest(ConnectDialog &dialog)
{
    fillIn(dialog);
    press(dialog, u"testConnection"_s);
}

bool isShown(const QWidget &dialog, const QString &sentence)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&sentence](const QLabel *label) {
        return label->isVisible() && label->text().contains(sentence);
    });
}

bool canSave(const QWidget &dialog)
{
    return button(dialog, u"saveAndOpen"_s)->isEnabled();
}

Workspace stored()
{
    Workspace workspace{.id = u"w1"_s, .name = u"Old"_s};
    workspace.endpoint = QUrl(u"https://rest.fra-01.braze.eu"_s);
    workspace.keyPlace = KeyPlace::Keychain;
    workspace.zone = QTimeZone("Europe/Paris");
    workspace.weekStart = Qt::Sunday;
    workspace.apps = {{.id = u"a"_s, .name = u"App"_s}};
    return workspace;
}

/// Every text that any property of any widget below @p root holds.
QString allTexts(const QObject &root)
{
    QString all;
    QList<const QObject *> objects{&root};
    for (const QObject *child : root.findChildren<QObject *>()) {
        objects.append(child);
    }
    for (const QObject *object : std::as_const(objects)) {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            if (meta->property(i).metaType() == QMetaType::fromType<QString>()) {
                all += meta->property(i).read(object).toString() + u'\n';
            }
        }
    }
    return all;
}

} // namespace

void TestConnectDialog::aNewWorkspaceIsConnectedByKeyboard()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy connected(&dialog, &ConnectDialog::connected);
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
    QCOMPARE(connected.size(), 1);
    const auto result = connected.front().front().value<ConnectResult>();
    QCOMPARE(result.workspace.name, u"ACME Production"_s);
    QCOMPARE(result.workspace.endpoint, QUrl(u"https://rest.iad-03.braze.com"_s));
    QVERIFY(!result.workspace.id.isEmpty());
    QVERIFY(result.newKey.has_value());
    QCOMPARE(result.newKey->bytes(), key.toLatin1());
    QVERIFY(!dialog.isVisible());
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

void TestConnectDialog::onlyTheCountsBlockSaving_data()
{
    QTest::addColumn<std::vector<bool>>("granted");
    QTest::addColumn<bool>("saves");
    QTest::newRow("all") << std::vector<bool>{true, true, true} << true;
    QTest::newRow("no lists") << std::vector<bool>{true, false, false} << true;
    QTest::newRow("no counts") << std::vector<bool>{false, true, true} << false;
    QTest::newRow("none") << std::vector<bool>{false, false, false} << false;
}

void TestConnectDialog::onlyTheCountsBlockSaving()
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

void TestConnectDialog::resultsNeverResizeTheDialog()
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

void TestConnectDialog::everyRowSpeaksItsOutcome()
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

void TestConnectDialog::changingWhatWasTestedMakesItUntested_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("key") << u"apiKey"_s;
    QTest::newRow("endpoint") << u"endpointText"_s;
}

void TestConnectDialog::changingWhatWasTestedMakesItUntested()
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

void TestConnectDialog::aNewNameKeepsTheFinding()
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

void TestConnectDialog::savingUntestedIsOfferedOnlyWithoutNetwork_data()
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

void TestConnectDialog::savingUntestedIsOfferedOnlyWithoutNetwork()
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

void TestConnectDialog::savingUntestedSaves()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy connected(&dialog, &ConnectDialog::connected);
    runTest(dialog);
    tester.answer({false, false, false}, ErrorKind::Network);
    press(dialog, u"saveWithoutTesting"_s);
    QCOMPARE(connected.size(), 1);
}

void TestConnectDialog::cancellingDeletesTheTest()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    const QSignalSpy connected(&dialog, &ConnectDialog::connected);
    runTest(dialog);
    QVERIFY(tester.tried.front().test != nullptr);
    press(dialog, u"cancel"_s);
    QVERIFY(tester.tried.front().test.isNull());
    QVERIFY(!dialog.isVisible());
    QCOMPARE(connected.size(), 0);
}

void TestConnectDialog::escapeStopsTheTestFirst()
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

void TestConnectDialog::editingKeepsTheStoredKey()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester, stored());
    const QSignalSpy connected(&dialog, &ConnectDialog::connected);
    dialog.show();
    QCOMPARE(field(dialog, u"apiKey"_s)->text(), QString());
    QCOMPARE(field(dialog, u"apiKey"_s)->placeholderText(), u"unchanged"_s);
    type(dialog, u"workspaceName"_s, u"New"_s);
    press(dialog, u"saveAndOpen"_s);
    QCOMPARE(connected.size(), 1);
    const auto result = connected.front().front().value<ConnectResult>();
    Workspace expected = stored();
    expected.name = u"New"_s;
    QCOMPARE(result.workspace, expected);
    QVERIFY(!result.newKey.has_value());
}

void TestConnectDialog::editingTheEndpointTriesTheStoredKey()
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

void TestConnectDialog::thePermissionListIsCopied()
{
    FakeConnectionTester tester;
    ConnectDialog dialog(tester);
    fillIn(dialog);
    press(dialog, u"copyPermissions"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"events.data_series\nevents.list\nsegments.list"_s);
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

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestConnectDialog)

#include "tst_connectdialog.moc"
