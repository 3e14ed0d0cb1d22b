// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/secretstore.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// The outcome of the write or removal @p task, when reading afterwards gave @p found.
SecretOutcome checked(const SecretTask &task, const SecretOutcome &found)
{
    if (task.kind == SecretTask::Kind::Remove) {
        return found.problem == KeychainProblem::NotFound
                 ? SecretOutcome{}
                 : SecretOutcome{.problem = KeychainProblem::NotRemoved, .detail = found.detail};
    }
    return found.isOk() && found.key == task.key
             ? found
             : SecretOutcome{.problem = KeychainProblem::NotKept, .detail = found.detail};
}

} // namespace

SecretCall::SecretCall(SecretTask task, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_task(std::move(task))
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &SecretCall::stalled);
    m_watchdog.start(patience);
}

SecretStore::SecretStore(std::chrono::milliseconds patience)
    : m_patience(patience)
{ }

SecretCall *SecretStore::read(const QString &workspaceId, QObject *parent)
{
    return start({.kind = SecretTask::Kind::Read, .workspaceId = workspaceId}, parent);
}

SecretCall *SecretStore::write(const QString &workspaceId, const ApiKey &key, QObject *parent)
{
    return start({.kind = SecretTask::Kind::Write, .workspaceId = workspaceId, .key = key}, parent);
}

SecretCall *SecretStore::remove(const QString &workspaceId, QObject *parent)
{
    return start({.kind = SecretTask::Kind::Remove, .workspaceId = workspaceId}, parent);
}

SecretCall *SecretStore::start(const SecretTask &task, QObject *parent)
{
    auto *call = new SecretCall(task, m_patience, parent);
    if (task.kind == SecretTask::Kind::Remove) {
        call->m_step = SecretCall::Step::Looking;
        perform({.kind = SecretTask::Kind::Read, .workspaceId = task.workspaceId}, call);
    } else {
        perform(task, call);
    }
    return call;
}

void SecretStore::answer(const QPointer<SecretCall> &call, const SecretOutcome &outcome)
{
    if (!call) {
        return;
    }
    using Step = SecretCall::Step;
    switch (call->m_step) {
    case Step::Looking:
        if (!outcome.isOk() && outcome.problem != KeychainProblem::Unreadable) {
            settle(call, outcome);
            return;
        }
        call->m_step = Step::Doing;
        perform(call->m_task, call);
        return;
    case Step::Doing:
        if (!outcome.isOk() || call->m_task.kind == SecretTask::Kind::Read) {
            settle(call, outcome);
            return;
        }
        call->m_step = Step::Checking;
        perform({.kind = SecretTask::Kind::Read, .workspaceId = call->m_task.workspaceId}, call);
        return;
    case Step::Checking:
        settle(call, checked(call->m_task, outcome));
        return;
    case Step::Settled:
        return;
    }
}

void SecretStore::settle(SecretCall *call, const SecretOutcome &outcome)
{
    call->m_step = SecretCall::Step::Settled;
    call->m_watchdog.stop();
    Q_EMIT call->finished(outcome);
}

void SecretStore::answerLater(const QPointer<SecretCall> &call, const SecretOutcome &outcome)
{
    if (call) {
        QMetaObject::invokeMethod(
            call, [this, call, outcome] { answer(call, outcome); }, Qt::QueuedConnection);
    }
}

} // namespace emberline
