// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/benchwindow.h"

#include "tests/benchmarks/slowservice.h"

#include <QApplication>
#include <QNetworkAccessManager>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

void prepareProfile(const QString &profile, const QUrl &endpoint, const View &view)
{
    WorkspaceStore store(profile);
    const Result<QString> id = store.add(
        {.name = u"Bench"_s, .endpoint = endpoint, .keyPlace = KeyPlace::Keychain});
    if (!id || store.setCurrentId(*id)) {
        qFatal("the workspace could not be saved");
    }
    Preferences preferences(profile);
    preferences.setLastView(*id, toJson(view));
    if (preferences.sync()) {
        qFatal("the view could not be saved");
    }
}

BenchWindow::BenchWindow(const QString &profile)
    : m_clock(benchNow())
    , m_preferences(profile)
    , m_workspaces(profile)
    , m_keychain(std::chrono::milliseconds(5'000))
    , m_keys(m_workspaces, m_keychain, m_session)
    , m_services{.clock = m_clock,
                 .preferences = m_preferences,
                 .workspaces = m_workspaces,
                 .keys = m_keys,
                 .tester = m_tester,
                 .demoWorkspace = [] { return Error{.detail = u"no demo here"_s}; },
                 .demoKey = {},
                 .demoView = {},
                 .openSession =
                     [this](const SessionOptions &options) {
                         return std::make_unique<Session>(
                             options, m_clock, std::make_unique<QNetworkAccessManager>());
                     },
                 .historyFolder = profile + u"/history"_s}
    , m_theme(qApp, [] { return false; })
{
    m_theme.setReducedMotion(true);
    m_keychain.keys().insert(m_workspaces.currentId(), benchKey());
}

void BenchWindow::open()
{
    m_window = std::make_unique<MainWindow>(m_services, m_theme);
    m_window->open({});
    m_window->show();
}

} // namespace emberline::test
