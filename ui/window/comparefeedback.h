// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

#include <QObject>

namespace emberline {

class ViewController;
class WorkPage;

/// Tells in a bar that an earlier period did not come, as long as that is so.
class CompareFeedback final : public QObject
{
    Q_OBJECT

public:
    /// @p controller outlives it; @p page owns it.
    CompareFeedback(ViewController &controller, WorkPage *page);

private:
    void tell();
    void forget();
    void act(const QString &bar, MessageAction action);

    ViewController &m_controller;
    WorkPage &m_page;
};

} // namespace emberline
