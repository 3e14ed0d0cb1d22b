// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QStringList>

namespace emberline {

/// The panels of @p source, a view side by side, as a picture each: in their order, with their
/// words and colours. The view in each opens again as that panel alone. They have one Y
/// scale, unless each has its own on screen. Any other view is the one picture that it is.
[[nodiscard]] std::vector<PictureSource> panelSources(const PictureSource &source);

/// Their names, for people.
[[nodiscard]] QStringList panelNames(const PictureSource &source);

/// File names for them, without a suffix: @p baseName and each panel's name, no two alike on any
/// file system.
[[nodiscard]] QStringList panelFileNames(const QString &baseName, const QStringList &panels);

} // namespace emberline
