// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/storeerror.h"
#include "ui/feedback/sentences.h"

namespace emberline {

// What is said of workspaces that could not be kept. The detail of an error is for *Details* only.

/// Why the workspace @p name was not saved, renamed or removed.
[[nodiscard]] Message storeErrorMessage(const StoreError &error, const QString &name);
[[nodiscard]] QString sentenceFor(NameProblem problem);

/// Why @p asked could not be opened: the name of a workspace, or the id of one that is gone.
[[nodiscard]] Message openingMessage(const QString &asked, const Error &error);
/// The view file at @p path could not be opened.
[[nodiscard]] Message viewFileMessage(const QString &path, const Error &error);

} // namespace emberline
