// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/answer.h"
#include "app/braze/exchange.h"

#include <QElapsedTimer>

#include <memory>

namespace emberline {

class Client;

/// One GET with its retries. Emits finished() exactly once, never inside the call that started it;
/// deleting it cancels silently.
class Call : public QObject
{
    Q_OBJECT

public:
    ~Call() override;

    /// Ends a wait early; asking like this does not count as one of the attempts.
    void retryNow();

Q_SIGNALS:
    /// The service asked us to wait until @p untilUtc, for longer than we do in silence; the call
    /// goes on by itself then.
    void waiting(const QDateTime &untilUtc);
    void finished(const emberline::Result<emberline::Answer> &result);

private:
    friend class Client;

    Call(Client *client, QByteArray target, QObject *parent);

    // What the client tells its calls.
    void start(QNetworkReply *reply, const Exchange::Limits &limits);
    void announceWait(const QDateTime &untilUtc);
    void giveUp(const QDateTime &untilUtc);
    void refuse(ErrorKind kind, const QString &reason);

    void concludeAttempt(const Outcome &outcome);
    void succeed(const Outcome &outcome, const QDateTime &receivedAt);
    void handleThrottle(const Outcome &outcome, const QDateTime &receivedAt);
    [[nodiscard]] bool retryAfterBackoff();
    [[nodiscard]] bool mayRetry(int cost);
    [[nodiscard]] QString requestIdOf(const Outcome &outcome) const;
    [[nodiscard]] Error errorFrom(const Outcome &outcome, ErrorKind kind) const;
    void finish(const Result<Answer> &result, int httpStatus, const QString &requestId);
    [[nodiscard]] QByteArray path() const { return m_target.left(m_target.indexOf('?')); }

    QPointer<Client> m_client;
    QByteArray m_target;
    qint64 m_serial;
    std::unique_ptr<Exchange> m_exchange;
    QTimer m_backoff;
    QElapsedTimer m_elapsed;
    QDateTime m_startedAt;
    QDateTime m_announced;
    int m_attempts = 0;
    int m_extraAttempts = 0; ///< the user's own
    bool m_ended = false;
    int m_lastCost = 0; ///< of the retry under way; refunded on success
};

} // namespace emberline
