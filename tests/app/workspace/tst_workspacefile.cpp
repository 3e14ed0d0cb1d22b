// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workspace/sampleprofile.h"
#include "tests/support/fixture.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QSignalSpy>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theFileIsAsDocumented();
    static void onlyTheOwnerCanReadTheFile();
    static void aCorruptFileIsSetAside_data();
    static void aCorruptFileIsSetAside();
    static void theWorkspaceThatWasOpenLastMayBeGone();
    static void twoCorruptFilesAreBothKept();
    static void aFileOfANewerVersionIsLeftUntouched();
    static void aFileThatCannotBeReadIsLeftUntouched();
    static void aChangeThatCannotBeWrittenIsNotMade();
#ifdef Q_OS_UNIX
    static void aFullDiskIsNoticed();
#endif
};

void TestWorkspaceFile::theFileIsAsDocumented()
{
    const QByteArray golden = fixture(u"workspace/workspaces.json"_s);
    const WorkspaceFile content{.workspaces = {acme()}, .currentId = someId};
    QCOMPARE(toBytes(content), golden);
    const Result<WorkspaceFile> read = workspaceFileFromBytes(golden);
    QVERIFY(read.hasValue());
    QCOMPARE(*read, content);
}

void TestWorkspaceFile::onlyTheOwnerCanReadTheFile()
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

void TestWorkspaceFile::aCorruptFileIsSetAside_data()
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
    changed("no id is current", R"("current": "0f)", R"("current": "../)");
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

void TestWorkspaceFile::aCorruptFileIsSetAside()
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

void TestWorkspaceFile::theWorkspaceThatWasOpenLastMayBeGone()
{
    const Profile profile;
    QByteArray bytes = fixture(u"workspace/workspaces.json"_s);
    bytes.replace(R"("current": "0f)", R"("current": "1f)");
    writeFile(profile.path, bytes);
    const WorkspaceStore store(profile.folder.path());
    QVERIFY(!store.notice());
    QCOMPARE(store.list().size(), std::size_t{1});
    QVERIFY(store.currentId().startsWith(u"1f"));
    QVERIFY(!store.find(store.currentId()));
}

void TestWorkspaceFile::twoCorruptFilesAreBothKept()
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

void TestWorkspaceFile::aFileOfANewerVersionIsLeftUntouched()
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

void TestWorkspaceFile::aFileThatCannotBeReadIsLeftUntouched()
{
    const Profile profile;
    QVERIFY(QDir().mkdir(profile.path)); // unreadable for root, too
    WorkspaceStore store(profile.folder.path());
    QCOMPARE(store.notice()->problem, StoreProblem::Unreadable);
    QVERIFY(store.isReadOnly());
    QVERIFY(!store.add(acme()).hasValue());
    QVERIFY(QFileInfo(profile.path).isDir());
}

void TestWorkspaceFile::aChangeThatCannotBeWrittenIsNotMade()
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
void TestWorkspaceFile::aFullDiskIsNoticed()
{
    const Profile profile;
    WorkspaceStore store(profile.folder.path());
    QVERIFY(store.add(acme()).hasValue());
    const QByteArray before = contentOf(profile.path);

    // Writes beyond the limit fail when the buffer goes out, as they do on a full disk.
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit tiny{.rlim_cur = 512, // room for the lock, not for the list
                      .rlim_max = limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tiny);
    const std::optional<StoreError> error = store.rename(someId, u"Renamed"_s);
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, previous);

    QVERIFY(error.has_value());
    QCOMPARE(error->refusal, StoreRefusal::NotWritten);
    QCOMPARE(errorOf(*error).kind, ErrorKind::File);
    QCOMPARE(store.find(someId)->name, u"ACME Production"_s);
    QCOMPARE(contentOf(profile.path), before);
    QCOMPARE(QDir(profile.folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(!store.rename(someId, u"Renamed"_s));
}
#endif

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestWorkspaceFile)

#include "tst_workspacefile.moc"
