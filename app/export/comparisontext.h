// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/comparison.h"
#include "app/series/earlier.h"

#include <QLocale>
#include <QString>

namespace emberline {

/// What the thin lines of a chart are: "previous period, 20 Sep – 19 Oct", with the year where it
/// is not that of @p shown, the last day of what they are compared with. Empty without @p earlier.
[[nodiscard]] QString comparisonText(const Comparison &comparison,
                                     const std::vector<Earlier> &earlier,
                                     QDate shown,
                                     const QLocale &locale);

} // namespace emberline
