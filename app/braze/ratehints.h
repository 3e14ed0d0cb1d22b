// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/braze/outcome.h"
#include "app/core/ratelimit.h"

#include <chrono>

namespace emberline {

/// How long an answer asks us to wait: X-RateLimit-Retry-After, else Retry-After, else
/// X-RateLimit-Reset. Dates are compared with the answer's own Date header, @p receivedAt stands in
/// when it has none. What is negative, over a day, or no number is as if it were absent.
[[nodiscard]] std::optional<std::chrono::seconds> waitHint(const HeaderList &headers,
                                                           const QDateTime &receivedAt);

/// What the X-RateLimit-* headers say; empty ones say nothing.
[[nodiscard]] RateLimit rateLimitFrom(const HeaderList &headers, const QDateTime &receivedAt);

} // namespace emberline
