// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QRectF>

#include <optional>
#include <variant>

class QPainter;

namespace emberline {

/// A logo that was checked and decoded once.
struct Logo
{
    QSizeF size = {}; ///< as it was drawn; what counts is the aspect
    QImage image = {}; ///< in pixels, never many
    QByteArray svg = {}; ///< what it is drawn from, if it is a drawing
    bool isPlain = false; ///< a drawing of shapes and plain colours, which every format can hold
};

enum class LogoProblem {
    TooHeavy, ///< more than largestLogo bytes
    TooLarge, ///< more pixels than a logo needs
    Unreadable, ///< neither PNG nor SVG, or damaged
    NotAlone ///< a drawing that needs other files, or does more than draw
};

/// Reads a PNG or SVG that may be hostile: nothing is decoded before its size is known, and no
/// file or address that it names is ever opened.
[[nodiscard]] std::variant<Logo, LogoProblem> logoFrom(const QByteArray &bytes);

/// The part of @p room that a logo of @p size fills: at its right end, in the middle of its height.
[[nodiscard]] QRectF logoPlace(const QSizeF &size, const QRectF &room);

/// Fills @p place, as a drawing wherever that looks the same in all readers.
void paintLogo(QPainter &painter, const QRectF &place, const Logo &logo);

} // namespace emberline
