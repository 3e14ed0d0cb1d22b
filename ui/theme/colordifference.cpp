// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colordifference.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace emberline {

namespace {

using Triple = std::array<double, 3>;

Triple applied(const ColorMatrix &matrix, const Triple &v)
{
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result.at(i) = matrix.at(i)[0] * v[0] + matrix.at(i)[1] * v[1] + matrix.at(i)[2] * v[2];
    }
    return result;
}

Triple linearRgb(const QColor &color)
{
    const auto channel = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {channel(color.red()), channel(color.green()), channel(color.blue())};
}

Lab labOf(const Triple &linear)
{
    constexpr ColorMatrix toXyz{Triple{0.4124564, 0.3575761, 0.1804375},
                                {0.2126729, 0.7151522, 0.0721750},
                                {0.0193339, 0.1191920, 0.9503041}};
    constexpr Triple white{0.95047, 1, 1.08883};
    const Triple xyz = applied(toXyz, linear);
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz.at(i) / white.at(i);
        f.at(i) = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double hueOf(double a, double b)
{
    if (a == 0 && b == 0) {
        return 0;
    }
    const double hue = degrees(std::atan2(b, a));
    return hue < 0 ? hue + 360 : hue;
}

double hueDifference(double h1, double h2, double chromas)
{
    if (chromas == 0) {
        return 0;
    }
    const double difference = h2 - h1;
    if (difference > 180) {
        return difference - 360;
    }
    return difference < -180 ? difference + 360 : difference;
}

double meanHue(double h1, double h2, double chromas)
{
    if (chromas == 0) {
        return h1 + h2;
    }
    if (std::abs(h1 - h2) <= 180) {
        return (h1 + h2) / 2;
    }
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

} // namespace

Lab seenBy(const ColorMatrix &vision, const QColor &color)
{
    Triple seen = applied(vision, linearRgb(color));
    for (double &channel : seen) {
        channel = std::min(1.0, std::max(0.0, channel));
    }
    return labOf(seen);
}

double ciede2000(const Lab &x, const Lab &y)
{
    const auto pow7 = [](double c) {
        return std::pow(c, 7);
    };
    const double meanC = (std::hypot(x[1], x[2]) + std::hypot(y[1], y[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(pow7(meanC) / (pow7(meanC) + pow7(25))));
    const double a1 = (1 + g) * x[1];
    const double a2 = (1 + g) * y[1];
    const double c1 = std::hypot(a1, x[2]);
    const double c2 = std::hypot(a2, y[2]);
    const double h1 = hueOf(a1, x[2]);
    const double h2 = hueOf(a2, y[2]);
    const double deltaL = y[0] - x[0];
    const double deltaC = c2 - c1;
    const double deltaH = 2 * std::sqrt(c1 * c2)
                        * std::sin(radians(hueDifference(h1, h2, c1 * c2)) / 2);
    const double l = (x[0] + y[0]) / 2;
    const double c = (c1 + c2) / 2;
    const double h = meanHue(h1, h2, c1 * c2);
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h))
                   + 0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double rc = 2 * std::sqrt(pow7(c) / (pow7(c) + pow7(25)));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double rt = -std::sin(radians(2 * turn)) * rc;
    return std::sqrt(std::pow(deltaL / sl, 2) + std::pow(deltaC / sc, 2) + std::pow(deltaH / sh, 2)
                     + rt * (deltaC / sc) * (deltaH / sh));
}

} // namespace emberline
