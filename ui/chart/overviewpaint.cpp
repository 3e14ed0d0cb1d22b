// SPDX-License-Identifier: GPL-3.0-or-later
// How the overview looks.
#include "app/models/datasetmodel.h"
#include "app/series/calendarticks.h"
#include "app/series/valueaxis.h"
#include "ui/chart/columnspans.h"
#include "ui/chart/overview.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int labelTop = 2; ///< below the strip
constexpr int labelHeight = 16;
constexpr qreal lineWidth = 1.25;
constexpr qreal room = 4; ///< of the lines from the strip's edges
constexpr qreal restOpacity = 0.45;
constexpr QSize handleSize(8, 16);
constexpr std::size_t sparse = 2'000; ///< points of all lines together: more are painted in spans

qreal yOf(double value, double top, qreal height)
{
    return height - room - drawableValue(value) / top * (height - 2 * room);
}

/// The first bucket of each month, and what it is called: "Nov", in January the year.
std::vector<CalendarTick> monthTicks(const Dataset &dataset, const QLocale &locale)
{
    std::vector<CalendarTick> ticks;
    QDate before;
    for (std::size_t i = 0; i < dataset.times.size(); ++i) {
        const QDate day = dataset.granularity == Granularity::Hour
                            ? QDateTime::fromMSecsSinceEpoch(dataset.times[i], dataset.zone).date()
                            : dayOf(dataset.times[i]);
        if (before.isValid() && (day.month() != before.month() || day.year() != before.year())) {
            ticks.push_back({.bucket = i,
                             .line1 = day.month() == 1 ? locale.toString(day, u"yyyy"_s)
                                                       : locale.standaloneMonthName(
                                                           day.month(), QLocale::ShortFormat)});
        }
        before = day;
    }
    return ticks;
}

std::vector<CalendarTick> ticksOf(const Dataset &dataset,
                                  const QLocale &locale,
                                  const QFont &font,
                                  qreal columnWidth)
{
    std::vector<CalendarTick> months = monthTicks(dataset, locale);
    constexpr std::size_t few = 2;
    if (months.size() > few) {
        return months;
    }
    const CalendarAxis axis{.times = dataset.times,
                            .granularity = dataset.granularity,
                            .zone = dataset.zone,
                            .weekStart = Qt::Monday,
                            .locale = locale};
    return calendarTicks(
        axis, {.columnWidth = columnWidth, .gap = 24, .widthOf = [&font](const QString &text) {
                   return textWidth(text, font);
               }});
}

} // namespace

double Overview::largest() const
{
    double value = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].hidden) {
            for (const double one : m_dataset->series[i].values) {
                value = std::max(value, drawableValue(one));
            }
        }
    }
    return value > 0 ? value : 1;
}

void Overview::drawLines()
{
    if (m_lines.empty()) {
        for (std::size_t i = 0; i < m_dataset->series.size(); ++i) {
            const std::shared_ptr<const Series> series(m_dataset, &m_dataset->series[i]);
            m_lines.push_back(
                {.solid = std::make_shared<const Pyramid>(series, Pyramid::Lines::Solid),
                 .dashed = std::make_shared<const Pyramid>(series, Pyramid::Lines::Dashed),
                 .slot = m_model != nullptr ? m_model->look(i).colorSlot : -1,
                 .hidden = m_model != nullptr && m_model->look(i).hidden});
        }
    }
    const qreal ratio = devicePixelRatioF();
    const QSize size = (QSizeF(strip().size()) * ratio).toSize();
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (m_lines.size() * count() > sparse) {
        drawDense(image);
        image.setDevicePixelRatio(ratio);
    } else {
        image.setDevicePixelRatio(ratio);
        drawSparse(image);
    }
    m_image = image;
}

