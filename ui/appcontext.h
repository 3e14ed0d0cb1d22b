// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/messagehandler.h"
#include "app/core/proxycredentials.h"
#include "app/core/redactor.h"
#include "app/demo/server.h"
#include "app/load/permissiontest.h"
#include "app/workspace/keychainsecretstore.h"
#include "app/workspace/sessionsecretstore.h"
#include "ui/services.h"

#include <QNetworkAccessManager>

#include <optional>

namespace emberline {

/// The system's clock, or one that stands at @p now.
[[nodiscard]] std::unique_ptr<Clock> clockAt(const std::optional<QDateTime> &now);

/// The composition root: makes everything that lives as long as the program, and wires it.
class AppContext
{
public:
    using NetworkFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;

    /// @p profile is the folder for settings, @p now the present of `--now`.
    AppContext(
        const QString &profile,
        const std::optional<QDateTime> &now,
        NetworkFactory makeNetwork = [] { return std::make_unique<QNetworkAccessManager>(); });

    [[nodiscard]] const Services &services() const { return m_services; }

private:
    [[nodiscard]] Result<Workspace> demoWorkspace();
    void keepProxyLogin(const ProxyLogin &login);
    [[nodiscard]] std::unique_ptr<Session> openSession(const SessionOptions &options);

    Redactor m_redactor;
    MessageHandler m_messageHandler;
    std::unique_ptr<Clock> m_clock;
    NetworkFactory m_makeNetwork;
    Preferences m_preferences;
    WorkspaceStore m_workspaces;
    KeychainSecretStore m_keychain;
    SessionSecretStore m_sessionKeys;
    KeyKeeper m_keys;
    ProxyCredentials m_proxies;
    PermissionTester m_tester;
    DemoServer m_demoServer;
    Services m_services;
};

} // namespace emberline
