// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/linelayer.h"

#include "ui/theme/contrast.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace emberline {

namespace {

/// Qt Charts cuts lines at its plot area, half of one on the baseline too: its area is this much
/// larger than the plot on every side.
constexpr qreal margin = 12;

/// The points of @p run that are in view, with where it enters and leaves the plot.
QList<QPointF> pointsOf(const Series &series, const BucketSpan &run, const ChartFrame &frame)
{
    const auto at = [&series](std::size_t bucket) {
        return QPointF(static_cast<qreal>(bucket), drawableValue(series.values[bucket]));
    };
    const double from = std::max(frame.firstVisible, static_cast<double>(run.first));
    const double to = std::min(frame.lastVisible, static_cast<double>(run.last));
    QList<QPointF> points;
    if (from >= to) {
        return points;
    }
    const auto cut = [&at](double place) {
        const QPointF before = at(static_cast<std::size_t>(place));
        const QPointF after = at(static_cast<std::size_t>(place) + 1);
        return before + (after - before) * (place - before.x());
    };
    const auto first = static_cast<std::size_t>(std::ceil(from));
    const auto last = static_cast<std::size_t>(std::floor(to));
    points.reserve(static_cast<qsizetype>(last + 3 - std::min(first, last)));
    if (static_cast<double>(first) > from) {
        points.append(cut(from));
    }
    for (std::size_t i = first; i <= last; ++i) {
        points.append(at(i));
    }
    if (static_cast<double>(last) < to) {
        points.append(cut(to));
    }
    return points;
}

QPen linePen(const ChartPlan &plan, std::size_t series, bool dashed)
{
    const qreal width = plan.widthOf(series);
    QPen pen(plan.lineColor(series), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (dashed) {
        pen.setCapStyle(Qt::FlatCap); // others close the gaps
        pen.setDashPattern({plan.style.px(4) / width, plan.style.px(3) / width});
    }
    return pen;
}

/// Of what lies under a line of @p pen and parts it from those it crosses.
QPen casingPen(const ChartPlan &plan, const QPen &pen)
{
    QPen casing = pen;
    casing.setColor(withAlpha(plan.style.tokens().base, plan.content.opaque ? 1 : 0.85));
    casing.setWidthF(pen.widthF() + plan.style.px(2));
    return casing;
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
    const bool isDense = !plan.frame.isEmpty() && (plan.isDense() || plan.moving);
    m_chart->setVisible(!isDense);
    if (plan.frame.isEmpty()) {
        m_dense->setLines({}, {});
        clear();
        return;
    }
    prepare(plan.content.dataset);
    if (isDense) {
        clear();
        addDense(plan);
        return;
    }
    m_dense->setLines({}, {});
    std::vector<Stroke> strokes = strokesOf(plan);
    // To add a series takes long, and most changes (of size, say) leave all as they are.
    if (strokes == m_strokes) {
        place(plan);
        return;
    }
    clear(); // first: where other lines would lie in this place can be too far away to paint
    place(plan);
    draw(std::move(strokes));
}

void LineLayer::clear()
{
    if (!m_strokes.empty()) {
        m_chart->removeAllSeries();
        m_strokes.clear();
    }
}

void LineLayer::draw(std::vector<Stroke> strokes)
{
    for (const Stroke &stroke : strokes) {
        auto *line = new QLineSeries(m_chart); // the chart's
        line->replace(stroke.points);
        m_chart->addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
        line->setPen(stroke.pen); // the chart's theme sets one on adding
    }
    m_strokes = std::move(strokes);
}

void LineLayer::prepare(const DatasetPtr &dataset)
{
    if (m_dataset == dataset) {
        return;
    }
    m_dataset = dataset;
    m_prepared.clear();
    for (const Series &one : dataset->series) {
        const std::shared_ptr<const Series> series(dataset, &one);
        m_prepared.push_back(
            {.solid = std::make_shared<const Pyramid>(series, Pyramid::Lines::Solid),
             .dashed = std::make_shared<const Pyramid>(series, Pyramid::Lines::Dashed)});
    }
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
    const qreal beside = margin / frame.columnWidth();
    m_x->setRange(frame.firstVisible - beside, frame.lastVisible + beside);
    const qreal beyond = margin * frame.axis.top() / frame.plot.height();
    m_y->setRange(-beyond, frame.axis.top() + beyond);
}

void LineLayer::addDense(const ChartPlan &plan)
{
    std::vector<DenseLines::Line> lines;
    for (const std::size_t i : plan.drawingOrder()) {
        for (const bool dashed : {false, true}) {
            const auto &pyramid = dashed ? m_prepared[i].dashed : m_prepared[i].solid;
            if (!pyramid->isEmpty()) {
                lines.push_back({.pyramid = pyramid, .pen = linePen(plan, i, dashed)});
                lines.back().pen.setCapStyle(Qt::FlatCap);
            }
        }
    }
    m_dense->setLines(std::move(lines),
                      {.plot = plan.frame.plot,
                       .first = plan.frame.firstVisible,
                       .last = plan.frame.lastVisible,
                       .top = plan.frame.axis.top()});
}

std::vector<LineLayer::Stroke> LineLayer::strokesOf(const ChartPlan &plan) const
{
    std::vector<Stroke> strokes;
    for (const std::size_t i : plan.drawingOrder()) {
        addRuns(strokes, plan, i, false);
        addRuns(strokes, plan, i, true);
    }
    return strokes;
}

void LineLayer::addRuns(std::vector<Stroke> &strokes,
                        const ChartPlan &plan,
                        std::size_t series,
                        bool dashed) const
{
    const ChartFrame &frame = plan.frame;
    const BucketSpan touched = frame.touched();
    // A line may come from a bucket beyond the view.
    const BucketSpan view{.first = touched.first - std::min<std::size_t>(1, touched.first),
                          .last = touched.last + 1};
    const bool isCased = plan.isSparse() && !plan.content.clearGround && !dashed;
    const Pyramid &pyramid = dashed ? *m_prepared[series].dashed : *m_prepared[series].solid;
    for (const BucketSpan &run : cutSpans(pyramid.runs(), view)) {
        const QList<QPointF> points = pointsOf(plan.dataset().series[series], run, frame);
        if (points.size() < 2) {
            continue;
        }
        QPen pen = linePen(plan, series, dashed);
        if (points.front().x() <= frame.firstVisible || points.back().x() >= frame.lastVisible) {
            pen.setCapStyle(Qt::FlatCap); // a round one would stand out of the plot
        }
        if (isCased) {
            strokes.push_back({.points = points, .pen = casingPen(plan, pen)});
        }
        strokes.push_back({.points = points, .pen = pen});
    }
}

} // namespace emberline
