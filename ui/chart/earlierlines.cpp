// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/earlierlines.h"

#include "app/series/valueaxis.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/denselines.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr std::size_t mostRings = 12; ///< on more lines they would hide the lines
constexpr qreal dimmedOpacity = 0.25; ///< as that of the series' lines

/// @p earlier, missing where there is nothing to compare: where @p now or itself is not whole.
Series comparableOf(const Series &earlier, const Series &now)
{
    Series result{.key = earlier.key,
                  .values = earlier.values,
                  .states = earlier.states,
                  .fetchedAt = earlier.fetchedAt};
    for (std::size_t i = 0; i < result.states.size(); ++i) {
        const bool isWhole = result.states[i] != BucketState::Incomplete
                          && now.states[i] != BucketState::Incomplete;
        if (!isWhole) {
            result.states[i] = BucketState::Missing;
            result.values[i] = 0;
        }
    }
    return result;
}

double largestOf(const Series &series)
{
    double largest = 0;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (series.states[i] == BucketState::Counted) {
            largest = std::max(largest, drawableValue(series.values[i]));
        }
    }
    return largest;
}

/// @p part of @p color on @p ground.
QColor mixed(const QColor &color, const QColor &ground, qreal part)
{
    const auto channel = [part](int above, int below) {
        return qRound(above * part + below * (1 - part));
    };
    return {channel(color.red(), ground.red()),
            channel(color.green(), ground.green()),
            channel(color.blue(), ground.blue())};
}

} // namespace

std::shared_ptr<const EarlierLines> earlierLinesOf(const Dataset &dataset,
                                                   const std::vector<Earlier> &earlier)
{
    auto lines = std::make_shared<EarlierLines>();
    for (const Earlier &one : earlier) {
        EarlierLines::Period period{.times = one.times};
        for (std::size_t i = 0; i < one.series.size(); ++i) {
            period.series.push_back(comparableOf(one.series[i], dataset.series[i]));
            lines->largest = std::max(lines->largest, largestOf(period.series.back()));
        }
        lines->periods.push_back(std::move(period));
    }
    return lines;
}

QColor earlierColor(const ChartStyle &style, int colorSlot)
{
    return mixed(style.series(colorSlot), style.tokens().base, style.tokens().comparisonOpacity);
}

QColor dimmedEarlierColor(const ChartStyle &style, int colorSlot)
{
    return mixed(earlierColor(style, colorSlot), style.tokens().base, dimmedOpacity);
}

void addEarlierPoints(Sketch &sketch, const ChartPlan &plan, std::size_t bucket)
{
    const ChartStyle &style = plan.style;
    for (const EarlierLines::Period &period : plan.content.earlier->periods) {
        for (std::size_t i = 0; i < period.series.size() && period.series.size() <= mostRings;
             ++i) {
            const DatasetModel::Look &look = plan.content.looks[i];
            if (look.hidden || !hasValue(period.series[i].states[bucket])) {
                continue;
            }
            sketch.discs.push_back(
                {.center = QPointF(plan.frame.centerOf(bucket),
                                   plan.frame.yOf(period.series[i].values[bucket])),
                 .radius = style.px(2.5),
                 .pen = QPen(earlierColor(style, look.colorSlot), style.px(1)),
                 .brush = style.tokens().base});
        }
    }
}

EarlierLayer::EarlierLayer(qreal z, QGraphicsItem *parent)
    : m_lines(new DenseLines(z, parent))
{ }

void EarlierLayer::show(const ChartPlan &plan)
{
    prepare(plan.content.earlier);
    std::vector<DenseLines::Line> lines;
    // The nearest is drawn last, over the others.
    for (std::size_t period = m_prepared.size(); !plan.frame.isEmpty() && period-- > 0;) {
        for (std::size_t i = 0; i < m_prepared[period].size(); ++i) {
            const DatasetModel::Look &look = plan.content.looks[i];
            if (look.hidden || m_prepared[period][i]->isEmpty()) {
                continue;
            }
            const QPen pen(plan.isDimmed(i) ? dimmedEarlierColor(plan.style, look.colorSlot)
                                            : earlierColor(plan.style, look.colorSlot),
                           plan.style.px(1),
                           Qt::SolidLine,
                           plan.moving ? Qt::FlatCap : Qt::RoundCap,
                           Qt::RoundJoin);
            lines.push_back({.pyramid = m_prepared[period][i], .pen = pen});
        }
    }
    m_lines->setLines(std::move(lines),
                      {.plot = plan.frame.plot,
                       .first = plan.frame.firstVisible,
                       .last = plan.frame.lastVisible,
                       .top = plan.frame.axis.top()});
}

void EarlierLayer::prepare(const std::shared_ptr<const EarlierLines> &lines)
{
    if (m_shown == lines) {
        return;
    }
    m_shown = lines;
    m_prepared.clear();
    for (const EarlierLines::Period &period : lines->periods) {
        std::vector<std::shared_ptr<const Pyramid>> prepared;
        for (const Series &one : period.series) {
            const std::shared_ptr<const Series> series(lines, &one);
            prepared.push_back(std::make_shared<const Pyramid>(series, Pyramid::Lines::Solid));
        }
        m_prepared.push_back(std::move(prepared));
    }
}

} // namespace emberline
