// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/contactsheet.h"

namespace emberline {

/// What becomes of pictures that are taken away together.
struct ExportAllChoice
{
    PictureOptions options = {};
    QString pattern = {}; ///< of the names of single files
    bool singleFiles = true;
    bool contactSheet = false;
    bool pages = false; ///< a PDF with a page each
};

/// Where it goes.
struct ExportAllPlace
{
    QString folder = {};
    QString baseName = {}; ///< begins the names of what holds all of them
};

/// A picture's name is the first thing that tells it from the others.
[[nodiscard]] QString exportAllPattern();

/// The files that @p choice makes of @p set, no two with the same name: the single ones in their
/// order, then the contact sheet, then the pages. {view} in the pattern is a picture's name.
[[nodiscard]] std::vector<BatchFile> exportAllFiles(const PictureSet &set,
                                                    const ExportAllChoice &choice,
                                                    const ExportAllPlace &place);

} // namespace emberline
