// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/eventdelegate.h"

#include "app/models/eventlistmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int signSize = 16;

QString iconName(EventListModel::Kind kind)
{
    switch (kind) {
    case EventListModel::Kind::Starred:
        return u"star-f"_s;
    case EventListModel::Kind::Recent:
        return u"clock"_s;
    case EventListModel::Kind::AsTyped:
    case EventListModel::Kind::Other:
        break;
    }
    return {};
}

EventListModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<EventListModel::Kind>(index.data(EventListModel::KindRole).toInt());
}

QString reasonOf(const QModelIndex &index)
{
    return index.data(EventListModel::ReasonRole).toString();
}

int reasonHeight(const QStyleOptionViewItem &option, const QString &reason)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : option.rect.width())
                    - EventDelegate::textLeft - EventDelegate::padding;
    return QFontMetrics(fontOf(TextRole::Secondary, option.font))
        .boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, reason)
        .height();
}

int heightBelow(const QStyleOptionViewItem &option, const QString &reason)
{
    return reason.isEmpty() ? 0 : reasonHeight(option, reason) + EventDelegate::padding;
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &tokens = tokensFor(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tokens.selected);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tokens.hover);
    }
    if (kindOf(index) == EventListModel::Kind::AsTyped && index.row() > 0) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                          tokens.hairline);
    }
}

void paintBox(QPainter *painter,
              const QStyleOptionViewItem &option,
              const QRect &line,
              const QModelIndex &index)
{
    QStyleOptionViewItem box = option;
    box.rect = QRect(line.left() + EventDelegate::padding,
                     line.center().y() - signSize / 2 + 1,
                     signSize,
                     signSize);
    const bool isChosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    box.state = QStyle::State_Enabled | (isChosen ? QStyle::State_On : QStyle::State_Off);
    const QStyle *style = option.widget != nullptr ? option.widget->style() : nullptr;
    if (style != nullptr) {
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
    }
}

/// What it is known for, at the end of @p line; what is left for the name.
QRect paintSign(QPainter *painter, const QRect &line, EventListModel::Kind kind)
{
    const QRect room = line.adjusted(EventDelegate::textLeft, 0, -EventDelegate::padding, 0);
    const QString name = iconName(kind);
    if (name.isEmpty()) {
        return room;
    }
    const QRect place(
        room.right() - signSize + 1, line.center().y() - signSize / 2 + 1, signSize, signSize);
    icon(name, IconRole::Quiet).paint(painter, place);
    return room.adjusted(0, 0, -signSize - EventDelegate::padding, 0);
}

} // namespace

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = std::max(rowHeight, option.fontMetrics.height() + padding);
    return {textLeft, line + heightBelow(option, reasonOf(index))};
}

void EventDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    const QString reason = reasonOf(index);
    const int below = heightBelow(option, reason);
    const QRect line = option.rect.adjusted(0, 0, 0, -below);
    painter->save();
    paintGround(painter, option, index);
    paintBox(painter, option, line, index);
    const QRect text = paintSign(painter, line, kindOf(index));
    painter->setPen(tokens.text);
    painter->setFont(option.font);
    painter->drawText(
        text,
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    if (!reason.isEmpty()) {
        painter->setPen(tokens.text2);
        painter->setFont(fontOf(TextRole::Secondary, option.font));
        painter->drawText(QRect(text.left(), line.bottom(), text.width(), below),
                          Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          reason);
    }
    painter->restore();
}

bool EventDelegate::editorEvent(QEvent *event,
                                QAbstractItemModel * /*model*/,
                                const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease) {
        return false;
    }
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->pos())) {
        return false;
    }
    const bool onBox = mouse->pos().x() < option.rect.left() + textLeft;
    if (onBox || mouse->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT ticked(index);
    } else {
        Q_EMIT chosen(index);
    }
    return true;
}

} // namespace emberline
