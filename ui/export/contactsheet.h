// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <vector>

namespace emberline {

/// A picture among others: a panel, a view of a board.
struct NamedPicture
{
    QString name = {}; ///< raw
    PictureSource source = {};
};

/// Pictures that belong together.
struct PictureSet
{
    QString title = {}; ///< raw; empty: none
    int columns = 0; ///< 0: as many as suit
    std::vector<NamedPicture> pictures = {};
};

/// The brand that they have in common; null: there is none.
[[nodiscard]] BrandPtr brandOf(const PictureSet &set);

/// All pictures of @p set in a grid on one page, which is as wide as @p options say and as high as
/// it takes, each under its name; a PDF if that is the format, else a PNG. Like paintedForFile().
[[nodiscard]] PictureEncoder preparedContactSheet(const PictureSet &set,
                                                  const PictureOptions &options);

/// What making such a page takes in memory at most.
[[nodiscard]] qint64 mostHeldBySheet(const PictureOptions &options);

/// A PDF with a page for each picture of @p set, as large and as made as a picture of its own.
[[nodiscard]] PictureEncoder preparedPages(const PictureSet &set, const PictureOptions &options);

} // namespace emberline
