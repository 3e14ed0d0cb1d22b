// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/workspace/brandkit.h"
#include "ui/export/brandlogo.h"

#include <QColor>
#include <QString>

#include <memory>
#include <optional>

namespace emberline {

/// What a brand kit does to pictures of PictureTheme::Brand.
struct Brand
{
    std::optional<Logo> logo = {}; ///< in place of our mark
    QString family = {}; ///< of all texts, before our own; empty: our own. This computer has it
    QColor accent = {}; ///< in place of the first colour of series; invalid: as usual
    QString footer = {}; ///< at the end of the footnote, fit for the screen

    [[nodiscard]] bool isEmpty() const
    {
        return !logo && family.isEmpty() && !accent.isValid() && footer.isEmpty();
    }
};

/// Shared, because pictures are many; null: there is none.
using BrandPtr = std::shared_ptr<const Brand>;

/// What of @p kit can be used on this computer: a font that it lacks is our own.
[[nodiscard]] Result<Brand> brandFrom(const BrandKit &kit);

/// The brand that @p folder keeps; null if it keeps none.
[[nodiscard]] Result<BrandPtr> readBrand(const QString &folder);

} // namespace emberline
