// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workspace/sampleprofile.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QSignalSpy>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWorkspaceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNewProfileIsEmptyAndUntouched();
    static void everythingComesBack();
    static void aChangeIsAnnouncedOnce();
    static void aWorkspaceIsRenamedAndRemoved();
    static void theCurrentWorkspaceIsKept();
    static void theDemoIsRememberedButNotSaved();
    static void namesAreFoundWhateverTheirCase();
    static void namesAreTextLikeAnyOther_data();
    static void namesAreTextLikeAnyOther();
    static void aNameThatCannotBeHasAReason_data();
    static void aNameThatCannotBeHasAReason();
    static void theDemoMayBeKeptWithoutAnEndpoint();
    static void whatWouldNotBeReadAgainIsNotStored_data();
    static void whatWouldNotBeReadAgainIsNotStored();
};

void TestWorkspaceStore::aNewProfileIsEmptyAndUntouched()
{
    const Profile profile;
    const WorkspaceStore store(profile.folder.filePath(u"not/yet/there"_s));
    QVERIFY(store.list().empty());
    QVERIFY(!store.notice());
    QVERIFY(!store.isReadOnly());
    QVERIFY(QDir(profile.folder.path()).isEmpty());
}

void TestWorkspaceStore::everythingComesBack()
{
    const Profile profile;
    {
        WorkspaceStore store(profile.folder.path());
        QVERIFY(store.add(acme()).hasValue());
        QVERIFY(store.add(named(u"Second"_s)).hasValue());
    }
    const WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.list().size(), std::size_t{2});
    QCOMPARE(store.list().front(), acme());
    QCOMPARE(store.find(someId)->zone.id(), QByteArray("America/New_York"));
    QCOMPARE(store.list().back().name, u"Second"_s);
    QVERIFY(!QUuid::fromString(store.list().back().id).isNull());
    QCOMPARE(store.list().back().zone, QTimeZone::utc());
}

void TestWorkspaceStore::aChangeIsAnnouncedOnce()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    const QSignalSpy changed(&store, &WorkspaceStore::changed);
    QVERIFY(store.add(acme()).hasValue());
    QCOMPARE(changed.size(), 1);
    QVERIFY(!store.update(acme())); // nothing is different
    QCOMPARE(changed.size(), 1);
    QVERIFY(!store.setKeyPlace(someId, KeyPlace::Session));
    QCOMPARE(changed.size(), 2);
}

void TestWorkspaceStore::aWorkspaceIsRenamedAndRemoved()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(acme()).hasValue());
    QVERIFY(!store.rename(someId, u" Shop "_s));
    QCOMPARE(store.find(someId)->name, u"Shop"_s);
    QVERIFY(!store.remove(someId));
    QVERIFY(!store.find(someId));
    QVERIFY(WorkspaceStore(profile.folder.path()).list().empty());
    QCOMPARE(store.remove(someId)->refusal, StoreRefusal::Gone);
    QCOMPARE(store.rename(someId, u"x"_s)->refusal, StoreRefusal::Gone);
}

void TestWorkspaceStore::theCurrentWorkspaceIsKept()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.currentId(), QString());
    QVERIFY(store.add(acme()).hasValue());
    QVERIFY(!store.setCurrentId(someId));
    QCOMPARE(WorkspaceStore(profile.folder.path()).currentId(), someId);
    QCOMPARE(store.setCurrentId(u"nobody"_s)->refusal, StoreRefusal::Gone);
    QVERIFY(!store.remove(someId));
    QCOMPARE(store.currentId(), QString());
}

void TestWorkspaceStore::theDemoIsRememberedButNotSaved()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(acme()).hasValue());
    QVERIFY(!store.setCurrentId(u"demo"_s));
    const WorkspaceStore again(profile.folder.path());
    QVERIFY(!again.notice());
    QCOMPARE(again.currentId(), u"demo"_s);
    QCOMPARE(again.list(), std::vector<Workspace>{acme()});
    QVERIFY(!again.find(u"demo"_s));
    QVERIFY(!again.findByName(u"demo"_s));
}

