// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QUrl>

#include <optional>
#include <span>

namespace emberline {

/// One of Braze's instances.
struct Instance
{
    QLatin1StringView host;
    QLatin1StringView name; ///< "US-01", as Braze calls it
};

/// All instances that are known, in the order people look for them.
[[nodiscard]] std::span<const Instance> instances();

/// Why a text is no endpoint.
enum class EndpointProblem {
    Empty,
    NotAUrl, ///< no host can be read out of it
    NotHttps, ///< http (allowed for loopback only) or another scheme: the key would travel openly
    HasExtras, ///< a user name, path, query or fragment
    SdkHost, ///< an sdk.* host of Braze: it takes data from apps and knows no REST API
    LookAlike ///< a host that only resembles one of Braze's, or has letters beyond ASCII
};

/// An endpoint, or why there is none.
struct EndpointReading
{
    QUrl url = {}; ///< scheme, host and port only; empty when there is a problem
    std::optional<EndpointProblem> problem = {};
    bool known = false; ///< one of instances(); another host is allowed
};

/// Reads what people type or paste: "rest.iad-01.braze.com", "https://rest.iad-01.braze.com/".
[[nodiscard]] EndpointReading endpointFromText(const QString &text);

/// "US-01" for https://rest.iad-01.braze.com; empty for a host that is none of instances().
[[nodiscard]] QString instanceName(const QUrl &endpoint);

} // namespace emberline
