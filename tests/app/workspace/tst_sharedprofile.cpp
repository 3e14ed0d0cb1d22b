// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workspace/sampleprofile.h"
#include "tests/support/strictness.h"

#include <QDir>
#include <QLockFile>
#include <QSignalSpy>

#ifdef Q_OS_UNIX
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

/// Two windows of one profile, as two processes have them, each with its own list.
struct TwoWindows
{
    TwoWindows()
        : first(profile.folder.path())
        , added(first.add(acme()).hasValue())
        , second(profile.folder.path())
    { }

    Profile profile;
    WorkspaceStore first;
    bool added;
    WorkspaceStore second;
};

QStringList namesOf(const WorkspaceStore &store)
{
    QStringList names;
    for (const Workspace &workspace : store.list()) {
        names.append(workspace.name);
    }
    return names;
}

} // namespace

class TestSharedProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void whatBothAddedIsThere();
    static void whatTheOtherDeletedStaysDeleted();
    static void aChangeShowsWhatTheOtherDid();
    static void aRefusedChangeShowsWhatTheOtherDid();
    static void readingAgainShowsWhatTheOtherDid();
    static void twoChangesOfOneWorkspaceAreBothMade();
    static void aNameThatTheOtherTookIsTaken();
    static void whatIsOpenInTheOtherStaysRemembered();
    static void aFileThatGotNewerIsLeftUntouched();
    static void aFileThatWasDamagedMeanwhileIsWrittenAnew();
    static void whoHearsOfAChangeMayMakeOne();
    static void aLockThatIsHeldIsToldInTime();
#ifdef Q_OS_UNIX
    static void aLockOfADeadProcessIsNone();
#endif
};

void TestSharedProfile::whatBothAddedIsThere()
{
    TwoWindows windows;
    QVERIFY(windows.first.add(named(u"From the first"_s)).hasValue());
    QVERIFY(windows.second.add(named(u"From the second"_s)).hasValue());
    const QStringList all{u"ACME Production"_s, u"From the first"_s, u"From the second"_s};
    QCOMPARE(namesOf(windows.second), all);
    const WorkspaceStore stored(windows.profile.folder.path());
    QCOMPARE(namesOf(stored), all);
}

void TestSharedProfile::whatTheOtherDeletedStaysDeleted()
{
    TwoWindows windows;
    const Result<QString> other = windows.first.add(named(u"Other"_s));
    windows.second.readAgain();
    QVERIFY(!windows.first.remove(someId));
    QVERIFY(!windows.second.rename(*other, u"Renamed"_s));
    const WorkspaceStore stored(windows.profile.folder.path());
    QCOMPARE(namesOf(stored), QStringList{u"Renamed"_s});
    QCOMPARE(windows.second.rename(someId, u"Back"_s)->refusal, StoreRefusal::Gone);
}

void TestSharedProfile::aChangeShowsWhatTheOtherDid()
{
    TwoWindows windows;
    QVERIFY(windows.first.add(named(u"Other"_s)).hasValue());
    const QSignalSpy changed(&windows.second, &WorkspaceStore::changed);
    QVERIFY(!windows.second.update(acme())); // nothing of its own
    QCOMPARE(changed.size(), 1);
    QCOMPARE(namesOf(windows.second), (QStringList{u"ACME Production"_s, u"Other"_s}));
}

void TestSharedProfile::aRefusedChangeShowsWhatTheOtherDid()
{
    TwoWindows windows;
    QVERIFY(!windows.first.remove(someId));
    const QSignalSpy changed(&windows.second, &WorkspaceStore::changed);
    QVERIFY(windows.second.rename(someId, u"Shop"_s).has_value());
    QCOMPARE(changed.size(), 1);
    QVERIFY(windows.second.list().empty());
}

void TestSharedProfile::readingAgainShowsWhatTheOtherDid()
{
    TwoWindows windows;
    QVERIFY(!windows.first.rename(someId, u"Shop"_s));
    const QSignalSpy changed(&windows.second, &WorkspaceStore::changed);
    windows.second.readAgain();
    windows.second.readAgain();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(namesOf(windows.second), QStringList{u"Shop"_s});
}

void TestSharedProfile::twoChangesOfOneWorkspaceAreBothMade()
{
    TwoWindows windows;
    Workspace there = acme();
    there.name = u"Shop"_s;
    there.starredEvents.append(u"starred there"_s);
    Workspace here = acme();
    here.weekStart = Qt::Monday;
    here.starredEvents.append(u"starred here"_s);
    QVERIFY(!windows.first.update(there));
    QVERIFY(!windows.first.setKeyPlace(someId, KeyPlace::Session));
    QVERIFY(!windows.second.update(here));
    const std::optional<Workspace> stored = windows.second.find(someId);
    QCOMPARE(stored->name, u"Shop"_s);
    QCOMPARE(stored->keyPlace, KeyPlace::Session);
    QCOMPARE(stored->weekStart, Qt::Monday);
    QCOMPARE(stored->starredEvents,
             (QStringList{u"signup"_s, u"starred here"_s, u"starred there"_s}));
    const WorkspaceStore again(windows.profile.folder.path());
    QCOMPARE(again.find(someId), stored);
}

