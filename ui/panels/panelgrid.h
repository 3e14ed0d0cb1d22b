// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace emberline {

/// The room for panels, and what they need.
struct GridRoom
{
    QSize size = {};
    int count = 0;
    int columns = 1; ///< at most; fewer where they would become too narrow
    int labelWidth = 0; ///< of the widest label of any value axis
    bool sharedScale = true; ///< the first of a row is labelled for all of it
    int lane = 28; ///< above each plot, for the crosshair's date
    qreal k = 1; ///< the factor of look.md for everything but what is given here
    bool scrolls = true; ///< otherwise all rows share the height, however low they become
};

/// Where one panel is, with its header, and its plot, both in the grid.
struct PanelRects
{
    QRect panel = {};
    QRect plot = {};
    bool labelled = true; ///< its value axis
};

struct PanelGrid
{
    std::vector<PanelRects> panels = {};
    int columns = 1;
    int height = 0; ///< of them all: more than the room where they have to scroll
};

constexpr int panelHeaderHeight = 36;

/// Equal plots on whole pixels: 56 | W | 32 | W | 16, wider at the left where the labels are.
[[nodiscard]] PanelGrid placePanels(const GridRoom &room);

} // namespace emberline
