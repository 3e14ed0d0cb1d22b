// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/series/dataset.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/workspacestore.h"
#include "ui/feedback/sentences.h"

#include <optional>

namespace emberline {

// The other half of the sentences: about answers that were used all the same, about keys, and about
// the file of workspaces.

/// This Qt can't make encrypted connections.
[[nodiscard]] Message noTlsMessage();

[[nodiscard]] Message clampedMessage(int count);
/// What the view is compared with is not there, or not all of it.
[[nodiscard]] Message earlierFailedMessage();
/// @p words came with an answer that was used.
[[nodiscard]] Message serverNoteMessage(const QString &words);
/// The weightiest of what is odd about @p dataset, if anything is.
[[nodiscard]] std::optional<Message> noticeMessage(const Dataset &dataset);

/// What was tried with a key.
enum class KeyTask {
    Load,
    Save, ///< where that failed, the key is kept for this session
    Remove ///< with its workspace
};

/// Why @p task did not go well for the key of @p workspaceName.
[[nodiscard]] Message keyMessage(KeyProblem problem, const QString &workspaceName, KeyTask task);
/// The workspace is open with a key that is not in the keychain.
[[nodiscard]] Message sessionKeyMessage(const QString &workspaceName);
/// The same, as the user wanted it.
[[nodiscard]] Message chosenSessionKeyMessage(const QString &workspaceName);
/// The keychain has not answered for a while; a key for this session would do.
[[nodiscard]] Message keychainStalledMessage();
/// The keychain has not answered for a while; it is to remove the key of @p workspaceName.
[[nodiscard]] Message removalStalledMessage(const QString &workspaceName);
[[nodiscard]] Message storeMessage(const StoreNotice &notice);
/// The key of @p workspaceName reached the keychain after another workspace was opened.
[[nodiscard]] Message keyStoredMessage(const QString &workspaceName);

} // namespace emberline
