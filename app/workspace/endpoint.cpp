// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/endpoint.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::array<Instance, 15> table{{
    {.host = QLatin1StringView("rest.iad-01.braze.com"), .name = QLatin1StringView("US-01")},
    {.host = QLatin1StringView("rest.iad-02.braze.com"), .name = QLatin1StringView("US-02")},
    {.host = QLatin1StringView("rest.iad-03.braze.com"), .name = QLatin1StringView("US-03")},
    {.host = QLatin1StringView("rest.iad-04.braze.com"), .name = QLatin1StringView("US-04")},
    {.host = QLatin1StringView("rest.iad-05.braze.com"), .name = QLatin1StringView("US-05")},
    {.host = QLatin1StringView("rest.iad-06.braze.com"), .name = QLatin1StringView("US-06")},
    {.host = QLatin1StringView("rest.iad-07.braze.com"), .name = QLatin1StringView("US-07")},
    {.host = QLatin1StringView("rest.iad-08.braze.com"), .name = QLatin1StringView("US-08")},
    {.host = QLatin1StringView("rest.us-10.braze.com"), .name = QLatin1StringView("US-10")},
    {.host = QLatin1StringView("rest.fra-01.braze.eu"), .name = QLatin1StringView("EU-01")},
    {.host = QLatin1StringView("rest.fra-02.braze.eu"), .name = QLatin1StringView("EU-02")},
    {.host = QLatin1StringView("rest.au-01.braze.com"), .name = QLatin1StringView("AU-01")},
    {.host = QLatin1StringView("rest.id-01.braze.com"), .name = QLatin1StringView("ID-01")},
    {.host = QLatin1StringView("rest.jp-01.braze.com"), .name = QLatin1StringView("JP-01")},
    {.host = QLatin1StringView("rest.kr-01.braze.com"), .name = QLatin1StringView("KR-01")},
}};

/// "Rest.X.com" of "https://Rest.X.com:443/y", as typed.
QString typedHost(const QString &text)
{
    static const QRegularExpression pattern(u"^[^:]+://(?:[^/?#]*@)?(\\[[^\\]]*\\]|[^/?#:]*)"_s);
    return pattern.match(text).captured(1);
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

bool belongsToBraze(const QString &host)
{
    return host.endsWith(u".braze.com") || host.endsWith(u".braze.eu");
}

bool looksLikeBraze(const QString &host)
{
    // Somebody else's host that begins like an instance, or carries Braze's domain in its middle.
    static const QRegularExpression pattern(
        u"^(rest|sdk)\\.[a-z]{2,3}-\\d{2}\\.|(^|[.-])braze\\.(com|eu)\\.|[^.]braze\\.(com|eu)$"_s);
    return !belongsToBraze(host) && pattern.match(host).hasMatch();
}

/// Qt reads "127.1" and "0x7f000001" as addresses and folds wide letters; we take a host only if
/// it is what was typed.
bool isPlainHost(const QUrl &url, const QString &typed)
{
    const QString host = url.host(QUrl::FullyEncoded);
    if (typed.startsWith(u'[')) {
        return !host.contains(u'%');
    }
    const bool hasName = host.contains(u'.') || host == u"localhost";
    return host == typed.toLower() && hasName && !host.endsWith(u'.');
}

std::optional<EndpointProblem> problemOf(const QUrl &url, const QString &typed)
{
    const QString host = url.host(QUrl::FullyEncoded);
    if (!isAscii(typed) || host.contains(u"xn--") || looksLikeBraze(host)) {
        return EndpointProblem::LookAlike;
    }
    if (!url.isValid() || !isPlainHost(url, typed) || url.port(443) == 0) {
        return EndpointProblem::NotAUrl;
    }
    if (host.startsWith(u"sdk.") && belongsToBraze(host)) {
        return EndpointProblem::SdkHost;
    }
    if (url.scheme() != u"https" && !(url.scheme() == u"http" && isLoopback(host))) {
        return EndpointProblem::NotHttps;
    }
    const bool hasPath = !url.path().isEmpty() && url.path() != u"/";
    if (hasPath || url.hasQuery() || url.hasFragment() || url.authority().contains(u'@')) {
        return EndpointProblem::HasExtras;
    }
    return std::nullopt;
}

} // namespace

std::span<const Instance> instances()
{
    return table;
}

EndpointReading endpointFromText(const QString &text)
{
    constexpr qsizetype longest = 2'000;
    QString address = text.trimmed();
    if (address.isEmpty()) {
        return {.problem = EndpointProblem::Empty};
    }
    if (address.size() > longest) {
        return {.problem = EndpointProblem::NotAUrl};
    }
    // Not QUrl::fromUserInput(): it would make this http.
    if (!address.contains(u"://")) {
        address.prepend(u"https://"_s);
    }
    const QUrl typed(address, QUrl::StrictMode);
    if (const std::optional<EndpointProblem> problem = problemOf(typed, typedHost(address))) {
        return {.problem = problem};
    }
    QUrl url;
    url.setScheme(typed.scheme());
    url.setHost(typed.host());
    const int usual = typed.scheme() == u"https" ? 443 : 80;
    url.setPort(typed.port(usual) == usual ? -1 : typed.port());
    return {.url = url, .known = !instanceName(url).isEmpty()};
}

QString instanceName(const QUrl &endpoint)
{
    if (endpoint.scheme() != u"https" || endpoint.port(443) != 443) {
        return {};
    }
    const QString host = endpoint.host();
    const auto *const found = std::find_if(
        table.begin(), table.end(), [&](const Instance &instance) {
            return instance.host == host;
        });
    return found == table.end() ? QString() : QString(found->name);
}

} // namespace emberline
