// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

namespace emberline {

/// @p dataset without what is incomplete: buckets at either end that any series has only a part of
/// are gone, those in between are Missing in that series. What has no value stays as it is.
[[nodiscard]] Dataset completePeriodsOf(const Dataset &dataset);

} // namespace emberline
