// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace emberline {

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] qreal contrastRatio(const QColor &a, const QColor &b);

/// White or near-black, whichever stands out more from @p ground.
[[nodiscard]] QColor readableOn(const QColor &ground);

/// @p share (0 to 1) of @p b in @p a, opaque.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, qreal share);

/// @p color at @p alpha (0 to 1).
[[nodiscard]] QColor withAlpha(QColor color, qreal alpha);

} // namespace emberline
