// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "ui/feedback/sentences.h"

#include <QDateTime>

namespace emberline {

// What is said of files that may hold a view.

/// The view that the file at @p path holds can be restored; @p fetchedAt is that of the picture, if
/// it has one. While nothing is open, there is nowhere to show it.
[[nodiscard]] Message restoreMessage(const QString &path,
                                     const View &view,
                                     const QDateTime &fetchedAt,
                                     bool isOpen);
/// Why there is nothing to restore.
[[nodiscard]] Message pictureMessage(const QString &path, const Error &error);

} // namespace emberline
