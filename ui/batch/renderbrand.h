// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/renderoptions.h"
#include "ui/export/brand.h"

namespace emberline {

/// The brand that @p folder keeps, if @p options ask for it. Says on stderr why there is none.
[[nodiscard]] BrandPtr renderBrand(const RenderOptions &options, const QString &folder);

} // namespace emberline
