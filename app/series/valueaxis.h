// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <algorithm>
#include <cmath>

namespace emberline {

/// Values above this are drawn at it: one absurd number must not flatten everything else.
constexpr double largestDrawable = 1e15;

/// The scale of a chart of counts: ticks at 0, step, 2 · step … top().
struct ValueAxis
{
    double step = 1;
    int steps = 5;

    [[nodiscard]] double top() const { return step * steps; }
    [[nodiscard]] double tick(int index) const { return step * index; }

    friend bool operator==(const ValueAxis &, const ValueAxis &) = default;
};

/// The scale for values up to @p maximum: 4 to 6 ticks 1, 2 or 5 times a power of ten apart, the
/// highest not below the maximum. It never spans less than 5, so that noise is not a mountain.
[[nodiscard]] ValueAxis valueAxisFor(double maximum);

/// @p value as a chart can draw it: from 0 to largestDrawable; what is no number is 0.
[[nodiscard]] inline double drawableValue(double value)
{
    return std::isnan(value) ? 0 : std::clamp(value, 0.0, largestDrawable);
}

/// @p value short, for an axis: "500", "1.5 k", "12 k", "1.2 M", in the numbers of @p locale.
[[nodiscard]] QString compactNumber(double value, const QLocale &locale);

/// @p value in full: "12,345".
[[nodiscard]] QString fullNumber(double value, const QLocale &locale);

} // namespace emberline
