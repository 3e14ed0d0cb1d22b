// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartframe.h"

#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/labelstack.h"
#include "app/series/runs.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::size_t mostEndLabels = 6;
constexpr qreal leastPlotWidth = 360;
constexpr int legendRows = 2;

QString translated(const char *text)
{
    return QCoreApplication::translate("Chart", text);
}

double largestValue(const Dataset &dataset)
{
    double largest = 0;
    for (const Series &series : dataset.series) {
        for (const double value : series.values) {
            largest = std::max(largest, drawableValue(value));
        }
    }
    return largest;
}

/// Lays out one chart; each step fills its part of the frame.
class Framer
{
public:
    Framer(const ChartContent &content, const ChartStyle &style)
        : m_content(content)
        , m_style(style)
        , m_dataset(*content.dataset)
    { }

    ChartFrame frame()
    {
        m_frame.buckets = m_dataset.isEmpty() ? 0 : m_dataset.times.size();
        m_frame.axis = valueAxisFor(largestValue(m_dataset));
        placeHead();
        const bool labelled = m_dataset.series.size() <= mostEndLabels && tryEndLabels();
        if (!labelled) {
            m_frame.endLabels.clear();
            placeLegend();
            placePlot(m_content.inset, legendHeight());
        }
        placeTicks();
        placeLane();
        return std::move(m_frame);
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }

    void placeHead()
    {
        if (m_content.title.isEmpty()) {
            return;
        }
        m_frame.subtitleBeside = m_content.size.height() < px(400);
        const qreal height = m_frame.subtitleBeside ? px(40) : px(56);
        m_frame.head = QRectF(m_content.inset,
                              0,
                              std::max(0.0, m_content.size.width() - 2 * m_content.inset),
                              height);
    }

    void placePlot(qreal right, qreal above)
    {
        qreal widest = 0;
        for (int i = 0; i <= m_frame.axis.steps; ++i) {
            const QString label = compactNumber(m_frame.axis.tick(i), m_content.locale);
            widest = std::max(widest, textWidth(label, m_style.small()));
        }
        const qreal left = m_content.inset + std::max(m_content.gutter, widest + px(8));
        const qreal top = m_frame.head.height() + above + px(36);
        const qreal bottom = m_content.size.height() - px(44);
        m_frame.plot = QRectF(std::round(left), std::round(top), 0, 0);
        m_frame.plot.setRight(
            std::max(m_frame.plot.left() + 1, std::round(m_content.size.width() - right)));
        m_frame.plot.setBottom(std::max(m_frame.plot.top() + 1, std::round(bottom)));
    }

    bool tryEndLabels()
    {
        const qreal longest = std::min(px(220), m_content.size.width() * 0.28);
        qreal widest = 0;
        for (std::size_t i = 0; i < m_dataset.series.size(); ++i) {
            m_frame.endLabels.push_back(endLabel(i, longest));
            const EndLabel &label = m_frame.endLabels.back();
            widest = std::max(widest,
                              textWidth(label.name, m_style.body())
                                  + textWidth(label.value, m_style.body()));
        }
        placePlot(std::ceil(widest) + px(44) + m_content.inset, 0);
        const qreal needed = px(20) * static_cast<qreal>(m_frame.endLabels.size());
        if (m_frame.plot.width() < px(leastPlotWidth) || m_frame.plot.height() < needed) {
            return false;
        }
        spreadEndLabels();
        return true;
    }

    [[nodiscard]] EndLabel endLabel(std::size_t index, qreal longest) const
    {
        const Series &series = m_dataset.series[index];
        const bool valued = !series.states.empty() && hasValue(series.states.back());
        return {.series = index,
                .name = elided(displayText(m_content.looks[index].name), m_style.body(), longest),
                .value = valued ? fullNumber(series.values.back(), m_content.locale) : u"–"_s,
                .leader = valued};
    }

    void spreadEndLabels()
    {
        std::vector<double> wanted;
        wanted.reserve(m_frame.endLabels.size());
        for (EndLabel &label : m_frame.endLabels) {
            label.wantedY = lineEnd(m_dataset.series[label.series]);
            wanted.push_back(label.wantedY);
        }
        const std::vector<double> places = spreadLabels(
            wanted, {.top = m_frame.plot.top(), .bottom = m_frame.plot.bottom(), .pitch = px(20)});
        for (std::size_t i = 0; i < places.size(); ++i) {
            m_frame.endLabels[i].y = std::round(places[i]);
        }
    }

    /// The height of the last value; a line without any is labelled in the middle.
    [[nodiscard]] qreal lineEnd(const Series &series) const
    {
        for (std::size_t i = series.states.size(); i-- > 0;) {
            if (hasValue(series.states[i])) {
                return m_frame.yOf(series.values[i]);
            }
        }
        return m_frame.plot.center().y();
    }

    [[nodiscard]] qreal legendHeight() const
    {
        if (m_frame.legend.empty()) {
            return 0;
        }
        return m_frame.legend.back().position.y() + px(12) - m_frame.head.height();
    }

