// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <optional>
#include <vector>

namespace emberline {

/// Marks as not collected what lies before a segment was tracked. The service does not say when
/// that began, so it is taken from the numbers, and only where these leave no doubt: of a series
/// with a segment and with a value, its missing buckets before the first value that any series of
/// this segment has. All of these series have to be missing up to there, and none may be @p older
/// (one flag each): something of it is known from before the first bucket, or what did not come may
/// be there all the same.
void markNotCollected(Dataset &dataset, const std::vector<bool> &older);

/// The bucket with which @p series begins, if it is marked as not collected before.
[[nodiscard]] std::optional<std::size_t> firstCollected(const Series &series);

} // namespace emberline
