// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QString>

namespace emberline {

/// Colours, sizes and fonts of one chart. Lengths of look.md are multiplied by the factor k: 1 on
/// screen, more in pictures.
class ChartStyle
{
public:
    ChartStyle();
    /// @p font is that of body text at k = 1; the other roles keep their proportion to it.
    ChartStyle(const Tokens &tokens, const QFont &font, qreal k);

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] qreal k() const { return m_k; }
    [[nodiscard]] qreal px(qreal length) const { return length * m_k; }
    /// The thickness of a hairline and of the baseline, in whole pixels.
    [[nodiscard]] qreal hairline() const;
    [[nodiscard]] qreal baseline() const;

    [[nodiscard]] const QFont &body() const { return m_body; }
    [[nodiscard]] const QFont &bodyBold() const { return m_bodyBold; }
    [[nodiscard]] const QFont &small() const { return m_small; }
    [[nodiscard]] const QFont &smallBold() const { return m_smallBold; }
    [[nodiscard]] const QFont &title() const { return m_title; }
    /// Of a chart narrower than 1100 px.
    [[nodiscard]] const QFont &smallTitle() const { return m_smallTitle; }

    /// The colour of a series' line; slots as in seriesColor().
    [[nodiscard]] QColor series(int slot) const { return seriesColor(m_tokens, slot); }

private:
    Tokens m_tokens;
    qreal m_k = 1;
    QFont m_body, m_bodyBold, m_small, m_smallBold, m_title, m_smallTitle;
};

/// More lines than these can't be told apart by colour.
constexpr std::size_t mostColoredLines = 6;

/// The colour of one line that is pointed at, or alone, also beyond the palette.
[[nodiscard]] QColor pointedColor(const Tokens &tokens, int slot);

[[nodiscard]] qreal textWidth(const QString &text, const QFont &font);
/// The baseline of text whose x-height band is centred on @p y.
[[nodiscard]] qreal baselineAt(qreal y, const QFont &font);
[[nodiscard]] QString elided(const QString &text, const QFont &font, qreal width);
/// The same of the name of a series, so that it stays apart from others: it is cut in its middle,
/// and of "event · segment" the event is cut first.
[[nodiscard]] QString elidedName(const QString &name, const QFont &font, qreal width);

} // namespace emberline
