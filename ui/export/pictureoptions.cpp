// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pictureoptions.h"

#include <QtGlobal>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qreal leastFactor = 1.2;
constexpr qreal smallestRole = 12; ///< of the chart's texts at k = 1

/// The factor k, as small as it may be.
qreal wantedFactor(const QSize &size)
{
    return std::min(size.width() / 1'100.0, size.height() / 620.0);
}

} // namespace

PictureOptions boundedOptions(const PictureOptions &options)
{
    PictureOptions bounded = options;
    bounded.size.setWidth(std::clamp(options.size.width(), leastPictureSide, longestPictureSide));
    bounded.size.setHeight(std::clamp(options.size.height(), leastPictureSide, longestPictureSide));
    bounded.scale = std::clamp(options.scale, 1, largestPictureScale);
    return bounded;
}

qint64 heldBytes(const PictureOptions &options)
{
    constexpr qint64 bytesPerPixel = 4;
    const QSize pixels = boundedOptions(options).size * boundedOptions(options).scale;
    return options.format == PictureFormat::Png ? bytesPerPixel * pixels.width() * pixels.height()
                                                : 0;
}

qreal pictureFactor(const QSize &size)
{
    return std::max(leastFactor, wantedFactor(size));
}

int smallestText(const PictureOptions &options)
{
    const PictureOptions bounded = boundedOptions(options);
    return qRound(smallestRole * wantedFactor(bounded.size) * bounded.scale);
}

std::vector<PictureWarning> warningsFor(const PictureOptions &options)
{
    std::vector<PictureWarning> warnings;
    if (smallestText(options) < leastTextSize) {
        warnings.push_back(PictureWarning::SmallText);
    }
    if (options.background == PictureOptions::Background::Transparent) {
        warnings.push_back(options.theme == PictureTheme::Dark ? PictureWarning::LightTextOnClear
                                                               : PictureWarning::DarkTextOnClear);
    }
    return warnings;
}

QString suffixOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Png:
        return u"png"_s;
    case PictureFormat::Svg:
        return u"svg"_s;
    case PictureFormat::Pdf:
        return u"pdf"_s;
    }
    Q_UNREACHABLE();
}

std::optional<PictureFormat> pictureFormatFrom(const QString &suffix)
{
    for (const PictureFormat format :
         {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
        if (suffixOf(format) == suffix) {
            return format;
        }
    }
    return std::nullopt;
}

} // namespace emberline
