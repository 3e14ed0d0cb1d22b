// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

namespace emberline {

/// Why @p wanted is refused in place of @p before though each part of it could be asked: it is more
/// than one view holds. Empty: it is not; what a file brought along can always be made less.
[[nodiscard]] QString excessSentence(const Query &before, const Query &wanted);

} // namespace emberline
