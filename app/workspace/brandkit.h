// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace emberline {

/// The look of somebody's own, for exports only. What is empty is as usual.
struct BrandKit
{
    QByteArray logo = {}; ///< the bytes of a PNG or SVG, not where they came from
    QString font = {}; ///< a family
    QString accent = {}; ///< "#rrggbb"
    QString footer = {}; ///< plain words

    friend bool operator==(const BrandKit &, const BrandKit &) = default;
};

constexpr qsizetype largestLogo = 1 << 20;
constexpr int longestFooter = 120;
constexpr qsizetype longestFamily = 100;

/// Whether @p text is a colour as the kit keeps it: "#" and six digits.
[[nodiscard]] bool isAccent(const QString &text);

/// What @p folder keeps: brand.json, and the logo beside it. No file: an empty kit. Anything that
/// is not as it was written is an error: half a brand is none.
[[nodiscard]] Result<BrandKit> readBrandKit(const QString &folder);

/// Keeps @p kit in @p folder, which is made if need be; whole, or as it was. An empty kit is no
/// file.
[[nodiscard]] std::optional<Error> writeBrandKit(const QString &folder, const BrandKit &kit);

} // namespace emberline
