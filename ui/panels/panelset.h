// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
#include "app/core/error.h"
#include "app/models/shown.h"
#include "app/series/change.h"

#include <optional>
#include <vector>

namespace emberline {

enum class PanelMark { None, BiggestRise, BiggestFall };

/// One panel of several side by side.
struct Panel
{
    QString key = {}; ///< tells it from the others: the id of its segment or app, its event
    QString name = {};
    /// Of the dataset, none of them hidden; empty where nothing of it could be loaded.
    std::vector<std::size_t> series = {};
    /// One per series, and one where there is none; a single one is called as the panel. Where
    /// there are several, the same colour is the same thing in every panel.
    std::vector<DatasetModel::Look> looks = {};
    std::optional<Error> failure = {}; ///< why something of it lacks
    /// None if there is nothing to count, or if there are several series: segments overlap, so
    /// their sum would say nothing.
    std::optional<double> total = {};
    std::optional<Change> change = {}; ///< since the nearest earlier time; none likewise
    PanelMark mark = PanelMark::None;
};

/// The panels of what @p model, which holds an answer to @p query, shows, in their order. Where
/// there are looks for the failures of the answer, one each, they have their places, too.
[[nodiscard]] std::vector<Panel> panelsOf(const DatasetModel &model,
                                          const Query &query,
                                          const PanelsLook &look,
                                          const std::vector<DatasetModel::Look> &failed = {});

/// The looks of the failures in @p dataset, as if their series were there.
[[nodiscard]] std::vector<DatasetModel::Look> failedLooks(const Dataset &dataset,
                                                          const Showing &showing);

/// The series that @p panel, one of those of @p model, is about.
[[nodiscard]] std::vector<SeriesId> seriesIn(const Panel &panel,
                                             const DatasetModel &model,
                                             PanelSplit split);

/// What @p panel shows of @p model.
[[nodiscard]] Shown shownIn(const Panel &panel, const DatasetModel &model);

/// The largest value that @p panel shows, of earlier times as well.
[[nodiscard]] double largestIn(const Panel &panel, const DatasetModel &model);

/// "▲ 8.1 %", "0 %".
[[nodiscard]] QString directedPercentText(const Change &change, const QLocale &locale);

/// Into how many columns @p count panels go: as many as were @p chosen, 0: as suits their number.
[[nodiscard]] int panelColumns(int count, int chosen);

/// By what the series of @p query can be split, the usual first.
[[nodiscard]] std::vector<PanelSplit> splitsOf(const Query &query);

} // namespace emberline
