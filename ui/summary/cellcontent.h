// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
#include "app/models/datasetmodel.h"
#include "app/series/runs.h"

#include <QLocale>

#include <array>
#include <optional>
#include <vector>

namespace emberline {

/// What a cell of the summary strip says of one series, ready for the screen.
struct CellContent
{
    struct Row
    {
        QString label = {};
        QString value = {};

        friend bool operator==(const Row &, const Row &) = default;
    };

    QString name = {}; ///< in full
    int colorSlot = -1;
    bool patterned = false; ///< as of a Look
    bool hidden = false;
    bool alone = false; ///< the only one that is not hidden
    QString total = {}; ///< "–" without any value
    QString shortTotal = {}; ///< where there is no room for it
    QString note = {}; ///< what is to be known of the total; empty: nothing
    int direction = 0; ///< of the change: up, down or none
    QString percent = {}; ///< empty: there is nothing to compare with
    QString difference = {};
    std::array<Row, 3> rows = {}; ///< average, peak, latest complete
    QString spoken = {}; ///< all of it but the name

    friend bool operator==(const CellContent &, const CellContent &) = default;
};

/// The buckets of @p times in @p zoom; all of them without one, or if it lies elsewhere. Only for
/// times that are not empty.
[[nodiscard]] BucketSpan bucketsIn(const std::vector<BucketTime> &times,
                                   const std::optional<Zoom> &zoom);

/// One cell per series of @p model, about the buckets in @p zoom; changes are on its nearest
/// earlier time.
[[nodiscard]] std::vector<CellContent> cellsOf(const DatasetModel &model,
                                               const std::optional<Zoom> &zoom,
                                               const QLocale &locale);

} // namespace emberline
