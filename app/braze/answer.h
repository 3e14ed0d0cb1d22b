// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace emberline {

/// What came back from one call: a 2xx with a body that looks like a JSON object.
struct Answer
{
    QByteArray body = {}; ///< as sent
    int httpStatus = 0;
    QString requestId = {}; ///< X-Request-Id
    QDateTime receivedAt = {}; ///< UTC
    QString request = {}; ///< "GET https://host/path?query"
    QString shown = {}; ///< status line, headers, first 4 KiB of the body; without the key
    int attempts = 0;
    qint64 serial = 0; ///< of its RequestRecord
};

/// @p error, which a parser found in the body of @p answer, with all that is known of the call.
[[nodiscard]] Error errorIn(const Answer &answer, Error error);

} // namespace emberline
