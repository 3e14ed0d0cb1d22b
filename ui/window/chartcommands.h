// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QObject>

#include <optional>

namespace emberline {

class ViewController;
class WorkPage;

/// What people do in the chart of the page, as steps of the view; and what the view says of the
/// part of the time axis that is shown, in the chart and in the overview.
class ChartCommands final : public QObject
{
    Q_OBJECT

public:
    /// @p controller and @p page outlive them.
    ChartCommands(ViewController &controller, WorkPage &page, QObject *parent);

    /// Undoes the nearest thing: what was begun in the chart, a running load, the zoom, that only
    /// one of several series is shown.
    void stepBack();

private:
    void zoom(const std::optional<Zoom> &zoom, bool continues);
    void moveRange(const Zoom &range, const std::optional<Zoom> &zoom);
    void showZoom();
    void goToRow(BucketTime bucket);

    ViewController &m_controller;
    WorkPage &m_page;
};

} // namespace emberline
