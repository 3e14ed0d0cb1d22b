// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/keykeeper.h"
#include "app/workspace/preferences.h"
#include "app/workspace/sessionsecretstore.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/strictness.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

using Mood = FakeSecretStore::Mood;

class TestKeyKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aSavedKeyIsInTheKeychainAndMarked();
    static void withoutAKeychainTheKeyIsForThisSession_data();
    static void withoutAKeychainTheKeyIsForThisSession();
    static void aLockedKeyringIsNotTakenForAnEmptyOne();
    static void aNewSessionHasNoSessionKey();
    static void aWorkspaceWithoutAKeySaysSo();
    static void aSessionKeyDoesNotTouchTheOneInTheKeychain();
    static void aSessionKeyDoesNotAskTheKeychain();
    static void aSavedKeyReplacesTheOneOfTheSession();
    static void aRemovedKeyIsGoneEverywhere();
    static void aKeyThatCouldNotBeRemovedStaysMarked_data();
    static void aKeyThatCouldNotBeRemovedStaysMarked();
    static void aRemovalForgetsASessionKeyWithoutAKeychain();
    static void aHangingKeychainCanBeGivenUp();
    static void aMarkThatCannotBeWrittenIsTold();
    static void noFileOfTheProfileHoldsTheKey();
};

namespace {

const auto oldKey = u"old-key-4711"_s;
const auto newKey = u"new-key-4712"_s;

ApiKey apiKey(const QString &text)
{
    return *ApiKey::fromText(text);
}

/// A profile with one workspace, and everything that keeps keys.
struct Profile
{
    QTemporaryDir folder;
    WorkspaceStore workspaces{folder.path()};
    FakeSecretStore keychain{1ms};
    SessionSecretStore session;
    KeyKeeper keeper{workspaces, keychain, session};
    QString id;

    Profile()
    {
        const Result<QString> added = workspaces.add(
            {.name = u"ACME"_s, .endpoint = QUrl(u"https://rest.example.com"_s)});
        id = added ? *added : QString();
    }

    [[nodiscard]] KeyPlace mark() const { return workspaces.find(id)->keyPlace; }
};

KeyOutcome outcomeOf(KeyCall *call)
{
    QSignalSpy spy(call, &KeyCall::finished);
    if (!spy.isEmpty() || !spy.wait() || spy.size() != 1) {
        return {.detail = u"not exactly one answer, later"_s};
    }
    delete call;
    return spy.at(0).at(0).value<KeyOutcome>();
}

} // namespace

void TestKeyKeeper::aSavedKeyIsInTheKeychainAndMarked()
{
    Profile profile;
    const KeyOutcome saved = outcomeOf(profile.keeper.save(profile.id, apiKey(newKey), nullptr));
    QCOMPARE(saved, (KeyOutcome{.key = apiKey(newKey), .place = KeyPlace::Keychain}));
    QCOMPARE(profile.mark(), KeyPlace::Keychain);
    QCOMPARE(profile.keychain.keys().value(profile.id), apiKey(newKey));
    QCOMPARE(WorkspaceStore(profile.folder.path()).find(profile.id)->keyPlace, KeyPlace::Keychain);
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)), saved);
}

void TestKeyKeeper::withoutAKeychainTheKeyIsForThisSession_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<KeyProblem>("problem");
    QTest::newRow("no service") << Mood::Unavailable << KeyProblem::KeychainUnavailable;
    QTest::newRow("locked") << Mood::Locked << KeyProblem::KeychainDeclined;
    QTest::newRow("declined") << Mood::Declining << KeyProblem::KeychainDeclined;
    QTest::newRow("not kept") << Mood::Lying << KeyProblem::KeychainNotKept;
}

