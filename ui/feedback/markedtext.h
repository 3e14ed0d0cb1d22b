// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

namespace emberline {

/// @p name, fit for the screen, between marks that no name can contain (displayText() removes
/// control characters). For the arguments of a sentence.
[[nodiscard]] QString marked(const QString &name);

/// Takes the marks out of @p sentence and says where they were.
[[nodiscard]] std::pair<QString, std::vector<TextSpan>> unmarked(const QString &sentence);

} // namespace emberline
