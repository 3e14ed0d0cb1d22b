// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/secretstore.h"

#include <QHash>

namespace emberline {

/// Keys for as long as the program runs, in memory only.
class SessionSecretStore final : public SecretStore
{
public:
    using SecretStore::SecretStore;

protected:
    void perform(const SecretTask &task, const QPointer<SecretCall> &call) override;

private:
    QHash<QString, ApiKey> m_keys;
};

} // namespace emberline
