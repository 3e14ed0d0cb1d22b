// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/keykeeper.h"
#include "app/workspace/preferences.h"
#include "app/workspace/sessionsecretstore.h"
#include "app/workspace/workspacestore.h"
#include "tests/support/fakesecretstore.h"
#include "tests/ui/workspace/fakeconnectiontester.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <memory>

namespace emberline::test {

/// Saves one workspace at @p endpoint with @p view as its last one, so that a window on @p profile
/// opens it.
void prepareProfile(const QString &profile, const QUrl &endpoint, const View &view);

/// The program's window on a prepared profile: real requests, a real history, and a keychain that
/// answers at once.
class BenchWindow
{
public:
    explicit BenchWindow(const QString &profile);

    /// Opens what was open last, and shows it.
    void open();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] ViewController &controller() { return m_window->controller(); }

private:
    FixedClock m_clock;
    Preferences m_preferences;
    WorkspaceStore m_workspaces;
    FakeSecretStore m_keychain;
    SessionSecretStore m_session;
    KeyKeeper m_keys;
    FakeConnectionTester m_tester;
    Services m_services;
    ThemeController m_theme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace emberline::test
