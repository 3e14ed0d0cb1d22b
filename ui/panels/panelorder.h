// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QPoint>
#include <QRect>
#include <QStringList>

#include <vector>

namespace emberline {

// How panels are put into another order by hand.

/// @p keys with the one at @p from moved before the one at @p place, or to the end.
[[nodiscard]] QStringList movedKeys(QStringList keys, qsizetype from, qsizetype place);

/// Before which of @p panels, which stand in @p columns, something is let go at @p point; as many
/// as there are: at the end.
[[nodiscard]] std::size_t dropPlace(const std::vector<QRect> &panels, int columns, QPoint point);

/// The line that shows where: at the edge of the panel it comes before, or of the last one.
[[nodiscard]] QRect dropLine(const std::vector<QRect> &panels, int columns, std::size_t place);

/// @p query with what its panels are about in the order of @p keys. What is not among them keeps
/// its place.
[[nodiscard]] Query withPanelOrder(Query query, PanelSplit split, const QStringList &keys);

} // namespace emberline
