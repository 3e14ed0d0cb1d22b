// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/series.h"

#include <QLatin1StringView>

namespace emberline {

/// Whether a parameter belongs into a request.
enum class Presence { No, Optional, Required };

/// How one metric is asked for and what its numbers are: one row of the table in metric.cpp.
struct MetricRules
{
    MetricKind kind = MetricKind::CustomEvent;
    QLatin1StringView path = {};
    QLatin1StringView valueKey = {}; ///< of a row in the answer, beside "time"
    QLatin1StringView nameParameter = {}; ///< what Metric::name is called on the wire
    Presence name = Presence::No;
    Presence app = Presence::No;
    Presence segment = Presence::No;
    bool hours = false; ///< unit=hour is allowed
    bool fractional = false; ///< values need not be whole
    bool summable = false; ///< adding up the buckets of a range means something
    QLatin1StringView permission = {}; ///< what a key must be allowed to do
};

/// The rules of @p kind.
[[nodiscard]] const MetricRules &rulesOf(MetricKind kind);

} // namespace emberline
