// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/secretstore.h"

#include <QSignalSpy>
#include <QTest>

namespace emberline::test {

inline ApiKey apiKey(const QString &text)
{
    return *ApiKey::fromText(text);
}

/// The outcome of @p call, which must be a fresh one. Anything but exactly one signal, later,
/// fails the test.
inline SecretOutcome outcomeOf(SecretCall *call)
{
    SecretOutcome outcome{.problem = KeychainProblem::Unavailable,
                          .detail = QStringLiteral("never answered")};
    const QSignalSpy spy(call, &SecretCall::finished);
    if (!spy.isEmpty() || !QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, 20'000)) {
        return outcome;
    }
    outcome = spy.at(0).at(0).value<SecretOutcome>();
    QCoreApplication::processEvents();
    if (spy.size() != 1) {
        outcome.problem = KeychainProblem::Unreadable;
        outcome.detail = QStringLiteral("answered more than once");
    }
    delete call;
    return outcome;
}

/// What every secret store that works promises. Leaves nothing behind.
inline void checkContract(SecretStore &store)
{
    const QString mine = QStringLiteral("11111111-1111-4111-8111-111111111111");
    const QString other = QStringLiteral("22222222-2222-4222-8222-222222222222");
    const ApiKey key = apiKey(QStringLiteral("first-key/+=&%~!"));
    const ApiKey longest = apiKey(QString(512, u'k'));

    QCOMPARE(outcomeOf(store.read(mine, nullptr)).problem,
             std::optional(KeychainProblem::NotFound));
    const SecretOutcome written = outcomeOf(store.write(mine, key, nullptr));
    QVERIFY2(written.isOk(), qPrintable(written.detail));
    QCOMPARE(outcomeOf(store.read(mine, nullptr)).key, key);
    QCOMPARE(outcomeOf(store.read(other, nullptr)).problem,
             std::optional(KeychainProblem::NotFound));
    QVERIFY(outcomeOf(store.write(mine, longest, nullptr)).isOk());
    QCOMPARE(outcomeOf(store.read(mine, nullptr)).key, longest);
    QVERIFY(outcomeOf(store.remove(mine, nullptr)).isOk());
    QCOMPARE(outcomeOf(store.read(mine, nullptr)).problem,
             std::optional(KeychainProblem::NotFound));
    QCOMPARE(outcomeOf(store.remove(mine, nullptr)).problem,
             std::optional(KeychainProblem::NotFound));
}

/// Calls given up do not disturb the ones that follow. Leaves nothing behind.
inline void checkCancelling(SecretStore &store)
{
    const QString mine = QStringLiteral("33333333-3333-4333-8333-333333333333");
    const ApiKey key = apiKey(QStringLiteral("kept-key"));
    QVERIFY(outcomeOf(store.write(mine, key, nullptr)).isOk());

    SecretCall *begun = store.read(mine, nullptr);
    SecretCall *waiting = store.remove(mine, nullptr);
    const QSignalSpy begunAnswered(begun, &SecretCall::finished);
    const QSignalSpy waitingAnswered(waiting, &SecretCall::finished);
    delete begun;
    delete waiting;
    static_cast<void>(outcomeOf(store.read(QStringLiteral("somebody-else"), nullptr)));
    QVERIFY(begunAnswered.isEmpty() && waitingAnswered.isEmpty());
    QVERIFY(outcomeOf(store.write(mine, key, nullptr)).isOk());
    QVERIFY(outcomeOf(store.remove(mine, nullptr)).isOk());
}

} // namespace emberline::test
