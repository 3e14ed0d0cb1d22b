// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/series/earlier.h"

#include <vector>

namespace emberline {

/// What of an answer is to be seen: without hidden series, and only the buckets in the zoom.
struct PicturePart
{
    View view = {}; ///< its query is about the part
    Dataset dataset = {};
    std::vector<Earlier> earlier = {};
};

/// The part of @p dataset, the answer to the query of @p view, that its look shows, and of what
/// lies under it. Where that would be nothing, everything.
[[nodiscard]] PicturePart picturePart(const View &view,
                                      const Dataset &dataset,
                                      const std::vector<Earlier> &earlier);

} // namespace emberline
