// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace emberline {

/// Words that others wrote, made fit for the screen: control and bidirectional override characters
/// removed, line breaks as blanks, elided beyond 200 characters. The wire gets the raw text.
[[nodiscard]] QString displayText(const QString &raw);

/// @p raw as a part of a file name that every file system takes: [A-Za-z0-9._-], others "_", at
/// most 100 bytes, no leading dot, no reserved Windows name, never empty.
[[nodiscard]] QString fileNamePart(const QString &raw);

/// @p plain as a tool tip: never taken for HTML, whatever is in it, and broken into lines where it
/// is long. Empty stays empty.
[[nodiscard]] QString toolTipText(const QString &plain);

} // namespace emberline
