// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <array>

namespace emberline {

/// How people tell colours apart: as most do, or without one kind of cones.
enum class ColorVision { Usual, Protanopia, Deuteranopia, Tritanopia };

/// Works on linear RGB.
using ColorMatrix = std::array<std::array<double, 3>, 3>;

// Of Machado, Oliveira and Fernandes 2009, at full severity.
inline constexpr ColorMatrix usualMatrix{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
inline constexpr ColorMatrix protanopiaMatrix{{{0.152286, 1.052583, -0.204868},
                                               {0.114503, 0.786281, 0.099216},
                                               {-0.003882, -0.048116, 1.051998}}};
inline constexpr ColorMatrix deuteranopiaMatrix{{{0.367322, 0.860646, -0.227968},
                                                 {0.280085, 0.672501, 0.047413},
                                                 {-0.011820, 0.042940, 0.968881}}};
inline constexpr ColorMatrix tritanopiaMatrix{{{1.255528, -0.076749, -0.178779},
                                               {-0.078411, 0.930809, 0.147602},
                                               {0.004733, 0.691367, 0.303900}}};

[[nodiscard]] const ColorMatrix &matrixOf(ColorVision vision);

/// What people with @p vision see instead of @p image.
void showAsSeen(QImage &image, ColorVision vision);

} // namespace emberline
