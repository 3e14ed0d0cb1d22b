// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetmodel.h"
#include "app/series/calendarticks.h"
#include "app/series/outline.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartstyle.h"
#include "ui/chart/earlierlines.h"

#include <QRectF>
#include <QSizeF>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace emberline {

/// A stretch of the time axis, on which bucket i is at i and its column reaches from i - 0.5 to
/// i + 0.5.
using VisibleSpan = std::pair<double, double>;

/// How a chart stands among others side by side, with which it shares its edges and its scale. It
/// has one line of labels under the axis, and nothing beside the plot but the axis' own.
struct PanelPlace
{
    QRectF plot = {}; ///< whole numbers, in scene coordinates
    double largest = 0; ///< of all that stands on the same scale
    bool valueLabels = true;

    friend bool operator==(const PanelPlace &, const PanelPlace &) = default;
};

/// Everything a chart is made of. Equal input gives the same chart, on screen and in a picture.
struct ChartContent
{
    DatasetPtr dataset = std::make_shared<const Dataset>();
    std::shared_ptr<const Outline> outline = {}; ///< of the dataset; none: found anew each time
    std::vector<DatasetModel::Look> looks = {};
    /// What the series are compared with; never null.
    std::shared_ptr<const EarlierLines> earlier = std::make_shared<const EarlierLines>();
    QString title = {}; ///< empty: no head
    QString subtitle = {};
    QString comparison = {}; ///< what the earlier lines are, after the subtitle
    qreal headTaken = 0; ///< of the head's first line, at its right end
    QLocale locale = {};
    Qt::DayOfWeek weekStart = Qt::Monday;
    QSizeF size = {};
    qreal inset = 16; ///< from the scene's edges to everything
    qreal gutter = 40; ///< at least, from the inset to the plot
    std::optional<VisibleSpan> visible = {}; ///< what is shown; none: everything
    double largest = 0; ///< of what stands on the same scale elsewhere
    std::optional<PanelPlace> panel = {}; ///< one of several; none: it is alone
    bool endLabels = true; ///< where they fit; a legend takes their place where they don't
    bool legend = false; ///< in any case
    bool opaque = false; ///< no colour is translucent, for vector formats
    bool clearGround = false; ///< nothing may be painted in the plot's colour under lines
    bool pointable = false; ///< a pointer can tell lines apart that have no colour of their own
    std::optional<std::size_t> emphasized = {}; ///< the other lines step back behind this series

    /// Whether @p series is drawn.
    [[nodiscard]] bool shows(std::size_t series) const { return !looks[series].hidden; }
    /// Those that are drawn, in their order.
    [[nodiscard]] std::vector<std::size_t> shownSeries() const;
    [[nodiscard]] std::size_t shownCount() const;
};

/// One label at a line's end.
struct EndLabel
{
    std::size_t series = 0;
    QString name = {}; ///< fit for the screen and short enough
    QString value = {}; ///< of the last bucket; empty when that is not in view
    qreal wantedY = 0; ///< where the line ends, or leaves the plot
    qreal y = 0;
    bool leader = false; ///< the line reaches the last bucket, or the plot's edge
};

/// One series in the legend row of a chart that is too full or too narrow for end labels.
struct LegendEntry
{
    std::size_t series = 0; ///< means nothing without a swatch
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
    double firstVisible = -0.5; ///< at the plot's left edge
    double lastVisible = -0.5; ///< at its right edge
    std::shared_ptr<const Outline> outline = {}; ///< of the dataset

    [[nodiscard]] bool isEmpty() const { return buckets == 0; }
    /// Everything is in view.
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] qreal columnWidth() const;
    /// Where @p place of the time axis is, also beyond the plot.
    [[nodiscard]] qreal xOf(double place) const;
    /// What of the time axis is at @p x.
    [[nodiscard]] double placeAt(qreal x) const;
    [[nodiscard]] qreal centerOf(std::size_t bucket) const;
    [[nodiscard]] qreal yOf(double value) const;
    /// The columns from @p first to @p last, of which some are in view: as high as the plot, cut
    /// to it, on whole pixels.
    [[nodiscard]] QRectF columns(std::size_t first, std::size_t last) const;
    /// The bucket whose column is at @p x; beyond the plot, and where its middle is, the nearest.
    [[nodiscard]] std::size_t bucketAt(qreal x) const;

    /// The buckets whose middle is in view, at least one; only for a frame that is not empty.
    [[nodiscard]] BucketSpan shown() const;
    [[nodiscard]] bool shows(std::size_t bucket) const;
    /// The buckets of whose columns a part is in view.
    [[nodiscard]] BucketSpan touched() const;
};

/// @p visible as far as there is data of so many @p buckets, but at least one bucket wide.
[[nodiscard]] VisibleSpan boundedSpan(const std::optional<VisibleSpan> &visible,
                                      std::size_t buckets);

[[nodiscard]] ChartFrame frameFor(const ChartContent &content, const ChartStyle &style);

/// Turns @p frame, which is that of the same content but for what is visible, to what is visible
/// now. The plot stays where it is.
void turnFrame(ChartFrame &frame, const ChartContent &content, const ChartStyle &style);

/// The value of the last bucket in full, or a dash.
[[nodiscard]] QString lastValueText(const Series &series, const QLocale &locale);

/// Why @p bucket, which is incomplete, is not whole: "so far, to 14:05", "cut by the range", or
/// both. The lane above the plot says it of the last one.
[[nodiscard]] QString soFarText(const Dataset &dataset, std::size_t bucket, const QLocale &locale);

} // namespace emberline
