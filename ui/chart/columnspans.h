// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>

namespace emberline {

/// Paints @p line, whose points go from left to right, into @p image
/// (ARGB32_Premultiplied): in each column of pixels one upright span from the lowest to the highest
/// point that the line has there, @p width thicker, with soft ends. For lines with about a point a
/// pixel or more it looks like the stroked line, and costs no more the longer the line is; steep
/// lines of few points come out thin.
void paintColumnSpans(QImage &image, const QPolygonF &line, qreal width, const QColor &color);

} // namespace emberline
