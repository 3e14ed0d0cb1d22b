// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/programoptions.h"
#include "ui/services.h"

namespace emberline {

/// What a window opens first.
struct FirstOpening
{
    QString workspaceId = {}; ///< empty: the welcome page
    std::optional<View> view = {}; ///< absent: what was shown of it last
    std::optional<Error> fileError = {}; ///< why the file that was named is not what is shown
};

/// What the command line named, else what was open last, else the welcome page.
[[nodiscard]] FirstOpening firstOpening(const WindowOptions &options, const Services &services);

} // namespace emberline
