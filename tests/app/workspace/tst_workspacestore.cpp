// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacestore.h"
#include "tests/support/fixture.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWorkspaceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aNewProfileIsEmptyAndUntouched();
    static void everythingComesBack();
    static void theFileIsAsDocumented();
    static void onlyTheOwnerCanReadTheFile();
    static void aChangeIsAnnouncedOnce();
    static void aWorkspaceIsRenamedAndRemoved();
    static void theCurrentWorkspaceIsKept();
    static void namesAreFoundWhateverTheirCase();
    static void namesAreTextLikeAnyOther_data();
    static void namesAreTextLikeAnyOther();
    static void aNameThatCannotBeHasAReason_data();
    static void aNameThatCannotBeHasAReason();
    static void theDemoMayBeKeptWithoutAnEndpoint();
    static void whatWouldNotBeReadAgainIsNotStored_data();
    static void whatWouldNotBeReadAgainIsNotStored();
    static void aCorruptFileIsSetAside_data();
    static void aCorruptFileIsSetAside();
    static void twoCorruptFilesAreBothKept();
    static void aFileOfANewerVersionIsLeftUntouched();
    static void aFileThatCannotBeReadIsLeftUntouched();
    static void aChangeThatCannotBeWrittenIsNotMade();
#ifdef Q_OS_UNIX
    static void aFullDiskIsNoticed();
#endif
};

namespace {

const auto someId = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;

Workspace acme()
{
    return {.id = someId,
            .name = u"ACME Production"_s,
            .endpoint = QUrl(u"https://rest.iad-01.braze.com"_s),
            .keyPlace = KeyPlace::Keychain,
            .zone = QTimeZone("America/New_York"),
            .weekStart = Qt::Sunday,
            .apps = {{.id = u"a-1"_s, .name = u"iOS"_s}, {.id = u"a-2"_s, .name = u"Web"_s}},
            .segments = {{.id = u"s-1"_s, .name = u"<b>VIP</b>"_s}},
            .starredEvents = {u"signup"_s},
            .recentEvents = {u"checkout & pay"_s, u"signup"_s},
            .colorSlots = {{u"s-1"_s, 0}, {u"s-2"_s, 3}}};
}

Workspace named(const QString &name)
{
    return {.name = name, .endpoint = QUrl(u"https://rest.example.com"_s)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush());
}

/// A profile folder and the path of its file.
struct Profile
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"workspaces.json"_s);
};

} // namespace

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

void TestWorkspaceStore::theFileIsAsDocumented()
{
    const QByteArray golden = fixture(u"workspace/workspaces.json"_s);
    const WorkspaceFile content{.workspaces = {acme()}, .currentId = someId};
    QCOMPARE(toBytes(content), golden);
    const Result<WorkspaceFile> read = workspaceFileFromBytes(golden);
    QVERIFY(read.hasValue());
    QCOMPARE(*read, content);
}

void TestWorkspaceStore::onlyTheOwnerCanReadTheFile()
{
    const Profile profile;
    const QString folder = profile.folder.filePath(u"new"_s);
    WorkspaceStore store(folder);
    QVERIFY(store.add(acme()).hasValue());
    QVERIFY(!store.rename(someId, u"Again"_s)); // a replaced file, too
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                          | QFileDevice::ReadOther | QFileDevice::WriteOther
                          | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(folder + u"/workspaces.json") & others, QFileDevice::Permissions());
    QCOMPARE(QFile::permissions(folder) & others, QFileDevice::Permissions());
    QVERIFY(QFileInfo(folder).isExecutable());
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
    QCOMPARE(store.remove(someId)->kind, ErrorKind::NotFound);
    QCOMPARE(store.rename(someId, u"x"_s)->kind, ErrorKind::NotFound);
}

void TestWorkspaceStore::theCurrentWorkspaceIsKept()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.currentId(), QString());
    QVERIFY(store.add(acme()).hasValue());
    QVERIFY(!store.setCurrentId(someId));
    QCOMPARE(WorkspaceStore(profile.folder.path()).currentId(), someId);
    QCOMPARE(store.setCurrentId(u"nobody"_s)->kind, ErrorKind::NotFound);
    QVERIFY(!store.remove(someId));
    QCOMPARE(store.currentId(), QString());
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
    QCOMPARE(store.rename(*second, name)->kind, ErrorKind::InvalidQuery);
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

