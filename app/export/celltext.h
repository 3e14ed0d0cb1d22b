// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <QStringList>

namespace emberline {

/// @p text as a cell between separators, RFC 4180: in quotation marks where it has to be.
[[nodiscard]] QString quotedCell(QString text, QChar separator);

/// @p names in their order, each once: an equal one that follows, or one that is @p taken, gets
/// " (2)", " (3)" … behind it.
[[nodiscard]] QStringList uniqueNames(const QStringList &names, const QStringList &taken);

/// "+01:00"
[[nodiscard]] QString isoOffset(int seconds);

/// @p time of @p dataset: a day (of a week or a month the first one) as ISO date, an hour as ISO
/// time with its offset in the dataset's zone.
[[nodiscard]] QString isoTime(BucketTime time, const Dataset &dataset);

} // namespace emberline
