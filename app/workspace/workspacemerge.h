// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

namespace emberline {

/// @p theirs with what @p ours changed of @p base: what another process did to the same workspace
/// stays, entry by entry in its lists. Where both changed the same thing, ours counts.
[[nodiscard]] Workspace mergedWorkspace(const Workspace &base,
                                        const Workspace &ours,
                                        const Workspace &theirs);

} // namespace emberline
