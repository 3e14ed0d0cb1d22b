// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/client.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace emberline::test {

inline const QByteArray okBody = R"({"message":"success","data":[]})";
inline const QByteArray secret = "0a1b2c3d-secret-key";
inline const QByteArray seriesPath = "/events/data_series?event=e&length=1&unit=day";
inline const QDateTime present(QDate(2026, 3, 10), QTime(14, 5), QTimeZone::utc());

inline ClientOptions quickOptions()
{
    ClientOptions options;
    options.backoffBase = std::chrono::milliseconds(1);
    options.throttledBase = std::chrono::milliseconds(1);
    options.random = [] {
        return 1.0;
    };
    return options;
}

/// A client on a fake network.
struct FakeDesk
{
    explicit FakeDesk(const ClientOptions &options = quickOptions())
        : client(std::make_unique<Client>(&network,
                                          QUrl(QStringLiteral("https://rest.iad-01.braze.com")),
                                          ApiKey::fromText(QString::fromLatin1(secret)).value(),
                                          clock,
                                          options))
    { }

    Call *get(const QByteArray &target = seriesPath) { return client->get(target, &owner); }

    FakeNetwork network;
    FixedClock clock{present};
    std::unique_ptr<Client> client;
    QObject owner;
};

inline Result<Answer> endOf(Call *call)
{
    QSignalSpy finished(call, &Call::finished);
    if (finished.isEmpty()) {
        finished.wait();
    }
    return finished.isEmpty() ? Result<Answer>()
                              : finished.constFirst().constFirst().value<Result<Answer>>();
}

inline CannedReply throttle(const QByteArray &seconds)
{
    return {.httpStatus = 429,
            .error = QNetworkReply::UnknownContentError,
            .headers = {{"X-RateLimit-Retry-After", seconds}}};
}

/// Lets everything that is due happen: a call of another client goes all the way.
inline void settle()
{
    FakeDesk other;
    other.network.enqueue({.body = okBody});
    QVERIFY(endOf(other.get()));
}

} // namespace emberline::test
