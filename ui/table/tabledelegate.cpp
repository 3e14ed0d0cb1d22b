// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tabledelegate.h"

#include "app/models/datasetmodel.h"
#include "ui/table/tablepainting.h"
#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QTableView>

namespace emberline {

namespace {

constexpr int ringGap = 12; ///< between the date and its ring
constexpr int ringTextGap = 5;

BucketState stateOf(const QModelIndex &index)
{
    return static_cast<BucketState>(index.data(DatasetModel::StateRole).toInt());
}

/// A row is incomplete as a whole if one of its series is.
bool isInIncompleteRow(const QModelIndex &index)
{
    return stateOf(index.siblingAtColumn(0)) == BucketState::Incomplete;
}

bool isChange(const QModelIndex &index)
{
    return index.data(DatasetModel::ChangeRole).toBool();
}

/// How far the content is scrolled, so that a pattern moves with it.
int scrolledBy(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    return view ? view->horizontalHeader()->offset() : 0;
}

QRect textArea(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int left = index.column() == 0 ? table::inset : table::padding;
    return option.rect.adjusted(left, 0, -table::padding, -1);
}

void drawText(QPainter &painter, const QRect &area, Qt::Alignment side, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    painter.drawText(area, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

void drawGround(QPainter &painter,
                const QStyleOptionViewItem &option,
                const QModelIndex &index,
                const Tokens &tokens)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, selected ? tokens.selected : tokens.base);
    if (isInIncompleteRow(index)) {
        table::drawHatch(
            painter, option.rect, option.rect.left() + scrolledBy(option), tokens.hatch);
    }
    table::drawFoot(painter, option.rect, tokens.innerLine);
    if (index.column() > 0 && !isChange(index)) { // one before each series
        table::drawEdge(painter, option.rect, tokens.innerLine);
    }
}

} // namespace

/// What stands beside the date of an incomplete row.
QString TableDelegate::markText(const QModelIndex &index)
{
    const Shortfalls shortfalls(index.data(DatasetModel::ShortfallsRole).toInt());
    const bool isOpen = shortfalls.testFlag(Shortfall::Open);
    if (isOpen && shortfalls != Shortfalls(Shortfall::Open)) {
        return tr("partial, so far");
    }
    return isOpen ? tr("so far") : tr("partial");
}

void TableDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    const BucketState state = stateOf(index);
    painter->save();
    painter->setFont(option.font);
    drawGround(*painter, option, index, tokens);

    const QRect area = textArea(option, index);
    const QString text = index.data().toString();
    const bool quiet = isInIncompleteRow(index) || isChange(index) || !hasValue(state);
    painter->setPen(quiet ? tokens.text2 : tokens.text);
    drawText(*painter, area, table::sideOf(index), text);

    if (index.column() == 0 && state == BucketState::Incomplete) {
        const int end = option.fontMetrics.horizontalAdvance(text) + ringGap;
        const QRect mark = area.adjusted(end, 0, 0, 0);
        table::drawRing(*painter, mark, tokens.text2);
        drawText(*painter,
                 mark.adjusted(table::ringSize + ringTextGap, 0, 0, 0),
                 Qt::AlignLeft,
                 markText(index));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(2, 1, -1, -2));
    }
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const int left = index.column() == 0 ? table::inset : table::padding;
    int width = left + metrics.horizontalAdvance(index.data().toString()) + table::padding;
    if (index.column() == 0 && stateOf(index) == BucketState::Incomplete) {
        width += ringGap + table::ringSize + ringTextGap
               + metrics.horizontalAdvance(markText(index));
    }
    return {width, qMax(24, metrics.height() + 6)};
}

} // namespace emberline
