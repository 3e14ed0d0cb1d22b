// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QObject>

namespace emberline {

class Clock;
class Commands;
class ViewController;
class WorkPage;

/// Overlay or side by side: commands, page and the one view follow each other.
class LayoutSwitch final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    LayoutSwitch(ViewController &controller,
                 const Commands &commands,
                 WorkPage &page,
                 const Clock &clock,
                 QObject *parent);

private:
    void choose(ChartLayout layout);
    void choosePanels(const PanelsLook &panels);
    void showView();
    void showNow();

    ViewController &m_controller;
    const Commands &m_commands;
    WorkPage &m_page;
    const Clock &m_clock;
};

} // namespace emberline
