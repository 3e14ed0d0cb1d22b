// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chart/chartshot.h"
#include "ui/chart/chartsketches.h"

#include <algorithm>

namespace emberline::test {

/// The days before those of @p dataset, @p weeks back, with @p factor times their values.
inline Earlier before(const Dataset &dataset, int weeks, double factor)
{
    const qint64 distance = qint64{7} * weeks * msPerDay;
    Earlier earlier;
    for (const BucketTime time : dataset.times) {
        earlier.times.emplace_back(time - distance);
    }
    for (const Series &series : dataset.series) {
        Series old = series;
        for (double &value : old.values) {
            value *= factor;
        }
        std::fill(old.states.begin(), old.states.end(), BucketState::Counted);
        earlier.series.push_back(old);
    }
    earlier.dates = {.first = dayOf(dataset.times.front()).addDays(-7 * weeks),
                     .last = dayOf(dataset.times.back()).addDays(-7 * weeks)};
    return earlier;
}

/// A chart of one model, as on screen.
struct ComparisonBench
{
    explicit ComparisonBench(const Dataset &dataset,
                             const std::vector<Earlier> &earlier,
                             const std::vector<DatasetModel::Look> &looks = {},
                             const QSize &size = chartSize)
    {
        scene.setSize(size);
        scene.setModel(&model);
        scene.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        model.setDataset(std::make_shared<const Dataset>(dataset),
                         looks.empty() ? looksFor(dataset) : looks,
                         earlier);
    }

    [[nodiscard]] Shot shot() { return {.image = painted(scene), .frame = scene.frame()}; }

    [[nodiscard]] QStringList tooltip(std::size_t bucket) const
    {
        QStringList texts;
        for (const Sketch::Words &words : tooltipFor(scene.plan(), bucket).sketch.words) {
            texts.append(words.text);
        }
        return texts;
    }

    [[nodiscard]] QStringList labels() const
    {
        QStringList texts;
        for (const Sketch::Words &words : labelsSketch(scene.plan()).words) {
            texts.append(words.text);
        }
        return texts;
    }

    DatasetModel model;
    ChartScene scene;
};

inline QColor pale(const Tokens &tokens = lightTokens())
{
    return earlierColor(ChartStyle(tokens, QFont(), 1), 0);
}

/// Rows near the value @p value of the place between @p bucket and the next that are pale blue.
inline int paleAt(const Shot &shot, std::size_t bucket, double value, const QColor &color = pale())
{
    const qreal x = shot.frame.centerOf(bucket) + shot.frame.columnWidth() / 2;
    const qreal y = shot.frame.yOf(value);
    int count = 0;
    for (int i = -2; i <= 2; ++i) {
        const QColor pixel = shot.at(x, y + i);
        // Antialiasing thins a line of one pixel, but it stays bluer than any grey.
        count += pixel.blue() - pixel.red() > (color.blue() - color.red()) / 3 ? 1 : 0;
    }
    return count;
}

} // namespace emberline::test
