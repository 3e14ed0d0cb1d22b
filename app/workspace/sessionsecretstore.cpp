// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/sessionsecretstore.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

void SessionSecretStore::perform(const SecretTask &task, const QPointer<SecretCall> &call)
{
    const SecretOutcome missing{.problem = KeychainProblem::NotFound,
                                .detail = u"No key was entered in this session"_s};
    switch (task.kind) {
    case SecretTask::Kind::Read: {
        const ApiKey key = m_keys.value(task.workspaceId);
        answerLater(call, key.isEmpty() ? missing : SecretOutcome{.key = key});
        return;
    }
    case SecretTask::Kind::Write:
        m_keys.insert(task.workspaceId, task.key);
        answerLater(call, {.key = task.key});
        return;
    case SecretTask::Kind::Remove:
        answerLater(call, m_keys.remove(task.workspaceId) ? SecretOutcome{} : missing);
        return;
    }
}

} // namespace emberline
