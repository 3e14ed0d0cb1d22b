// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appcontext.h"

#include "app/workspace/colorslots.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

std::unique_ptr<Clock> clockAt(const std::optional<QDateTime> &now)
{
    if (now) {
        return std::make_unique<FixedClock>(*now);
    }
    return std::make_unique<SystemClock>();
}

namespace {

View firstDemoView()
{
    const DemoFirstView first = demoFirstView();
    View view;
    view.query.events = QStringList{first.event};
    view.query.range = LastUnits{.length = first.days};
    for (const DemoSegment &segment : first.segments) {
        view.query.segments.push_back({.id = segment.id, .label = segment.name});
    }
    return view;
}

} // namespace

AppContext::AppContext(const QString &profile,
                       const std::optional<QDateTime> &now,
                       NetworkFactory makeNetwork)
    : m_messageHandler(m_redactor)
    , m_clock(clockAt(now))
    , m_makeNetwork(std::move(makeNetwork))
    , m_preferences(profile)
    , m_workspaces(profile)
    , m_keys(m_workspaces, m_keychain, m_sessionKeys)
    , m_tester(*m_clock, &m_proxies)
    , m_demoServer(*m_clock, DemoOptions())
    , m_services{
          .clock = *m_clock,
          .preferences = m_preferences,
          .workspaces = m_workspaces,
          .keys = m_keys,
          .tester = m_tester,
          .demoWorkspace = [this] { return demoWorkspace(); },
          .demoKey = ApiKey::fromText(QString::fromLatin1(demoKey())).value(),
          .demoView = firstDemoView(),
          .openSession = [this](const SessionOptions &options) { return openSession(options); },
          .historyFolder = profile + u"/history"_s,
          .keepProxyLogin =
              [this](const ProxyLogin &login) {
                  keepProxyLogin(login);
              }}
{ }

Result<Workspace> AppContext::demoWorkspace()
{
    if (m_demoServer.url().port() <= 0 && !m_demoServer.listen()) {
        return Error{.kind = ErrorKind::Network, .detail = m_demoServer.errorString()};
    }
    Workspace workspace{.id = u"demo"_s,
                        .name = QCoreApplication::translate("AppContext", "Demo data"),
                        .endpoint = m_demoServer.url()};
    const DemoCatalog catalog = shopCatalog();
    for (const DemoApp &app : catalog.apps) {
        workspace.apps.push_back({.id = app.id, .name = app.name});
    }
    for (const Choice &segment : m_services.demoView.query.segments) {
        static_cast<void>(colorSlotFor(workspace, segment.id));
    }
    return workspace;
}

void AppContext::keepProxyLogin(const ProxyLogin &login)
{
    for (const QByteArray &secret : secretsOf(login)) {
        m_messageHandler.addSecret(secret);
    }
    m_proxies.keep(login);
}

std::unique_ptr<Session> AppContext::openSession(const SessionOptions &options)
{
    m_messageHandler.addSecret(options.key.bytes());
    SessionOptions ours = options;
    ours.proxies = &m_proxies;
    return std::make_unique<Session>(ours, *m_clock, m_makeNetwork());
}

} // namespace emberline
