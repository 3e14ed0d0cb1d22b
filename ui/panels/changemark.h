// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

namespace emberline {

// "▲ 8.1 %" with a triangle that is drawn: fonts have it in all sizes.

[[nodiscard]] qreal changeWidth(const QString &change, const QFont &font);

/// @p from: its left end, in the middle.
void drawChange(
    QPainter &painter, QPointF from, const QString &change, const QFont &font, const QColor &color);

} // namespace emberline
