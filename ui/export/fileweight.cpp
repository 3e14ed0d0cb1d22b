// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/fileweight.h"

#include <QBuffer>
#include <QImageWriter>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr int pngQuality = 60; ///< of the real file

qreal pngWeight(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(pngQuality);
    return writer.write(image) ? static_cast<qreal>(bytes.size()) : 0;
}

qreal pixelsOf(const QSize &size)
{
    return static_cast<qreal>(size.width()) * size.height();
}

/// More pixels make the same lines longer, but the ground costs next to nothing: the weight grows
/// slower than their number. How much slower two small ones tell.
qint64 scaledWeight(const QImage &small, const QImage &smaller, qreal pixels)
{
    const qreal weight = pngWeight(small);
    const qreal less = pngWeight(smaller);
    const qreal ratio = pixelsOf(small.size()) / pixelsOf(smaller.size());
    if (less <= 0 || weight <= 0 || ratio <= 1) {
        return qRound64(weight);
    }
    const qreal growth = std::clamp(std::log(weight / less) / std::log(ratio), 0.3, 1.0);
    return qRound64(weight * std::pow(pixels / pixelsOf(small.size()), growth));
}

} // namespace

std::function<qint64()> fileWeight(const PictureSource &source, const PictureOptions &options)
{
    if (options.format != PictureFormat::Png) {
        const Result<QByteArray> bytes = pictureBytes(source, options);
        const qint64 size = bytes ? bytes->size() : 0;
        return [size] {
            return size;
        };
    }
    const PictureOptions bounded = boundedOptions(options);
    const QImage small = renderPreview(source, bounded, QSize(960, 960));
    const QImage smaller = renderPreview(source, bounded, QSize(480, 480));
    const qreal pixels = pixelsOf(bounded.size * bounded.scale);
    return [small, smaller, pixels] {
        return scaledWeight(small, smaller, pixels);
    };
}

QString weightText(qint64 bytes, const QLocale &locale)
{
    qint64 unit = 1;
    while (bytes / unit >= 100) {
        unit *= 10;
    }
    const qint64 rounded = (bytes + unit / 2) / unit * unit; // two figures
    const bool isFewMegabytes = rounded >= 1'000'000 && rounded < 10'000'000;
    return locale.formattedDataSize(rounded, isFewMegabytes ? 1 : 0, QLocale::DataSizeSIFormat);
}

} // namespace emberline
