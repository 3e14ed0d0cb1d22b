// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QList>
#include <QNetworkReply>

#include <optional>

namespace emberline {

/// The headers of an answer, in the order they came.
using HeaderList = QList<QNetworkReply::RawHeaderPair>;

/// The value of header @p name, whatever its case; empty if it is absent.
[[nodiscard]] QByteArray headerOf(const HeaderList &headers, QByteArrayView name);

/// How one attempt on the wire ended, as plain facts.
struct Outcome
{
    enum class Stop {
        None,
        TooLarge, ///< we stopped it: body above the cap
        Deadline, ///< we stopped it: over the total time
        Gone ///< the access manager went away
    };

    Stop stop = Stop::None;
    int status = 0; ///< 0: no answer came
    QString reason = {};
    HeaderList headers = {};
    QByteArray body = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText = {};
};

/// What went wrong in @p outcome, if anything: decided by our own stop first, then by the HTTP
/// status, then by Qt's error, because Qt gives one error to many things (and none to a redirect
/// or a truncated gzip).
[[nodiscard]] std::optional<ErrorKind> kindOf(const Outcome &outcome);

/// Whether it was a proxy that failed, and nobody behind it was reached.
[[nodiscard]] bool isProxyTrouble(const Outcome &outcome);

/// Whether trying again soon may help.
[[nodiscard]] bool isTransient(const Outcome &outcome, ErrorKind kind);

/// One line for the log: what happened, in technical words. Not redacted.
[[nodiscard]] QString detailOf(const Outcome &outcome, ErrorKind kind);

} // namespace emberline
