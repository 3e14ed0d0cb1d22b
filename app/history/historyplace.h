// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace emberline {

/// The file in @p folder that keeps what was loaded of a workspace. It is another one for another
/// endpoint: the same event is counted by another company there.
[[nodiscard]] QString historyPath(const QString &folder,
                                  const QString &workspaceId,
                                  const QUrl &endpoint);

/// The files in @p folder that keep something of a workspace, one for each endpoint it had.
[[nodiscard]] QStringList historyFiles(const QString &folder, const QString &workspaceId);

/// Bytes on the disk of all that @p folder keeps of a workspace, what was set aside as damaged
/// included.
[[nodiscard]] qint64 historyBytes(const QString &folder, const QString &workspaceId);

/// Deletes what @p folder has set aside of a workspace because it was damaged; whether nothing of
/// it is left.
bool removeDamagedHistory(const QString &folder, const QString &workspaceId);

/// Deletes all that @p folder keeps of a workspace, what was set aside as damaged included.
void removeHistory(const QString &folder, const QString &workspaceId);

} // namespace emberline
