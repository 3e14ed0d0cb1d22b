// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/keykeeper.h"
#include "ui/feedback/sentences.h"

namespace emberline {

/// What stands in the work area in place of a workspace that is not open for want of its key.
struct Obstacle
{
    QString title = {};
    Message message = {}; ///< its first action is the one to try

    friend bool operator==(const Obstacle &, const Obstacle &) = default;
};

/// The key of @p workspaceName could not be loaded.
[[nodiscard]] Obstacle keyObstacle(KeyProblem problem, const QString &workspaceName);
/// The keychain has not answered for a while.
[[nodiscard]] Obstacle stalledObstacle(const QString &workspaceName);

} // namespace emberline
