// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"
#include "app/series/calendarticks.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartstyle.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace emberline {

/// Everything a chart is made of. Equal input gives the same chart, on screen and in a picture.
struct ChartContent
{
    DatasetPtr dataset = std::make_shared<const Dataset>();
    std::vector<DatasetModel::Look> looks = {};
    QString title = {}; ///< empty: no head
    QString subtitle = {};
    qreal headTaken = 0; ///< of the head's first line, at its right end
    QLocale locale = {};
    Qt::DayOfWeek weekStart = Qt::Monday;
    QSizeF size = {};
    qreal inset = 16; ///< from the scene's edges to everything
    qreal gutter = 40; ///< at least, from the inset to the plot
    bool clearGround = false; ///< nothing may be painted in the plot's colour under lines
};

/// One label at a line's end.
struct EndLabel
{
    std::size_t series = 0;
    QString name = {}; ///< fit for the screen and short enough
    QString value = {};
    qreal wantedY = 0; ///< where the line ends
    qreal y = 0;
    bool leader = false; ///< the line reaches the last bucket
};

/// One series in the legend row of a chart that is too full or too narrow for end labels.
struct LegendEntry
{
    int colorSlot = -1;
    QString name = {}; ///< "and 88 more" without a swatch for the last, if not all fit
    bool swatch = true;
    QPointF position = {}; ///< left, middle
};

/// Where things are: the plot, its scales and its labels, in scene coordinates.
struct ChartFrame
{
    QRectF head = {}; ///< title and subtitle; empty without
    bool subtitleBeside = false; ///< low charts have it beside the title
    std::vector<LegendEntry> legend = {}; ///< empty where lines are labelled at their ends
    QRectF plot = {}; ///< whole numbers
    QString laneText = {}; ///< "so far, to 14:05", right-aligned above the plot
    QRectF lane = {}; ///< where it stands, with its ring
    ValueAxis axis = {};
    std::vector<CalendarTick> ticks = {};
    std::vector<EndLabel> endLabels = {};
    std::size_t buckets = 0;

    [[nodiscard]] bool isEmpty() const { return buckets == 0; }
    [[nodiscard]] qreal columnWidth() const;
    [[nodiscard]] qreal centerOf(std::size_t bucket) const;
    [[nodiscard]] qreal yOf(double value) const;
    /// The columns from @p first to @p last, as high as the plot, on whole pixels.
    [[nodiscard]] QRectF columns(std::size_t first, std::size_t last) const;
    /// The bucket whose column is at @p x; beyond the plot the nearest.
    [[nodiscard]] std::size_t bucketAt(qreal x) const;
};

[[nodiscard]] ChartFrame frameFor(const ChartContent &content, const ChartStyle &style);

/// Why @p bucket, which is incomplete, is not whole: "so far, to 14:05", "cut by the range", or
/// both. The lane above the plot says it of the last one.
[[nodiscard]] QString soFarText(const Dataset &dataset, std::size_t bucket, const QLocale &locale);

} // namespace emberline
