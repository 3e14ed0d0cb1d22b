// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace emberline {

namespace {

QColor translucent(const char *name, qreal alpha)
{
    QColor color(QLatin1StringView{name});
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

Tokens makeLight()
{
    return {
        .dark = false,
        .win = QColor(0xF1F3F4),
        .base = QColor(0xFFFFFF),
        .alt = QColor(0xF7F8F9),
        .btn = QColor(0xFFFFFF),
        .text = QColor(0x1A1E21),
        .text2 = QColor(0x566069),
        .disabled = QColor(0x858E96),
        .accent = QColor(0x0E6673),
        .onAccent = QColor(0xFFFFFF),
        .selected = QColor(0xD6E9EC),
        .hover = QColor(0xE4E8EA),
        .pressed = QColor(0xD8DDE0),
        .fieldBorder = QColor(0x838D95),
        .buttonBorder = QColor(0xBCC4CA),
        .hairline = QColor(0xDADFE2),
        .innerLine = QColor(0xE8EBED),
        .chip = QColor(0xE7EBED),
        .overviewRest = QColor(0xEEF1F2),
        .canvas = QColor(0xDCE1E4),
        .tooltip = QColor(0xFFFFFF),
        .tooltipBorder = QColor(0xAEB7BD),
        .toast = QColor(0x22282C),
        .onToast = QColor(0xFFFFFF),
        .toastAction = QColor(0x7CD3DF),
        .info = {QColor(0xE4F1F3), QColor(0xA9D0D6), QColor(0x0E6673)},
        .warning = {QColor(0xFFF3D9), QColor(0xE8C679), QColor(0x8A5800)},
        .error = {QColor(0xFDEBE8), QColor(0xEDB5AD), QColor(0xB3261E)},
        .success = {QColor(0xE5F4EB), QColor(0xA5D2B8), QColor(0x1A6E45)},
        .series = {QColor(0x003CBA),
                   QColor(0xDD7907),
                   QColor(0x157E57),
                   QColor(0x802556),
                   QColor(0x049AEB),
                   QColor(0xBC1105)},
        .neutral = QColor(0x101214),
        .gridLine = QColor(0xE0E0E0),
        .zeroLine = translucent("#1A1E21", 0.55),
        .weekLine = translucent("#1A1E21", 0.08),
        .weekend = translucent("#1A1E21", 0.028),
        .hatch = translucent("#1A1E21", 0.13),
        .comparisonOpacity = 0.5,
    };
}

Tokens makeDark()
{
    return {
        .dark = true,
        .win = QColor(0x232629),
        .base = QColor(0x1B1E20),
        .alt = QColor(0x202427),
        .btn = QColor(0x2D3236),
        .text = QColor(0xECEFF1),
        .text2 = QColor(0xA7B0B7),
        .disabled = QColor(0x6C757C),
        .accent = QColor(0x56B9C8),
        .onAccent = QColor(0x08191C),
        .selected = QColor(0x1F464D),
        .hover = QColor(0x3A4046),
        .pressed = QColor(0x454C52),
        .fieldBorder = QColor(0x77818A),
        .buttonBorder = QColor(0x4A5157),
        .hairline = QColor(0x383D42),
        .innerLine = QColor(0x2E3337),
        .chip = QColor(0x33393E),
        .overviewRest = QColor(0x262B2E),
        .canvas = QColor(0x121416),
        .tooltip = QColor(0x2C3034),
        .tooltipBorder = QColor(0x596168),
        .toast = QColor(0xE4E8EA),
        .onToast = QColor(0x1A1E21),
        .toastAction = QColor(0x0E6673),
        .info = {QColor(0x17343A), QColor(0x2C5B64), QColor(0x6FCBD8)},
        .warning = {QColor(0x3A2E12), QColor(0x6A5520), QColor(0xF2BC4B)},
        .error = {QColor(0x40211E), QColor(0x74403B), QColor(0xFF9C90)},
        .success = {QColor(0x17352A), QColor(0x2D5F49), QColor(0x7BD3A4)},
        .series = {QColor(0x376ED9),
                   QColor(0xED9E23),
                   QColor(0x72AF83),
                   QColor(0x965F87),
                   QColor(0x72E3FF),
                   QColor(0xC8451B)},
        .neutral = QColor(0xFFFFFF),
        .gridLine = QColor(0x36393B),
        .zeroLine = translucent("#FFFFFF", 0.50),
        .weekLine = translucent("#FFFFFF", 0.08),
        .weekend = translucent("#FFFFFF", 0.03),
        .hatch = translucent("#FFFFFF", 0.12),
        .comparisonOpacity = 0.65,
    };
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &tokensFor(const QPalette &palette)
{
    constexpr int middle = 128;
    return palette.color(QPalette::Window).lightness() < middle ? darkTokens() : lightTokens();
}

QColor seriesColor(const Tokens &tokens, int slot)
{
    if (slot < 0) {
        return tokens.neutral;
    }
    const auto index = static_cast<std::size_t>(slot);
    return index < tokens.series.size() ? tokens.series.at(index) : tokens.disabled;
}

} // namespace emberline
