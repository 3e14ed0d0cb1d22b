// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/query/request.h"

#include <QByteArray>

namespace emberline {

/// @p value as it stands behind "name=": UTF-8, everything but unreserved characters as %XX. A
/// lone surrogate, which UTF-8 can't say, becomes U+FFFD.
[[nodiscard]] QByteArray percentEncoded(const QString &value);

/// Path and query of @p request, as they go on the wire. What its metric does not allow is
/// InvalidQuery, so that nothing is ever sent that the service would ignore in silence.
[[nodiscard]] Result<QByteArray> seriesTarget(const Request &request);

/// Path and query of one page of the event names, counted from 0.
[[nodiscard]] QByteArray eventsListTarget(int page);

/// Path and query of one page of the segments, counted from 0.
[[nodiscard]] QByteArray segmentsListTarget(int page);

} // namespace emberline
