// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace emberline {

struct HttpHeader
{
    QByteArray name = {};
    QByteArray value = {};

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

/// A request as it came: nothing in it is decoded.
struct HttpRequest
{
    QByteArray method = {};
    QByteArray path = {}; ///< percent-encoded
    QByteArray query = {}; ///< percent-encoded, without the "?"
    QList<HttpHeader> headers = {};
    QByteArray body = {};
    bool keepAlive = true; ///< what the client wants for the connection

    /// The value of the first header of that name, in any case; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

struct HttpAnswer
{
    int status = 200;
    QList<HttpHeader> headers = {};
    QByteArray body = {};
};

/// What a server may make of the bytes that have arrived on a connection.
struct HttpParse
{
    enum class State {
        Incomplete, ///< more must come
        Complete, ///< request is there, the first consumed bytes were it
        Refused ///< answer with refusal, then close: where the next request begins is unknown
    };
    State state = State::Incomplete;
    HttpRequest request = {};
    qsizetype consumed = 0;
    int refusal = 400;
};

constexpr qsizetype longestHttpHead = 16'384; ///< above it a request is refused with 431
constexpr qsizetype longestHttpBody = 65'536; ///< above it a request is refused with 413

/// Reads the first request in @p bytes.
[[nodiscard]] HttpParse parseHttpRequest(const QByteArray &bytes);

/// Head and body in one piece; Content-Length and Connection are added where they are missing.
[[nodiscard]] QByteArray toBytes(const HttpAnswer &answer, bool keepAlive = true);

/// @p encoded with its escapes resolved; nothing if an escape is malformed or the bytes are not
/// UTF-8.
[[nodiscard]] std::optional<QString> percentDecoded(const QByteArray &encoded);

/// The parameters of a query by decoded name; the last of equal names counts and "+" is a blank,
/// as web servers have it. Nothing if one of them can't be decoded.
[[nodiscard]] std::optional<QHash<QString, QString>> queryParameters(const QByteArray &query);

} // namespace emberline
