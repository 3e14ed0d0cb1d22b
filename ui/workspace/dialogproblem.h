// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

#include <QWidget>

namespace emberline {

class MessageBarStack;

/// The place above a dialog's footer where it says why something could not be kept. The dialog
/// grows by it, and is as before when there is nothing to say any more.
class DialogProblem final : public QWidget
{
    Q_OBJECT

public:
    explicit DialogProblem(QWidget *parent = nullptr);

    /// Without the actions of @p message: what can be done is in the dialog.
    void tell(const Message &message);
    void clear();

private:
    MessageBarStack *m_bars; // child
    int m_heightBefore = 0; ///< of the dialog
};

} // namespace emberline
