// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace emberline {

/// Where labels may stand.
struct LabelBand
{
    double top = 0;
    double bottom = 0;
    double pitch = 20; ///< least distance from one label to the next
};

/// Places for labels that want to stand at @p wanted: as near to it as the pitch and the band
/// allow, in the same order from top to bottom. Too many labels share the band evenly.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted,
                                               const LabelBand &band);

} // namespace emberline
