// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QObject>

namespace emberline {

class Commands;
class QueryForm;
class QuerySide;
class ViewController;
class WorkPage;

/// Lets commands and form change with what the answer is compared and how it is laid out, and shows
/// in both what the view says; undoes and does again the steps of the view. Gives lines their
/// shapes, and shows the page as others see it.
class LookActions final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it; @p page owns it.
    LookActions(ViewController &controller,
                Commands &commands,
                QueryForm &form,
                QuerySide &side,
                WorkPage *page);

private:
    void setCompleteOnly(bool completeOnly);
    void setLayout(ChartLayout layout);
    void showView();

    ViewController &m_controller;
    Commands &m_commands;
};

} // namespace emberline
