// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/client.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// "https://host:port" of @p endpoint; empty where a key must not be sent.
QByteArray originOf(const QUrl &endpoint)
{
    const bool safe = endpoint.scheme() == "https"_L1
                   || (endpoint.scheme() == "http"_L1 && isLoopback(endpoint));
    if (!endpoint.isValid() || endpoint.host().isEmpty() || !safe) {
        return {};
    }
    return endpoint
        .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                  | QUrl::RemoveFragment)
        .toEncoded();
}

} // namespace

Client::Client(QNetworkAccessManager *network,
               const QUrl &endpoint,
               ApiKey key,
               const Clock &clock,
               ClientOptions options,
               QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_origin(originOf(endpoint))
    , m_key(std::move(key))
    , m_clock(clock)
    , m_options(std::move(options))
    , m_guard(m_key)
    , m_proxies(network, m_options.proxies)
{
    connect(&m_proxies, &ProxyGate::loginGiven, this, [this](const ProxyLogin &login) {
        for (const QByteArray &secret : secretsOf(login)) {
            m_guard.addSecret(secret);
        }
    });
    if (isLoopback(endpoint)) {
        network->setProxy(QNetworkProxy::NoProxy);
    }
    m_pump.setSingleShot(true);
    // A coarse timer may be five per cent early: minutes, when we were told to wait for an hour.
    m_pump.setTimerType(Qt::PreciseTimer);
    m_pump.callOnTimeout(this, &Client::pump);
}

Client::~Client()
{
    for (Call *call : std::exchange(m_calls, {})) {
        call->m_client.clear();
        call->m_exchange.reset();
        call->m_backoff.stop();
        QTimer::singleShot(
            0, call, [call] { call->refuse(ErrorKind::Cancelled, u"the workspace was closed"_s); });
    }
}

Call *Client::get(const QByteArray &target, QObject *parent)
{
    auto *call = new Call(this, target, parent);
    m_calls.push_back(call);
    enqueue(call, Place::Back);
    return call;
}

void Client::enqueue(Call *call, Place place)
{
    m_queue.insert(place == Place::Front ? m_queue.begin() : m_queue.end(), call);
    schedulePump();
}

void Client::forget(Call *call)
{
    std::erase(m_calls, call);
    std::erase(m_queue, call);
    releaseSlot(call);
}

void Client::releaseSlot(Call *call)
{
    if (std::erase(m_running, call) > 0) {
        schedulePump();
    }
}

void Client::schedulePump()
{
    m_pump.start(std::chrono::milliseconds(0));
}

void Client::pump()
{
    startWhatMayStart();
    const QPointer<Client> self(this);
    tellWhoWaits();
    if (!self || m_queue.empty() || m_pump.isActive() || m_proxies.isStale()
        || static_cast<int>(m_running.size()) >= m_options.maxInFlight) {
        return;
    }
    // Whoever is still queued is held. The hold may have ended since we looked: then at once.
    constexpr std::chrono::milliseconds rounding(1);
    m_pump.start(m_holds.untilNextEnd().value_or(std::chrono::milliseconds(0)) + rounding);
}

void Client::startWhatMayStart()
{
    if (m_running.empty()) {
        m_proxies.forgetStale();
    }
    if (m_proxies.isStale()) {
        return; // the last that is under way starts us again
    }
    const std::vector<Call *> queue = m_queue;
    for (Call *call : queue) {
        if (static_cast<int>(m_running.size()) >= m_options.maxInFlight) {
            return;
        }
        if (!m_holds.on(call->path())) {
            std::erase(m_queue, call);
            startCall(call);
        }
    }
}

void Client::tellWhoWaits()
{
    if (!m_holds.untilNextEnd()) {
        return;
    }
    // Whoever listens may delete calls, or this client.
    const std::vector<QPointer<Call>> queue(m_queue.begin(), m_queue.end());
    const QPointer<Client> self(this);
    for (const QPointer<Call> &call : queue) {
        if (!self) {
            return;
        }
        const bool stillQueued = call
                              && std::find(m_queue.begin(), m_queue.end(), call.data())
                                     != m_queue.end();
        const std::optional<Hold> hold = stillQueued ? m_holds.on(call->path()) : std::nullopt;
        if (hold) {
            tellOfHold(call, *hold);
        }
    }
}

void Client::tellOfHold(Call *call, const Hold &hold)
{
    const std::chrono::milliseconds left(hold.end.remainingTime());
    if (hold.hinted && m_options.maxWait && left > *m_options.maxWait) {
        call->giveUp(hold.until);
    } else if (left > m_options.silentWait) {
        call->announceWait(hold.until);
    }
}

void Client::startCall(Call *call)
{
    const QUrl url = urlOf(call->m_target);
    if (m_key.isEmpty() || url.isEmpty() || !m_network) {
        QTimer::singleShot(0, call, [call] {
            call->refuse(ErrorKind::InvalidQuery, u"this can't be sent to this endpoint"_s);
        });
        return;
    }
    m_running.push_back(call);
    call->start(m_network->get(requestFor(url)),
                {.deadline = m_options.deadline, .maxBody = m_options.maxBody});
}

void Client::hold(const QByteArray &path, std::chrono::milliseconds wait, bool hinted)
{
    m_holds.add(path,
                {.end = QDeadlineTimer(wait, Qt::PreciseTimer),
                 .until = m_clock.now().addMSecs(wait.count()),
                 .hinted = hinted});
    schedulePump();
}

void Client::noteRateLimit(const RateLimit &limit)
{
    if (limit != RateLimit{} && limit != m_rateLimit) {
        m_rateLimit = limit;
        Q_EMIT rateLimitChanged(limit);
    }
}

std::chrono::milliseconds Client::jitter(std::chrono::milliseconds base, int attempt) const
{
    const double chance = m_options.random ? m_options.random()
                                           : QRandomGenerator::global()->generateDouble();
    return backoffDelay(base, m_options.backoffCap, attempt, chance);
}

QUrl Client::urlOf(const QByteArray &target) const
{
    // Anything but a path would become a part of the host's name.
    if (m_origin.isEmpty() || !target.startsWith('/')) {
        return {};
    }
    const QByteArray encoded = m_origin + target;
    QUrl url = QUrl::fromEncoded(encoded, QUrl::StrictMode);
    // QUrl must neither decode nor encode anything anew: what was built is what is sent.
    return url.toEncoded() == encoded ? url : QUrl();
}

QNetworkRequest Client::requestFor(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_key.bytes());
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      m_options.userAgent.isEmpty() ? QStringLiteral("Emberline/" EMBERLINE_VERSION)
                                                    : m_options.userAgent);
    // A redirect would take the Authorization header to another host.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    // Qt 6.4.2 has CVE-2023-51714 in HTTP/2.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(static_cast<int>(m_options.idleTimeout.count()));
    return request;
}

QString Client::describe(const QByteArray &target) const
{
    return m_guard.redacted(u"GET "_s + QString::fromLatin1(m_origin + target));
}

} // namespace emberline
