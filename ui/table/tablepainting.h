// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QFont>
#include <QPainter>

/// What the cells, the header and the empty part of the table paint alike.
namespace emberline::table {

constexpr int inset = 16; ///< left of the first column's text
constexpr int padding = 12; ///< right of figures and their headers

/// Lines at 45°, 6 px apart, over @p area; @p phase is the place of the area's left edge in the
/// table, so that neighbouring cells join.
void drawHatch(QPainter &painter, const QRect &area, int phase, const QColor &color);

/// The 1 px line that a cell has at its foot.
void drawFoot(QPainter &painter, const QRect &area, const QColor &color);

/// The 1 px line before a column.
void drawEdge(QPainter &painter, const QRect &area, const QColor &color);

/// The small mark of an incomplete bucket, @p ringSize wide, on the middle of @p area's left edge.
constexpr int ringSize = 9;
void drawRing(QPainter &painter, const QRect &area, const QColor &color);

/// The side that the text of @p index stands on: what its model says, else figures right and the
/// first column left.
[[nodiscard]] Qt::Alignment sideOf(const QModelIndex &index);
/// The same of the header of @p section.
[[nodiscard]] Qt::Alignment sideOf(const QAbstractItemModel &model, int section);

/// The size of secondary text beside @p body (12 px beside 13).
[[nodiscard]] QFont secondaryFont(const QFont &body);

} // namespace emberline::table
