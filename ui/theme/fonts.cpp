// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

struct Shape
{
    qreal points; ///< where the body has 10
    QFont::Weight weight;
};

Shape shapeOf(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return {10, QFont::Normal};
    case TextRole::Secondary:
        return {9, QFont::Normal};
    case TextRole::Label:
        return {9, QFont::DemiBold};
    case TextRole::Strong:
        return {10, QFont::DemiBold};
    case TextRole::SmallTitle:
        return {11.5, QFont::DemiBold};
    case TextRole::ChartTitle:
    case TextRole::NarrowTotal:
        return {13, QFont::DemiBold};
    case TextRole::Total:
        return {16.5, QFont::DemiBold};
    case TextRole::WelcomeTitle:
        return {21, QFont::DemiBold};
    }
    Q_UNREACHABLE();
}

} // namespace

QFont fontOf(TextRole role, const QFont &base)
{
    const Shape shape = shapeOf(role);
    const qreal factor = shape.points / 10;
    QFont font = base;
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * factor);
    } else {
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * factor)));
    }
    font.setWeight(shape.weight);
    if (role == TextRole::Total) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
    }
    return font;
}

QFont fontOf(TextRole role)
{
    return fontOf(role, QGuiApplication::font());
}

bool hasTabularFigures(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    const QString digits = u"123456789"_s;
    return std::all_of(digits.cbegin(), digits.cend(), [&](QChar digit) {
        return qFuzzyCompare(metrics.horizontalAdvance(digit), width);
    });
}

QFont figureFont(const QFont &font)
{
    if (hasTabularFigures(font)) {
        return font;
    }
    QFont figures = font;
    figures.setFamilies({u"Noto Sans"_s, u"DejaVu Sans"_s});
    return figures;
}

QStringList pictureFamilies()
{
    return {u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s, u"Arial"_s, u"sans-serif"_s};
}

} // namespace emberline
