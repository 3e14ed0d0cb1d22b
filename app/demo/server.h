// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/clock.h"
#include "app/demo/httpserver.h"
#include "app/demo/service.h"

#include <QStringList>
#include <QUrl>

namespace emberline {

/// A service in trouble: the first @p requests data requests answer @p status.
struct DemoFailRule
{
    int status = 500;
    int requests = 1;
};

struct DemoOptions
{
    quint16 port = 0; ///< 0: a free one
    QByteArray key = {}; ///< the bearer key that is accepted; empty: demoKey()
    std::chrono::milliseconds latency{0}; ///< of every answer
    std::optional<DemoFailRule> fail = {};
    std::optional<int> rateLimit = {}; ///< requests in a clock hour, then 429
    int missingPercent = 0; ///< of the buckets
    /// What the key may do.
    QStringList permissions = {QStringLiteral("events.data_series"),
                               QStringLiteral("events.list"),
                               QStringLiteral("segments.list")};
    DemoCatalog catalog = shopCatalog();
};

/// The key of the demo workspace. It opens nothing but sample data on this machine.
[[nodiscard]] QByteArray demoKey();

/// What the first look at the demo shows, by event name and segment ids.
struct DemoFirstView
{
    QString event = {};
    std::vector<DemoSegment> segments = {}; ///< compared with all users
    int days = 30;
};
[[nodiscard]] DemoFirstView demoFirstView();

/// The sample shop behind Braze's REST API on 127.0.0.1.
class DemoServer final : public QObject
{
    Q_OBJECT

public:
    /// @p clock outlives the server. With a clock that stands still its hour of rate limit never
    /// ends.
    DemoServer(const Clock &clock, DemoOptions options, QObject *parent = nullptr);

    [[nodiscard]] bool listen();
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString errorString() const { return m_server.errorString(); }
    /// Requests that came, refused ones included.
    [[nodiscard]] int requestCount() const { return m_requestCount; }

private:
    /// The requests of one clock hour. The lists have a pool of their own.
    struct Pool
    {
        qint64 limit = 0;
        qint64 hour = 0;
        qint64 used = 0;
    };

    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);
    [[nodiscard]] HttpAnswer permitted(const HttpRequest &request,
                                       DemoEndpoint endpoint,
                                       const QDateTime &now);
    void addCommonHeaders(HttpAnswer &answer, const Pool &pool, const QDateTime &now) const;

    const Clock &m_clock;
    DemoOptions m_options;
    DemoService m_service;
    Pool m_dataPool;
    Pool m_listPool;
    int m_requestCount = 0;
    int m_failuresLeft = 0;
    HttpServer m_server; ///< last: its handler uses the others
};

} // namespace emberline
