// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/metric.h"
#include "app/core/result.h"

#include <QByteArray>

namespace emberline {

/// What an answer of a data_series says.
struct SeriesAnswer
{
    std::vector<Row> rows = {}; ///< oldest first, each time once: of duplicates the last
    int unreadable = 0; ///< rows without a usable time or number
    int clamped = 0; ///< values too large to draw beside others, cut to largestValue
    bool assumedUtc = false; ///< an hour came without an offset and was read as UTC
    QString note = {}; ///< message other than "success" and errors; may echo the key
};

/// Beyond 2^53 a double no longer tells neighbouring whole numbers apart.
constexpr qint64 largestValue = qint64{1} << 53;

/// Reads @p body. Days are calendar dates and never shifted; hours are instants, whatever minute
/// they begin at. A body without rows at all is MalformedReply, a bad row only counts.
[[nodiscard]] Result<SeriesAnswer> parseSeries(const QByteArray &body,
                                               const MetricRules &rules,
                                               Unit unit);

} // namespace emberline
