// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace emberline {

/// Draws the cells of our tables: hairlines instead of a grid, the row of an incomplete
/// bucket hatched and marked "so far" or "partial", what is no number in a quieter colour. All text
/// is plain.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    [[nodiscard]] static QString markText(const QModelIndex &index);
};

} // namespace emberline
