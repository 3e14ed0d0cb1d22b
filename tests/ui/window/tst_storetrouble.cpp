// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"
#include "tests/ui/window/obstacles.h"
#include "ui/feedback/messagebar.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

const auto otherKey = u"0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"_s;
const auto unreadable = u"The list of workspaces cannot be read, so it cannot be changed."_s;

/// The list cannot be read or written as long as this lives, not even by root.
class Obstruction
{
public:
    explicit Obstruction(const AppFixture &app)
        : m_path(app.profile() + u"/workspaces.json"_s)
        , m_ready(QFile::rename(m_path, aside()) && QDir().mkdir(m_path))
    { }
    ~Obstruction()
    {
        QDir().rmdir(m_path);
        QFile::rename(aside(), m_path);
    }
    Obstruction(const Obstruction &) = delete;
    Obstruction &operator=(const Obstruction &) = delete;

    [[nodiscard]] bool isReady() const { return m_ready; }

private:
    [[nodiscard]] QString aside() const { return m_path + u".aside"_s; }

    QString m_path;
    bool m_ready;
};

void openSaved(WorkspaceFixture &app)
{
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
}

void type(const QWidget &dialog, const QString &field, const QString &text)
{
    auto &edit = childOf<QLineEdit>(dialog, field);
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
}

void fillInSecond(WorkspaceFixture &app)
{
    app.window().findChild<QAction *>(u"connectAction"_s)->trigger();
    const auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    type(dialog, u"workspaceName"_s, u"Second"_s);
    type(dialog, u"endpointText"_s, u"rest.fra-01.braze.eu"_s);
    type(dialog, u"apiKey"_s, otherKey);
    childOf<QPushButton>(dialog, u"testConnection"_s).click();
    app.tester.answer({true, true, true});
}

/// What the dialog that is open says above its footer.
QString problemOf(WorkspaceFixture &app)
{
    const MessageBar *bar = app.find<MessageBarStack>(u"dialogProblem"_s).bar(u"problem"_s);
    return bar != nullptr && bar->isVisible() ? bar->message().text : QString();
}

} // namespace

class TestStoreTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void cleanup() { QVERIFY(QApplication::activeModalWidget() == nullptr); }
    static void whatCannotBeKeptLeavesTheDialogOpen();
    static void aNameThatWasTakenMeanwhileIsSaid();
    static void whatAnotherWindowChangedSurvivesAnEdit();
    static void aRenamingThatFailsIsSaidInTheDialog();
    static void aDeletionThatFailsIsSaid();
    static void theWindowFollowsAnotherOne();
    static void aStarKeepsTheTimeOfFetching();
};

void TestStoreTrouble::whatCannotBeKeptLeavesTheDialogOpen()
{
    WorkspaceFixture app;
    openSaved(app);
    fillInSecond(app);
    const auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    {
        const Obstruction obstruction(app);
        QVERIFY(obstruction.isReady());
        childOf<QPushButton>(dialog, u"saveAndOpen"_s).click();
        QVERIFY(dialog.isVisible());
        QCOMPARE(problemOf(app), unreadable);
        QCOMPARE(childOf<QLineEdit>(dialog, u"apiKey"_s).text(), otherKey);
        QCOMPARE(app.keychain.keys().size(), 1);
    }
    childOf<QPushButton>(dialog, u"saveAndOpen"_s).click();
    QTRY_COMPARE(app.window().workspaceName(), u"Second"_s);
    QTRY_VERIFY(!app.isShown(u"connectDialog"_s));
    QCOMPARE(app.keychain.keys().size(), 2);
    QCOMPARE(WorkspaceStore(app.profile()).list().size(), std::size_t{2});
}

