// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colorvision.h"

#include <QColor>

#include <vector>

namespace emberline {

constexpr double leastAccentContrast = 3; ///< on white
/// CIEDE2000 from the other lines, for every kind of colour vision: as in the palette itself.
constexpr double leastAccentDifference = 15;

/// Why a colour does not do as the first one of the light palette.
struct AccentProblem
{
    enum class Kind { Pale, Alike };

    Kind kind = Kind::Pale;
    double value = 0; ///< its contrast on white, or the difference
    int slot = -1; ///< of the colour that it is like; -1: the neutral one
    ColorVision vision = ColorVision::Usual; ///< for whom; Usual: for everybody

    friend bool operator==(const AccentProblem &, const AccentProblem &) = default;
};

/// The pale one first, then at most one for each other colour of the palette: the one that most
/// people have.
[[nodiscard]] std::vector<AccentProblem> problemsOf(const QColor &accent);

/// The colour without problems that looks most like @p accent; that itself if it has none. Always
/// the same one.
[[nodiscard]] QColor nearestAccent(const QColor &accent);

} // namespace emberline
