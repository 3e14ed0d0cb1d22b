// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"
#include "app/query/query.h"

#include <QHash>

namespace emberline {

/// Names and colours for the series of @p dataset, the answer to @p query. Where only segments
/// differ, a series has the colour of its segment (@p colorSlots; all users are neutral), so it
/// keeps it whatever else is shown; otherwise colours go by order. @p allUsers as in seriesName().
[[nodiscard]] std::vector<DatasetModel::Look> looksOf(const Query &query,
                                                      const Dataset &dataset,
                                                      const QHash<QString, int> &colorSlots,
                                                      const QString &allUsers);

/// Whether there are series, but none is to be seen.
[[nodiscard]] bool isAllHidden(const std::vector<DatasetModel::Look> &looks);

/// What the series without a segment is called on screen and in pictures.
[[nodiscard]] QString allUsersName();

} // namespace emberline
