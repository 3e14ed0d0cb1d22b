// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/board.h"
#include "ui/batch/renderoptions.h"
#include "ui/batch/viewrender.h"
#include "ui/export/brand.h"
#include "ui/export/filebatch.h"

#include <vector>

namespace emberline {

/// What is to be written of the views that are loaded.
struct RenderTask
{
    const RenderOptions &options;
    const Workspace &workspace;
    const Board &board;
    const std::vector<LoadedView> &views;
    BrandPtr brand = {}; ///< for --theme brand
};

/// The formats of pictures among those that were asked for.
[[nodiscard]] std::vector<PictureFormat> pictureFormatsOf(const RenderOptions &options);

/// The files of each view that has series, in every format; then the contact sheet, if it was asked
/// for. No two have the same name.
[[nodiscard]] std::vector<BatchFile> filesOf(const RenderTask &task);

} // namespace emberline
