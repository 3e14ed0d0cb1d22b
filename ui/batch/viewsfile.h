// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/board.h"

namespace emberline {

/// The views of a board file, of a view file, or of a picture that holds a view. An error's detail
/// is the sentence for stderr.
[[nodiscard]] Result<Board> boardFromFile(const QString &path);

} // namespace emberline
