// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QAbstractButton;
class QLineEdit;

namespace emberline {

enum class ButtonKind {
    Primary, ///< accent fill; one a surface
    Secondary, ///< what a push button is by itself
    Quiet, ///< no frame, accent text
    Plain, ///< no frame, plain text: what a tool button with auto-raise is by itself
    Outline ///< see-through with a thin frame: message bars
};

enum class ButtonSize {
    Normal, ///< 28 px
    Large ///< 40 px: the welcome page
};

void setButtonKind(QAbstractButton *button, ButtonKind kind, ButtonSize size = ButtonSize::Normal);

/// The kind that was set, or the one that suits a button that nobody set one for.
[[nodiscard]] ButtonKind buttonKindOf(const QWidget *button);
[[nodiscard]] bool isLargeButton(const QWidget *button);

/// Marks a field whose content can't be used: error border and an error icon at its end.
/// @p reason is what a screen reader and a tooltip say of the icon.
void setInvalid(QLineEdit *field, bool invalid, const QString &reason = {});
[[nodiscard]] bool isInvalid(const QWidget *field);

/// The colour a ticked check box is filled with; invalid: the accent.
void setTokenColor(QWidget *checkBox, const QColor &color);
[[nodiscard]] QColor tokenColorOf(const QWidget *checkBox);

/// The same for the check mark of an item in a view: a QColor under this role.
constexpr int tokenColorRole = 0x0E3BE2;

} // namespace emberline
