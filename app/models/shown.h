// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"
#include "app/query/comparison.h"

#include <QHash>

#include <vector>

namespace emberline {

/// Everything that chart, table and pictures show; all parallel to the series of the dataset.
struct Shown
{
    DatasetPtr dataset = std::make_shared<const Dataset>();
    std::vector<DatasetModel::Look> looks = {};
    std::vector<Earlier> earlier = {}; ///< nearest first
};

/// How an answer is to be shown.
struct Showing
{
    Query query = {}; ///< that was answered
    std::vector<SeriesId> hidden = {};
    bool completeOnly = false;
    Calendar calendar = {};
    QHash<QString, int> colorSlots = {}; ///< of the segments
    QString allUsers = {}; ///< as in seriesName()
    bool patterned = false; ///< as of a Look
};

/// Names, colours and visibility of the series of @p dataset.
[[nodiscard]] std::vector<DatasetModel::Look> shownLooks(const Dataset &dataset,
                                                         const Showing &showing);

/// @p base, the answer as it was asked for, summed up to the query's granularity, with @p earlier
/// laid under it and without what is not to be seen.
[[nodiscard]] Shown shownOf(const DatasetPtr &base,
                            const std::vector<EarlierAnswer> &earlier,
                            const Showing &showing);

} // namespace emberline
