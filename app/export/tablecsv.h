// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/tablerows.h"

#include <QByteArray>

namespace emberline {

/// The whole table as CSV: UTF-8, LF. Numbers without grouping and with no more digits than it
/// takes to read them back; names in quotation marks where they have to be. @p locale writes local
/// dates.
[[nodiscard]] QByteArray tableCsv(const TableSource &source,
                                  const TableOptions &options,
                                  const QLocale &locale);

/// The beginning of the same for a preview: the header and at most @p rows rows, no byte order
/// mark.
[[nodiscard]] QString tableCsvHead(const TableSource &source,
                                   const TableOptions &options,
                                   const QLocale &locale,
                                   std::size_t rows);

/// @p value without grouping, with @p decimalMark. Empty if it is not a finite number.
[[nodiscard]] QString plainNumber(double value, QChar decimalMark);

} // namespace emberline
