// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"

#include <QDateTime>

#include <optional>

namespace emberline {

/// One call without host or key: comparable, printable, safe to log.
struct Request
{
    SeriesKey key = {};
    int length = 1; ///< units, 1 to 100
    std::optional<QDateTime> endingAt = {}; ///< UTC, never in the future; absent: now

    friend bool operator==(const Request &, const Request &) = default;
};

} // namespace emberline
