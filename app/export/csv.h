// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"

#include <QByteArray>
#include <QStringList>

namespace emberline {

/// @p dataset as the CSV of `emberline render`, the same bytes in every locale: UTF-8 without BOM,
/// comma, decimal point, LF. Header `time`, one column per series called by @p names (one each),
/// `incomplete`. One row per bucket, oldest first; a day as ISO date (of a week
/// or a month the first day), an hour as ISO time with its
/// offset in the dataset's zone. A bucket without a value is an empty cell.
///
/// Names are made safe for spreadsheets and unique: an equal one that follows (or a series called
/// like one of the two other columns) gets " (2)", " (3)" … behind it.
[[nodiscard]] QByteArray renderCsv(const Dataset &dataset, const QStringList &names);

/// @p text as a cell that no spreadsheet takes for a formula: with a leading ' if it begins with
/// = + - @ or a tab or line break. NULs are left out: most readers of CSV stop at them.
[[nodiscard]] QString spreadsheetSafe(const QString &text);

/// @p value for programs: decimal point, no grouping, no exponent, and no more digits than it takes
/// to read the same number back. Empty if it is not a finite number.
[[nodiscard]] QString plainNumber(double value);

} // namespace emberline
