// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace emberline {

/// The file in @p folder that keeps what was loaded of a workspace. It is another one for another
/// endpoint: the same event is counted by another company there.
[[nodiscard]] QString historyPath(const QString &folder,
                                  const QString &workspaceId,
                                  const QUrl &endpoint);

/// Deletes all that @p folder keeps of a workspace, what was set aside as damaged included.
void removeHistory(const QString &folder, const QString &workspaceId);

} // namespace emberline