void TestStoreTrouble::aNameThatWasTakenMeanwhileIsSaid()
{
    WorkspaceFixture app;
    openSaved(app);
    fillInSecond(app);
    QVERIFY(WorkspaceStore(app.profile())
                .add({.name = u"second"_s, .endpoint = QUrl(u"https://rest.iad-01.braze.com"_s)}));
    auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    childOf<QPushButton>(dialog, u"saveAndOpen"_s).click();
    QCOMPARE(problemOf(app), u"Another workspace has this name."_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(!app.isShown(u"connectDialog"_s));
}

void TestStoreTrouble::whatAnotherWindowChangedSurvivesAnEdit()
{
    WorkspaceFixture app;
    app.keychain.setMood(FakeSecretStore::Mood::Locked);
    app.start();
    QTRY_VERIFY(!obstacleText(app).isEmpty());
    pressObstacle(app, MessageAction::EnterKey);
    WorkspaceStore other(app.profile());
    Workspace starred = *other.find(app.id());
    starred.starredEvents = QStringList{u"signup"_s};
    QVERIFY(!other.update(starred));
    const auto &dialog = app.find<QWidget>(u"connectDialog"_s);
    type(dialog, u"workspaceName"_s, u"Renamed"_s);
    type(dialog, u"apiKey"_s, otherKey);
    app.keychain.setMood(FakeSecretStore::Mood::Obliging);
    childOf<QPushButton>(dialog, u"testConnection"_s).click();
    app.tester.answer({true, true, true});
    childOf<QPushButton>(dialog, u"saveAndOpen"_s).click();
    QTRY_VERIFY(!app.isShown(u"connectDialog"_s));
    const std::optional<Workspace> stored = WorkspaceStore(app.profile()).find(app.id());
    QCOMPARE(stored->name, u"Renamed"_s);
    QCOMPARE(stored->starredEvents, QStringList{u"signup"_s});
}

void TestStoreTrouble::aRenamingThatFailsIsSaidInTheDialog()
{
    WorkspaceFixture app;
    openSaved(app);
    app.window().findChild<QAction *>(u"workspacesAction"_s)->trigger();
    auto &dialog = app.find<QWidget>(u"workspacesDialog"_s);
    auto &list = childOf<QListWidget>(dialog, u"workspaceList"_s);
    {
        const Obstruction obstruction(app);
        QVERIFY(obstruction.isReady());
        list.item(0)->setText(u"Renamed"_s);
    }
    QCOMPARE(problemOf(app), unreadable);
    QCOMPARE(list.item(0)->text(), u"ACME Production"_s);
    list.item(0)->setText(u"Renamed"_s);
    QCOMPARE(problemOf(app), QString());
    QCOMPARE(app.window().workspaceName(), u"Renamed"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(!app.isShown(u"workspacesDialog"_s));
}

void TestStoreTrouble::aDeletionThatFailsIsSaid()
{
    WorkspaceFixture app;
    openSaved(app);
    app.window().findChild<QAction *>(u"workspacesAction"_s)->trigger();
    const auto &dialog = app.find<QWidget>(u"workspacesDialog"_s);
    {
        const Obstruction obstruction(app);
        QVERIFY(obstruction.isReady());
        childOf<QPushButton>(dialog, u"deleteWorkspace"_s).click();
        childOf<QPushButton>(dialog, u"reallyDelete"_s).click();
        childOf<QPushButton>(dialog, u"closeWorkspaces"_s).click();
        QTRY_VERIFY(!app.message(u"removal"_s).isEmpty()); // the key is gone, the mark not
        app.press(MessageAction::DeleteAnyway, u"removal"_s);
        QCOMPARE(app.message(u"file"_s), unreadable);
        app.press(MessageAction::Details, u"file"_s);
        QVERIFY(app.isShown(u"detailsView"_s));
    }
    QVERIFY(WorkspaceStore(app.profile()).find(app.id()).has_value());
}

void TestStoreTrouble::theWindowFollowsAnotherOne()
{
    WorkspaceFixture app;
    openSaved(app);
    WorkspaceStore other(app.profile());
    QVERIFY(!other.rename(app.id(), u"Shop"_s));
    QVERIFY(other.add({.name = u"Third"_s, .endpoint = QUrl(u"https://rest.iad-01.braze.com"_s)}));
    app.window().controller().toggleStar(u"signup"_s);
    QCOMPARE(app.window().windowTitle(), u"Shop — Emberline"_s);
    QVERIFY(!other.rename(app.id(), u"Shop 2"_s));
    const QList<QObject *> places =
        app.window().findChild<QAction *>(u"demoAction"_s)->associatedObjects();
    auto *menu = qobject_cast<QMenu *>(places.value(0));
    QVERIFY(menu != nullptr);
    Q_EMIT menu->aboutToShow();
    QStringList names;
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) {
        names.append(action->text());
    }
    QVERIFY2(names.contains(u"Third"_s), qPrintable(names.join(u'|')));
    QVERIFY2(names.contains(u"Shop 2"_s), qPrintable(names.join(u'|')));
    QCOMPARE(app.window().workspaceName(), u"Shop 2"_s);
    other.readAgain();
    QCOMPARE(other.find(app.id())->starredEvents, QStringList{u"signup"_s});
}

void TestStoreTrouble::aStarKeepsTheTimeOfFetching()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    const QString fetched = app.find<QLabel>(u"statusFetched"_s).text();
    QVERIFY(!fetched.isEmpty());
    app.window().controller().toggleStar(u"signup"_s);
    QCOMPARE(app.find<QLabel>(u"statusFetched"_s).text(), fetched);
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestStoreTrouble)
#include "tst_storetrouble.moc"
