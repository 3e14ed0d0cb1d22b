// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "ui/workspace/workspacesdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWorkspacesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void deletingAsksFirst();
    static void keepKeeps();
    static void escapeKeeps();
    static void enterOpensTheChosenOne();
    static void aNameIsTypedInTheList();
    static void aNameThatIsTakenIsRefused_data();
    static void aNameThatIsTakenIsRefused();
    static void hostileNamesShowLiterally_data();
    static void hostileNamesShowLiterally();
    static void anAppIsTypedByHand();
    static void anOpenEditorIsCommittedByTheEnd();
    static void appsArePastedFromASpreadsheet();
    static void aSegmentIsRemoved();
    static void theDemoCanOnlyBeOpened();
};

namespace {

Workspace workspace(const QString &id, const QString &name)
{
    Workspace made{.id = id, .name = name};
    made.endpoint = QUrl(u"https://rest.iad-01.braze.com"_s);
    made.keyPlace = KeyPlace::Keychain;
    return made;
}

QPushButton *button(const WorkspacesDialog &dialog, const QString &name)
{
    return dialog.findChild<QPushButton *>(name);
}

/// Presses the button @p name with the keyboard.
void press(const WorkspacesDialog &dialog, const QString &name)
{
    QPushButton *pressed = button(dialog, name);
    pressed->setFocus();
    QTest::keyClick(pressed, Qt::Key_Space);
}

void showWith(WorkspacesDialog &dialog, const std::vector<Workspace> &workspaces)
{
    dialog.setWorkspaces(workspaces);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
}

std::vector<Workspace> two()
{
    return {workspace(u"1"_s, u"ACME Production"_s), workspace(u"2"_s, u"ACME Staging"_s)};
}

} // namespace

void TestWorkspacesDialog::deletingAsksFirst()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy removed(&dialog, &WorkspacesDialog::workspaceRemoved);
    press(dialog, u"deleteWorkspace"_s);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(dialog.findChild<QLabel *>(u"deleteQuestionText"_s)->text(),
             u"Delete ACME Production and its key?"_s);
    QVERIFY(button(dialog, u"keepWorkspace"_s)->hasFocus());
    press(dialog, u"reallyDelete"_s);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.front().front().toString(), u"1"_s);
    QCOMPARE(dialog.findChild<QListWidget *>(u"workspaceList"_s)->count(), 1);
}

void TestWorkspacesDialog::keepKeeps()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy removed(&dialog, &WorkspacesDialog::workspaceRemoved);
    press(dialog, u"deleteWorkspace"_s);
    press(dialog, u"keepWorkspace"_s);
    QVERIFY(!dialog.findChild<QWidget *>(u"deleteQuestion"_s)->isVisible());
    QCOMPARE(removed.size(), 0);
}

void TestWorkspacesDialog::escapeKeeps()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy removed(&dialog, &WorkspacesDialog::workspaceRemoved);
    press(dialog, u"deleteWorkspace"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.findChild<QWidget *>(u"deleteQuestion"_s)->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(removed.size(), 0);
}

void TestWorkspacesDialog::enterOpensTheChosenOne()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy opened(&dialog, &WorkspacesDialog::openRequested);
    auto *list = dialog.findChild<QListWidget *>(u"workspaceList"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().toString(), u"2"_s);
    QVERIFY(!dialog.isVisible());
}

void TestWorkspacesDialog::aNameIsTypedInTheList()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy edited(&dialog, &WorkspacesDialog::workspaceEdited);
    press(dialog, u"renameWorkspace"_s);
    auto *list = dialog.findChild<QListWidget *>(u"workspaceList"_s);
    auto *editor = list->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, u"Shop"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(edited.size(), 1);
    const auto now = edited.front().front().value<Workspace>();
    QCOMPARE(now.name, u"Shop"_s);
    QCOMPARE(now.id, u"1"_s);
    QCOMPARE(dialog.findChild<QLabel *>(u"workspaceTitle"_s)->text(), u"Shop"_s);
}

void TestWorkspacesDialog::aNameThatIsTakenIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << u"  "_s << u"A workspace needs a name."_s;
    QTest::newRow("taken") << u"acme staging"_s << u"Another workspace has this name."_s;
    QTest::newRow("the demo's") << u"Demo"_s << u"This name means the demo. Choose another one."_s;
}

void TestWorkspacesDialog::aNameThatIsTakenIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, sentence);
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy edited(&dialog, &WorkspacesDialog::workspaceEdited);
    auto *list = dialog.findChild<QListWidget *>(u"workspaceList"_s);
    list->item(0)->setText(name);
    QCOMPARE(edited.size(), 0);
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&sentence](const QLabel *label) {
        return label->isVisible() && label->text() == sentence;
    }));
    QCOMPARE(list->item(0)->text(), u"ACME Production"_s);
}

