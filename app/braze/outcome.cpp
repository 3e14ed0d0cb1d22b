// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/outcome.h"

#include "app/braze/envelope.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

ErrorKind kindOfStatus(int status)
{
    if (status < 400) {
        return ErrorKind::Redirected;
    }
    if (status >= 500) {
        return ErrorKind::Server;
    }
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 429:
        return ErrorKind::RateLimited;
    default: // an int, not an enum: every other 4xx
        return ErrorKind::BadRequest;
    }
}

ErrorKind kindOfTransport(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::SslHandshakeFailedError) {
        return ErrorKind::Tls;
    }
    if (error == QNetworkReply::ProxyAuthenticationRequiredError) {
        return ErrorKind::ProxyAuthentication;
    }
    // Nobody but Qt's transfer time-out ends a reply like this: our own stops are told apart
    // before.
    if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError) {
        return ErrorKind::Timeout;
    }
    if (error == QNetworkReply::ProtocolFailure
        || error == QNetworkReply::ProtocolInvalidOperationError
        || error == QNetworkReply::UnknownContentError) {
        return ErrorKind::MalformedReply;
    }
    return ErrorKind::Network;
}

} // namespace

QByteArray headerOf(const HeaderList &headers, QByteArrayView name)
{
    const auto header = std::find_if(
        headers.begin(), headers.end(), [name](const QNetworkReply::RawHeaderPair &h) {
            return name.compare(h.first, Qt::CaseInsensitive) == 0;
        });
    return header == headers.end() ? QByteArray() : header->second.trimmed();
}

std::optional<ErrorKind> kindOf(const Outcome &outcome)
{
    switch (outcome.stop) {
    case Outcome::Stop::None:
        break;
    case Outcome::Stop::TooLarge:
        return ErrorKind::TooLarge;
    case Outcome::Stop::Deadline:
        return ErrorKind::Timeout;
    case Outcome::Stop::Gone:
        return ErrorKind::Cancelled;
    }
    if (outcome.status >= 300) {
        return kindOfStatus(outcome.status);
    }
    if (outcome.error != QNetworkReply::NoError) {
        return kindOfTransport(outcome.error);
    }
    if (outcome.status < 200 || !looksLikeObject(outcome.body)) {
        return ErrorKind::MalformedReply;
    }
    return std::nullopt;
}

bool isProxyTrouble(const Outcome &outcome)
{
    return outcome.stop == Outcome::Stop::None && outcome.status == 0
        && outcome.error >= QNetworkReply::ProxyConnectionRefusedError
        && outcome.error <= QNetworkReply::UnknownProxyError;
}

bool isTransient(const Outcome &outcome, ErrorKind kind)
{
    // A deadline that has passed is not waited for a second time; silence may be.
    return kind == ErrorKind::Server || kind == ErrorKind::Network
        || (kind == ErrorKind::Timeout && outcome.stop == Outcome::Stop::None);
}

QString detailOf(const Outcome &outcome, ErrorKind kind)
{
    if (kind == ErrorKind::TooLarge) {
        return u"the answer is larger than allowed"_s;
    }
    if (kind == ErrorKind::Timeout) {
        return outcome.stop == Outcome::Stop::Deadline ? u"the answer did not end in time"_s
                                                       : u"no data came for too long"_s;
    }
    if (outcome.stop == Outcome::Stop::Gone) {
        return u"the connection was closed by the program"_s;
    }
    if (outcome.status >= 300) {
        return u"HTTP %1 %2"_s.arg(outcome.status).arg(outcome.reason).trimmed();
    }
    if (outcome.error != QNetworkReply::NoError) {
        return outcome.errorText;
    }
    return outcome.body.isEmpty() ? u"HTTP %1 with an empty body"_s.arg(outcome.status)
                                  : u"the answer is no complete JSON object"_s;
}

} // namespace emberline
