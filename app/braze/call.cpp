// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/call.h"

#include "app/braze/client.h"
#include "app/braze/envelope.h"
#include "app/braze/ratehints.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype longestRequestId = 200;

QString serverWords(const QByteArray &body)
{
    const Result<QJsonObject> envelope = objectFrom(body);
    return envelope ? wordsOf(*envelope) : QString();
}

} // namespace

Call::Call(Client *client, QByteArray target, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(std::move(target))
    , m_serial(++client->m_lastSerial)
{
    m_backoff.setSingleShot(true);
    m_backoff.setTimerType(Qt::PreciseTimer);
    m_backoff.callOnTimeout(this, [this] {
        if (m_client) {
            m_client->enqueue(this, Client::Place::Front);
        }
    });
}

Call::~Call()
{
    if (m_client) {
        m_client->forget(this);
    }
}

void Call::retryNow()
{
    if (!m_client) {
        return;
    }
    const bool held = m_client->m_holds.on(path()).has_value();
    if (m_backoff.isActive()) {
        ++m_extraAttempts;
        m_backoff.start(std::chrono::milliseconds(0));
    } else if (!m_exchange && held) {
        m_extraAttempts += m_attempts > 0 ? 1 : 0;
        m_client->m_holds.lift(path());
        m_client->schedulePump();
    }
}

void Call::start(QNetworkReply *reply, const Exchange::Limits &limits)
{
    if (m_attempts == 0) {
        m_startedAt = m_client->m_clock.now();
        m_elapsed.start();
    }
    ++m_attempts;
    m_announced = {};
    m_exchange = std::make_unique<Exchange>(reply, limits, nullptr);
    connect(m_exchange.get(), &Exchange::done, this, &Call::concludeAttempt);
}

void Call::announceWait(const QDateTime &untilUtc)
{
    if (m_announced != untilUtc) {
        m_announced = untilUtc;
        Q_EMIT waiting(untilUtc);
    }
}

void Call::concludeAttempt(const Outcome &outcome)
{
    // We are inside its signal.
    m_exchange.release()->deleteLater();
    if (!m_client) {
        return;
    }
    m_client->releaseSlot(this);
    const QDateTime receivedAt = m_client->m_clock.now();
    const QPointer<Call> self(this);
    m_client->noteRateLimit(rateLimitFrom(outcome.headers, receivedAt));
    if (!self || !m_client) {
        return;
    }
    const std::optional<ErrorKind> kind = kindOf(outcome);
    if (!kind) {
        succeed(outcome, receivedAt);
    } else if (kind == ErrorKind::RateLimited) {
        handleThrottle(outcome, receivedAt);
    } else if (!isTransient(outcome, *kind) || !retryAfterBackoff()) {
        const Error error = errorFrom(outcome, *kind);
        finish(error, error.httpStatus, error.requestId);
    }
}

void Call::succeed(const Outcome &outcome, const QDateTime &receivedAt)
{
    m_client->m_budget.refund(m_lastCost);
    // Reading the answer takes a while: the next request goes first.
    m_client->startWhatMayStart();
    Answer answer{.body = outcome.body,
                  .httpStatus = outcome.status,
                  .requestId = requestIdOf(outcome),
                  .receivedAt = receivedAt,
                  .request = m_client->describe(m_target),
                  .shown = m_client->m_guard.shown(outcome),
                  .attempts = m_attempts,
                  .serial = m_serial};
    finish(answer, answer.httpStatus, answer.requestId);
}

void Call::handleThrottle(const Outcome &outcome, const QDateTime &receivedAt)
{
    Error error = errorFrom(outcome, ErrorKind::RateLimited);
    const std::optional<std::chrono::seconds> hint = waitHint(outcome.headers, receivedAt);
    const bool hinted = hint && hint->count() > 0;
    std::chrono::milliseconds wait = m_client->jitter(m_client->m_options.throttledBase,
                                                      m_attempts);
    if (hinted) {
        wait = *hint;
        error.retryAt = receivedAt.addMSecs(wait.count());
    }
    // The others are held, too, whether or not this call goes on.
    m_client->hold(path(), wait, hinted);
    const std::optional<std::chrono::seconds> maxWait = m_client->m_options.maxWait;
    const bool tooLong = hinted && maxWait && *hint > *maxWait;
    if (tooLong || !mayRetry(RetryBudget::throttledCost)) {
        finish(error, error.httpStatus, error.requestId);
    } else {
        m_client->enqueue(this, Client::Place::Front);
    }
}

bool Call::retryAfterBackoff()
{
    if (!mayRetry(RetryBudget::transientCost)) {
        return false;
    }
    m_backoff.start(m_client->jitter(m_client->m_options.backoffBase, m_attempts));
    return true;
}

bool Call::mayRetry(int cost)
{
    if (m_attempts >= m_client->m_options.maxAttempts + m_extraAttempts
        || !m_client->m_budget.spend(cost)) {
        return false;
    }
    m_lastCost = cost;
    return true;
}

QString Call::requestIdOf(const Outcome &outcome) const
{
    const QByteArray id = headerOf(outcome.headers, "X-Request-Id");
    return m_client->m_guard.redacted(QString::fromUtf8(id)).left(longestRequestId);
}

Error Call::errorFrom(const Outcome &outcome, ErrorKind kind) const
{
    const KeyGuard &guard = m_client->m_guard;
    const QString proxy = isProxyTrouble(outcome)
                            ? m_client->m_proxies.proxyFor(m_client->urlOf(m_target))
                            : QString();
    return Error{
        .kind = kind,
        .detail = guard.redacted(detailOf(outcome, kind)),
        .serverMessage = guard.redacted(serverWords(outcome.body)),
        .httpStatus = outcome.status,
        .requestId = requestIdOf(outcome),
        .attempts = m_attempts,
        .retryAt = std::nullopt,
        .request = m_client->describe(m_target),
        .answer = guard.shown(outcome),
        .proxy = proxy,
        .loginRefused = kind == ErrorKind::ProxyAuthentication
                     && m_client->m_proxies.hasRefused(proxy),
    };
}

void Call::giveUp(const QDateTime &untilUtc)
{
    const Error error{.kind = ErrorKind::RateLimited,
                      .detail = u"the service asked for a longer wait than is allowed"_s,
                      .attempts = m_attempts,
                      .retryAt = untilUtc,
                      .request = m_client->describe(m_target)};
    finish(error, 0, {});
}

void Call::refuse(ErrorKind kind, const QString &reason)
{
    m_exchange.reset();
    m_backoff.stop();
    const QString request = m_client ? m_client->describe(m_target) : QString();
    const Error error{.kind = kind, .detail = reason, .attempts = m_attempts, .request = request};
    finish(error, 0, {});
}

void Call::finish(const Result<Answer> &result, int httpStatus, const QString &requestId)
{
    if (std::exchange(m_ended, true)) {
        return;
    }
    const QPointer<Call> self(this);
    if (const QPointer<Client> client = std::exchange(m_client, nullptr)) {
        client->forget(this);
        if (m_attempts > 0) {
            const QString target = client->redacted(QString::fromLatin1(m_target));
            Q_EMIT client->requestFinished(
                {.serial = m_serial,
                 .startedAt = m_startedAt,
                 .method = u"GET"_s,
                 .path = target.section(u'?', 0, 0),
                 .query = target.section(u'?', 1),
                 .httpStatus = httpStatus,
                 .duration = std::chrono::milliseconds(m_elapsed.elapsed()),
                 .attempts = m_attempts,
                 .requestId = requestId});
        }
    }
    if (self) {
        Q_EMIT finished(result);
    }
}

} // namespace emberline
