// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace emberline {

/// Exit codes of `emberline render`.
enum class RenderExit {
    Written = 0,
    WrongUsage = 2, ///< or something refused before anything was sent
    NotAuthorised = 3,
    Partly = 4, ///< what arrived is written
    NothingLoaded = 5,
    NotWritten = 6
};

/// A line on stderr.
void complain(const QString &sentence);

} // namespace emberline
