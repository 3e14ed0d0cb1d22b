// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace emberline {

/// Where numbers came from.
enum class RequestSource { Service, History };

/// One finished call for `--log` and the request list: never a host, a header or a key. A record
/// of the history has a duration, and neither method nor path.
struct RequestRecord
{
    qint64 serial = 0; ///< tells it from the others of its session; 0: of the history
    RequestSource source = RequestSource::Service;
    QDateTime startedAt = {}; ///< UTC
    QString method = {};
    QString path = {};
    QString query = {}; ///< percent-encoded, as sent
    int httpStatus = 0; ///< of the last attempt; 0 when no answer came
    std::chrono::milliseconds duration{0}; ///< all attempts and the waits between them
    int attempts = 0;
    QString requestId = {};
    std::optional<int> buckets = {}; ///< that it brought, as far as that is known already
    QStringList events = {}; ///< of the history: what was read
    int series = 0; ///< of the history: in so many series
};

} // namespace emberline
