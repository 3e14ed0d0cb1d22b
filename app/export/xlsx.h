// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/export/tableabout.h"

#include <QByteArray>

#include <vector>

namespace emberline {

/// One sheet of a workbook.
struct XlsxSheet
{
    QString name = {};
    std::vector<std::size_t> series = {}; ///< of the dataset
};

/// What goes into a workbook.
struct XlsxBook
{
    TableSource source = {};
    TableOptions options = {}; ///< of them what is not of CSV only
    std::vector<XlsxSheet> sheets = {}; ///< none: one with everything
    TableAbout about = {};
};

/// @p book as XLSX: a sheet after the other with real dates and numbers, under a frozen header;
/// the last one says what this is. Hours are wall clock in the dataset's zone, with their offset
/// beside. The same input gives the same bytes. Fails where there is no room for temporary files,
/// or too much for one sheet.
[[nodiscard]] Result<QByteArray> xlsxBytes(const XlsxBook &book);

/// @p wanted as names that spreadsheets take: at most 31 characters, none of []:*?/\, no apostrophe
/// at an end, none empty, each once whatever its case is, none of @p taken.
[[nodiscard]] QStringList sheetNames(const QStringList &wanted, const QStringList &taken = {});

} // namespace emberline
