// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/linelayer.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

constexpr std::size_t mostSeriesPoints = 2'000;

/// Qt Charts cuts lines at its plot area, half of one on the baseline too: its area is this much
/// larger than the plot on every side.
constexpr qreal margin = 12;

QList<QPointF> pointsOf(const Series &series, const BucketSpan &span)
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(span.last - span.first) + 1);
    for (std::size_t i = span.first; i <= span.last; ++i) {
        points.append(QPointF(static_cast<qreal>(i), drawableValue(series.values[i])));
    }
    return points;
}

QPen linePen(const ChartPlan &plan, int slot, bool dashed)
{
    const qreal width = plan.lineWidth(slot);
    QPen pen(plan.style.series(slot), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (dashed) {
        pen.setCapStyle(Qt::FlatCap); // others close the gaps
        pen.setDashPattern({plan.style.px(4) / width, plan.style.px(3) / width});
    }
    return pen;
}

} // namespace

LineLayer::LineLayer(qreal z, QGraphicsItem *parent)
    : m_chart(new QChart(parent))
    , m_x(new QValueAxis(m_chart))
    , m_y(new QValueAxis(m_chart))
    , m_dense(new DenseLines(z, parent))
{
    m_chart->setZValue(z);
    m_chart->setAcceptedMouseButtons(Qt::NoButton);
    m_chart->setAcceptHoverEvents(false);
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    m_x->hide();
    m_y->hide();
}

void LineLayer::show(const ChartPlan &plan)
{
    m_chart->removeAllSeries();
    m_dense->setLines({}, {});
    if (plan.frame.isEmpty()) {
        return;
    }
    place(plan);
    addLines(plan);
}

void LineLayer::place(const ChartPlan &plan)
{
    const ChartFrame &frame = plan.frame;
    m_chart->resize(plan.content.size);
    m_chart->setPlotArea(frame.plot.adjusted(-margin, -margin, margin, margin));
    // On a chart that is shown setPlotArea() alone would move the series and nothing else.
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();

    // Columns are equal, whatever the length of a month: x is the bucket's place.
    const qreal beside = 0.5 + margin / frame.columnWidth();
    m_x->setRange(-beside, static_cast<qreal>(frame.buckets) - 1 + beside);
    const qreal beyond = margin * frame.axis.top() / frame.plot.height();
    m_y->setRange(-beyond, frame.axis.top() + beyond);
}

void LineLayer::addLines(const ChartPlan &plan)
{
    const Dataset &dataset = plan.dataset();
    if (dataset.series.size() * dataset.times.size() <= mostSeriesPoints) {
        for (std::size_t i = 0; i < dataset.series.size(); ++i) {
            for (const LineRun &run : runsOf(dataset.series[i])) {
                addRun(plan, i, run);
            }
        }
        return;
    }
    std::vector<DenseLines::Line> lines;
    for (std::size_t i = 0; i < dataset.series.size(); ++i) {
        const Series &series = dataset.series[i];
        for (const LineRun &run : runsOf(series)) {
            DenseLines::Line line{
                .pen = linePen(plan, plan.content.looks[i].colorSlot, run.dashed)};
            line.pen.setCapStyle(Qt::FlatCap);
            line.points.reserve(static_cast<qsizetype>(run.span.last - run.span.first) + 1);
            for (std::size_t b = run.span.first; b <= run.span.last; ++b) {
                line.points.append(
                    QPointF(plan.frame.centerOf(b), plan.frame.yOf(series.values[b])));
            }
            lines.push_back(std::move(line));
        }
    }
    // Lines on the baseline reach half their width below the plot.
    m_dense->setLines(std::move(lines), plan.frame.plot.adjusted(-margin, -margin, margin, margin));
}

void LineLayer::addRun(const ChartPlan &plan, std::size_t series, const LineRun &run)
{
    const int slot = plan.content.looks[series].colorSlot;
    const QList<QPointF> points = pointsOf(plan.dataset().series[series], run.span);
    if (plan.isSparse() && !plan.content.clearGround && !run.dashed) {
        QColor color = plan.style.tokens().base;
        color.setAlphaF(0.85F);
        auto *casing = new QLineSeries(m_chart);
        casing->replace(points);
        add(casing);
        casing->setPen(QPen(color,
                            plan.lineWidth(slot) + plan.style.px(2),
                            Qt::SolidLine,
                            Qt::RoundCap,
                            Qt::RoundJoin));
    }
    auto *line = new QLineSeries(m_chart);
    line->replace(points);
    add(line);
    line->setPen(linePen(plan, slot, run.dashed));
}

/// The chart's theme sets the pen on adding: ours comes after.
void LineLayer::add(QLineSeries *line)
{
    m_chart->addSeries(line);
    line->attachAxis(m_x);
    line->attachAxis(m_y);
}

} // namespace emberline
