// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/secretstore.h"

#include <deque>

namespace QKeychain { // NOLINT(readability-identifier-naming): the library's own
class Job;
}

namespace emberline {

/// Keys in the system's keychain, as text (a binary write after a text write reads back the old
/// text). Jobs run one at a time: an unanswered prompt blocks every later job anyway. A running
/// job is never deleted, that would be a use after free inside QtKeychain; it may outlive the call
/// and this store.
class KeychainSecretStore final
    : public QObject
    , public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(std::chrono::milliseconds patience = usualPatience);

    /// The name of a workspace's entry. Unique among all programs: Windows ignores the service.
    [[nodiscard]] static QString entryName(const QString &workspaceId);

protected:
    void perform(const SecretTask &task, const QPointer<SecretCall> &call) override;

private:
    struct Waiting
    {
        SecretTask task;
        QPointer<SecretCall> call;
    };

    void startNext();
    void jobFinished(quint64 generation, const Waiting &done, QKeychain::Job *job);

    std::deque<Waiting> m_queue;
    quint64 m_generation = 0; ///< of the newest job
    bool m_running = false;
};

} // namespace emberline
