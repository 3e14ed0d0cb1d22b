// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

class QVBoxLayout;

namespace emberline {

class MessageBarStack;

/// The place above a dialog's footer where it says why something could not be kept; takes no room
/// while there is nothing to say.
[[nodiscard]] MessageBarStack *makeProblemPlace(QVBoxLayout *layout);

/// Without actions: what can be done is in the dialog. The dialog grows, if it has to.
void showDialogProblem(MessageBarStack *place, const Message &message);
/// The dialog is as high as before.
void hideDialogProblem(MessageBarStack *place);

} // namespace emberline
