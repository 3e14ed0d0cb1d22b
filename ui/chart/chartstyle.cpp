// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartstyle.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qreal bodySize = 13;

QFont sized(const QFont &font, qreal size, QFont::Weight weight)
{
    QFont result(font);
    const qreal factor = QFontInfo(font).pixelSize() / bodySize;
    result.setPixelSize(std::max(1, qRound(size * factor)));
    result.setWeight(weight);
    // The same advances at every scale: a picture is laid out once.
    result.setHintingPreference(QFont::PreferNoHinting);
    return result;
}

QFont standardFont()
{
    QFont font;
    font.setPixelSize(static_cast<int>(bodySize));
    return font;
}

} // namespace

ChartStyle::ChartStyle()
    : ChartStyle(lightTokens(), standardFont(), 1)
{ }

ChartStyle::ChartStyle(const Tokens &tokens, const QFont &font, qreal k)
    : m_tokens(tokens)
    , m_k(k)
    , m_body(sized(font, 13 * k, QFont::Normal))
    , m_bodyBold(sized(font, 13 * k, QFont::DemiBold))
    , m_small(sized(font, 12 * k, QFont::Normal))
    , m_smallBold(sized(font, 12 * k, QFont::DemiBold))
    , m_title(sized(font, 17 * k, QFont::DemiBold))
    , m_smallTitle(sized(font, 15 * k, QFont::DemiBold))
{ }

qreal ChartStyle::hairline() const
{
    return std::max(1.0, std::floor(m_k));
}

qreal ChartStyle::baseline() const
{
    return m_k > 1 ? std::round(1.5 * m_k) : 1;
}

QColor pointedColor(const Tokens &tokens, int slot)
{
    return seriesColor(tokens, slot < 0 ? slot : slot % static_cast<int>(tokens.series.size()));
}

qreal textWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

qreal baselineAt(qreal y, const QFont &font)
{
    return std::round(y + QFontMetricsF(font).capHeight() / 2);
}

QString elided(const QString &text, const QFont &font, qreal width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

QString elidedName(const QString &name, const QFont &font, qreal width)
{
    const QFontMetricsF metrics(font);
    const qsizetype end = std::max<qsizetype>(0, name.lastIndexOf(u" · "));
    const QString rest = name.mid(end);
    const qreal room = width - metrics.horizontalAdvance(rest);
    const bool hasRoom = end > 0 && room >= metrics.horizontalAdvance(u"mm…"_s);
    return hasRoom ? metrics.elidedText(name.left(end), Qt::ElideMiddle, room) + rest
                   : metrics.elidedText(name, Qt::ElideMiddle, width);
}

} // namespace emberline
