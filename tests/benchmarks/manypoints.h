// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"

#include <QSize>

#include <optional>

namespace emberline::test {

/// Of all frames, in device pixels.
constexpr QSize frameSize(1280, 800);

/// Ten series of @p hours hours each: a day's rhythm with noise.
[[nodiscard]] DatasetPtr tenSeries(int hours);
[[nodiscard]] std::vector<DatasetModel::Look> tenLooks();

/// The part of @p hours that the frame with @p number shows: never twice the same one after the
/// other, and nearly everything.
[[nodiscard]] std::pair<double, double> pannedSpan(int hours, int number);

/// Milliseconds of a frame of QCustomPlot with the same lines; nothing where it isn't installed.
[[nodiscard]] std::optional<double> customPlotTime(const Dataset &dataset);

} // namespace emberline::test
