// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace emberline {

/// How far a load is.
struct LoadProgress
{
    int done = 0; ///< requests
    int total = 0; ///< 0: not known yet
    std::chrono::milliseconds elapsed{0};
    std::optional<std::chrono::milliseconds> left = {}; ///< probably
};

/// "Loading, 112 of 352 requests, about 6 s left": seconds one by one up to 20, then in fives, from
/// a minute on minutes. Nothing is said of the time while it is unknown, and of loads that take
/// less than two seconds in all.
[[nodiscard]] QString loadingText(const LoadProgress &progress);

/// "Waiting until 14:10, 112 of 352 requests": while the service wants us to.
[[nodiscard]] QString waitingText(const LoadProgress &progress, const QString &until);

} // namespace emberline
