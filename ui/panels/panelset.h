// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"
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
    std::vector<std::size_t> series = {}; ///< of the dataset; at least one, none of them hidden
    /// One per series; a single one is called as the panel. Where there are several, the same
    /// colour is the same thing in every panel.
    std::vector<DatasetModel::Look> looks = {};
    /// None if there is nothing to count, or if there are several series: segments overlap, so
    /// their sum would say nothing.
    std::optional<double> total = {};
    std::optional<Change> change = {}; ///< since the nearest earlier time; none likewise
    PanelMark mark = PanelMark::None;
};

/// The panels of what @p model, which holds an answer to @p query, shows, in their order.
[[nodiscard]] std::vector<Panel> panelsOf(const DatasetModel &model,
                                          const Query &query,
                                          const PanelsLook &look);

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
