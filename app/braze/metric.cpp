// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/metric.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::array metricTable{
    MetricRules{.kind = MetricKind::CustomEvent,
                .path = "/events/data_series"_L1,
                .valueKey = "count"_L1,
                .nameParameter = "event"_L1,
                .name = Presence::Required,
                .app = Presence::Optional,
                .segment = Presence::Optional,
                .hours = true,
                .fractional = false,
                .summable = true,
                .permission = "events.data_series"_L1},
};

} // namespace

const MetricRules &rulesOf(MetricKind kind)
{
    const auto *const row = std::find_if(
        metricTable.begin(), metricTable.end(), [kind](const MetricRules &rules) {
            return rules.kind == kind;
        });
    Q_ASSERT(row != metricTable.end());
    return *row;
}

} // namespace emberline