void TestWorkspacesDialog::hostileNamesShowLiterally_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    for (const QString &name :
         {u"<b>x</b>"_s, u"<img src=/dev/zero>"_s, u"&amp;"_s, u"%n %1 %s"_s, u"'; DROP TABLE"_s}) {
        QTest::newRow(qPrintable(name)) << name << name;
    }
    QTest::newRow("override") << u"a\u202Eb"_s << u"ab"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"a b"_s;
}

void TestWorkspacesDialog::hostileNamesShowLiterally()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    WorkspacesDialog dialog;
    showWith(dialog, {workspace(u"1"_s, name)});
    press(dialog, u"deleteWorkspace"_s);
    const auto *title = dialog.findChild<QLabel *>(u"workspaceTitle"_s);
    const auto *question = dialog.findChild<QLabel *>(u"deleteQuestionText"_s);
    QCOMPARE(title->text(), shown);
    QCOMPARE(title->textFormat(), Qt::PlainText);
    QCOMPARE(question->text(), QString(u"Delete "_s + shown + u" and its key?"_s));
    QCOMPARE(question->textFormat(), Qt::PlainText);
}

void TestWorkspacesDialog::anAppIsTypedByHand()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy edited(&dialog, &WorkspacesDialog::workspaceEdited);
    press(dialog, u"appsAdd"_s);
    auto *table = dialog.findChild<QTableView *>(u"appsTable"_s);
    auto *name = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(name != nullptr);
    QTest::keyClicks(name, u"iOS shop"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"iOS shop"_s);
    QCOMPARE(edited.size(), 0); // no id yet
    table->model()->setData(table->model()->index(0, 1), u"app-1"_s);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().front().value<Workspace>().apps,
             (std::vector<NamedId>{{.id = u"app-1"_s, .name = u"iOS shop"_s}}));
}

void TestWorkspacesDialog::anOpenEditorIsCommittedByTheEnd()
{
    QStringList names;
    {
        WorkspacesDialog dialog;
        Workspace one = two().front();
        one.apps = {{.id = u"app-1"_s, .name = u"iOS"_s}};
        showWith(dialog, {one});
        connect(&dialog, &WorkspacesDialog::workspaceEdited, &dialog, [&](const Workspace &now) {
            names.append(now.apps.front().name);
        });
        auto *table = dialog.findChild<QTableView *>(u"appsTable"_s);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        table->edit(table->currentIndex());
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, u"Shop"_s);
    }
    QCOMPARE(names, QStringList{u"Shop"_s});
}

void TestWorkspacesDialog::appsArePastedFromASpreadsheet()
{
    WorkspacesDialog dialog;
    showWith(dialog, two());
    const QSignalSpy edited(&dialog, &WorkspacesDialog::workspaceEdited);
    QGuiApplication::clipboard()->setText(u"iOS\tapp-1\r\nAndroid\tapp-2\r\n"_s);
    auto *table = dialog.findChild<QTableView *>(u"appsTable"_s);
    table->setFocus();
    QTest::keySequence(table, QKeySequence::Paste);
    QCOMPARE(edited.back().front().value<Workspace>().apps,
             (std::vector<NamedId>{{.id = u"app-1"_s, .name = u"iOS"_s},
                                   {.id = u"app-2"_s, .name = u"Android"_s}}));
}

void TestWorkspacesDialog::aSegmentIsRemoved()
{
    WorkspacesDialog dialog;
    Workspace one = two().front();
    one.segments = {{.id = u"s1"_s, .name = u"Gold"_s}, {.id = u"s2"_s, .name = u"Silver"_s}};
    showWith(dialog, {one});
    const QSignalSpy edited(&dialog, &WorkspacesDialog::workspaceEdited);
    QVERIFY(!button(dialog, u"segmentsRemove"_s)->isEnabled());
    dialog.findChild<QTableView *>(u"segmentsTable"_s)->selectRow(0);
    press(dialog, u"segmentsRemove"_s);
    QCOMPARE(edited.back().front().value<Workspace>().segments,
             (std::vector<NamedId>{{.id = u"s2"_s, .name = u"Silver"_s}}));
}

void TestWorkspacesDialog::theDemoCanOnlyBeOpened()
{
    WorkspacesDialog dialog;
    showWith(dialog, {{.id = u"demo"_s, .name = u"Demo data"_s}});
    QVERIFY(!button(dialog, u"deleteWorkspace"_s)->isVisible());
    QVERIFY(!button(dialog, u"editConnection"_s)->isVisible());
    QVERIFY(!button(dialog, u"renameWorkspace"_s)->isVisible());
    QVERIFY(button(dialog, u"openWorkspace"_s)->isEnabled());
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestWorkspacesDialog)

#include "tst_workspacesdialog.moc"
