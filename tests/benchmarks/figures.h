// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace emberline::test {

/// What a figure has to stay below.
struct Budget
{
    std::optional<double> ratio = {}; ///< of the value to its baseline: the same on any machine
    std::optional<double> value = {};
};

/// One line of the benchmark program.
struct Figure
{
    QString name = {};
    double value = 0;
    QString unit = {};
    std::optional<double> baseline = {}; ///< measured or known in the same run, in the same unit
    Budget budget = {}; ///< none: a number worth knowing
    QString remark = {};

    [[nodiscard]] bool isOk() const;
};

/// "NAME value=… unit=… baseline=… ratio=… budget=… ok"; a budget of the ratio ends in x.
[[nodiscard]] QString lineOf(const Figure &figure);

using Figures = std::vector<Figure>;

/// One subject: measures all of its figures.
struct Benchmark
{
    const char *name = nullptr;
    std::function<Figures()> run;
};

/// Milliseconds that @p work takes.
[[nodiscard]] double millisecondsOf(const std::function<void()> &work);
/// The median of @p runs measurements.
[[nodiscard]] double medianOf(int runs, const std::function<double()> &measure);

[[nodiscard]] Figures benchLoad();
[[nodiscard]] Figures benchWindow();
[[nodiscard]] Figures benchStart();
[[nodiscard]] Figures benchFrame();
[[nodiscard]] Figures benchHistory();
[[nodiscard]] Figures benchRender();
[[nodiscard]] Figures benchExport();

/// What benchStart() measures, in a process of its own that ends with its first full frame: the
/// program's window on @p profile, or an empty window with a chart when that is empty.
[[nodiscard]] int runStart(const QString &profile);

/// Prints the resident memory, in MiB, of a window with so many hours of ten series on screen, or
/// with an empty chart.
[[nodiscard]] int runMemory(const QString &hours);

} // namespace emberline::test
