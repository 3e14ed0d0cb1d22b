// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/server.h"

#include <QLocale>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int requestsPerHour = 250'000;
constexpr int listRequestsPerHour = 1'000;
constexpr qint64 secondsOfHour = 3'600;

/// The key of a "Bearer" header; empty without one.
QByteArray bearerKey(const HttpRequest &request)
{
    const QByteArray value = request.header("Authorization");
    constexpr QByteArrayView scheme("bearer ");
    if (value.left(scheme.size()).toLower() != scheme) {
        return {};
    }
    return value.mid(scheme.size()).trimmed();
}

HttpAnswer invalidKey(const QByteArray &key)
{
    return messageAnswer(401, u"Invalid API key: "_s + QString::fromLatin1(key));
}

} // namespace

QByteArray demoKey()
{
    return "emberline-demo-key";
}

DemoFirstView demoFirstView()
{
    const DemoCatalog catalog = shopCatalog();
    return {.event = u"checkout_completed"_s,
            .segments = {catalog.segments.begin(), catalog.segments.begin() + 3}};
}

DemoServer::DemoServer(const Clock &clock, DemoOptions options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_service(m_options.catalog, m_options.missingPercent)
    , m_dataPool{.limit = m_options.rateLimit.value_or(requestsPerHour)}
    , m_listPool{.limit = m_options.rateLimit.value_or(listRequestsPerHour)}
    , m_failuresLeft(m_options.fail ? m_options.fail->requests : 0)
    , m_server([this](const HttpRequest &request, HttpConnection &connection) {
        connection.reply(answer(request), m_options.latency);
    })
{
    if (m_options.key.isEmpty()) {
        m_options.key = demoKey();
    }
}

bool DemoServer::listen()
{
    return m_server.listen(m_options.port);
}

QUrl DemoServer::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.port());
    return url;
}

HttpAnswer DemoServer::answer(const HttpRequest &request)
{
    ++m_requestCount;
    const QDateTime now = m_clock.now();
    const std::optional<DemoEndpoint> endpoint = demoEndpoint(request.path);
    const QByteArray key = bearerKey(request);
    Pool &pool = endpoint == DemoEndpoint::EventsList ? m_listPool : m_dataPool;
    if (const qint64 hour = now.toSecsSinceEpoch() / secondsOfHour; pool.hour != hour) {
        pool.hour = hour;
        pool.used = 0;
    }
    HttpAnswer answer;
    if (!endpoint) {
        answer = messageAnswer(404, u"Invalid URL"_s);
    } else if (request.method != "GET") {
        answer = messageAnswer(405, u"Method not allowed"_s);
        answer.headers.append(HttpHeader{"Allow", "GET"});
    } else if (key != m_options.key) {
        answer = invalidKey(key);
    } else if (pool.used >= pool.limit) {
        answer = messageAnswer(429, u"You have exceeded your rate limit"_s);
        const qint64 wait = secondsOfHour - now.toSecsSinceEpoch() % secondsOfHour;
        answer.headers.append(HttpHeader{"Retry-After", QByteArray::number(wait)});
    } else {
        ++pool.used;
        answer = permitted(request, *endpoint, now);
    }
    addCommonHeaders(answer, pool, now);
    return answer;
}

HttpAnswer DemoServer::permitted(const HttpRequest &request,
                                 DemoEndpoint endpoint,
                                 const QDateTime &now)
{
    if (!m_options.permissions.contains(permissionOf(endpoint))) {
        return messageAnswer(403, u"The API key lacks the permission "_s + permissionOf(endpoint));
    }
    if (endpoint != DemoEndpoint::EventsDataSeries || m_failuresLeft <= 0) {
        return m_service.answer(endpoint, request.query, now);
    }
    --m_failuresLeft;
    const int status = m_options.fail->status;
    if (status == 401) {
        return invalidKey(m_options.key);
    }
    HttpAnswer answer = messageAnswer(status, u"The demo was told to fail"_s);
    if (status == 429) {
        answer.headers.append(HttpHeader{"Retry-After", "1"});
    }
    return answer;
}

void DemoServer::addCommonHeaders(HttpAnswer &answer, const Pool &pool, const QDateTime &now) const
{
    // Recorded from the service: on a 401 they are there, and empty.
    const auto number = [isUnknown = answer.status == 401](qint64 value) {
        return isUnknown ? QByteArray() : QByteArray::number(value);
    };
    answer.headers.append({"X-RateLimit-Limit", number(pool.limit)});
    answer.headers.append({"X-RateLimit-Remaining", number(pool.limit - pool.used)});
    answer.headers.append({"X-RateLimit-Reset", number((pool.hour + 1) * secondsOfHour)});
    const QString date = QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    answer.headers.append({"Date", date.toLatin1()});
    static const QUuid space(u"6b1f2f0e-5f5e-4a55-8d3a-0f6f2d1f7c11"_s);
    const QUuid id = QUuid::createUuidV5(space, QByteArray::number(m_requestCount));
    answer.headers.append({"X-Request-Id", id.toByteArray(QUuid::WithoutBraces)});
}

} // namespace emberline
