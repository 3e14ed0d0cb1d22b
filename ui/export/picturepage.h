// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"
#include "ui/export/picturestyle.h"

#include <QRectF>

#include <functional>

class QPainter;

namespace emberline {

/// What is written on the picture: its own words, or those that @p options put in their place. What
/// is left out is empty.
[[nodiscard]] PictureText writtenText(const PictureSource &source, const PictureOptions &options);

/// Paints the whole picture but its ground, on options.size units of @p painter.
void paintPicture(QPainter &painter, const PictureSource &source, const PictureOptions &options);

/// Paints the ground of a picture, if it has one.
void paintGround(QPainter &painter, const PictureOptions &options);

/// The @p part of an image of @p pixels on the ground of @p options, painted by @p paint on
/// options.size units.
[[nodiscard]] QImage imageOf(const PictureOptions &options,
                             const QSize &pixels,
                             const QRect &part,
                             const std::function<void(QPainter &)> &paint);

/// Paints the numbers of each series in a strip and tells how high that is; with no painter it only
/// tells. Its left and right edges are the page's, @p top is its upper one.
qreal paintSummary(QPainter *painter,
                   const PictureSource &source,
                   const PictureStyle &style,
                   qreal top);

/// Paints the panels of a view side by side into @p rect of the page, which is as wide as that.
void paintPanels(QPainter &painter,
                 const PictureSource &source,
                 const PictureStyle &style,
                 const QRectF &rect);

} // namespace emberline
