// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <optional>
#include <vector>

namespace emberline {

/// An earlier time laid under the buckets of a dataset: everything in it is parallel to that.
struct Earlier
{
    DaySpan dates = {}; ///< that it is about; set by whoever knows them
    /// The real time of what stands at each bucket; none where nothing corresponds to it.
    std::vector<std::optional<BucketTime>> times = {};
    /// One per series of the dataset, with one value and state per bucket of it. What corresponds
    /// to nothing is Missing; a series that was not loaded is Unread throughout.
    std::vector<Series> series = {};
};

/// @p earlier, whose buckets are as coarse as those of @p dataset, laid under it: @p times says for
/// each bucket of @p dataset which one stands there. Series are found by their keys.
[[nodiscard]] Earlier alignedTo(const Dataset &dataset,
                                const Dataset &earlier,
                                std::vector<std::optional<BucketTime>> times);

} // namespace emberline