void TestSharedProfile::aNameThatTheOtherTookIsTaken()
{
    TwoWindows windows;
    QVERIFY(windows.first.add(named(u"Shop"_s)).hasValue());
    QCOMPARE(windows.second.rename(someId, u"shop"_s)->nameProblem,
             std::optional(NameProblem::Taken));
}

void TestSharedProfile::whatIsOpenInTheOtherStaysRemembered()
{
    TwoWindows windows;
    QVERIFY(!windows.first.setCurrentId(someId));
    QVERIFY(windows.second.add(named(u"Other"_s)).hasValue());
    QCOMPARE(WorkspaceStore(windows.profile.folder.path()).currentId(), someId);
    QVERIFY(!windows.second.setCurrentId(u"demo"_s));
    QVERIFY(!windows.first.rename(someId, u"Shop"_s));
    QCOMPARE(WorkspaceStore(windows.profile.folder.path()).currentId(), u"demo"_s);
}

void TestSharedProfile::aFileThatGotNewerIsLeftUntouched()
{
    TwoWindows windows;
    const QByteArray newer = R"({"emberline": "workspaces", "version": 2, "more": true})";
    writeFile(windows.profile.path, newer);
    QCOMPARE(windows.first.rename(someId, u"Shop"_s)->refusal, StoreRefusal::Newer);
    QVERIFY(windows.first.isReadOnly());
    QCOMPARE(namesOf(windows.first), QStringList{u"ACME Production"_s});
    QCOMPARE(contentOf(windows.profile.path), newer);
}

void TestSharedProfile::aFileThatWasDamagedMeanwhileIsWrittenAnew()
{
    TwoWindows windows;
    writeFile(windows.profile.path, "broken");
    QVERIFY(!windows.first.rename(someId, u"Shop"_s));
    const WorkspaceStore stored(windows.profile.folder.path());
    QCOMPARE(namesOf(stored), QStringList{u"Shop"_s});
    const QStringList aside =
        QDir(windows.profile.folder.path()).entryList({u"workspaces.json.corrupt-*"_s});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(windows.profile.folder.filePath(aside.front())), QByteArray("broken"));
}

void TestSharedProfile::whoHearsOfAChangeMayMakeOne()
{
    TwoWindows windows;
    std::optional<StoreError> error;
    connect(&windows.first, &WorkspaceStore::changed, &windows.first, [&windows, &error] {
        if (windows.first.currentId().isEmpty()) {
            error = windows.first.setCurrentId(someId);
        }
    });
    QVERIFY(!windows.first.rename(someId, u"Shop"_s));
    QVERIFY(!error);
    QCOMPARE(WorkspaceStore(windows.profile.folder.path()).currentId(), someId);
}

void TestSharedProfile::aLockThatIsHeldIsToldInTime()
{
    TwoWindows windows;
    QLockFile other(windows.profile.path + u".lock"_s);
    QVERIFY(other.lock());
    const QSignalSpy changed(&windows.first, &WorkspaceStore::changed);
    const std::optional<StoreError> error = windows.first.rename(someId, u"Shop"_s);
    QVERIFY(error.has_value());
    QCOMPARE(error->refusal, StoreRefusal::Busy);
    QCOMPARE(errorOf(*error).kind, ErrorKind::File);
    QCOMPARE(namesOf(windows.first), QStringList{u"ACME Production"_s});
    QVERIFY(changed.isEmpty());
    other.unlock();
    QVERIFY(!windows.first.rename(someId, u"Shop"_s));
    QVERIFY(!QFile::exists(windows.profile.path + u".lock"_s));
}

#ifdef Q_OS_UNIX
void TestSharedProfile::aLockOfADeadProcessIsNone()
{
    TwoWindows windows;
    const QString path = windows.profile.path + u".lock"_s;
    const pid_t child = fork();
    if (child == 0) {
        QLockFile lock(path);
        _exit(lock.lock() ? 0 : 1); // dies with the lock in its hand
    }
    int status = 1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY(QFile::exists(path));
    QVERIFY(!windows.first.rename(someId, u"Shop"_s));
    QVERIFY(!QFile::exists(path));
}
#endif

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSharedProfile)

#include "tst_sharedprofile.moc"