void TestKeyKeeper::withoutAKeychainTheKeyIsForThisSession()
{
    QFETCH(Mood, mood);
    QFETCH(KeyProblem, problem);
    Profile profile;
    profile.keychain.setMood(mood);
    const KeyOutcome saved = outcomeOf(profile.keeper.save(profile.id, apiKey(newKey), nullptr));
    QCOMPARE(saved.problem, std::optional(problem));
    QCOMPARE(saved.place, KeyPlace::Session);
    QCOMPARE(saved.key, apiKey(newKey));
    QCOMPARE(profile.mark(), KeyPlace::Session);
    QVERIFY(profile.keychain.keys().isEmpty());
    const KeyOutcome loaded = outcomeOf(profile.keeper.load(profile.id, nullptr));
    QCOMPARE(loaded, (KeyOutcome{.key = apiKey(newKey), .place = KeyPlace::Session}));
}

void TestKeyKeeper::aLockedKeyringIsNotTakenForAnEmptyOne()
{
    Profile profile;
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(oldKey), nullptr)).problem);
    profile.keychain.setMood(Mood::Locked);
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).problem,
             std::optional(KeyProblem::LockedDeclinedOrRemoved));
    QCOMPARE(profile.mark(), KeyPlace::Keychain);
    QVERIFY(!profile.keychain.tasks().contains(u"remove "_s + profile.id));
    profile.keychain.setMood(Mood::Obliging);
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).key, apiKey(oldKey));
}

void TestKeyKeeper::aNewSessionHasNoSessionKey()
{
    Profile profile;
    profile.keychain.setMood(Mood::Unavailable);
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(oldKey), nullptr)).key.isEmpty());
    WorkspaceStore workspaces(profile.folder.path());
    SessionSecretStore session;
    KeyKeeper keeper(workspaces, profile.keychain, session);
    const KeyOutcome loaded = outcomeOf(keeper.load(profile.id, nullptr));
    QCOMPARE(loaded.problem, std::optional(KeyProblem::SessionEnded));
    QVERIFY(loaded.key.isEmpty());
}

void TestKeyKeeper::aWorkspaceWithoutAKeySaysSo()
{
    Profile profile;
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).problem,
             std::optional(KeyProblem::NoKey));
    QVERIFY(profile.keychain.tasks().isEmpty());
}

void TestKeyKeeper::aSessionKeyDoesNotTouchTheOneInTheKeychain()
{
    Profile profile;
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(oldKey), nullptr)).problem);
    const KeyOutcome used = outcomeOf(
        profile.keeper.useForSession(profile.id, apiKey(newKey), nullptr));
    QCOMPARE(used, (KeyOutcome{.key = apiKey(newKey), .place = KeyPlace::Session}));
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).key, apiKey(newKey));
    QCOMPARE(profile.mark(), KeyPlace::Keychain);
    QCOMPARE(profile.keychain.keys().value(profile.id), apiKey(oldKey));
}

void TestKeyKeeper::aSessionKeyDoesNotAskTheKeychain()
{
    Profile profile;
    profile.keychain.setMood(Mood::Hanging);
    const KeyOutcome used = outcomeOf(
        profile.keeper.useForSession(profile.id, apiKey(newKey), nullptr));
    QCOMPARE(used.place, KeyPlace::Session);
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).key, apiKey(newKey));
    QVERIFY(profile.keychain.tasks().isEmpty());
}

void TestKeyKeeper::aSavedKeyReplacesTheOneOfTheSession()
{
    Profile profile;
    QCOMPARE(outcomeOf(profile.keeper.useForSession(profile.id, apiKey(oldKey), nullptr)).place,
             KeyPlace::Session);
    QCOMPARE(profile.mark(), KeyPlace::Session);
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(newKey), nullptr)).problem);
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)),
             (KeyOutcome{.key = apiKey(newKey), .place = KeyPlace::Keychain}));
}

void TestKeyKeeper::aRemovedKeyIsGoneEverywhere()
{
    Profile profile;
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(oldKey), nullptr)).problem);
    static_cast<void>(outcomeOf(profile.keeper.useForSession(profile.id, apiKey(newKey), nullptr)));
    QCOMPARE(outcomeOf(profile.keeper.remove(profile.id, nullptr)), KeyOutcome{});
    QVERIFY(profile.keychain.keys().isEmpty());
    QCOMPARE(profile.mark(), KeyPlace::None);
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).problem,
             std::optional(KeyProblem::NoKey));
}

