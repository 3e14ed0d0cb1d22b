// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picturestyle.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace emberline {

/// What stands above one of several panels in a picture, fit for the screen; what is empty, or
/// invalid, is left out.
struct PictureHeading
{
    QColor swatch = {};
    QString name = {};
    QString total = {};
    QString change = {};
    QString badge = {};
};

struct HeadingPlace
{
    QRectF rect = {};
    const PictureStyle &style;
    qreal k = 1;
};

/// From left to right; where there is little room the badge gives way first, then the total, then
/// the name is cut.
void paintHeading(QPainter &painter, const PictureHeading &heading, const HeadingPlace &place);

} // namespace emberline
