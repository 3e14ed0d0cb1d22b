// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturestyle.h"

#include "ui/chart/chartscene.h"
#include "ui/chart/zoomspan.h"
#include "ui/export/picture.h"
#include "ui/theme/contrast.h"
#include "ui/theme/fonts.h"

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

/// @p tokens without translucent colours, on the ground that is theirs.
Tokens onGround(Tokens tokens)
{
    for (QColor *color : {&tokens.zeroLine, &tokens.weekLine, &tokens.weekend, &tokens.hatch}) {
        QColor ink = *color;
        ink.setAlpha(255);
        *color = mixed(tokens.base, ink, static_cast<qreal>(color->alphaF()));
    }
    return tokens;
}

const Tokens &themeTokens(const PictureOptions &options)
{
    return options.theme == PictureTheme::Dark ? darkTokens() : lightTokens();
}

} // namespace

qreal PictureStyle::marginPx(qreal length) const
{
    return std::min(px(length), size.height() * length / 1'080);
}

BrandPtr obeyedBrand(const PictureOptions &options, const BrandPtr &brand)
{
    return options.theme == PictureTheme::Brand ? brand : BrandPtr();
}

QStringList familiesWith(const BrandPtr &brand)
{
    QStringList families = pictureFamilies();
    if (brand != nullptr && !brand->family.isEmpty()) {
        families.prepend(brand->family);
    }
    return families;
}

PictureStyle pictureStyle(const PictureOptions &options, const BrandPtr &brand)
{
    PictureStyle style{.tokens = themeTokens(options),
                       .size = options.size,
                       .k = pictureFactor(options.size),
                       .brand = obeyedBrand(options, brand)};
    if (style.brand != nullptr && style.brand->accent.isValid()) {
        style.tokens.series.front() = style.brand->accent;
    }
    style.inset = std::round(std::min(style.px(72), style.size.width() * 0.0375));
    style.clear = options.background == PictureOptions::Background::Transparent;
    style.opaque = options.format != PictureFormat::Png && !style.clear;
    if (style.opaque) {
        style.tokens = onGround(style.tokens);
    }
    return style;
}

QColor pictureGround(const PictureOptions &options)
{
    switch (options.background) {
    case PictureOptions::Background::White: // is for dark ink only
        return options.theme == PictureTheme::Dark ? darkTokens().base : QColor(Qt::white);
    case PictureOptions::Background::Theme:
        return themeTokens(options).base;
    case PictureOptions::Background::Transparent:
        return Qt::transparent;
    }
    Q_UNREACHABLE();
}

QFont PictureStyle::font(qreal pixels, QFont::Weight weight) const
{
    QFont font;
    font.setFamilies(familiesWith(brand));
    font.setPixelSize(std::max(leastTextSize, qRound(pixels)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

void setUpScene(ChartScene &scene, const PictureSource &source, const PictureStyle &style, qreal k)
{
    scene.setClearGround(style.clear);
    scene.setOpaque(style.opaque);
    scene.setBodyFont(style.font(13));
    scene.setTokens(style.tokens);
    scene.setLocale(source.locale);
    scene.setWeekStart(source.weekStart);
    scene.setScaleFactor(k);
    if (source.view.look.zoom.has_value() && !source.dataset->times.empty()) {
        scene.setVisibleSpan(visibleOf(spanOf(source.dataset->times, source.view.look.zoom)));
    }
}

} // namespace emberline
