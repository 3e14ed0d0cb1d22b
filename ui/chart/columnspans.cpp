// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/columnspans.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace emberline {

namespace {

/// Columns are painted one below the other in memory, so many at a time that they stay in the
/// cache, and turned over into the image, a cache line a row.
constexpr int stripWidth = 16;

constexpr qreal faintest = 0.02;

constexpr uint evenBytes = 0x00ff'00ff;

/// All four channels of @p pixel times @p part of 255, two at a time.
QRgb scaled(QRgb pixel, uint part)
{
    const auto pair = [part](uint channels) {
        const uint product = channels * part;
        return product + ((product >> 8) & evenBytes) + 0x0080'0080;
    };
    return ((pair(pixel & evenBytes) >> 8) & evenBytes)
         | (pair((pixel >> 8) & evenBytes) & ~evenBytes);
}

/// @p source, premultiplied, at @p coverage over @p under.
QRgb over(QRgb source, qreal coverage, QRgb under)
{
    const QRgb ink = scaled(source, static_cast<uint>(qRound(coverage * 255)));
    return ink + scaled(under, 255 - static_cast<uint>(qAlpha(ink)));
}

/// One layer of ink.
struct Coat
{
    std::vector<ValueSpan> spans;
    QRgb color = 0; ///< premultiplied
    std::vector<QRgb> ink = {}; ///< a column full of it, to be copied; none: it is not opaque
    qreal coverage = 1;
    qreal half = 0; ///< of the pen, upwards and downwards
    int dash = 0;
    int gap = 0;

    [[nodiscard]] bool isInked(int column) const
    {
        return dash == 0 || column % (dash + gap) < dash;
    }
};

/// Steep parts are as wide as the pen, too: they spread to so many columns on both sides.
std::vector<ValueSpan> spread(const std::vector<ValueSpan> &spans, int columns, qreal half)
{
    std::vector<ValueSpan> wide = spans;
    const auto count = static_cast<int>(spans.size());
    for (int from = 0; from < count; ++from) {
        const ValueSpan &span = spans[static_cast<std::size_t>(from)];
        const ValueSpan steep{.low = span.low + half, .high = span.high - half};
        if (steep.isEmpty()) {
            continue;
        }
        const int last = std::min(count - 1, from + columns);
        for (int to = std::max(0, from - columns); to <= last; ++to) {
            wide[static_cast<std::size_t>(to)].reach(steep);
        }
    }
    return wide;
}

void addCoats(std::vector<Coat> &coats, const SpanLine &line, int height)
{
    const qreal half = line.width / 2;
    const Coat coat{.spans = {},
                    .color = qPremultiply(line.color.rgba()),
                    .half = half,
                    .dash = line.dash,
                    .gap = line.gap};
    // The columns that a pen on the middle of one covers besides: wholly, then in part.
    const qreal beside = std::max(0.0, half - 0.5);
    const auto whole = static_cast<int>(beside);
    const qreal part = beside - whole;
    if (part > faintest) {
        coats.push_back(coat);
        coats.back().spans = spread(line.spans, whole + 1, half);
        coats.back().coverage = part;
    }
    coats.push_back(coat);
    coats.back().spans = whole > 0 ? spread(line.spans, whole, half) : line.spans;
    if (qAlpha(coat.color) == 255) {
        coats.back().ink.assign(static_cast<std::size_t>(height), coat.color);
    }
}

void paintSpan(QRgb *column, int height, const ValueSpan &span, const Coat &coat)
{
    const qreal top = std::max(span.low - coat.half, 0.0);
    const qreal bottom = std::min(span.high + coat.half, qreal(height));
    if (!(top < bottom)) {
        return;
    }
    const auto soft = [&coat, column, top, bottom](int y) {
        const qreal inked = std::min(bottom, y + 1.0) - std::max(top, qreal(y));
        column[y] = over(coat.color, inked * coat.coverage, column[y]);
    };
    const auto first = static_cast<int>(top);
    const int last = static_cast<int>(std::ceil(bottom)) - 1;
    soft(first);
    if (last == first) {
        return;
    }
    if (!coat.ink.empty()) {
        std::copy_n(coat.ink.data(), last - first - 1, column + first + 1);
    } else {
        const QRgb ink = scaled(coat.color, static_cast<uint>(qRound(coat.coverage * 255)));
        const uint rest = 255 - static_cast<uint>(qAlpha(ink));
        std::for_each(column + first + 1, column + last, [ink, rest](QRgb &pixel) {
            pixel = ink + scaled(pixel, rest);
        });
    }
    soft(last);
}

/// Writes the @p count columns of @p strip into @p image, from column @p left on; only the rows of
/// @p inked have anything.
void turnOver(const std::vector<QRgb> &strip,
              QImage &image,
              int left,
              int count,
              const std::pair<int, int> &inked)
{
    const int height = image.height();
    const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    auto *target = reinterpret_cast<QRgb *>(image.bits()) + left;
    for (int y = 0; y < height; ++y, target += stride) {
        if (y < inked.first || y > inked.second) {
            std::fill_n(target, count, 0);
            continue;
        }
        const QRgb *source = strip.data() + y;
        for (int column = 0; column < count; ++column, source += height) {
            target[column] = *source;
        }
    }
}

/// The first and the last row of all that is inked from column @p left on.
std::pair<int, int> inkedRows(const std::vector<Coat> &coats, int left, int count, int height)
{
    qreal top = height;
    qreal bottom = -1;
    for (const Coat &coat : coats) {
        ValueSpan all;
        for (int i = left; i < left + count; ++i) {
            all.reach(coat.spans[static_cast<std::size_t>(i)]);
        }
        top = std::min(top, all.low - coat.half);
        bottom = std::max(bottom, all.high + coat.half);
    }
    return {static_cast<int>(std::max(top, 0.0)),
            static_cast<int>(std::clamp(bottom, -1.0, qreal(height)))};
}

} // namespace

void paintColumnSpans(QImage &image, const std::vector<SpanLine> &lines)
{
    Q_ASSERT(image.format() == QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return;
    }
    std::vector<Coat> coats;
    for (const SpanLine &line : lines) {
        Q_ASSERT(line.spans.size() == static_cast<std::size_t>(image.width()));
        addCoats(coats, line, image.height());
    }
    const int height = image.height();
    std::vector<QRgb> strip(static_cast<std::size_t>(stripWidth)
                            * static_cast<std::size_t>(height));
    for (int left = 0; left < image.width(); left += stripWidth) {
        const int count = std::min(stripWidth, image.width() - left);
        std::fill(strip.begin(), strip.end(), 0);
        for (const Coat &coat : coats) {
            for (int i = 0; i < count; ++i) {
                const int column = left + i;
                const ValueSpan &span = coat.spans[static_cast<std::size_t>(column)];
                if (!span.isEmpty() && coat.isInked(column)) {
                    paintSpan(strip.data() + qsizetype{i} * height, height, span, coat);
                }
            }
        }
        turnOver(strip, image, left, count, inkedRows(coats, left, count, height));
    }
}

} // namespace emberline
