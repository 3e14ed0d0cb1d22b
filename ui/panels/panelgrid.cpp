// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelgrid.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr int usualLeft = 56; ///< from the edge to the first plot
constexpr int inset = 16; ///< beside and between panels
constexpr int beforePlot = 8; ///< from the labels
constexpr int laneHeight = 28; ///< above the plot, for the crosshair's date
constexpr int labelsHeight = 32; ///< below it
constexpr int between = 12; ///< two rows
constexpr int leastWidth = 160; ///< of a plot
constexpr int leastHeight = 96;
constexpr int mostRows = 3; ///< that share the height; of more, so many are in sight

} // namespace

PanelGrid placePanels(const GridRoom &room)
{
    PanelGrid grid;
    if (room.count == 0) {
        return grid;
    }
    const int left = std::max(usualLeft, inset + room.labelWidth + beforePlot);
    const int gap = inset + (room.sharedScale ? inset : left);
    const auto widthFor = [&](int columns) {
        return (room.size.width() - left - inset - (columns - 1) * gap) / columns;
    };
    int columns = std::clamp(room.columns, 1, room.count);
    while (columns > 1 && widthFor(columns) < leastWidth) {
        --columns;
    }
    const int width = std::max(1, widthFor(columns));
    const int rows = (room.count + columns - 1) / columns;
    const int inSight = std::min(rows, mostRows);
    const int around = panelHeaderHeight + laneHeight + labelsHeight;
    const int free = room.size.height() - inSight * around - (inSight - 1) * between;
    const int height = std::max(leastHeight, free / inSight);
    for (int i = 0; i < room.count; ++i) {
        const int column = i % columns;
        const int top = (i / columns) * (around + height + between);
        const int plotLeft = left + column * (width + gap);
        const bool labelled = column == 0 || !room.sharedScale;
        const int panelLeft = plotLeft - (labelled ? left : inset);
        const QRect plot(plotLeft, top + panelHeaderHeight + laneHeight, width, height);
        grid.panels.push_back(
            {.panel = QRect(QPoint(panelLeft, top),
                            QSize(plotLeft - panelLeft + width + inset, around + height)),
             .plot = plot,
             .labelled = labelled});
    }
    grid.columns = columns;
    grid.height = rows * (around + height) + (rows - 1) * between;
    return grid;
}

} // namespace emberline
