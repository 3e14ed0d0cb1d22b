// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/slowservice.h"

#include "app/demo/server.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

QDateTime benchNow()
{
    return QDateTime::fromString(u"2026-11-23T13:05:00Z"_s, Qt::ISODate);
}

ApiKey benchKey()
{
    return ApiKey::fromText(u"5e1f0a7c-4b1d-4c8e-9a55-0123456789ab"_s).value();
}

Query fourSegments(Unit unit, int buckets)
{
    const DemoFirstView first = demoFirstView();
    Query query{.events = {first.event}, .unit = unit, .granularity = granularityOf(unit)};
    query.segments.clear();
    for (const DemoSegment &segment : shopCatalog().segments) {
        if (query.segments.size() < 4 && segment.tracked && !segment.trackedSince) {
            query.segments.push_back({.id = segment.id, .label = segment.name});
        }
    }
    query.range = LastUnits{.length = buckets};
    return query;
}

SlowService::SlowService(std::chrono::milliseconds latency)
    : m_latency(latency)
{
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_context, [this] { listen(); }, Qt::BlockingQueuedConnection);
}

SlowService::~SlowService()
{
    QMetaObject::invokeMethod(
        &m_context, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl SlowService::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void SlowService::listen()
{
    m_server = std::make_unique<HttpServer>(
        [this](const HttpRequest &request, HttpConnection &connection) {
            answer(request, connection);
        });
    if (!m_server->listen()) {
        qFatal("no port is free");
    }
    m_port = m_server->port();
}

void SlowService::answer(const HttpRequest &request, HttpConnection &connection)
{
    QElapsedTimer timer;
    timer.start();
    const auto endpoint = demoEndpoint(request.path);
    if (!endpoint) {
        connection.reply({.status = 404, .body = "{}"});
        return;
    }
    m_requests += endpoint == DemoEndpoint::EventsDataSeries ? 1 : 0;
    const HttpAnswer answer = m_shop.answer(*endpoint, request.query, benchNow());
    const std::chrono::milliseconds spent(timer.elapsed());
    connection.reply(answer, std::max(m_latency - spent, std::chrono::milliseconds(0)));
}

} // namespace emberline::test
