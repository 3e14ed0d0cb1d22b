// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <QLocale>
#include <QString>

namespace emberline {

/// A time of day without seconds: "14:05", "2:05 PM".
[[nodiscard]] QString clockText(QTime time, const QLocale &locale);

/// The local wall clock of @p bucket: an hour as it is in @p zone, else midnight of the first day.
[[nodiscard]] QDateTime wallClockOf(BucketTime bucket,
                                    Granularity granularity,
                                    const QTimeZone &zone);

/// One bucket in full: "Mon 23 Nov 2026", hours with their time; "Week of 23 Nov 2026", "Nov 2026".
[[nodiscard]] QString bucketText(BucketTime bucket,
                                 Granularity granularity,
                                 const QTimeZone &zone,
                                 const QLocale &locale);

/// A moment within a bucket: "14:05"; within a week or a month "23 Nov, 14:05".
[[nodiscard]] QString momentText(const QDateTime &moment,
                                 Granularity granularity,
                                 const QLocale &locale);

/// From the first to the last bucket, nothing said twice: "25 Oct – 23 Nov 2026". A week ends with
/// its last day; months are told alone: "Nov 2025 – Feb 2026".
[[nodiscard]] QString rangeText(BucketTime first,
                                BucketTime last,
                                Granularity granularity,
                                const QTimeZone &zone,
                                const QLocale &locale);

/// The same of days.
[[nodiscard]] QString rangeText(const DaySpan &days, const QLocale &locale);

/// The same without a year where that is the one of @p known: "25 Oct – 23 Nov".
[[nodiscard]] QString shortRangeText(const DaySpan &days, QDate known, const QLocale &locale);

/// What @p dataset, which has a bucket, is about; of sums the very days that were summed up, unless
/// these are whole months.
[[nodiscard]] QString rangeText(const Dataset &dataset, const QLocale &locale);

} // namespace emberline
