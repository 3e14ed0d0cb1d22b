// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"

#include <QByteArray>

namespace emberline {

/// A series' identity as bytes: equal if and only if the keys are, whatever is in the names (NUL,
/// a lone surrogate, the same word in another normalisation). Part of the file format.
[[nodiscard]] QByteArray seriesBytes(const SeriesKey &key);

} // namespace emberline
