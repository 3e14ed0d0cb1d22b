// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace emberline {

/// What an SVG consists of.
enum class LogoDrawing {
    None, ///< it is no SVG
    NotAlone, ///< names other files, holds pictures, texts, scripts or entities, or could go on
              ///< forever
    Plain, ///< shapes in plain colours
    Rich ///< also gradients, cuts or translucent parts
};

/// Reads the SVG without drawing it.
[[nodiscard]] LogoDrawing logoDrawing(const QByteArray &bytes);

} // namespace emberline