void Overview::drawDense(QImage &image) const
{
    const Tokens &tokens = tokensFor(palette());
    const qreal ratio = devicePixelRatioF();
    const double top = largest();
    const ColumnGrid grid{
        .first = -0.5, .last = static_cast<double>(count()) - 0.5, .count = image.width()};
    std::vector<SpanLine> lines;
    for (const Line &line : m_lines) {
        for (const Pyramid *pyramid : {line.solid.get(), line.dashed.get()}) {
            if (line.hidden || pyramid->isEmpty()) {
                continue;
            }
            std::vector<ValueSpan> spans = pyramid->spans(grid);
            for (ValueSpan &span : spans) {
                if (!span.isEmpty()) {
                    const qreal height = strip().height();
                    span = {.low = yOf(span.high, top, height) * ratio,
                            .high = yOf(span.low, top, height) * ratio};
                }
            }
            lines.push_back({.spans = std::move(spans),
                             .color = seriesColor(tokens, line.slot),
                             .width = lineWidth * ratio});
        }
    }
    paintColumnSpans(image, lines);
}

void Overview::drawSparse(QImage &image) const
{
    const Tokens &tokens = tokensFor(palette());
    const double top = largest();
    const QRect area = strip();
    const qreal column = area.width() / static_cast<qreal>(count());
    const ColumnGrid grid{
        .first = -0.5, .last = static_cast<double>(count()) - 0.5, .count = image.width()};
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paint = [&](const Pyramid &pyramid) {
        for (const std::vector<QPointF> &points : pyramid.thinned(grid)) {
            QPolygonF line;
            for (const QPointF &point : points) {
                line.append({(point.x() + 0.5) * column, yOf(point.y(), top, area.height())});
            }
            if (line.size() == 1) {
                painter.drawPoint(line.constFirst());
            }
            painter.drawPolyline(line);
        }
    };
    for (const Line &line : m_lines) {
        if (!line.hidden) {
            const QColor color = seriesColor(tokens, line.slot);
            painter.setPen(QPen(color, lineWidth, Qt::SolidLine, Qt::RoundCap));
            paint(*line.solid);
            paint(*line.dashed);
        }
    }
}

void Overview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (count() == 0) {
        return;
    }
    if (m_image.isNull()) {
        drawLines();
    }
    const Tokens &tokens = tokensFor(palette());
    const QRect area = strip();
    const QRect shown = window();
    painter.fillRect(area, tokens.overviewRest);
    painter.setOpacity(restOpacity);
    painter.drawImage(area.topLeft(), m_image);
    painter.setOpacity(1);
    painter.save();
    painter.setClipRect(shown);
    painter.fillRect(shown, tokens.base);
    painter.drawImage(area.topLeft(), m_image);
    painter.restore();
    paintWindow(painter);
    paintLabels(painter);
}

void Overview::paintWindow(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(palette());
    const QRect shown = window();
    painter.setPen(tokens.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(shown.adjusted(0, 0, -1, -1));
    if (m_showsFocus && hasFocus()) {
        painter.drawRect(shown.adjusted(-1, -1, 0, 0));
        painter.drawRect(shown.adjusted(1, 1, -2, -2));
    }
    paintHandle(painter, shown.left());
    paintHandle(painter, shown.left() + shown.width() - 1);
}

void Overview::paintHandle(QPainter &painter, int x) const
{
    const Tokens &tokens = tokensFor(palette());
    const QRect area = strip();
    const QRect handle(
        QPoint(x - handleSize.width() / 2, area.top() + (area.height() - handleSize.height()) / 2),
        handleSize);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.accent);
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(handle).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const int beside : {2, 5}) {
        painter.fillRect(QRect(handle.left() + beside, handle.top() + 5, 1, 6), tokens.accent);
    }
}

void Overview::paintLabels(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(palette());
    const ChartStyle style(tokens, font(), 1);
    const QFont &small = style.small();
    const QRect area = strip();
    const qreal column = area.width() / static_cast<qreal>(count());
    qreal free = 0; // no label before that
    for (const CalendarTick &tick : ticksOf(*m_dataset, locale(), small, column)) {
        const int x = xOf(static_cast<double>(tick.bucket) - 0.5);
        const qreal width = textWidth(tick.line1, small);
        const qreal left = x + 5;
        if (left < free || left + width > rect().width()) {
            continue;
        }
        free = left + width + 12;
        painter.fillRect(QRect(x, area.bottom() + 1, 1, 7), tokens.zeroLine);
        painter.setPen(tokens.text2);
        painter.setFont(small);
        const qreal middle = area.bottom() + 1 + labelTop + labelHeight / 2.0;
        painter.drawText(QPointF(left, baselineAt(middle, small)), tick.line1);
    }
}

} // namespace emberline
