// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelgrid.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr int usualLeft = 56; ///< from the edge to the first plot
constexpr int inset = 16; ///< beside and between panels
constexpr int beforePlot = 8; ///< from the labels
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
    const auto px = [&room](int length) {
        return qRound(length * room.k);
    };
    const int edge = px(inset);
    const int left = std::max(px(usualLeft), edge + room.labelWidth + px(beforePlot));
    const int gap = edge + (room.sharedScale ? edge : left);
    const auto widthFor = [&](int columns) {
        return (room.size.width() - left - edge - (columns - 1) * gap) / columns;
    };
    int columns = std::clamp(room.columns, 1, room.count);
    while (columns > 1 && widthFor(columns) < px(leastWidth)) {
        --columns;
    }
    const int width = std::max(1, widthFor(columns));
    const int rows = (room.count + columns - 1) / columns;
    const int inSight = room.scrolls ? std::min(rows, mostRows) : rows;
    const int above = px(panelHeaderHeight) + px(room.lane);
    const int around = above + px(labelsHeight);
    const int free = room.size.height() - inSight * around - (inSight - 1) * px(between);
    const int height = std::max(room.scrolls ? px(leastHeight) : 1, free / inSight);
    for (int i = 0; i < room.count; ++i) {
        const int column = i % columns;
        const int top = (i / columns) * (around + height + px(between));
        const int plotLeft = left + column * (width + gap);
        const bool labelled = column == 0 || !room.sharedScale;
        const int panelLeft = plotLeft - (labelled ? left : edge);
        const QRect plot(plotLeft, top + above, width, height);
        grid.panels.push_back(
            {.panel = QRect(QPoint(panelLeft, top),
                            QSize(plotLeft - panelLeft + width + edge, around + height)),
             .plot = plot,
             .labelled = labelled});
    }
    grid.columns = columns;
    grid.height = rows * (around + height) + (rows - 1) * px(between);
    return grid;
}

} // namespace emberline
