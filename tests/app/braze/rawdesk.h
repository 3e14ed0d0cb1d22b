// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/client.h"
#include "tests/app/braze/rawserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace emberline::test {

inline const QByteArray secret = "0a1b2c3d-secret-key";
inline const QDateTime present(QDate(2026, 3, 10), QTime(14, 5), QTimeZone::utc());

inline ClientOptions quickOptions()
{
    ClientOptions options;
    options.backoffBase = std::chrono::milliseconds(1);
    options.throttledBase = std::chrono::milliseconds(1);
    options.maxWait = std::chrono::seconds(0);
    options.deadline = std::chrono::seconds(20);
    options.idleTimeout = std::chrono::seconds(10);
    return options;
}

inline ClientOptions oneAttempt()
{
    ClientOptions options = quickOptions();
    options.maxAttempts = 1;
    return options;
}

/// A client on a real socket.
struct RawDesk
{
    RawDesk(const QUrl &endpoint, const ClientOptions &options, const QByteArray &key = secret)
        : client(
            &network, endpoint, ApiKey::fromText(QString::fromLatin1(key)).value(), clock, options)
    { }

    Result<Answer> ask()
    {
        std::unique_ptr<Call> call(client.get("/events/data_series?event=e", nullptr));
        QSignalSpy finished(call.get(), &Call::finished);
        finished.wait(30'000);
        return finished.isEmpty() ? Result<Answer>()
                                  : finished.constFirst().constFirst().value<Result<Answer>>();
    }

    QNetworkAccessManager network;
    FixedClock clock{present};
    Client client;
};

inline Error errorOf(const RawServer &server, const ClientOptions &options = quickOptions())
{
    const Result<Answer> answer = RawDesk(server.url(), options).ask();
    // A kind that no server can cause: the test then sees that there was no error.
    return answer ? Error{.kind = ErrorKind::File} : answer.error();
}

inline QString allWords(const Error &error)
{
    return error.detail + error.serverMessage + error.requestId + error.request + error.answer;
}

} // namespace emberline::test
