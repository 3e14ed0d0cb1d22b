// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"

#include <optional>

namespace emberline {

/// Why a workspace cannot be called so.
enum class NameProblem {
    Empty,
    TooLong, ///< more than 200 characters
    Taken, ///< by another workspace, big and small letters alike
    Reserved ///< "demo" means the demo, on the command line too
};

/// Why the list of workspaces was not changed.
enum class StoreRefusal {
    NotWritten, ///< no rights, no room
    Busy, ///< another process has been changing it for two seconds
    Newer, ///< written by a newer version
    Unreadable,
    Gone, ///< no workspace has this id, any more
    BadName, ///< see nameProblem
    Invalid ///< it would not be read again
};

struct StoreError
{
    StoreRefusal refusal = StoreRefusal::NotWritten;
    std::optional<NameProblem> nameProblem = {};
    QString place = {}; ///< the folder or file it is about
    QString detail = {}; ///< never translated

    friend bool operator==(const StoreError &, const StoreError &) = default;
};

/// @p error for the log and "Details".
[[nodiscard]] Error errorOf(const StoreError &error);

} // namespace emberline
