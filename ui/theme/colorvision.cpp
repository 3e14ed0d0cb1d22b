// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colorvision.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace emberline {

namespace {

constexpr int levels = 256;
constexpr int steps = 4'096; ///< of linear light: finer than a level of the darkest colours

std::array<float, levels> linearOfLevels()
{
    std::array<float, levels> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double c = static_cast<double>(i) / (levels - 1);
        const double linear = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        table.at(i) = static_cast<float>(linear);
    }
    return table;
}

std::vector<int> levelsOfLinear()
{
    std::vector<int> table;
    table.reserve(steps);
    for (int i = 0; i < steps; ++i) {
        const double linear = static_cast<double>(i) / (steps - 1);
        const double c = linear <= 0.0031308 ? 12.92 * linear
                                             : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
        table.push_back(static_cast<int>(std::lround(c * (levels - 1))));
    }
    return table;
}

class Eyes
{
public:
    explicit Eyes(const ColorMatrix &matrix)
    {
        for (std::size_t i = 0; i < m_matrix.size(); ++i) {
            m_matrix.at(i) = static_cast<float>(matrix.at(i / 3).at(i % 3));
        }
    }

    /// Of an opaque @p color.
    [[nodiscard]] QRgb seen(QRgb color) const
    {
        const float red = m_linear.at(static_cast<std::size_t>(qRed(color)));
        const float green = m_linear.at(static_cast<std::size_t>(qGreen(color)));
        const float blue = m_linear.at(static_cast<std::size_t>(qBlue(color)));
        const auto channel = [&](std::size_t row) {
            const float linear = m_matrix.at(row) * red + m_matrix.at(row + 1) * green
                               + m_matrix.at(row + 2) * blue;
            const float bounded = std::clamp(linear, 0.0F, 1.0F);
            return m_levels[static_cast<std::size_t>(std::lround(bounded * (steps - 1)))];
        };
        return qRgb(channel(0), channel(3), channel(6));
    }

private:
    std::array<float, 9> m_matrix{};
    std::array<float, levels> m_linear = linearOfLevels();
    std::vector<int> m_levels = levelsOfLinear();
};

} // namespace

const ColorMatrix &matrixOf(ColorVision vision)
{
    switch (vision) {
    case ColorVision::Usual:
        return usualMatrix;
    case ColorVision::Protanopia:
        return protanopiaMatrix;
    case ColorVision::Deuteranopia:
        return deuteranopiaMatrix;
    case ColorVision::Tritanopia:
        return tritanopiaMatrix;
    }
    Q_UNREACHABLE();
}

void showAsSeen(QImage &image, ColorVision vision)
{
    if (vision == ColorVision::Usual || image.isNull()) {
        return;
    }
    image.convertTo(QImage::Format_ARGB32_Premultiplied);
    const Eyes eyes(matrixOf(vision));
    QRgb before = qRgb(0, 0, 0); // neighbours are alike: most of a window is plain
    QRgb after = eyes.seen(before);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QRgb color = line[x];
            if (qAlpha(color) == 0) {
                continue;
            }
            if (color != before) {
                const QRgb opaque = qUnpremultiply(color);
                const QRgb seen = eyes.seen(opaque);
                before = color;
                after = qPremultiply(qRgba(qRed(seen), qGreen(seen), qBlue(seen), qAlpha(color)));
            }
            line[x] = after;
        }
    }
}

} // namespace emberline
