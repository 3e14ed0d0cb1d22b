// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/secretstore.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

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
    perform(task, call);
    return call;
}

void SecretStore::answer(const QPointer<SecretCall> &call, const SecretOutcome &outcome)
{
    if (!call || call->m_settled) {
        return;
    }
    const bool writing = call->m_task.kind == SecretTask::Kind::Write;
    if (writing && !call->m_readingBack && outcome.isOk()) {
        call->m_readingBack = true;
        perform({.kind = SecretTask::Kind::Read, .workspaceId = call->m_task.workspaceId}, call);
        return;
    }
    SecretOutcome settled = outcome;
    if (call->m_readingBack && (!outcome.isOk() || outcome.key != call->m_task.key)) {
        settled = {.problem = KeychainProblem::NotKept,
                   .detail = u"The store accepted the key, but does not give it back. %1"_s
                                 .arg(outcome.detail)
                                 .trimmed()};
    }
    call->m_settled = true;
    call->m_watchdog.stop();
    Q_EMIT call->finished(settled);
}

void SecretStore::answerLater(const QPointer<SecretCall> &call, const SecretOutcome &outcome)
{
    if (call) {
        QMetaObject::invokeMethod(
            call, [this, call, outcome] { answer(call, outcome); }, Qt::QueuedConnection);
    }
}

} // namespace emberline
