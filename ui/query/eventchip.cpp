// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventchip.h"

#include "app/core/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QtMath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int chipHeight = 24;
constexpr int padding = 6;
constexpr int markSize = 12;
constexpr int iconGap = 4;
constexpr qreal radius = 4;

} // namespace

EventChip::EventChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void EventChip::setEvent(const QString &name, bool starred)
{
    m_name = name;
    m_shown = displayText(name);
    m_starred = starred;
    setAccessibleName(m_shown);
    setAccessibleDescription(starred ? tr("Starred event") : tr("Recent event"));
    setToolTip(toolTipText(m_shown));
    updateGeometry();
    update();
}

int EventChip::textWidth() const
{
    return qCeil(QFontMetricsF(font()).horizontalAdvance(m_shown)) + 1; // or it would be elided
}

QSize EventChip::sizeHint() const
{
    return {2 * padding + markSize + iconGap + textWidth(),
            std::max(chipHeight, QFontMetrics(font()).height() + 4)};
}

QSize EventChip::minimumSizeHint() const
{
    constexpr int letters = 4;
    const int text = std::min(textWidth(), letters * QFontMetrics(font()).averageCharWidth());
    return {2 * padding + markSize + iconGap + text, sizeHint().height()};
}

void EventChip::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown() ? tokens.pressed : underMouse() ? tokens.hover : tokens.chip);
    painter.drawRoundedRect(rect(), radius, radius);
    if (hasFocus() && isActiveWindow()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
    const QRect inside = rect().adjusted(padding, 0, -padding, 0);
    const QRect iconRect(inside.left(), (height() - markSize) / 2, markSize, markSize);
    emberline::icon(m_starred ? u"star"_s : u"clock"_s).paint(&painter, iconRect);
    const QRect textRect = inside.adjusted(markSize + iconGap, 0, 0, 0);
    painter.setPen(tokens.text);
    painter.drawText(textRect,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_shown, Qt::ElideRight, textRect.width()));
}

} // namespace emberline
