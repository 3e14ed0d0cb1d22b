// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpmessage.h"

#include <QStringDecoder>

#include <algorithm>

namespace emberline {

namespace {

bool isToken(const QByteArray &text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), allowed);
}

QByteArray reasonOf(int status)
{
    static const QHash<int, QByteArray> reasons{{200, "OK"},
                                                {301, "Moved Permanently"},
                                                {302, "Found"},
                                                {307, "Temporary Redirect"},
                                                {308, "Permanent Redirect"},
                                                {400, "Bad Request"},
                                                {401, "Unauthorized"},
                                                {403, "Forbidden"},
                                                {404, "Not Found"},
                                                {405, "Method Not Allowed"},
                                                {413, "Content Too Large"},
                                                {429, "Too Many Requests"},
                                                {431, "Request Header Fields Too Large"},
                                                {500, "Internal Server Error"},
                                                {501, "Not Implemented"},
                                                {502, "Bad Gateway"},
                                                {503, "Service Unavailable"},
                                                {504, "Gateway Timeout"},
                                                {505, "HTTP Version Not Supported"}};
    return reasons.value(status, "Unknown");
}

HttpParse refused(int status)
{
    return {.state = HttpParse::State::Refused, .refusal = status};
}

/// 0, or the status to refuse with.
int readRequestLine(const QByteArray &line, HttpRequest &request, bool &isHttp10)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts.at(0)) || !parts.at(2).startsWith("HTTP/")) {
        return 400;
    }
    isHttp10 = parts.at(2) == "HTTP/1.0";
    if (!isHttp10 && parts.at(2) != "HTTP/1.1") {
        return 505;
    }
    request.method = parts.at(0);
    QByteArray target = parts.at(1);
    if (target.startsWith("http://")) { // the absolute form, meant for proxies, must be understood
        const qsizetype slash = target.indexOf('/', 7);
        target = slash < 0 ? QByteArray("/") : target.mid(slash);
    }
    if (!target.startsWith('/')) {
        return 400;
    }
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    return 0;
}

/// 0, or the status to refuse with.
int readHeader(const QByteArray &line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.left(colon))) {
        return 400; // also a folded line, which begins with a blank
    }
    request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    return 0;
}

/// 0 with @p length, or the status to refuse with.
int readBodyLength(const HttpRequest &request, qsizetype &length)
{
    if (!request.header("Transfer-Encoding").isEmpty()) {
        return 501;
    }
    for (const HttpHeader &header : request.headers) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) != 0) {
            continue;
        }
        const bool digits = std::all_of(header.value.cbegin(), header.value.cend(), [](char c) {
            return c >= '0' && c <= '9';
        });
        bool ok = false;
        const qlonglong value = header.value.toLongLong(&ok);
        if (!digits || !ok || header.value != request.header("Content-Length")) {
            return 400;
        }
        if (value > longestHttpBody) {
            return 413;
        }
        length = value;
    }
    return 0;
}

/// 0, or the status to refuse with.
int readHead(const QByteArray &head, HttpRequest &request)
{
    const QList<QByteArray> lines = head.split('\n');
    bool isHttp10 = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray line = lines.at(i);
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        if (line.contains('\r') || line.contains('\0')) {
            return 400;
        }
        const int refusal = i == 0 ? readRequestLine(line, request, isHttp10)
                                   : readHeader(line, request);
        if (refusal != 0) {
            return refusal;
        }
    }
    if (!isHttp10 && request.header("Host").isEmpty()) {
        return 400;
    }
    const QByteArray connection = request.header("Connection").toLower();
    request.keepAlive = isHttp10 ? connection == "keep-alive" : connection != "close";
    return 0;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &name) const
{
    const auto found = std::find_if(
        headers.cbegin(), headers.cend(), [&](const HttpHeader &header) {
            return header.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    return found == headers.cend() ? QByteArray() : found->value;
}

HttpParse parseHttpRequest(const QByteArray &bytes)
{
    // Line breaks in front of a request are to be ignored (RFC 9112, 2.2).
    qsizetype start = 0;
    while (start < bytes.size() && (bytes.at(start) == '\r' || bytes.at(start) == '\n')) {
        ++start;
    }
    const qsizetype end = bytes.indexOf("\r\n\r\n", start);
    if ((end < 0 ? bytes.size() : end) - start > longestHttpHead || start > longestHttpHead) {
        return refused(431);
    }
    if (end < 0) {
        return {};
    }
    HttpParse parse{.state = HttpParse::State::Complete};
    qsizetype bodyLength = 0;
    int refusal = readHead(bytes.mid(start, end - start), parse.request);
    if (refusal == 0) {
        refusal = readBodyLength(parse.request, bodyLength);
    }
    if (refusal != 0) {
        return refused(refusal);
    }
    const qsizetype bodyStart = end + 4;
    if (bytes.size() - bodyStart < bodyLength) {
        return {};
    }
    parse.request.body = bytes.mid(bodyStart, bodyLength);
    parse.consumed = bodyStart + bodyLength;
    return parse;
}

QByteArray toBytes(const HttpAnswer &answer, bool keepAlive)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' '
                     + reasonOf(answer.status) + "\r\n";
    bool hasLength = false;
    for (const HttpHeader &header : answer.headers) {
        bytes += header.name + ": " + header.value + "\r\n";
        hasLength |= header.name.compare("Content-Length", Qt::CaseInsensitive) == 0;
    }
    if (!hasLength) {
        bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    }
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return bytes + answer.body;
}

std::optional<QString> percentDecoded(const QByteArray &encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded.at(i) != '%') {
            bytes.append(encoded.at(i));
            continue;
        }
        const int high = i + 2 < encoded.size() ? hexDigit(encoded.at(i + 1)) : -1;
        const int low = high >= 0 ? hexDigit(encoded.at(i + 2)) : -1;
        if (low < 0) {
            return std::nullopt;
        }
        bytes.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return text;
}

std::optional<QHash<QString, QString>> queryParameters(const QByteArray &query)
{
    QHash<QString, QString> parameters;
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty()) {
            continue;
        }
        QByteArray spaced = pair;
        spaced.replace('+', ' ');
        const qsizetype mark = spaced.indexOf('=');
        const auto name = percentDecoded(mark < 0 ? spaced : spaced.left(mark));
        const auto value = percentDecoded(mark < 0 ? QByteArray() : spaced.mid(mark + 1));
        if (!name || !value) {
            return std::nullopt;
        }
        parameters.insert(*name, *value);
    }
    return parameters;
}

} // namespace emberline