void TestKeyKeeper::aKeyThatCouldNotBeRemovedStaysMarked_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<KeyProblem>("problem");
    QTest::newRow("locked") << Mood::Locked << KeyProblem::LockedDeclinedOrRemoved;
    QTest::newRow("no service") << Mood::Unavailable << KeyProblem::KeychainUnavailable;
    QTest::newRow("a false yes") << Mood::Lying << KeyProblem::KeychainNotRemoved;
}

void TestKeyKeeper::aKeyThatCouldNotBeRemovedStaysMarked()
{
    QFETCH(Mood, mood);
    QFETCH(KeyProblem, problem);
    Profile profile;
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(oldKey), nullptr)).problem);
    profile.keychain.setMood(mood);
    const KeyOutcome removed = outcomeOf(profile.keeper.remove(profile.id, nullptr));
    QCOMPARE(removed.problem, std::optional(problem));
    QCOMPARE(removed.place, KeyPlace::Keychain);
    QCOMPARE(profile.mark(), KeyPlace::Keychain);
    QCOMPARE(profile.keychain.keys().value(profile.id), apiKey(oldKey));
}

void TestKeyKeeper::aRemovalForgetsASessionKeyWithoutAKeychain()
{
    Profile profile;
    profile.keychain.setMood(Mood::Unavailable);
    static_cast<void>(outcomeOf(profile.keeper.save(profile.id, apiKey(oldKey), nullptr)));
    QCOMPARE(outcomeOf(profile.keeper.remove(profile.id, nullptr)), KeyOutcome{});
    QCOMPARE(profile.mark(), KeyPlace::None);
}

void TestKeyKeeper::aHangingKeychainCanBeGivenUp()
{
    Profile profile;
    profile.keychain.setMood(Mood::Hanging);
    KeyCall *hanging = profile.keeper.save(profile.id, apiKey(oldKey), nullptr);
    const QSignalSpy answers(hanging, &KeyCall::finished);
    QSignalSpy stalled(hanging, &KeyCall::stalled);
    QVERIFY(stalled.wait());
    delete hanging;
    const KeyOutcome used = outcomeOf(
        profile.keeper.useForSession(profile.id, apiKey(newKey), nullptr));
    QCOMPARE(used.place, KeyPlace::Session);
    profile.keychain.wakeUp(); // the first key does reach the keychain now
    QCOMPARE(outcomeOf(profile.keeper.load(profile.id, nullptr)).key, apiKey(newKey));
    QCOMPARE(profile.mark(), KeyPlace::Session);
    QVERIFY(answers.isEmpty());
    QCOMPARE(outcomeOf(profile.keeper.remove(profile.id, nullptr)), KeyOutcome{});
    QVERIFY(profile.keychain.keys().isEmpty());
}

void TestKeyKeeper::aMarkThatCannotBeWrittenIsTold()
{
    Profile profile;
    const QString path = profile.folder.filePath(u"workspaces.json"_s);
    QVERIFY(QFile::remove(path) && QDir().mkdir(path)); // nothing can be written there now
    const KeyOutcome saved = outcomeOf(profile.keeper.save(profile.id, apiKey(newKey), nullptr));
    QCOMPARE(saved.problem, std::optional(KeyProblem::NotRecorded));
    QCOMPARE(saved.key, apiKey(newKey));
    QCOMPARE(saved.place, KeyPlace::Keychain);
}

void TestKeyKeeper::noFileOfTheProfileHoldsTheKey()
{
    Profile profile;
    Preferences preferences(profile.folder.path());
    preferences.setLastView(profile.id, {{u"title"_s, u"a view"_s}});
    QVERIFY(!preferences.sync());
    QVERIFY(!outcomeOf(profile.keeper.save(profile.id, apiKey(newKey), nullptr)).problem);
    profile.keychain.setMood(Mood::Unavailable);
    static_cast<void>(outcomeOf(profile.keeper.save(profile.id, apiKey(newKey), nullptr)));
    int files = 0;
    QDirIterator it(
        profile.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(newKey.toLatin1()), qPrintable(file.fileName()));
        ++files;
    }
    QCOMPARE(files, 2);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestKeyKeeper)

#include "tst_keykeeper.moc"
