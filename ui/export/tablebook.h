// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/xlsx.h"

namespace emberline {

/// The workbook of @p source, the answer to the query of @p view: one sheet, side by side
/// one per panel.
[[nodiscard]] XlsxBook tableBook(const View &view,
                                 TableSource source,
                                 const TableOptions &options,
                                 const QLocale &locale,
                                 bool isDemo);

} // namespace emberline
