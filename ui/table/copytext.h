// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"

#include <QModelIndexList>

namespace emberline {

/// Cells for the clipboard; both say the same.
struct CopiedCells
{
    QString text = {}; ///< tabs between columns, a line per row
    QString html = {}; ///< a table
};

enum class CopiedHeaders { Without, With };

/// The cells @p selected (of @p model or a proxy of it) as spreadsheets of people with @p locale
/// take them, in the order of the view: numbers with their decimal mark and without grouping, days
/// as ISO dates, hours as ISO date and time in the dataset's zone. What is not selected inside the
/// selection's bounds, and what has no value, is an empty cell.
[[nodiscard]] CopiedCells copiedCells(const QModelIndexList &selected,
                                      const DatasetModel &model,
                                      const QLocale &locale,
                                      CopiedHeaders headers);

/// Puts them on the clipboard in both forms.
void copyToClipboard(const CopiedCells &cells);

} // namespace emberline
