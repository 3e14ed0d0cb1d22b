// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/pyramid.h"

#include <QColor>
#include <QImage>

#include <vector>

namespace emberline {

/// One line as columns of pixels.
struct SpanLine
{
    std::vector<ValueSpan> spans = {}; ///< of each column of the image: pixels from its top down
    QColor color = {};
    qreal width = 1; ///< of the pen, in pixels
    int dash = 0; ///< so many columns are inked and so many left out; none: all are
    int gap = 0;
};

/// Fills @p image (ARGB32_Premultiplied) with @p lines, the first below: in each column of pixels
/// one upright span, as much thicker as the pen is, with soft ends. For lines with about a point a
/// pixel or more it looks like the stroked line.
void paintColumnSpans(QImage &image, const std::vector<SpanLine> &lines);

} // namespace emberline
