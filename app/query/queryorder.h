// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"
#include "app/series/dataset.h"

namespace emberline {

/// Whether both ask for the same series of the same time, to be shown by the same buckets: their
/// events, apps and segments may stand in another order.
[[nodiscard]] bool differsInOrderOnly(const Query &one, const Query &other);

/// @p dataset, which answers @p query in whatever order, with its series in the order of @p query.
[[nodiscard]] DatasetPtr inOrderOf(const Query &query, const DatasetPtr &dataset);

} // namespace emberline
