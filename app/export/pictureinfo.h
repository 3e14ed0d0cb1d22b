// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace emberline {

/// What a picture holds so that it can be opened as a view again. Never a key, an endpoint or a
/// path: none of them is in a View.
struct PictureInfo
{
    View view = {};
    QDateTime fetchedAt = {}; ///< UTC, to the second; invalid: nothing was
    QString version = {}; ///< of the program that wrote it

    friend bool operator==(const PictureInfo &, const PictureInfo &) = default;
};

constexpr qint64 largestPictureInfo = 1 << 20; ///< bytes of JSON
constexpr qint64 largestPictureFile = 64 << 20;

/// As versioned JSON in plain ASCII, which PNG and XML take as it is.
[[nodiscard]] QByteArray pictureInfoJson(const PictureInfo &info);
/// Strict: another kind or version, an unknown key or a wrong type is an error that names the
/// place.
[[nodiscard]] Result<PictureInfo> pictureInfoFromJson(const QByteArray &json);

/// @p png, the bytes of a PNG file, with @p json in a text chunk before the pixels.
[[nodiscard]] QByteArray pngWithInfo(const QByteArray &png, const QByteArray &json);
/// @p json as the content of the metadata element of an SVG.
[[nodiscard]] QByteArray infoElement(const QByteArray &json);

/// What a PDF says of itself, as an XMP packet. Nothing is said of what is empty.
struct XmpWords
{
    QString title = {};
    QString description = {};
    QString creator = {}; ///< the program
    QByteArray json = {}; ///< of pictureInfoJson()
};
[[nodiscard]] QByteArray xmpPacket(const XmpWords &words);

/// @p text fit to stand in XML: what XML cannot hold is left out.
[[nodiscard]] QString xmlText(const QString &text);

/// Reads what is in the bytes of a PNG, SVG or PDF file. NotFound: a whole picture, but without any
/// view; TooLarge; MalformedReply: damaged, or what is in it is not to be trusted. Nothing of the
/// picture itself is decoded.
[[nodiscard]] Result<PictureInfo> pictureInfoFrom(const QByteArray &file);

/// Whether @p file begins like one of the formats that may hold a view.
[[nodiscard]] bool looksLikePicture(const QByteArray &file);

} // namespace emberline
