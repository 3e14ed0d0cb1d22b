// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/call.h"
#include "app/braze/keyguard.h"
#include "app/braze/proxygate.h"
#include "app/braze/retry.h"
#include "app/core/apikey.h"
#include "app/core/clock.h"
#include "app/core/ratelimit.h"
#include "app/core/requestrecord.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <vector>

namespace emberline {

struct ClientOptions
{
    int maxInFlight = 4; ///< the service's limit is shared with the customer's own messaging
    std::chrono::milliseconds idleTimeout{30'000};
    std::chrono::milliseconds deadline{120'000}; ///< of one attempt
    qint64 maxBody = qint64{16} * 1024 * 1024;
    int maxAttempts = 3;
    std::chrono::milliseconds backoffBase{500};
    std::chrono::milliseconds throttledBase{1'000}; ///< of a 429 that names no time
    std::chrono::milliseconds backoffCap{20'000};
    std::chrono::seconds silentWait{60}; ///< a longer wait is announced with Call::waiting()
    /// A wait that the service named and that is longer ends in RateLimited with retryAt. Absent:
    /// wait as told.
    std::optional<std::chrono::seconds> maxWait = {};
    QString userAgent = {};
    std::function<double()> random = {}; ///< 0 to 1, for the jitter; absent: truly random
    ProxyCredentials *proxies = nullptr; ///< outlives the client; absent: none are known
};

/// Asks one workspace's endpoint with one key. The key is sent to that host only: redirects are
/// never followed, and without https it stays on this computer.
class Client : public QObject
{
    Q_OBJECT

public:
    /// @p network belongs to this endpoint alone and outlives the client, as does @p clock.
    /// @p endpoint has scheme, host and port.
    Client(QNetworkAccessManager *network,
           const QUrl &endpoint,
           ApiKey key,
           const Clock &clock,
           ClientOptions options,
           QObject *parent = nullptr);
    /// Calls that are still under way end as Cancelled.
    ~Client() override;

    /// Asks for @p target, an encoded path and query. The caller's @p parent owns the call.
    [[nodiscard]] Call *get(const QByteArray &target, QObject *parent);

    /// @p text without the key: for what a parser found in a body.
    [[nodiscard]] QString redacted(const QString &text) const { return m_guard.redacted(text); }
    /// What the last answer that spoke of it said.
    [[nodiscard]] const RateLimit &rateLimit() const { return m_rateLimit; }
    [[nodiscard]] const RetryBudget &retryBudget() const { return m_budget; }

Q_SIGNALS:
    /// Once per call that asked something and ended, well or not; cancelled calls stay silent.
    /// Comes before the call's own finished().
    void requestFinished(const emberline::RequestRecord &record);
    void rateLimitChanged(const emberline::RateLimit &limit);

private:
    friend class Call;

    /// When a call that comes back stands in the queue.
    enum class Place { Front, Back };

    void enqueue(Call *call, Place place);
    void forget(Call *call);
    void releaseSlot(Call *call);
    void schedulePump();
    void pump();
    void startWhatMayStart();
    void tellWhoWaits();
    void tellOfHold(Call *call, const Hold &hold);
    void startCall(Call *call);
    void hold(const QByteArray &path, std::chrono::milliseconds wait, bool hinted);
    void noteRateLimit(const RateLimit &limit);
    [[nodiscard]] std::chrono::milliseconds jitter(std::chrono::milliseconds base,
                                                   int attempt) const;
    [[nodiscard]] QUrl urlOf(const QByteArray &target) const;
    [[nodiscard]] QNetworkRequest requestFor(const QUrl &url) const;
    [[nodiscard]] QString describe(const QByteArray &target) const;

    QPointer<QNetworkAccessManager> m_network;
    QByteArray m_origin; ///< "https://host:port"; empty: nothing may be sent there
    ApiKey m_key;
    const Clock &m_clock;
    ClientOptions m_options;
    KeyGuard m_guard;
    ProxyGate m_proxies;
    RetryBudget m_budget;
    qint64 m_lastSerial = 0; ///< of a call
    Holds m_holds;
    RateLimit m_rateLimit;
    QTimer m_pump;
    std::vector<Call *> m_calls; ///< all that have not ended
    std::vector<Call *> m_queue; ///< those of them that want a slot
    std::vector<Call *> m_running; ///< those of them that have one
};

} // namespace emberline
