// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture.h"

#include "ui/export/picturepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QStringList>

namespace emberline {

QImage imageOf(const PictureOptions &options,
               const QSize &pixels,
               const QRect &part,
               const std::function<void(QPainter &)> &paint)
{
    const QColor ground = pictureGround(options);
    const bool clear = ground.alpha() == 0;
    QImage image(part.size(), clear ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) {
        return image; // no memory for it; the writer says so
    }
    image.fill(ground);
    // Explicit: by default it comes from the screen.
    const int dotsPerMeter = qRound(96 / 0.0254 * pixels.width() / options.size.width());
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    QPainter painter(&image);
    painter.translate(-part.topLeft());
    painter.scale(static_cast<qreal>(pixels.width()) / options.size.width(),
                  static_cast<qreal>(pixels.height()) / options.size.height());
    paint(painter);
    painter.end();
    return image;
}

void paintGround(QPainter &painter, const PictureOptions &options)
{
    const QColor ground = pictureGround(options);
    if (ground.alpha() > 0) {
        painter.fillRect(QRect(QPoint(), options.size), ground);
    }
}

namespace {

QImage painted(const PictureSource &source,
               const PictureOptions &options,
               const QSize &pixels,
               const QRect &part)
{
    return imageOf(options, pixels, part, [&source, &options](QPainter &painter) {
        paintPicture(painter, source, options);
    });
}

QImage painted(const PictureSource &source, const PictureOptions &options, const QSize &pixels)
{
    return painted(source, options, pixels, QRect(QPoint(), pixels));
}

} // namespace

QImage renderPicture(const PictureSource &source, const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    return painted(source, bounded, bounded.size * bounded.scale);
}

QImage renderPreview(const PictureSource &source, const PictureOptions &options, const QSize &room)
{
    const PictureOptions bounded = boundedOptions(options);
    const QSize pixels = bounded.size.scaled(room.expandedTo(QSize(1, 1)), Qt::KeepAspectRatio)
                             .expandedTo(QSize(1, 1));
    return painted(source, bounded, pixels);
}

QImage renderPart(const PictureSource &source, const PictureOptions &options, const QRect &part)
{
    const PictureOptions bounded = boundedOptions(options);
    return painted(source, bounded, bounded.size * bounded.scale, part);
}

QString pictureWords(const PictureSource &source, const PictureOptions &options)
{
    const PictureText text = writtenText(source, options);
    QStringList words{text.title, text.subtitle, text.comparison, text.footnote};
    words.removeAll(QString());
    return words.join(u'\n');
}

QSize copyPicture(const PictureSource &source, const PictureOptions &options)
{
    const QImage image = renderPicture(source, options);
    auto *data = new QMimeData; // the clipboard's
    data->setImageData(image);
    data->setText(pictureWords(source, options));
    QGuiApplication::clipboard()->setMimeData(data);
    return image.size();
}

} // namespace emberline