void TestWorkspaceStore::namesAreFoundWhateverTheirCase()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(acme()).hasValue());
    QCOMPARE(store.findByName(u"acme production"_s)->id, someId);
    QVERIFY(!store.findByName(u"ACME"_s));
}

void TestWorkspaceStore::namesAreTextLikeAnyOther_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("HTML") << u"<img src=/dev/zero>"_s;
    QTest::newRow("an entity") << u"&amp; %n %1 %s"_s;
    QTest::newRow("a path") << u"../../x"_s;
    QTest::newRow("a formula") << u"=1+1"_s;
    QTest::newRow("emoji") << u"\U0001F469\u200D\U0001F680 shop"_s;
    QTest::newRow("Arabic") << u"\u0645\u062A\u062C\u0631"_s;
    QTest::newRow("an override") << u"a\u202Eb"_s;
    QTest::newRow("a NUL") << u"a\0b"_s;
    QTest::newRow("SQL") << u"'; DROP TABLE"_s;
}

void TestWorkspaceStore::namesAreTextLikeAnyOther()
{
    QFETCH(QString, name);
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(named(name)).hasValue());
    QCOMPARE(WorkspaceStore(profile.folder.path()).list().front().name, name);
}

void TestWorkspaceStore::aNameThatCannotBeHasAReason_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<NameProblem>("problem");
    QTest::newRow("nothing") << u""_s << NameProblem::Empty;
    QTest::newRow("blanks") << u" \t"_s << NameProblem::Empty;
    QTest::newRow("201 characters") << QString(201, u'x') << NameProblem::TooLong;
    QTest::newRow("taken") << u"ACME Production"_s << NameProblem::Taken;
    QTest::newRow("taken but for the case") << u" acme production "_s << NameProblem::Taken;
    QTest::newRow("the demo's") << u"Demo"_s << NameProblem::Reserved;
}

void TestWorkspaceStore::aNameThatCannotBeHasAReason()
{
    QFETCH(QString, name);
    QFETCH(NameProblem, problem);
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(acme()).hasValue());
    const Result<QString> second = store.add(named(u"Second"_s));
    QVERIFY(second.hasValue());
    QCOMPARE(store.nameProblem(name), std::optional(problem));
    QCOMPARE(store.add(named(name)).error().kind, ErrorKind::InvalidQuery);
    QCOMPARE(store.rename(*second, name)->refusal, StoreRefusal::BadName);
    QCOMPARE(store.rename(*second, name)->nameProblem, std::optional(problem));
    QVERIFY(!store.nameProblem(u"acme PRODUCTION"_s, someId)); // its own name is free to it
    QCOMPARE(store.list().size(), std::size_t{2});
}

void TestWorkspaceStore::theDemoMayBeKeptWithoutAnEndpoint()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(*store.add({.id = u"demo"_s, .name = u"Demo"_s}), u"demo"_s);
    QVERIFY(!store.setCurrentId(u"demo"_s));
    QVERIFY(WorkspaceStore(profile.folder.path()).find(u"demo"_s)->isDemo());
    QVERIFY(!store.add({.id = u"demo"_s, .name = u"Demo again"_s}).hasValue());
}

void TestWorkspaceStore::whatWouldNotBeReadAgainIsNotStored_data()
{
    QTest::addColumn<Workspace>("workspace");
    Workspace workspace = acme();
    workspace.endpoint = QUrl(u"http://rest.iad-01.braze.com"_s);
    QTest::newRow("an http endpoint") << workspace;
    workspace.endpoint = QUrl();
    QTest::newRow("no endpoint") << workspace;
    workspace = acme();
    workspace.id = u"../../x"_s;
    QTest::newRow("an id that is none") << workspace;
    workspace = acme();
    workspace.zone = QTimeZone();
    QTest::newRow("no zone") << workspace;
    workspace = acme();
    workspace.apps.resize(2'000);
    QTest::newRow("too many apps") << workspace;
}

void TestWorkspaceStore::whatWouldNotBeReadAgainIsNotStored()
{
    QFETCH(Workspace, workspace);
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.add(workspace).error().kind, ErrorKind::InvalidQuery);
    QVERIFY(!QFile::exists(profile.path));
    QVERIFY(store.list().empty());
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWorkspaceStore)

#include "tst_workspacestore.moc"
