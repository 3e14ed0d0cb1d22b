// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/heldbucket.h"
#include "app/series/dataset.h"

#include <vector>

namespace emberline {

/// How much is looked over together.
inline constexpr qint64 lookedOver = 366 * msPerDay;

/// @p base, which is as it was asked for and not empty, on a longer time axis without a hole: with
/// what is @p held of its series (one list each, sorted) before and after it. All together is no
/// longer than lookedOver, unless @p base is. What is not held is unread.
[[nodiscard]] Dataset withHeldAround(const Dataset &base,
                                     const std::vector<std::vector<HeldBucket>> &held);

} // namespace emberline
