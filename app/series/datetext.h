// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/bucket.h"

#include <QLocale>
#include <QString>

namespace emberline {

/// A time of day without seconds: "14:05", "2:05 PM".
[[nodiscard]] QString clockText(QTime time, const QLocale &locale);

/// The local wall clock of @p bucket: midnight of a day, or an hour as it is in @p zone.
[[nodiscard]] QDateTime wallClockOf(BucketTime bucket, Unit unit, const QTimeZone &zone);

/// One bucket in full: "Mon 23 Nov 2026", hours with their time.
[[nodiscard]] QString bucketText(BucketTime bucket,
                                 Unit unit,
                                 const QTimeZone &zone,
                                 const QLocale &locale);

/// From the first to the last bucket, nothing said twice: "25 Oct – 23 Nov 2026".
[[nodiscard]] QString rangeText(
    BucketTime first, BucketTime last, Unit unit, const QTimeZone &zone, const QLocale &locale);

} // namespace emberline
