// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/keychainsecretstore.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/sessionsecretstore.h"
#include "tests/app/workspace/secretcontract.h"
#include "tests/support/strictness.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

/// Against the keychain that runs: only keychain_session.sh starts this, with one of its own, and
/// names the functions that fit its state.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    static void init() { failOnAnyWarning(); }
    static void anUnlockedKeyringKeepsTheContract();
    static void aSavedKeyIsNowhereInTheProfile();
    static void aKeyIsStoredForLater();
    static void aLockedKeyringGivesNothing();
    static void theKeyOutlivedTheLock();
    static void withoutAServiceKeysAreForTheSession();
};

namespace {

const auto heldId = u"44444444-4444-4444-8444-444444444444"_s;
const auto keyText = u"a-key-that-is-kept-4711"_s;

KeyOutcome outcomeOf(KeyCall *call)
{
    QSignalSpy spy(call, &KeyCall::finished);
    if (!spy.isEmpty() || !spy.wait(30'000) || spy.size() != 1) {
        return {.detail = u"not exactly one answer, later"_s};
    }
    delete call;
    return spy.at(0).at(0).value<KeyOutcome>();
}

/// A profile whose only workspace is marked as having its key at @p mark.
struct Profile
{
    QTemporaryDir folder;
    WorkspaceStore workspaces{folder.path()};
    KeychainSecretStore keychain;
    SessionSecretStore session;
    KeyKeeper keeper{workspaces, keychain, session};

    explicit Profile(KeyPlace mark)
    {
        const Result<QString> added = workspaces.add(
            {.id = heldId,
             .name = u"ACME"_s,
             .endpoint = QUrl(u"https://rest.example.com"_s),
             .keyPlace = mark});
        Q_ASSERT(added);
    }

    [[nodiscard]] KeyPlace mark() const { return workspaces.find(heldId)->keyPlace; }
};

} // namespace

void TestKeychain::initTestCase()
{
    // Without it every function is skipped and the run fails: the keychain would be the user's.
    QVERIFY2(qEnvironmentVariable("EMBERLINE_TEST_KEYCHAIN") == u"private",
             "to be started through keychain_session.sh");
}

void TestKeychain::anUnlockedKeyringKeepsTheContract()
{
    KeychainSecretStore store;
    checkContract(store);
    checkCancelling(store);
}

void TestKeychain::aSavedKeyIsNowhereInTheProfile()
{
    Profile profile(KeyPlace::None);
    const KeyOutcome saved = outcomeOf(profile.keeper.save(heldId, apiKey(keyText), nullptr));
    QCOMPARE(saved, (KeyOutcome{.key = apiKey(keyText), .place = KeyPlace::Keychain}));
    QCOMPARE(profile.mark(), KeyPlace::Keychain);
    int files = 0;
    for (const QString &folder : {profile.folder.path(), QDir::homePath()}) {
        QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(keyText.toLatin1()), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files >= 2); // the workspaces and the keyring, which is encrypted
    QCOMPARE(outcomeOf(profile.keeper.remove(heldId, nullptr)), KeyOutcome{});
}

void TestKeychain::aKeyIsStoredForLater()
{
    KeychainSecretStore store;
    QVERIFY(outcomeOf(store.write(heldId, apiKey(keyText), nullptr)).isOk());
}

void TestKeychain::aLockedKeyringGivesNothing()
{
    KeychainSecretStore store;
    const SecretOutcome read = outcomeOf(store.read(heldId, nullptr));
    QCOMPARE(read.problem, std::optional(KeychainProblem::NotFound));

    Profile profile(KeyPlace::Keychain);
    const KeyOutcome loaded = outcomeOf(profile.keeper.load(heldId, nullptr));
    QCOMPARE(loaded.problem, std::optional(KeyProblem::LockedDeclinedOrRemoved));
    QCOMPARE(profile.mark(), KeyPlace::Keychain);

    const KeyOutcome removed = outcomeOf(profile.keeper.remove(heldId, nullptr));
    QCOMPARE(removed.problem, std::optional(KeyProblem::LockedDeclinedOrRemoved));
    QCOMPARE(profile.mark(), KeyPlace::Keychain);

    const KeyOutcome used = outcomeOf(
        profile.keeper.useForSession(heldId, apiKey(u"for-now"_s), nullptr));
    QCOMPARE(used.place, KeyPlace::Session);
    const KeyOutcome saved = outcomeOf(profile.keeper.save(heldId, apiKey(u"newer"_s), nullptr));
    QCOMPARE(saved.place, KeyPlace::Session);
    QVERIFY(saved.problem.has_value());
    QCOMPARE(saved.key, apiKey(u"newer"_s));
}

void TestKeychain::theKeyOutlivedTheLock()
{
    Profile profile(KeyPlace::Keychain);
    QCOMPARE(outcomeOf(profile.keeper.load(heldId, nullptr)),
             (KeyOutcome{.key = apiKey(keyText), .place = KeyPlace::Keychain}));
}

void TestKeychain::withoutAServiceKeysAreForTheSession()
{
    KeychainSecretStore store;
    QCOMPARE(outcomeOf(store.read(heldId, nullptr)).problem,
             std::optional(KeychainProblem::Unavailable));
    QCOMPARE(outcomeOf(store.remove(heldId, nullptr)).problem,
             std::optional(KeychainProblem::Unavailable));

    Profile profile(KeyPlace::None);
    const KeyOutcome saved = outcomeOf(profile.keeper.save(heldId, apiKey(keyText), nullptr));
    QCOMPARE(saved.place, KeyPlace::Session);
    QCOMPARE(saved.problem, std::optional(KeyProblem::KeychainUnavailable));
    QVERIFY(!saved.detail.isEmpty());
    QCOMPARE(outcomeOf(profile.keeper.load(heldId, nullptr)).key, apiKey(keyText));
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestKeychain)

#include "tst_keychain.moc"
