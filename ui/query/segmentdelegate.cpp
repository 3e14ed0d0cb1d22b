// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/segmentdelegate.h"

#include "app/models/segmentlistmodel.h"
#include "ui/theme/contrast.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int padding = 8;
constexpr int boxSize = 16;
constexpr int iconSize = 16;

void paintBox(QPainter *painter, const QRect &box, const Tokens &tokens, const QModelIndex &index)
{
    constexpr qreal radius = 3;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    const QRectF outline = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    if (!checked) {
        painter->setPen(enabled ? tokens.fieldBorder : tokens.buttonBorder);
        painter->setBrush(tokens.base);
        painter->drawRoundedRect(outline, radius, radius);
        return;
    }
    const QColor color = seriesColor(tokens, index.data(SegmentListModel::ColorSlotRole).toInt());
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(QRectF(box), radius, radius);
    const QPolygonF tick{QPointF(4, 8.2), QPointF(7, 11.2), QPointF(12, 5.2)};
    QPen pen(readableOn(color), 2);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(tick.translated(box.topLeft()));
}

/// The reason and its icon at the end of the row; what is left for the name.
QRect paintReason(QPainter *painter,
                  const QStyleOptionViewItem &option,
                  const QRect &room,
                  const QString &reason)
{
    const Tokens &tokens = tokensFor(option.palette);
    QRect place(0, 0, iconSize, iconSize);
    place.moveCenter(room.center());
    place.moveRight(room.right());
    icon(u"info"_s, IconRole::Quiet).paint(painter, place);
    const QFont small = fontOf(TextRole::Secondary, option.font);
    const int width = QFontMetrics(small).horizontalAdvance(reason);
    const QRect text(place.left() - padding - width, room.top(), width, room.height());
    painter->setFont(small);
    painter->setPen(tokens.text2);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, reason);
    return room.adjusted(0, 0, text.left() - padding - room.right(), 0);
}

} // namespace

QSize SegmentDelegate::sizeHint(const QStyleOptionViewItem &option,
                                const QModelIndex & /*index*/) const
{
    return {2 * padding + boxSize, std::max(rowHeight, option.fontMetrics.height() + padding)};
}

void SegmentDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->save();
    if (enabled && option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tokens.hover);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect inside = option.rect.adjusted(padding, 0, -padding, 0);
    const QRect box(inside.left(), inside.center().y() - boxSize / 2 + 1, boxSize, boxSize);
    paintBox(painter, box, tokens, index);

    QRect text = inside.adjusted(boxSize + padding, 0, 0, 0);
    const QString reason = index.data(SegmentListModel::ReasonRole).toString();
    if (!reason.isEmpty()) {
        text = paintReason(painter, option, text, reason);
    }
    painter->setFont(option.font);
    painter->setPen(enabled ? tokens.text : tokens.text2);
    painter->drawText(
        text,
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_Active)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 4, 4);
    }
    painter->restore();
}

bool SegmentDelegate::editorEvent(QEvent *event,
                                  QAbstractItemModel *model,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        toggles = mouse->button() == Qt::LeftButton && option.rect.contains(mouse->pos());
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        toggles = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    if (!toggles || !index.flags().testFlag(Qt::ItemIsEnabled)) {
        return false;
    }
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return true;
}

} // namespace emberline
