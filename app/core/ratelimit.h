// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace emberline {

/// What the X-RateLimit-* headers of the last answer said; absent, empty or absurd is unknown.
struct RateLimit
{
    std::optional<qint64> limit;
    std::optional<qint64> remaining;
    std::optional<QDateTime> resetsAt; ///< UTC

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

} // namespace emberline
