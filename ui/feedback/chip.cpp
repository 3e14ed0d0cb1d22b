// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/chip.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"

namespace emberline {

namespace {

constexpr int chipHeight = 20;
constexpr int padding = 8;
constexpr int signExtent = 12;
constexpr int signGap = 4;

} // namespace

Chip::Chip(const QString &text, QString icon, ChipKind kind, QWidget *parent)
    : QLabel(parent)
    , m_icon(std::move(icon))
    , m_kind(kind)
{
    setTextFormat(Qt::PlainText);
    setWords(text);
    setFont(fontOf(TextRole::Secondary));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setWords(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    updateGeometry();
}

int Chip::textStart() const
{
    return m_icon.isEmpty() ? padding : padding + signExtent + signGap;
}

QSize Chip::sizeHint() const
{
    return {textStart() + fontMetrics().horizontalAdvance(text()) + padding,
            std::max(chipHeight, fontMetrics().height() + 2)};
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const bool warns = m_kind == ChipKind::Warning;
    QPainter painter(this);
    paint::box(&painter,
               rect(),
               {warns ? tokens.warning.ground : tokens.chip,
                warns ? tokens.warning.line : QColor(Qt::transparent),
                1,
                height() / 2.0});
    const auto mirrored = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    if (!m_icon.isEmpty()) {
        const QRect place(padding, (height() - signExtent) / 2, signExtent, signExtent);
        painter.drawPixmap(mirrored(place).topLeft(),
                           iconPixmap(m_icon, signExtent, devicePixelRatioF(), tokens.text));
    }
    painter.setPen(tokens.text);
    painter.drawText(mirrored(rect().adjusted(textStart(), 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     text());
}

} // namespace emberline
