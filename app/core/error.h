// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace emberline {

/// What went wrong, in terms a caller can act on. The sentence shown to people is made in
/// ui/feedback, and only there.
enum class ErrorKind {
    InvalidQuery, ///< refused before anything was sent
    BadRequest, ///< 400 and other 4xx without a kind of their own
    Unauthorized, ///< 401
    Forbidden, ///< 403
    NotFound, ///< 404
    RateLimited, ///< 429, and the wait was longer than the caller allows
    Server, ///< 5xx, after all attempts
    Network, ///< host not found, refused, connection lost
    ProxyAuthentication, ///< the proxy wants a name and password, or others
    Tls, ///< certificate or handshake
    Timeout, ///< silence, or the total deadline
    Redirected, ///< any 3xx: never followed, the key would leak
    MalformedReply, ///< not JSON, truncated, or without the field that was asked for
    TooLarge, ///< a body above the cap
    Cancelled,
    Keychain,
    File
};

/// Everything in here is free of keys: whoever makes an Error redacts first.
struct Error
{
    ErrorKind kind = ErrorKind::Network;
    QString detail = {}; ///< for the log and the "Details" fold-out; never translated
    QString serverMessage = {}; ///< the service's own words, if it had any
    int httpStatus = 0; ///< 0 when no answer came
    QString requestId = {}; ///< X-Request-Id
    int attempts = 0;
    std::optional<QDateTime> retryAt = {}; ///< UTC; when the service said we may ask again
    QString request = {}; ///< "GET https://host/path?query", without headers
    QString answer = {}; ///< status line, headers and the beginning of the body
    QString proxy = {}; ///< "host:port" when it is a proxy that stands in the way
    bool loginRefused = false; ///< the proxy was given a name and password, and wants others

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace emberline
