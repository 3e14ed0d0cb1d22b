// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <algorithm>
#include <array>

namespace emberline {

// The rhythm of the sample shop: pure functions of the calendar, in thousandths.

/// How far the shop had grown by @p day: 1000 in November 2026.
[[nodiscard]] qint64 growthLevel(QDate day);

/// The seasons: about 1000, most before Christmas.
[[nodiscard]] qint64 seasonLevel(QDate day);

/// What the day of the week adds or takes away.
[[nodiscard]] int weekdaySwing(QDate day);

/// What a campaign, or a holiday, adds or takes away for gold, silver and basic members and for
/// people without a tier.
using CampaignSwing = std::array<int, 4>;
[[nodiscard]] CampaignSwing campaignSwing(QDate day);

/// Running sums over the hours of a day: at(h) is what lies before hour h, back() the whole day.
/// Never falls; only the proportions count.
using DayCurve = std::array<qint64, 25>;

/// Weights of the hours of @p day on @p app, in their order.
[[nodiscard]] const std::array<int, 24> &hourWeights(int app, QDate day);

/// The curve of a day. @p wobble gives each boundary between hours a shift from -200 to 200.
template <typename Wobble>
[[nodiscard]] DayCurve dayCurve(int app, QDate day, Wobble wobble)
{
    const std::array<int, 24> &weights = hourWeights(app, day);
    DayCurve curve{};
    qint64 sum = 0;
    for (std::size_t hour = 0; hour < weights.size(); ++hour) {
        const qint64 before = hour == 0 ? 0 : weights.at(hour - 1);
        // A fifth of the smaller neighbour at most: the curve keeps rising.
        curve.at(hour) = sum * 1000
                       + std::min<qint64>(before, weights.at(hour))
                             * wobble(static_cast<int>(hour));
        sum += weights.at(hour);
    }
    curve.back() = sum * 1000;
    return curve;
}

} // namespace emberline
