// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/brand.h"
#include "ui/export/pictureoptions.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QSizeF>
#include <QStringList>

namespace emberline {

class ChartScene;
struct PictureSource;

/// The look of one picture, in output pixels at scale 1; every length of the mock-up at 1920 × 1080
/// is 1.75 k.
struct PictureStyle
{
    Tokens tokens = {};
    QSizeF size = {};
    qreal k = 1;
    qreal inset = 0; ///< of everything, at the left and at the right
    bool clear = false; ///< the ground is not known
    bool opaque = false; ///< colours are mixed, as vector formats want it
    BrandPtr brand = {}; ///< that it obeys

    /// A length measured in the mock-up.
    [[nodiscard]] qreal px(qreal length) const { return length / 1.75 * k; }
    /// The same for margins above and below, which give way in low pictures.
    [[nodiscard]] qreal marginPx(qreal length) const;
    [[nodiscard]] qreal innerWidth() const { return size.width() - 2 * inset; }
    /// Of all texts; never below leastTextSize.
    [[nodiscard]] QFont font(qreal pixels, QFont::Weight weight = QFont::Normal) const;
};

[[nodiscard]] PictureStyle pictureStyle(const PictureOptions &options, const BrandPtr &brand = {});

/// The brand that a picture like this obeys; null: none.
[[nodiscard]] BrandPtr obeyedBrand(const PictureOptions &options, const BrandPtr &brand);

/// The families of all texts, the first that a computer has.
[[nodiscard]] QStringList familiesWith(const BrandPtr &brand);

/// What a picture is painted on; transparent if it has no ground.
[[nodiscard]] QColor pictureGround(const PictureOptions &options);

/// Makes @p scene, which has a model, a part of a picture.
void setUpScene(ChartScene &scene, const PictureSource &source, const PictureStyle &style, qreal k);

} // namespace emberline
