// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

namespace emberline {

constexpr std::size_t mostChoices = 100; ///< of events, of apps and of segments in a view
constexpr std::size_t mostSeries = 500; ///< in a view: lists multiply

/// How many series @p query asks for.
[[nodiscard]] inline std::size_t seriesCountOf(const Query &query)
{
    return static_cast<std::size_t>(query.events.size()) * query.apps.size()
         * query.segments.size();
}

/// Whether it is more than one view holds: its file could not be read again.
[[nodiscard]] inline bool isTooMuch(const Query &query)
{
    return static_cast<std::size_t>(query.events.size()) > mostChoices
        || query.apps.size() > mostChoices || query.segments.size() > mostChoices
        || seriesCountOf(query) > mostSeries;
}

} // namespace emberline
