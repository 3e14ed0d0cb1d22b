// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

namespace emberline {

/// What the window was told on the command line.
struct WindowOptions
{
    QString viewFile = {}; ///< by --view, or the one file named
    QString workspace = {}; ///< by name; empty: the last one
    QString theme = {}; ///< light, dark or empty
    QString language = {}; ///< a code like fr; empty: the setting, else the system's
    std::optional<QDateTime> now = {};
    QString profile = {}; ///< where settings live; empty: the usual place
    bool demoIfUnconnected = false; ///< run.sh: skip the welcome page

    QString information = {}; ///< help or version: print it and stop
};

[[nodiscard]] Result<WindowOptions> windowOptionsFrom(const QStringList &arguments);

/// What `emberline demo-server` was told.
struct DemoServerOptions
{
    quint16 port = 0; ///< 0: any free one
    QString key = {};
    std::optional<QDateTime> now = {};
    std::chrono::milliseconds latency{0};
    int failStatus = 0; ///< 0: never
    int failCount = 0; ///< how many of the next requests answer failStatus
    std::optional<int> rateLimit = {}; ///< requests an hour
    int missingPercent = 0;

    QString information = {};
};

[[nodiscard]] Result<DemoServerOptions> demoServerOptionsFrom(const QStringList &arguments);

} // namespace emberline
