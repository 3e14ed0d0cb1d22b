// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/apikey.h"
#include "app/demo/httpserver.h"
#include "app/demo/service.h"
#include "app/query/query.h"

#include <QDateTime>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <memory>

namespace emberline::test {

/// The present of all figures.
[[nodiscard]] QDateTime benchNow();
[[nodiscard]] ApiKey benchKey();
/// @p buckets of one event in four segments, up to the present: everything is counted.
[[nodiscard]] Query fourSegments(Unit unit, int buckets);

/// The sample shop on a thread of its own: each answer leaves as long after its request as told,
/// what it takes to work it out included.
class SlowService final
{
public:
    explicit SlowService(std::chrono::milliseconds latency);
    ~SlowService();
    SlowService(const SlowService &) = delete;
    SlowService &operator=(const SlowService &) = delete;

    [[nodiscard]] QUrl url() const;
    /// How often counts were asked for.
    [[nodiscard]] int seriesRequests() const { return m_requests; }

private:
    void listen();
    void answer(const HttpRequest &request, HttpConnection &connection);

    const DemoService m_shop;
    std::chrono::milliseconds m_latency;
    std::atomic<int> m_requests = 0;
    quint16 m_port = 0;
    QThread m_thread;
    QObject m_context; ///< on the thread, like the server
    std::unique_ptr<HttpServer> m_server;
};

} // namespace emberline::test
