// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/brandsample.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class BrandSample
{
    Q_DECLARE_TR_FUNCTIONS(emberline::BrandSample)
};

constexpr int days = 30;

/// Weeks with a weekend, a little growth, and nothing by chance.
Series weeksAround(double middle, int shift)
{
    Series series;
    for (int day = 0; day < days; ++day) {
        const double week = std::sin((day + shift) * 2 * std::numbers::pi / 7);
        const double ripple = (day * 37 + shift * 11) % 13 / 13.0 - 0.5;
        series.values.push_back(
            std::round(middle * (1 + 0.12 * week + 0.06 * ripple + 0.004 * day)));
        series.states.push_back(BucketState::Counted);
    }
    return series;
}

} // namespace

PictureSource brandSample(const QLocale &locale)
{
    const QDate last(2026, 11, 23);
    Dataset dataset;
    for (int day = days - 1; day >= 0; --day) {
        dataset.times.push_back(bucketOfDay(last.addDays(-day)));
    }
    struct Line
    {
        QString name;
        int slot;
        double middle;
    };
    const std::array lines{
        Line{.name = BrandSample::tr("All users"), .slot = -1, .middle = 13'200},
        Line{.name = BrandSample::tr("Gold members"), .slot = 0, .middle = 7'600},
        Line{.name = BrandSample::tr("Silver members"), .slot = 1, .middle = 4'100},
        Line{.name = BrandSample::tr("Basic members"), .slot = 2, .middle = 1'900}};
    PictureSource source{.text = {.title = BrandSample::tr("Checkouts per day"),
                                  .subtitle = BrandSample::tr("by loyalty tier"),
                                  .footnote = BrandSample::tr(
                                      "Made-up numbers, to show what a picture looks like.")},
                         .locale = locale};
    for (const Line &line : lines) {
        const int shift = static_cast<int>(dataset.series.size());
        dataset.series.push_back(weeksAround(line.middle, shift));
        source.looks.push_back({.name = line.name, .colorSlot = line.slot});
    }
    source.dataset = std::make_shared<const Dataset>(dataset);
    return source;
}

} // namespace emberline
