// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace emberline {

/// One finished call for `--log` and the request list: never a host, a header or a key.
struct RequestRecord
{
    QDateTime startedAt; ///< UTC
    QString method;
    QString path;
    QString query; ///< percent-encoded, as sent
    int httpStatus = 0; ///< of the last attempt; 0 when no answer came
    std::chrono::milliseconds duration{0}; ///< all attempts and the waits between them
    int attempts = 0;
    QString requestId;
};

} // namespace emberline
