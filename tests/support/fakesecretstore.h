// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/secretstore.h"

#include <QHash>
#include <QStringList>

namespace emberline::test {

/// A keychain that does what the test says, as rude as the real ones.
class FakeSecretStore final : public SecretStore
{
public:
    enum class Mood {
        Obliging,
        Locked, ///< as gnome-keyring: finds nothing, denies writes, and claims to have removed
        Unavailable,
        Declining,
        Hanging, ///< never answers, until the test calls wakeUp()
        Lying ///< says that it wrote or removed, and did not
    };

    using SecretStore::SecretStore;

    void setMood(Mood mood) { m_mood = mood; }
    [[nodiscard]] QHash<QString, ApiKey> &keys() { return m_keys; }
    /// "read <id>", "write <id>", "remove <id>" in the order they came.
    [[nodiscard]] const QStringList &tasks() const { return m_tasks; }

    /// Does all that was held back while Hanging, as Obliging.
    void wakeUp()
    {
        m_mood = Mood::Obliging;
        const QList<Held> held = std::exchange(m_held, {});
        for (const Held &one : held) {
            answerLater(one.call, oblige(one.task));
        }
    }

    /// All that was held back while Hanging ends with @p problem; then Obliging.
    void fail(KeychainProblem problem)
    {
        m_mood = Mood::Obliging;
        const QList<Held> held = std::exchange(m_held, {});
        for (const Held &one : held) {
            answerLater(one.call, failure(problem));
        }
    }

protected:
    void perform(const SecretTask &task, const QPointer<SecretCall> &call) override
    {
        m_tasks.append(verb(task.kind) + u' ' + task.workspaceId);
        switch (m_mood) {
        case Mood::Obliging:
            answerLater(call, oblige(task));
            return;
        case Mood::Locked:
            answerLater(call, locked(task.kind));
            return;
        case Mood::Unavailable:
            answerLater(call, failure(KeychainProblem::Unavailable));
            return;
        case Mood::Declining:
            answerLater(call, failure(KeychainProblem::Declined));
            return;
        case Mood::Hanging:
            m_held.append({task, call});
            return;
        case Mood::Lying:
            answerLater(call, task.kind == SecretTask::Kind::Read ? oblige(task) : SecretOutcome{});
            return;
        }
    }

private:
    struct Held
    {
        SecretTask task;
        QPointer<SecretCall> call;
    };

    static QString verb(SecretTask::Kind kind)
    {
        switch (kind) {
        case SecretTask::Kind::Read:
            return QStringLiteral("read");
        case SecretTask::Kind::Write:
            return QStringLiteral("write");
        case SecretTask::Kind::Remove:
            return QStringLiteral("remove");
        }
        Q_UNREACHABLE();
    }

    static SecretOutcome failure(KeychainProblem problem)
    {
        return {.problem = problem, .detail = QStringLiteral("scripted")};
    }

    static SecretOutcome locked(SecretTask::Kind kind)
    {
        switch (kind) {
        case SecretTask::Kind::Read:
            return failure(KeychainProblem::NotFound);
        case SecretTask::Kind::Write:
            return failure(KeychainProblem::Declined);
        case SecretTask::Kind::Remove:
            return {};
        }
        Q_UNREACHABLE();
    }

    SecretOutcome oblige(const SecretTask &task)
    {
        switch (task.kind) {
        case SecretTask::Kind::Read:
            return m_keys.contains(task.workspaceId)
                     ? SecretOutcome{.key = m_keys.value(task.workspaceId)}
                     : failure(KeychainProblem::NotFound);
        case SecretTask::Kind::Write:
            m_keys.insert(task.workspaceId, task.key);
            return {.key = task.key};
        case SecretTask::Kind::Remove:
            return m_keys.remove(task.workspaceId) ? SecretOutcome{}
                                                   : failure(KeychainProblem::NotFound);
        }
        Q_UNREACHABLE();
    }

    Mood m_mood = Mood::Obliging;
    QHash<QString, ApiKey> m_keys;
    QStringList m_tasks;
    QList<Held> m_held;
};

} // namespace emberline::test
