// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/brandlogo.h"
#include "ui/theme/accentcheck.h"

#include <QLocale>
#include <QStringList>

namespace emberline {

/// What is wrong with a colour of a brand, a sentence each; colours that look alike to the same
/// people share one.
[[nodiscard]] QStringList sentencesFor(const std::vector<AccentProblem> &problems,
                                       const QLocale &locale);

[[nodiscard]] QString sentenceFor(LogoProblem problem);

} // namespace emberline
