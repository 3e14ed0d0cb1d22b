// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/core/result.h"
#include "app/export/picturetext.h"
#include "app/models/datasetmodel.h"
#include "ui/export/brand.h"
#include "ui/export/filebatch.h"
#include "ui/export/pictureoptions.h"

#include <QImage>
#include <QLocale>

#include <optional>
#include <vector>

namespace emberline {

/// What a picture shows; independent of any window.
struct PictureSource
{
    DatasetPtr dataset = std::make_shared<const Dataset>();
    std::vector<DatasetModel::Look> looks = {}; ///< one per series
    std::vector<Earlier> earlier = {}; ///< that lie under it, nearest first
    View view = {}; ///< that is answered: zoom and layout; what opens again from the file
    PictureText text = {};
    QLocale locale = {};
    Qt::DayOfWeek weekStart = Qt::Monday;
    BrandPtr brand = {}; ///< for PictureTheme::Brand
    double largest = 0; ///< of what stands on the same scale elsewhere, as in pictures of panels
};

/// Draws the picture: exactly size × scale pixels, laid out once and painted at the scale, so text
/// and lines are sharp at each. The same input gives the same pixels. Needs a QApplication, any
/// platform.
[[nodiscard]] QImage renderPicture(const PictureSource &source, const PictureOptions &options);

/// The same layout on fewer pixels, for a preview that fits into @p room device pixels.
[[nodiscard]] QImage renderPreview(const PictureSource &source,
                                   const PictureOptions &options,
                                   const QSize &room);

/// The pixels of the finished picture that lie in @p part of it, as sharp as they will be.
[[nodiscard]] QImage renderPart(const PictureSource &source,
                                const PictureOptions &options,
                                const QRect &part);

using PictureEncoder = BytesMaker;

/// Paints the picture for a file of the format that was chosen. What is left then, and takes
/// longest, needs no painting: the encoder holds all that it needs.
[[nodiscard]] PictureEncoder paintedForFile(const PictureSource &source,
                                            const PictureOptions &options);

/// The picture as a file of the format that was chosen, with the view in it if that was chosen. The
/// same input gives the same bytes; for PDF in two processes only with a fixed hash seed.
[[nodiscard]] Result<QByteArray> pictureBytes(const PictureSource &source,
                                              const PictureOptions &options);

/// The picture at @p path, to be written with others.
[[nodiscard]] BatchFile batchFile(const PictureSource &source,
                                  const PictureOptions &options,
                                  const QString &path);

/// @p image as a PNG file that says @p text and holds @p info, of pictureInfoJson(), if any.
[[nodiscard]] Result<QByteArray> pngBytes(const QImage &image,
                                          const PictureText &text,
                                          const QByteArray &info = {});

/// Writes it to @p path, whole or not at all.
[[nodiscard]] std::optional<Error> writePicture(const PictureSource &source,
                                                const PictureOptions &options,
                                                const QString &path);

/// What the picture says in words: title, subtitle and footnote, those that it has.
[[nodiscard]] QString pictureWords(const PictureSource &source, const PictureOptions &options);

/// Puts the picture on the clipboard, with its words beside it, and tells its size in pixels.
QSize copyPicture(const PictureSource &source, const PictureOptions &options);

} // namespace emberline
