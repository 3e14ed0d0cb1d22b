// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tableheader.h"

#include "app/models/datasetmodel.h"
#include "ui/chart/marker.h"
#include "ui/table/tablepainting.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QPaintEvent>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int swatch = 10;
constexpr int swatchGap = 8;
constexpr int arrow = 12;
constexpr int arrowGap = 4;

QString titleOf(const QAbstractItemModel &model, int section)
{
    return model.headerData(section, Qt::Horizontal).toString();
}

} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(72);
}

void TableHeader::setPatterned(bool patterned)
{
    m_patterned = patterned;
    viewport()->update();
}

QSize TableHeader::sizeHint() const
{
    const int height = qMax(28, QFontMetrics(titleFont()).height() + 10);
    return {QHeaderView::sizeHint().width(), height};
}

QFont TableHeader::titleFont() const
{
    QFont font = table::secondaryFont(this->font());
    font.setWeight(QFont::DemiBold);
    return font;
}

bool TableHeader::showsArrow(int logicalIndex) const
{
    // Newest first is how the table starts; only another order is worth a mark.
    const bool usual = logicalIndex == 0 && sortIndicatorOrder() == Qt::DescendingOrder;
    return logicalIndex == sortIndicatorSection() && !usual;
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // The part right of the last column.
    const Tokens &tokens = tokensFor(palette());
    const QRect beyond(length() - offset(), 0, viewport()->width(), viewport()->height());
    QPainter painter(viewport());
    painter.fillRect(beyond, tokens.alt);
    table::drawEdge(painter, beyond, tokens.hairline);
    table::drawFoot(painter, beyond, tokens.hairline);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Tokens &tokens = tokensFor(palette());
    painter->save();
    painter->fillRect(rect, tokens.alt);
    table::drawFoot(*painter, rect, tokens.hairline);
    const bool isChange =
        model()->headerData(logicalIndex, Qt::Horizontal, DatasetModel::ChangeRole).toBool();
    QFont font = titleFont();
    if (isChange) {
        font.setWeight(QFont::Normal);
    }
    painter->setFont(font);
    painter->setPen(isChange ? tokens.text2 : tokens.text);
    const bool first = logicalIndex == 0;
    const QVariant slot = model()->headerData(
        logicalIndex, Qt::Horizontal, DatasetModel::ColorSlotRole);
    const Qt::Alignment side = table::sideOf(*model(), logicalIndex);
    const bool left = side.testFlag(Qt::AlignLeft);
    const int swatchSpace = slot.isValid() ? swatch + swatchGap : 0;
    const int arrowSpace = showsArrow(logicalIndex) ? arrow + arrowGap : 0;
    QRect area = rect.adjusted(first ? table::inset : table::padding, 0, -table::padding, -1);
    if (!first && !isChange) {
        table::drawEdge(*painter, rect, tokens.hairline);
    }
    area.adjust(swatchSpace + (left ? 0 : arrowSpace), 0, left ? -arrowSpace : 0, 0);

    const QFontMetrics metrics = painter->fontMetrics();
    const QString title = metrics.elidedText(
        titleOf(*model(), logicalIndex), Qt::ElideRight, area.width());
    const int width = qMin(area.width(), metrics.horizontalAdvance(title));
    painter->drawText(area, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, title);

    const int middle = area.center().y() + 1;
    const int before = (left ? area.left() : area.right() + 1 - width) - swatchSpace;
    if (slot.isValid()) {
        paintSwatch(*painter,
                    {.color = seriesColor(tokens, slot.toInt()),
                     .marker = markerOf({.colorSlot = slot.toInt(), .patterned = m_patterned})},
                    QPointF(before, middle),
                    swatch);
    }
    if (arrowSpace > 0) {
        drawArrow(*painter, {left ? area.left() + width + arrowGap : before - arrowSpace, middle});
    }
    painter->restore();
}

void TableHeader::drawArrow(QPainter &painter, const QPoint &leftMiddle) const
{
    const bool down = sortIndicatorOrder() == Qt::DescendingOrder;
    painter.drawPixmap(leftMiddle.x(),
                       leftMiddle.y() - arrow / 2,
                       iconPixmap(down ? u"chev-d"_s : u"chev-u"_s,
                                  arrow,
                                  devicePixelRatioF(),
                                  tokensFor(palette()).text2));
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    int width = QFontMetrics(titleFont()).horizontalAdvance(titleOf(*model(), logicalIndex));
    width += logicalIndex == 0 ? table::inset : table::padding + swatch + swatchGap;
    return {width + arrow + arrowGap + table::padding, sizeHint().height()};
}

} // namespace emberline
