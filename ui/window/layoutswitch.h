// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QObject>

namespace emberline {

class Clock;
class ViewController;
class WorkPage;

/// Overlay or side by side: the page follows the one view.
class LayoutSwitch final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    LayoutSwitch(ViewController &controller, WorkPage &page, const Clock &clock, QObject *parent);

private:
    void choosePanels(const PanelsLook &panels);
    void chooseOrder(const QStringList &keys);
    void chooseHidden(const std::vector<SeriesId> &hidden);
    void chooseZoom(const std::optional<Zoom> &zoom, bool continues);
    void showView();
    void showNow();

    ViewController &m_controller;
    WorkPage &m_page;
    const Clock &m_clock;
};

} // namespace emberline
