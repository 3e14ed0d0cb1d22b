// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

namespace emberline {

/// The place in the palette of a segment, for good: the one it has, else the lowest that no other
/// segment of @p workspace has, which is then noted there. -1 for no segment (all users).
[[nodiscard]] int colorSlotFor(Workspace &workspace, const QString &segmentId);

} // namespace emberline
