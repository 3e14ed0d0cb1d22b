// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"

#include <QModelIndexList>

namespace emberline {

/// The cells @p selected (of @p model or a proxy of it) for the clipboard, as spreadsheets take
/// them: tabs between columns, a line per row in the order of the view, numbers plain, days as ISO
/// dates, hours as ISO date and time in the dataset's zone. What is not selected inside the
/// selection's bounds, and what has no value, is an empty cell.
[[nodiscard]] QString copyText(const QModelIndexList &selected, const DatasetModel &model);

/// The same under a line with the names of the columns.
[[nodiscard]] QString copyTextWithHeaders(const QModelIndexList &selected,
                                          const DatasetModel &model);

} // namespace emberline
