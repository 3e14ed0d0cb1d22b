// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colorvision.h"

#include <QColor>

#include <array>

namespace emberline {

/// L*, a* and b* of CIELAB under D65.
using Lab = std::array<double, 3>;

/// @p color as it looks to somebody with @p vision.
[[nodiscard]] Lab seenBy(const ColorMatrix &vision, const QColor &color);

/// How different two colours look: CIEDE2000, after Sharma, Wu and Dalal 2005.
[[nodiscard]] double ciede2000(const Lab &x, const Lab &y);

} // namespace emberline
