// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/load/connectiontest.h"

namespace emberline {

class ProxyCredentials;

/// Asks each endpoint once and reads the status: no endpoint tells a key's permissions. For the
/// counts 200 and 400 both mean allowed (the event need not exist).
class PermissionTester final : public ConnectionTester
{
public:
    /// @p clock outlives the tester, as do @p proxies.
    explicit PermissionTester(const Clock &clock, ProxyCredentials *proxies = nullptr);

    [[nodiscard]] ConnectionTest *start(const QUrl &endpoint,
                                        const ApiKey &key,
                                        QObject *parent) override;

private:
    const Clock &m_clock;
    ProxyCredentials *m_proxies;
};

} // namespace emberline
