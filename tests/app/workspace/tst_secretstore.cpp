// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/keychainsecretstore.h"
#include "app/workspace/sessionsecretstore.h"
#include "tests/app/workspace/secretcontract.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/strictness.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline::test {

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void theSessionKeepsTheContract();
    static void theFakeKeepsTheContract();
    static void aFailureIsToldAsItIs_data();
    static void aFailureIsToldAsItIs();
    static void aWriteThatWasNotKeptIsNoSuccess();
    static void aRemovalThatLeftTheKeyIsNoSuccess();
    static void aCallThatHangsSaysSoOnceAndGoesOn();
    static void aCallThatIsAnsweredNeverStalls();
    static void aDeletedCallIsSilent();
    static void aListenerMayDeleteTheCall();
    static void entryNamesAreUniqueEverywhere();
};

void TestSecretStore::theSessionKeepsTheContract()
{
    SessionSecretStore store;
    checkContract(store);
    checkCancelling(store);
}

void TestSecretStore::theFakeKeepsTheContract()
{
    FakeSecretStore store;
    checkContract(store);
    checkCancelling(store);
}

void TestSecretStore::aFailureIsToldAsItIs_data()
{
    QTest::addColumn<FakeSecretStore::Mood>("mood");
    QTest::addColumn<KeychainProblem>("read");
    QTest::addColumn<KeychainProblem>("written");
    using Mood = FakeSecretStore::Mood;
    QTest::newRow("locked") << Mood::Locked << KeychainProblem::NotFound
                            << KeychainProblem::Declined;
    QTest::newRow("no service") << Mood::Unavailable << KeychainProblem::Unavailable
                                << KeychainProblem::Unavailable;
    QTest::newRow("declined") << Mood::Declining << KeychainProblem::Declined
                              << KeychainProblem::Declined;
}

void TestSecretStore::aFailureIsToldAsItIs()
{
    QFETCH(FakeSecretStore::Mood, mood);
    QFETCH(KeychainProblem, read);
    QFETCH(KeychainProblem, written);
    FakeSecretStore store;
    store.keys().insert(u"w"_s, apiKey(u"old"_s));
    store.setMood(mood);
    QCOMPARE(outcomeOf(store.read(u"w"_s, nullptr)).problem, std::optional(read));
    QCOMPARE(outcomeOf(store.write(u"w"_s, apiKey(u"new"_s), nullptr)).problem,
             std::optional(written));
    QCOMPARE(outcomeOf(store.remove(u"w"_s, nullptr)).problem, std::optional(read));
    QCOMPARE(store.tasks(), (QStringList{u"read w"_s, u"write w"_s, u"read w"_s}));
    QCOMPARE(store.keys().value(u"w"_s), apiKey(u"old"_s));
}

void TestSecretStore::aWriteThatWasNotKeptIsNoSuccess()
{
    FakeSecretStore store;
    store.setMood(FakeSecretStore::Mood::Lying);
    const auto write = [&] {
        return outcomeOf(store.write(u"w"_s, apiKey(u"new"_s), nullptr));
    };
    QCOMPARE(write().problem, std::optional(KeychainProblem::NotKept));
    store.keys().insert(u"w"_s, apiKey(u"old"_s));
    const SecretOutcome outcome = write();
    QCOMPARE(outcome.problem, std::optional(KeychainProblem::NotKept));
    QVERIFY(outcome.key.isEmpty());
}

void TestSecretStore::aRemovalThatLeftTheKeyIsNoSuccess()
{
    FakeSecretStore store;
    store.keys().insert(u"w"_s, apiKey(u"old"_s));
    store.setMood(FakeSecretStore::Mood::Lying);
    QCOMPARE(outcomeOf(store.remove(u"w"_s, nullptr)).problem,
             std::optional(KeychainProblem::NotRemoved));
}

void TestSecretStore::aCallThatHangsSaysSoOnceAndGoesOn()
{
    FakeSecretStore store(1ms);
    store.keys().insert(u"w"_s, apiKey(u"key"_s));
    store.setMood(FakeSecretStore::Mood::Hanging);
    QObject owner;
    const SecretCall *call = store.read(u"w"_s, &owner);
    QSignalSpy stalled(call, &SecretCall::stalled);
    const QSignalSpy finished(call, &SecretCall::finished);
    QVERIFY(stalled.wait());
    QVERIFY(finished.isEmpty());
    store.wakeUp();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).value<SecretOutcome>().key, apiKey(u"key"_s));
    QCOMPARE(stalled.size(), 1);
}

void TestSecretStore::aCallThatIsAnsweredNeverStalls()
{
    SessionSecretStore store(1ms);
    QObject owner;
    const SecretCall *call = store.read(u"w"_s, &owner);
    const QSignalSpy stalled(call, &SecretCall::stalled);
    QSignalSpy finished(call, &SecretCall::finished);
    QVERIFY(finished.wait());
    // Answered in the first round of the event loop; a watchdog still running would bark by now.
    FakeSecretStore clock(5ms);
    clock.setMood(FakeSecretStore::Mood::Hanging);
    QSignalSpy passed(clock.read(u"w"_s, &owner), &SecretCall::stalled);
    QVERIFY(passed.wait());
    QVERIFY(stalled.isEmpty());
}

void TestSecretStore::aDeletedCallIsSilent()
{
    FakeSecretStore store(1ms);
    store.setMood(FakeSecretStore::Mood::Hanging);
    SecretCall *call = store.write(u"w"_s, apiKey(u"key"_s), nullptr);
    const QSignalSpy finished(call, &SecretCall::finished);
    const QSignalSpy stalled(call, &SecretCall::stalled);
    delete call;
    store.wakeUp();
    QVERIFY(outcomeOf(store.read(u"w"_s, nullptr)).isOk()); // what had begun was done
    QVERIFY(finished.isEmpty() && stalled.isEmpty());
    QCOMPARE(store.tasks(), (QStringList{u"write w"_s, u"read w"_s}));
}

void TestSecretStore::aListenerMayDeleteTheCall()
{
    SessionSecretStore store;
    QPointer<SecretCall> call = store.read(u"w"_s, nullptr);
    QObject::connect(call, &SecretCall::finished, qApp, [call] { delete call; });
    QTRY_VERIFY(call.isNull());
}

void TestSecretStore::entryNamesAreUniqueEverywhere()
{
    QCOMPARE(KeychainSecretStore::entryName(u"0b0c"_s),
             u"io.github.emberline.Emberline/workspace/0b0c"_s);
}

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestSecretStore)

#include "tst_secretstore.moc"
