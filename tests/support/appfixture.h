// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetwork.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/turnableclock.h"
#include "tests/ui/workspace/fakeconnectiontester.h"
#include "ui/appcontext.h"
#include "ui/feedback/sentences.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

class QLabel;

namespace emberline::test {

/// The present of all tests of the window.
[[nodiscard]] QDateTime fixtureNow();

/// What the demo's service answers to @p request, without a server.
[[nodiscard]] CannedReply shopAnswer(const QNetworkRequest &request);

/// Whether @p request asks for counts, not for a list.
[[nodiscard]] bool asksForSeries(const QNetworkRequest &request);

/// The only child of @p parent with that name; without one the test run stops.
template <typename T>
T &childOf(const QWidget &parent, const QString &name)
{
    T *child = parent.findChild<T *>(name);
    if (child == nullptr) {
        qFatal("no %s", qUtf8Printable(name));
    }
    return *child;
}

/// The text of every visible or hidden widget below @p widget, tool tips and accessible texts
/// included.
[[nodiscard]] QString everyTextOf(const QWidget &widget);

/// The program's window with a profile of its own, as main() makes it.
class AppFixture
{
public:
    enum class Network {
        Demo, ///< real requests to the demo's server; the hosts are remembered
        Fake ///< no socket: the responder answers
    };

    explicit AppFixture(Network network = Network::Demo);
    virtual ~AppFixture();
    AppFixture(const AppFixture &) = delete;
    AppFixture &operator=(const AppFixture &) = delete;

    /// A new window on the same profile; the old one is closed first.
    void start(const WindowOptions &options = {});
    /// The same with the demo, once it has been read in full.
    void startDemo();
    void stop();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] const Query &query() { return window().controller().view().query; }
    [[nodiscard]] const Dataset &dataset() { return *window().controller().model()->dataset(); }
    [[nodiscard]] ThemeController &theme() { return m_theme; }
    [[nodiscard]] FakeNetwork &network() { return *m_fake; }
    [[nodiscard]] const QStringList &hosts() const { return m_hosts; }
    [[nodiscard]] QString profile() const { return m_profile.path(); }

    template <typename T>
    T &find(const QString &name)
    {
        return childOf<T>(window(), name);
    }

    [[nodiscard]] bool isShown(const QString &name);
    /// The text of the message bar @p id; empty when there is none.
    [[nodiscard]] QString message(const QString &id = QStringLiteral("error"));
    void press(MessageAction action, const QString &bar = QStringLiteral("error"));
    [[nodiscard]] QString emptyTitle();
    /// How often the counts were asked for.
    [[nodiscard]] int seriesRequests();

    /// Of the fake network; can be replaced at any time.
    FakeNetwork::Responder responder = shopAnswer;

protected:
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeNetwork();
    /// Makes what start() shows a window over.
    virtual const Services &makeServices();
    virtual void dropServices();

private:
    Network m_kind;
    QTemporaryDir m_profile;
    QStringList m_hosts;
    QPointer<FakeNetwork> m_fake; ///< the session's
    ThemeController m_theme;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<MainWindow> m_window;
};

/// A profile with one saved workspace, its key in a keychain that does what the test says.
class WorkspaceFixture final : public AppFixture
{
public:
    WorkspaceFixture();
    ~WorkspaceFixture() override;

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] static QByteArray key();

    TurnableClock clock{fixtureNow()};
    bool keepsHistory = false; ///< in the profile, from the next start on
    FakeSecretStore keychain{std::chrono::milliseconds(200)};
    FakeConnectionTester tester;

protected:
    const Services &makeServices() override;
    void dropServices() override;

private:
    struct Parts;

    QString m_id;
    std::unique_ptr<Parts> m_parts;
};

} // namespace emberline::test
