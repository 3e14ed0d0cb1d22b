// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/keychainsecretstore.h"

#include "app/core/applicationid.h"

#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// A job without a parent, that deletes itself.
QKeychain::Job *makeJob(const SecretTask &task)
{
    const QString service = applicationId;
    switch (task.kind) {
    case SecretTask::Kind::Read:
        return new QKeychain::ReadPasswordJob(service); // owns itself (autoDelete)
    case SecretTask::Kind::Write: {
        auto *job = new QKeychain::WritePasswordJob(service); // owns itself (autoDelete)
        job->setTextData(QString::fromLatin1(task.key.bytes()));
        return job;
    }
    case SecretTask::Kind::Remove:
        return new QKeychain::DeletePasswordJob(service); // owns itself (autoDelete)
    }
    Q_UNREACHABLE();
}

std::optional<KeychainProblem> problemOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return std::nullopt;
    case QKeychain::EntryNotFound:
        return KeychainProblem::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainProblem::Declined;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // all that libsecret says without a bus or a service
        return KeychainProblem::Unavailable;
    }
    return KeychainProblem::Unavailable;
}

SecretOutcome outcomeOf(const SecretTask &task, const QKeychain::Job *job)
{
    if (const std::optional<KeychainProblem> problem = problemOf(job->error())) {
        return {.problem = problem, .detail = job->errorString()};
    }
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(job);
    if (!reading) {
        return {.key = task.key};
    }
    const Result<ApiKey> key = ApiKey::fromText(reading->textData());
    if (!key) {
        return {.problem = KeychainProblem::Unreadable, .detail = key.error().detail};
    }
    return {.key = *key};
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience)
    : SecretStore(patience)
{ }

QString KeychainSecretStore::entryName(const QString &workspaceId)
{
    return QString(applicationId) + u"/workspace/"_s + workspaceId;
}

void KeychainSecretStore::perform(const SecretTask &task, const QPointer<SecretCall> &call)
{
    m_queue.push_back({.task = task, .call = call});
    startNext();
}

void KeychainSecretStore::startNext()
{
    while (!m_queue.empty() && !m_queue.front().call) {
        m_queue.pop_front(); // cancelled before it began
    }
    if (m_running || m_queue.empty()) {
        return;
    }
    const Waiting next = m_queue.front();
    m_queue.pop_front();
    m_running = true;
    const quint64 generation = ++m_generation;
    QKeychain::Job *job = makeJob(next.task);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entryName(next.task.workspaceId));
    connect(job, &QKeychain::Job::finished, this, [this, generation, next](QKeychain::Job *done) {
        jobFinished(generation, next, done);
    });
    job->start();
}

void KeychainSecretStore::jobFinished(quint64 generation, const Waiting &done, QKeychain::Job *job)
{
    if (!m_running || generation != m_generation) {
        return;
    }
    m_running = false;
    const QPointer<KeychainSecretStore> self(this);
    answer(done.call, outcomeOf(done.task, job));
    if (self) { // the answer may have ended everything
        startNext();
    }
}

} // namespace emberline
