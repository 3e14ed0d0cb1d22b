// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/models/shown.h"
#include "app/workspace/workspace.h"
#include "ui/batch/renderoptions.h"
#include "ui/export/brand.h"

namespace emberline {

/// What is to be written of what is shown.
struct RenderTask
{
    RenderOptions options = {};
    View view = {};
    Workspace workspace = {};
    BrandPtr brand = {}; ///< for --theme brand
};

/// Writes the files of @p task and prints the path of each, a line each, on stdout. The error's
/// detail is the sentence for stderr.
[[nodiscard]] std::optional<Error> writeFiles(const RenderTask &task, const Shown &shown);

} // namespace emberline
