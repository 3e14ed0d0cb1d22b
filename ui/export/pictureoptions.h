// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace emberline {

enum class PictureFormat { Png, Svg, Pdf };

enum class PictureTheme {
    Light,
    Dark,
    Brand ///< light, with what a brand kit puts in its place
};

/// What of a picture is there besides the lines.
struct PictureParts
{
    bool title = true;
    bool subtitle = true;
    bool endLabels = true; ///< where they fit; the legend takes their place where they don't
    bool legend = false; ///< panels have titles instead of both
    bool summary = false; ///< total, average, peak and change of each series
    bool footnote = true;

    friend bool operator==(const PictureParts &, const PictureParts &) = default;
};

/// Words that take the place of a picture's own; empty: its own stay. "{range}" in them is replaced
/// by what is shown: "25 Oct – 23 Nov 2026".
struct PictureWords
{
    QString title = {};
    QString subtitle = {};
    QString footnote = {};

    friend bool operator==(const PictureWords &, const PictureWords &) = default;
};

constexpr int leastPictureSide = 240;
constexpr int longestPictureSide = 4'096; ///< at scale 4 a picture holds 1 GiB
constexpr int largestPictureScale = 4;
constexpr int leastTextSize = 12; ///< output pixels that are still read with ease

/// How a picture shows what it shows.
struct PictureOptions
{
    enum class Background { White, Theme, Transparent };

    PictureFormat format = PictureFormat::Png;
    QSize size = QSize(1'920, 1'080); ///< at scale 1, in pixels; of SVG and PDF as well
    int scale = 1; ///< 1 to 4; vector formats are as large without being finer
    PictureTheme theme = PictureTheme::Light;
    Background background = Background::White;
    PictureParts parts = {};
    PictureWords words = {};
    bool embedsView = true; ///< the file can be opened as a view again

    friend bool operator==(const PictureOptions &, const PictureOptions &) = default;
};

/// @p options with the size and the scale brought into their limits.
[[nodiscard]] PictureOptions boundedOptions(const PictureOptions &options);

/// What a picture takes in memory while its file is made; vector formats take nothing worth naming.
[[nodiscard]] qint64 heldBytes(const PictureOptions &options);

/// The factor k of look.md for a picture of @p size.
[[nodiscard]] qreal pictureFactor(const QSize &size);

/// The size that the chart's smallest text would have in output pixels, if it went with the
/// picture's; nothing is ever painted below leastTextSize.
[[nodiscard]] int smallestText(const PictureOptions &options);

enum class PictureWarning {
    SmallText, ///< smallestText() is below leastTextSize
    DarkTextOnClear, ///< can't be read where the ground behind it is dark
    LightTextOnClear ///< can't be read where the ground behind it is light, as on paper
};

/// What of @p options may be regretted; the sentences are the dialog's.
[[nodiscard]] std::vector<PictureWarning> warningsFor(const PictureOptions &options);

/// "png", "svg", "pdf": the suffix of files and the word on the command line.
[[nodiscard]] QString suffixOf(PictureFormat format);
[[nodiscard]] std::optional<PictureFormat> pictureFormatFrom(const QString &suffix);

} // namespace emberline
