// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/paneldrop.h"

#include "ui/chart/chartstyle.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int veil = 170; ///< how much of the panel it hides, of 255
constexpr QPoint besidePointer(12, 8);
constexpr qreal chipHeight = 28;
constexpr qreal padding = 12;
constexpr qreal swatchExtent = 10;
constexpr qreal gap = 8;
constexpr qreal longestName = 240;

} // namespace

PanelDrop::PanelDrop(QWidget *grid)
    : QWidget(grid)
{
    setObjectName(u"panelDrop"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void PanelDrop::setCarried(const std::optional<emberline::CarriedPanel> &carried)
{
    m_carried = carried;
    setVisible(carried.has_value());
    raise();
    update();
}

void PanelDrop::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_carried.has_value()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(palette());
    QColor faded = tokens.base;
    faded.setAlpha(veil);
    painter.fillRect(m_carried->from, faded);
    painter.fillRect(m_carried->line, tokens.accent);

    const QFont font = fontOf(TextRole::Strong, this->font());
    const QString name = elided(m_carried->name, font, longestName);
    const qreal swatch = m_carried->swatch.color.isValid() ? swatchExtent + gap : 0;
    QRectF chip(m_carried->pointer + besidePointer,
                QSizeF(std::ceil(textWidth(name, font) + swatch + 2 * padding), chipHeight));
    chip.moveLeft(std::max(0.0, std::min(chip.left(), width() - chip.width() - 1)));
    chip.translate(0.5, 0.5);
    painter.setPen(QPen(tokens.tooltipBorder, 1));
    painter.setBrush(tokens.tooltip);
    painter.drawRoundedRect(chip, 6, 6);
    const qreal middle = chip.center().y();
    if (swatch > 0) {
        paintSwatch(painter, m_carried->swatch, {chip.left() + padding, middle}, swatchExtent);
    }
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(QPointF(chip.left() + padding + swatch, baselineAt(middle, font)), name);
}

} // namespace emberline
