// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/brandlogo.h"

#include "app/workspace/brandkit.h"
#include "ui/export/logodrawing.h"

#include <QBuffer>
#include <QImageReader>
#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int longestSide = 4'096; ///< of what is decoded: 64 MiB
constexpr int keptSide = 1'024; ///< finer than a slide shows it
constexpr int steepest = 40; ///< side to side: a longer strip is no logo

QImage bounded(const QImage &image)
{
    const bool isLarge = image.width() > keptSide || image.height() > keptSide;
    const QImage kept = isLarge ? image.scaled(
                            keptSide, keptSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                : image;
    return kept.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

bool isSteep(const QSizeF &size)
{
    const qreal longer = std::max(size.width(), size.height());
    const qreal shorter = std::min(size.width(), size.height());
    return !(shorter > 0 && longer <= steepest * shorter && std::isfinite(longer));
}

std::variant<Logo, LogoProblem> pngLogo(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > longestSide || size.height() > longestSide)) {
        return LogoProblem::TooLarge;
    }
    const QImage image = size.isValid() && !isSteep(size) ? reader.read() : QImage();
    if (image.isNull()) {
        return LogoProblem::Unreadable;
    }
    return Logo{.size = size, .image = bounded(image)};
}

std::variant<Logo, LogoProblem> svgLogo(const QByteArray &bytes)
{
    const LogoDrawing drawing = logoDrawing(bytes);
    if (drawing == LogoDrawing::None) {
        return LogoProblem::Unreadable;
    }
    if (drawing == LogoDrawing::NotAlone) {
        return LogoProblem::NotAlone;
    }
    QSvgRenderer renderer(bytes);
    const QSizeF size = renderer.viewBoxF().size();
    if (!renderer.isValid() || isSteep(size)) {
        return LogoProblem::Unreadable;
    }
    QImage image(size.scaled(keptSide, keptSide, Qt::KeepAspectRatio).toSize().expandedTo({1, 1}),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return Logo{
        .size = size, .image = image, .svg = bytes, .isPlain = drawing == LogoDrawing::Plain};
}

} // namespace

std::variant<Logo, LogoProblem> logoFrom(const QByteArray &bytes)
{
    if (bytes.size() > largestLogo) {
        return LogoProblem::TooHeavy;
    }
    return bytes.startsWith(QByteArrayLiteral("\x89PNG\r\n\x1a\n")) ? pngLogo(bytes)
                                                                    : svgLogo(bytes);
}

QRectF logoPlace(const QSizeF &size, const QRectF &room)
{
    QRectF place(QPointF(), size.scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    place.moveRight(room.right());
    return place;
}

void paintLogo(QPainter &painter, const QRectF &place, const Logo &logo)
{
    const bool isRaster = painter.paintEngine()->type() == QPaintEngine::Raster;
    painter.save();
    if (!logo.svg.isEmpty() && (isRaster || logo.isPlain)) {
        QSvgRenderer(logo.svg).render(&painter, place);
    } else if (isRaster) {
        // Made as large as it is shown before it is painted: one step from 1,024 to 60 pixels
        // would leave out most of them.
        const QSize pixels = painter.deviceTransform().mapRect(place).size().toSize();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place,
                          logo.image.scaled(pixels.expandedTo({1, 1}),
                                            Qt::IgnoreAspectRatio,
                                            Qt::SmoothTransformation));
    } else {
        painter.setRenderHint(QPainter::LosslessImageRendering);
        painter.drawImage(place, logo.image);
    }
    painter.restore();
}

} // namespace emberline
