// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

namespace emberline {

/// A made-up picture to try a look on: four lines over thirty days, always the same.
[[nodiscard]] PictureSource brandSample(const QLocale &locale);

} // namespace emberline
