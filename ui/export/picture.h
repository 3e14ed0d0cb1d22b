// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"
#include "app/export/picturetext.h"
#include "app/models/datasetmodel.h"

#include <QImage>
#include <QLocale>
#include <QSize>

#include <optional>
#include <vector>

namespace emberline {

/// What a picture shows; independent of any window.
struct PictureSource
{
    DatasetPtr dataset = std::make_shared<const Dataset>();
    std::vector<DatasetModel::Look> looks = {}; ///< one per series
    std::vector<Earlier> earlier = {}; ///< that lie under it, nearest first
    PictureText text = {};
    QLocale locale = {};
    Qt::DayOfWeek weekStart = Qt::Monday;
};

constexpr int leastPictureSide = 240;
constexpr int longestPictureSide = 4'096; ///< at scale 4 a picture holds 1 GiB
constexpr int largestPictureScale = 4;

/// How it shows it.
struct PictureOptions
{
    enum class Background { White, Theme, Transparent };

    QSize size = QSize(1'920, 1'080); ///< at scale 1, in pixels
    int scale = 1; ///< 1 to 4
    bool dark = false;
    Background background = Background::White;

    friend bool operator==(const PictureOptions &, const PictureOptions &) = default;
};

/// @p options with the size and the scale brought into their limits.
[[nodiscard]] PictureOptions boundedOptions(const PictureOptions &options);

/// Draws the picture: exactly size × scale pixels, laid out once and painted at the scale, so text
/// and lines are sharp at each. The same input gives the same pixels. Needs a QApplication, any
/// platform.
[[nodiscard]] QImage renderPicture(const PictureSource &source, const PictureOptions &options);

/// The same layout on fewer pixels, for a preview that fits into @p room device pixels.
[[nodiscard]] QImage renderPreview(const PictureSource &source,
                                   const PictureOptions &options,
                                   const QSize &room);

/// Writes @p image with title and description from @p text as a PNG, whole or not at all.
[[nodiscard]] std::optional<Error> writePng(const QImage &image,
                                            const QString &path,
                                            const PictureText &text);

/// Puts the picture on the clipboard and tells its size in pixels.
QSize copyPicture(const PictureSource &source, const PictureOptions &options);

} // namespace emberline