    void placeLegend()
    {
        const qreal right = m_content.size.width() - m_content.inset;
        const qreal moreRoom = px(110);
        QPointF next(m_content.inset, m_frame.head.height() + px(12));
        int row = 1;
        const std::size_t count = m_dataset.series.size();
        for (std::size_t i = 0; i < count; ++i) {
            const QString name = elided(
                displayText(m_content.looks[i].name), m_style.body(), px(220));
            const qreal width = px(16) + textWidth(name, m_style.body());
            const bool lastChance = row == legendRows && i + 1 < count;
            if (next.x() + width > right - (lastChance ? moreRoom : 0)
                && next.x() > m_content.inset) {
                if (row == legendRows) {
                    addRest(count - i, next);
                    return;
                }
                ++row;
                next = QPointF(m_content.inset, next.y() + px(24));
            }
            m_frame.legend.push_back(
                {.colorSlot = m_content.looks[i].colorSlot, .name = name, .position = next});
            next.rx() += width + px(20);
        }
    }

    void addRest(std::size_t count, const QPointF &position)
    {
        const int more = static_cast<int>(count); // lupdate understands a name only
        const QString text = QCoreApplication::translate(
            "Chart", "and %n more", "series that have no room", more);
        m_frame.legend.push_back({.name = text, .swatch = false, .position = position});
    }

    void placeTicks()
    {
        if (m_frame.isEmpty()) {
            return;
        }
        const CalendarAxis axis{.times = m_dataset.times,
                                .granularity = m_dataset.granularity,
                                .zone = m_dataset.zone,
                                .weekStart = m_content.weekStart,
                                .locale = m_content.locale};
        const QFont &font = m_style.small();
        m_frame.ticks = calendarTicks(axis,
                                      {.columnWidth = m_frame.columnWidth(),
                                       .gap = px(12),
                                       .widthOf = [&font](const QString &text) {
                                           return textWidth(text, font);
                                       }});
    }

    void placeLane()
    {
        if (m_frame.isEmpty() || !anyHas(m_dataset, m_frame.buckets - 1, BucketState::Incomplete)) {
            return;
        }
        m_frame.laneText = soFarText(m_dataset, m_frame.buckets - 1, m_content.locale);
        const qreal width = textWidth(m_frame.laneText, m_style.small()) + px(15);
        m_frame.lane = QRectF(
            m_frame.plot.right() - width, m_frame.plot.top() - px(28), width, px(20));
    }

    const ChartContent &m_content;
    const ChartStyle &m_style;
    const Dataset &m_dataset;
    ChartFrame m_frame;
};

} // namespace

qreal ChartFrame::columnWidth() const
{
    return plot.width() / static_cast<qreal>(std::max<std::size_t>(1, buckets));
}

qreal ChartFrame::centerOf(std::size_t bucket) const
{
    return plot.left() + (static_cast<qreal>(bucket) + 0.5) * columnWidth();
}

qreal ChartFrame::yOf(double value) const
{
    return plot.bottom() - drawableValue(value) / axis.top() * plot.height();
}

QRectF ChartFrame::columns(std::size_t first, std::size_t last) const
{
    const qreal left = std::round(plot.left() + static_cast<qreal>(first) * columnWidth());
    const qreal right = std::round(plot.left() + static_cast<qreal>(last + 1) * columnWidth());
    return {left, plot.top(), std::max(1.0, right - left), plot.height()};
}

std::size_t ChartFrame::bucketAt(qreal x) const
{
    if (isEmpty()) {
        return 0;
    }
    const qreal column = std::floor((x - plot.left()) / columnWidth());
    return static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<qreal>(buckets - 1)));
}

ChartFrame frameFor(const ChartContent &content, const ChartStyle &style)
{
    return Framer(content, style).frame();
}

namespace {

QString openText(const Dataset &dataset, const QLocale &locale)
{
    const std::optional<QDateTime> until = countedUntil(dataset);
    return until.has_value() ? translated(QT_TRANSLATE_NOOP("Chart", "so far, to %1"))
                                   .arg(momentText(*until, dataset.granularity, locale))
                             : translated(QT_TRANSLATE_NOOP("Chart", "not complete"));
}

} // namespace

QString soFarText(const Dataset &dataset, std::size_t bucket, const QLocale &locale)
{
    const bool isOpen = anyLacks(dataset, bucket, Shortfall::Open);
    const bool isCut = anyLacks(dataset, bucket, Shortfall::CutByRange);
    QStringList parts;
    if (isCut) {
        parts.append(translated(QT_TRANSLATE_NOOP("Chart", "cut by the range")));
    }
    if (isOpen) {
        parts.append(openText(dataset, locale));
    }
    return parts.isEmpty() ? translated(QT_TRANSLATE_NOOP("Chart", "a part has no value"))
                           : parts.join(u"; "_s);
}

} // namespace emberline