void TestWorkspaceStore::aCorruptFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = fixture(u"workspace/workspaces.json"_s);
    const auto changed = [&good](const char *name, const char *before, const char *after) {
        QVERIFY(good.contains(before));
        QTest::newRow(name) << QByteArray(good).replace(before, after);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << good.left(good.size() / 2);
    QTest::newRow("NULs after a crash") << QByteArray(good.size(), '\0');
    QTest::newRow("HTML") << QByteArray("<html></html>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("another file of ours") << QByteArray(R"({"emberline":"view","version":9})");
    QTest::newRow("too large") << QByteArray((8 << 20) + 1, ' ');
    changed("version 0", R"("version": 1)", R"("version": 0)");
    changed("version as text", R"("version": 1)", R"("version": "1")");
    changed("an unknown key", R"("current":)", R"("api_key": "x", "current":)");
    changed("an unknown workspace is current", R"("current": "0f)", R"("current": "1f)");
    changed("an id that is none", R"("id": "0f8fad5b)", R"("id": "../8fad5b)");
    changed("no zone", "America/New_York", "");
    changed("an http endpoint", "https://rest", "http://rest");
    changed("an endpoint elsewhere", "braze.com", "braze.com.evil.example");
    changed("an unknown zone", "America/New_York", "America/Atlantis");
    changed("an eighth day", R"("week_start": 7)", R"("week_start": 8)");
    changed("an unknown place", R"("key": "keychain")", R"("key": "file")");
    changed("a wrong type", R"("name": "iOS")", R"("name": 5)");
    changed("a negative slot", R"("slot": 3)", R"("slot": -3)");
}

void TestWorkspaceStore::aCorruptFileIsSetAside()
{
    QFETCH(QByteArray, bytes);
    const Profile profile;
    writeFile(profile.path, bytes);
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.notice().has_value());
    QCOMPARE(store.notice()->problem, StoreProblem::Corrupt);
    QVERIFY(store.notice()->file.startsWith(profile.path + u".corrupt-"_s));
    QVERIFY(!store.notice()->detail.isEmpty());
    QCOMPARE(contentOf(store.notice()->file), bytes);
    QVERIFY(store.list().empty());
    QVERIFY(store.add(acme()).hasValue());
    QCOMPARE(contentOf(store.notice()->file), bytes);
}

void TestWorkspaceStore::twoCorruptFilesAreBothKept()
{
    const Profile profile;
    QStringList aside;
    aside.reserve(3);
    for (int i = 0; i < 3; ++i) {
        writeFile(profile.path, "broken " + QByteArray::number(i));
        aside.append(WorkspaceStore(profile.folder.path()).notice()->file);
    }
    QCOMPARE(contentOf(aside.at(0)), QByteArray("broken 0"));
    QCOMPARE(contentOf(aside.at(1)), QByteArray("broken 1"));
    QCOMPARE(contentOf(aside.at(2)), QByteArray("broken 2"));
}

void TestWorkspaceStore::aFileOfANewerVersionIsLeftUntouched()
{
    const Profile profile;
    const QByteArray newer = R"({"emberline": "workspaces", "version": 2, "more": true})";
    writeFile(profile.path, newer);
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.notice()->problem, StoreProblem::Newer);
    QVERIFY(store.isReadOnly());
    QCOMPARE(store.add(acme()).error().kind, ErrorKind::File);
    QVERIFY(store.list().empty());
    QCOMPARE(contentOf(profile.path), newer);
}

void TestWorkspaceStore::aFileThatCannotBeReadIsLeftUntouched()
{
    const Profile profile;
    QVERIFY(QDir().mkdir(profile.path)); // unreadable for root, too
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.notice()->problem, StoreProblem::Unreadable);
    QVERIFY(store.isReadOnly());
    QVERIFY(!store.add(acme()).hasValue());
    QVERIFY(QFileInfo(profile.path).isDir());
}

void TestWorkspaceStore::aChangeThatCannotBeWrittenIsNotMade()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    const QSignalSpy changed(&store, &WorkspaceStore::changed);
    QVERIFY(QDir().mkdir(profile.path));
    const Result<QString> added = store.add(acme());
    QCOMPARE(added.error().kind, ErrorKind::File);
    QVERIFY(!added.error().detail.isEmpty());
    QVERIFY(store.list().empty());
    QVERIFY(changed.isEmpty());

    const QString file = profile.folder.filePath(u"file"_s);
    writeFile(file, "x");
    WorkspaceStore below(file + u"/folder"_s);
    QCOMPARE(below.add(acme()).error().kind, ErrorKind::File);
}

#ifdef Q_OS_UNIX
void TestWorkspaceStore::aFullDiskIsNoticed()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(acme()).hasValue());
    const QByteArray before = contentOf(profile.path);

    // Writes beyond the limit fail when the buffer goes out, as they do on a full disk.
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit tiny{.rlim_cur = 16, .rlim_max = limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tiny);
    const std::optional<Error> error = store.rename(someId, u"Renamed"_s);
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, previous);

    QVERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::File);
    QCOMPARE(store.find(someId)->name, u"ACME Production"_s);
    QCOMPARE(contentOf(profile.path), before);
    QCOMPARE(QDir(profile.folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(!store.rename(someId, u"Renamed"_s));
}
#endif

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWorkspaceStore)

#include "tst_workspacestore.moc"
