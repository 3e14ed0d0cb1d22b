// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/workspace/workspace.h"

#include <QByteArray>

namespace emberline {

/// What stands in workspaces.json: never a key, only where each one is.
struct WorkspaceFile
{
    std::vector<Workspace> workspaces = {};
    QString currentId = {}; ///< what was open last: "demo", or of one that may be gone; or empty

    friend bool operator==(const WorkspaceFile &, const WorkspaceFile &) = default;
};

/// The version of the format that toBytes() writes.
inline constexpr int workspaceFileVersion = 1;

/// The version that @p bytes say they have, whatever else is in them; 0 when they say none.
[[nodiscard]] int workspaceFileVersionOf(const QByteArray &bytes);

[[nodiscard]] QByteArray toBytes(const WorkspaceFile &file);

/// Reads what toBytes() wrote. Strict: an unknown key, a wrong type, an endpoint that would not be
/// accepted from the user, an unknown zone or two equal ids are an error that names the place.
[[nodiscard]] Result<WorkspaceFile> workspaceFileFromBytes(const QByteArray &bytes);

/// A UUID as new workspaces get it, or "demo".
[[nodiscard]] bool isWorkspaceId(const QString &id);

} // namespace emberline
