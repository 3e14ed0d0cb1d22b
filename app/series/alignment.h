// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"

#include <QTimeZone>

namespace emberline {

/// The axis for rows that were asked for at @p wanted. The service's hours need not begin on UTC
/// hours (zones with half-hour offsets exist): when all rows agree on another minute, the axis
/// moves there, its last bucket still beginning before @p end (UTC ms). Days never move.
[[nodiscard]] std::vector<BucketTime> axisFor(std::vector<BucketTime> wanted,
                                              const std::vector<const std::vector<Row> *> &answers,
                                              Unit unit,
                                              qint64 end);

/// Puts @p rows onto @p axis. Rows outside of it are left out, buckets without a row are Missing,
/// and a bucket that ends after @p completeUpTo (UTC ms) in @p zone is Incomplete.
[[nodiscard]] Series seriesOn(const std::vector<BucketTime> &axis,
                              const SeriesKey &key,
                              const std::vector<Row> &rows,
                              qint64 completeUpTo,
                              const QTimeZone &zone);

} // namespace emberline
