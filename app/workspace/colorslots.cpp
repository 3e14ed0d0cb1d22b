// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/colorslots.h"

#include <algorithm>

namespace emberline {

int colorSlotFor(Workspace &workspace, const QString &segmentId)
{
    if (segmentId.isEmpty()) {
        return -1;
    }
    const auto held = workspace.colorSlots.constFind(segmentId);
    if (held != workspace.colorSlots.cend()) {
        return *held;
    }
    const auto isTaken = [&](int slot) {
        return std::find(workspace.colorSlots.cbegin(), workspace.colorSlots.cend(), slot)
            != workspace.colorSlots.cend();
    };
    int slot = 0;
    while (isTaken(slot)) {
        ++slot;
    }
    workspace.colorSlots.insert(segmentId, slot);
    return slot;
}

} // namespace emberline
