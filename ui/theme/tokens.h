// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace emberline {

/// Colours of a message bar.
struct MessageColors
{
    QColor ground, line, icon;
};

/// Every colour of the interface and the chart; there are two sets, light and dark.
struct Tokens
{
    bool dark = false;
    QColor win, base, alt, btn, text, text2, disabled;
    QColor accent, onAccent, selected, hover, pressed;
    QColor fieldBorder, buttonBorder, hairline, innerLine, chip;
    QColor overviewRest, canvas;
    QColor tooltip, tooltipBorder, toast, onToast, toastAction;
    MessageColors info, warning, error, success;

    /// Series in the order of their colour slots, and "All users".
    std::array<QColor, 6> series;
    QColor neutral;

    QColor gridLine, zeroLine, weekLine, weekend, hatch; ///< on base; the last four translucent
    qreal comparisonOpacity = 0.5;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();

/// The set that suits @p palette: dark where its window is.
[[nodiscard]] const Tokens &tokensFor(const QPalette &palette);

/// The colour of a series: a slot from 0 on, or -1 for the neutral of "All users". Slots beyond the
/// palette are grey: more than six lines can't be told apart by colour.
[[nodiscard]] QColor seriesColor(const Tokens &tokens, int slot);

} // namespace emberline
