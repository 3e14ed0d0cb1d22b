// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QString>

namespace emberline {

/// Why a query can't be asked, for the line under the field that it is about.
[[nodiscard]] QString problemSentence(QueryProblem problem);

} // namespace emberline
