// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/messagetext.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace emberline {

MessageText::MessageText(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MessageText::setContent(const QString &text, std::vector<TextSpan> bold)
{
    m_bold = std::move(bold);
    setText(text);
    setAccessibleName(text);
    updateGeometry();
}

QSizeF MessageText::layOut(QTextLayout *layout, qreal width) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &span : m_bold) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(span.start);
        range.length = static_cast<int>(span.length);
        range.format.setFontWeight(QFont::DemiBold);
        formats.append(range);
    }
    layout->setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layoutDirection());
    layout->setTextOption(option);
    QSizeF size;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        constexpr qreal leading = 2;
        size.rheight() += line.lineNumber() > 0 ? leading : 0;
        line.setPosition({0, size.height()});
        size.rheight() += line.height();
        size.setWidth(std::max(size.width(), line.naturalTextWidth()));
    }
    layout->endLayout();
    return size;
}

QSize MessageText::sizeHint() const
{
    constexpr qreal anyWidth = 1'000'000;
    QTextLayout layout(text(), font());
    const QSizeF size = layOut(&layout, anyWidth);
    return {static_cast<int>(std::ceil(size.width())) + 1,
            static_cast<int>(std::ceil(size.height()))};
}

QSize MessageText::minimumSizeHint() const
{
    constexpr int narrowest = 120;
    return {std::min(narrowest, sizeHint().width()), fontMetrics().height()};
}

int MessageText::heightForWidth(int width) const
{
    QTextLayout layout(text(), font());
    return static_cast<int>(std::ceil(layOut(&layout, width).height()));
}

void MessageText::paintEvent(QPaintEvent * /*event*/)
{
    QTextLayout layout(text(), font());
    const QSizeF size = layOut(&layout, width());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, {0, std::floor(std::max(0.0, (height() - size.height()) / 2))});
}

} // namespace emberline
