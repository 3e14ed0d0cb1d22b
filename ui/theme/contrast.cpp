// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

qreal linear(int channel)
{
    const qreal value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &color)
{
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green())
         + 0.0722 * linear(color.blue());
}

} // namespace

qreal contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &ground)
{
    const QColor white(0xFFFFFF);
    const QColor black(0x101214);
    return contrastRatio(white, ground) >= contrastRatio(black, ground) ? white : black;
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    const auto channel = [share](int from, int to) {
        return qRound(from + (to - from) * share);
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor withAlpha(QColor color, qreal alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace emberline
