// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chart/sampledata.h"
#include "ui/chart/chartscene.h"

#include <QImage>
#include <QPainter>

#include <cmath>

namespace emberline::test {

constexpr QSize chartSize(700, 320);

/// A painted chart and where things are in it.
struct Shot
{
    QImage image;
    ChartFrame frame;

    [[nodiscard]] QColor at(qreal x, qreal y) const
    {
        return image.pixelColor(static_cast<int>(x), static_cast<int>(y));
    }
    /// How many pixels of the column at @p x, from @p top to @p bottom, are near @p color.
    [[nodiscard]] int inked(qreal x, qreal top, qreal bottom, const QColor &color) const
    {
        int count = 0;
        for (int y = static_cast<int>(top); y < static_cast<int>(bottom); ++y) {
            const QColor pixel = at(x, y);
            const int distance = std::abs(pixel.red() - color.red())
                               + std::abs(pixel.green() - color.green())
                               + std::abs(pixel.blue() - color.blue());
            count += distance < 120 ? 1 : 0;
        }
        return count;
    }
};

inline QImage painted(ChartScene &scene)
{
    QImage image(scene.sceneRect().size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter);
    return image;
}

inline Shot shotOf(const Dataset &dataset, const QSize &size = chartSize)
{
    DatasetModel model;
    ChartScene scene;
    scene.setSize(size);
    scene.setModel(&model);
    model.setDataset(std::make_shared<const Dataset>(dataset), looksFor(dataset));
    return {.image = painted(scene), .frame = scene.frame()};
}

inline QColor blue()
{
    return lightTokens().series[0];
}

/// Rows of the column through the middle of @p bucket that are blue.
inline int blueAt(const Shot &shot, std::size_t bucket)
{
    return shot.inked(shot.frame.centerOf(bucket),
                      shot.frame.plot.top() - 4,
                      shot.frame.plot.bottom() + 5,
                      blue());
}

/// So many days that all are 500, except the last, which sets the scale to 1,000.
inline Dataset levelDays(int count)
{
    std::vector<double> values(static_cast<std::size_t>(count), 500);
    values.back() = 1'000;
    return daysOf(values);
}

} // namespace emberline::test
