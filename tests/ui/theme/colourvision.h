// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colorvision.h"

#include <QColor>

#include <array>
#include <cmath>

// What colours look like to whom, written from the paper, apart from the program; the matrices of
// colour visions are the program's.
namespace emberline::test {

using Vector = std::array<double, 3>;
using Matrix = ColorMatrix;

constexpr const Matrix &normalVision = usualMatrix;
constexpr const Matrix &protanopia = protanopiaMatrix;
constexpr const Matrix &deuteranopia = deuteranopiaMatrix;
constexpr const Matrix &tritanopia = tritanopiaMatrix;

inline Vector applied(const Matrix &matrix, const Vector &v)
{
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result.at(i) = matrix.at(i)[0] * v[0] + matrix.at(i)[1] * v[1] + matrix.at(i)[2] * v[2];
    }
    return result;
}

inline Vector linearRgb(const QColor &color)
{
    const auto channel = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {channel(color.red()), channel(color.green()), channel(color.blue())};
}

} // namespace emberline::test
