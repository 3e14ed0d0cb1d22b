// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/core/clock.h"
#include "app/core/proxycredentials.h"
#include "app/load/connectiontest.h"
#include "app/load/session.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/preferences.h"
#include "app/workspace/workspacestore.h"

#include <functional>
#include <memory>

namespace emberline {

/// What the window and the batch command work with; made by AppContext, or by a test.
struct Services
{
    const Clock &clock;
    Preferences &preferences;
    WorkspaceStore &workspaces;
    KeyKeeper &keys;
    ConnectionTester &tester;

    /// The demo as a workspace, its server running; its key; what is shown of it first.
    std::function<Result<Workspace>()> demoWorkspace;
    ApiKey demoKey;
    View demoView;

    std::function<std::unique_ptr<Session>(const SessionOptions &)> openSession;
    QString historyFolder = {}; ///< of what is kept of saved workspaces; empty: nothing is

    /// For this run only, and the sessions that are open: what a proxy lets us through with.
    std::function<void(const ProxyLogin &)> keepProxyLogin = {};
};

} // namespace emberline
