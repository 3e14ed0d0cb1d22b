// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace emberline {

/// What an icon stands on, which decides its colour.
enum class IconRole { Button /*text*/, Quiet /*text2*/, OnAccent };

/// ":/icons/NAME.svg" in the colour of its role. Follows the application's palette: an icon that
/// was handed out before a change of theme is right after it. "emberline", the mark, keeps its own
/// colours.
[[nodiscard]] QIcon icon(const QString &name, IconRole role = IconRole::Button);

/// The same in one fixed colour, e.g. for the ground of a message bar; greyed when disabled.
[[nodiscard]] QIcon tintedIcon(const QString &name, const QColor &color);

/// One drawing of an icon, @p size logical pixels wide and high at @p ratio device pixels each.
/// Null when there is no such icon.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, qreal ratio, const QColor &color);

} // namespace emberline
