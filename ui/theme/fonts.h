// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace emberline {

enum class TextRole {
    Body, ///< buttons, lists, table cells
    Secondary, ///< axis, status bar, badges, hints
    Label, ///< secondary size, demi-bold: table header, section labels
    Strong, ///< body size, demi-bold: series name, dock title
    SmallTitle, ///< empty states; chart title of a narrow window
    ChartTitle,
    Total,
    NarrowTotal,
    WelcomeTitle
};

/// The font of a role, in proportion to @p base, the font of the application.
[[nodiscard]] QFont fontOf(TextRole role, const QFont &base);
[[nodiscard]] QFont fontOf(TextRole role);

/// Whether every digit of @p font is as wide as the others.
[[nodiscard]] bool hasTabularFigures(const QFont &font);

/// @p font, or where its digits differ in width one that has tabular figures. Qt 6.4 can't ask a
/// font for them.
[[nodiscard]] QFont figureFont(const QFont &font);

/// Families for pictures, which should look the same on every computer.
[[nodiscard]] QStringList pictureFamilies();

} // namespace emberline
