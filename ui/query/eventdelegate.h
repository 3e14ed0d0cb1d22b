// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace emberline {

/// Rows of the list of events: a box that is ticked where the event is chosen, the name, and what
/// it is known for. A click on the box is another wish than one on the name.
class EventDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int rowHeight = 28;
    static constexpr int textLeft = 32; ///< where the field's text begins
    static constexpr int padding = 8;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

Q_SIGNALS:
    /// The name was clicked.
    void chosen(const QModelIndex &index);
    /// The box was clicked, or the row with the key for several.
    void ticked(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event,
                     QAbstractItemModel *model,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace emberline
