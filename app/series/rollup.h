// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

namespace emberline {

/// @p base, which is as it was asked for, in coarser buckets: local sums. An hour belongs to the
/// day in which it begins in the zone of @p calendar, so a day may have 23 or 25 of them; weeks
/// begin where it says. @p granularity is not finer than the base's unit.
///
/// A sum of which anything lacks is Incomplete, with the reasons in Series::shortfalls, and never
/// looks whole: it is not over yet, the range cuts it, or some of its parts have no value. A
/// bucket none of whose parts has a value is Unread if one of them is, NotCollected if all of them
/// are, else Missing.
[[nodiscard]] Dataset rollUp(const Dataset &base,
                             Granularity granularity,
                             const Calendar &calendar);

} // namespace emberline
