// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartframe.h"

#include "app/core/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::size_t mostEndLabels = 6;
constexpr qreal leastPlotWidth = 360;
constexpr int legendRows = 2;

/// Lays out one chart; each step fills its part of the frame.
class Framer
{
public:
    Framer(const ChartContent &content, const ChartStyle &style)
        : m_content(content)
        , m_style(style)
        , m_dataset(*content.dataset)
        , m_shown(content.shownSeries())
    { }

    ChartFrame frame()
    {
        m_frame.buckets = m_dataset.isEmpty() ? 0 : m_dataset.times.size();
        m_frame.outline = m_content.outline != nullptr
                            ? m_content.outline
                            : std::make_shared<const Outline>(outlineOf(m_dataset, notShown()));
        m_frame.axis = valueAxisFor(
            std::max({m_content.largest, m_frame.outline->largest, m_content.earlier->largest}));
        if (m_content.panel.has_value()) {
            m_frame.axis = valueAxisFor(m_content.panel->largest);
            m_frame.plot = m_content.panel->plot;
            turnFrame(m_frame, m_content, m_style);
            return std::move(m_frame);
        }
        placeHead();
        if (m_content.legend) {
            placeLegend();
        }
        const bool labelled = m_content.endLabels && m_shown.size() <= mostEndLabels
                           && tryEndLabels();
        if (!labelled) {
            m_frame.endLabels.clear();
            if (m_content.endLabels && !m_content.legend) {
                placeLegend();
            }
            placePlot(m_content.inset, legendHeight());
        }
        turnFrame(m_frame, m_content, m_style);
        return std::move(m_frame);
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }

    [[nodiscard]] std::vector<bool> notShown() const
    {
        std::vector<bool> out(m_dataset.series.size(), true);
        for (const std::size_t i : m_shown) {
            out[i] = false;
        }
        return out;
    }

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
        for (const std::size_t i : m_shown) {
            const QString name = elided(
                displayText(m_content.looks[i].name), m_style.body(), longest);
            m_frame.endLabels.push_back({.series = i, .name = name});
            const QString value = lastValueText(m_dataset.series[i], m_content.locale);
            widest = std::max(widest,
                              textWidth(name, m_style.body()) + textWidth(value, m_style.body()));
        }
        placePlot(std::ceil(widest) + px(44) + m_content.inset, legendHeight());
        const qreal needed = px(20) * static_cast<qreal>(m_frame.endLabels.size());
        return m_frame.plot.width() >= px(leastPlotWidth) && m_frame.plot.height() >= needed;
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
        const std::size_t count = m_shown.size();
        for (std::size_t i = 0; i < count; ++i) {
            const DatasetModel::Look &look = m_content.looks[m_shown[i]];
            const QString name = elided(displayText(look.name), m_style.body(), px(220));
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
            m_frame.legend.push_back({.series = m_shown[i],
                                      .colorSlot = look.colorSlot,
                                      .name = name,
                                      .position = next});
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

    const ChartContent &m_content;
    const ChartStyle &m_style;
    const Dataset &m_dataset;
    std::vector<std::size_t> m_shown;
    ChartFrame m_frame;
};

} // namespace

std::vector<std::size_t> ChartContent::shownSeries() const
{
    std::vector<std::size_t> shown;
    shown.reserve(looks.size());
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (shows(i)) {
            shown.push_back(i);
        }
    }
    return shown;
}

std::size_t ChartContent::shownCount() const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        count += shows(i) ? 1U : 0U;
    }
    return count;
}

bool ChartFrame::isWhole() const
{
    return firstVisible <= -0.5 && lastVisible >= static_cast<double>(buckets) - 0.5;
}

qreal ChartFrame::columnWidth() const
{
    const double columns = lastVisible - firstVisible;
    return plot.width() / (columns > 0 ? columns : 1);
}

qreal ChartFrame::xOf(double place) const
{
    return plot.left() + (place - firstVisible) * columnWidth();
}

double ChartFrame::placeAt(qreal x) const
{
    return firstVisible + (x - plot.left()) / columnWidth();
}

qreal ChartFrame::centerOf(std::size_t bucket) const
{
    return xOf(static_cast<double>(bucket));
}

qreal ChartFrame::yOf(double value) const
{
    return plot.bottom() - drawableValue(value) / axis.top() * plot.height();
}

QRectF ChartFrame::columns(std::size_t first, std::size_t last) const
{
    const qreal left = std::max(plot.left(), std::round(xOf(static_cast<double>(first) - 0.5)));
    const qreal right = std::min(plot.right(), std::round(xOf(static_cast<double>(last) + 0.5)));
    return {left, plot.top(), std::max(1.0, right - left), plot.height()};
}

std::size_t ChartFrame::bucketAt(qreal x) const
{
    if (isEmpty()) {
        return 0;
    }
    const BucketSpan inView = shown();
    const double bucket = std::floor(placeAt(x) + 0.5);
    return static_cast<std::size_t>(
        std::clamp(bucket, static_cast<double>(inView.first), static_cast<double>(inView.last)));
}

BucketSpan ChartFrame::shown() const
{
    const auto most = static_cast<double>(buckets - 1);
    const double first = std::clamp(std::ceil(firstVisible), 0.0, most);
    const double last = std::clamp(std::floor(lastVisible), first, most);
    return {.first = static_cast<std::size_t>(first), .last = static_cast<std::size_t>(last)};
}

bool ChartFrame::shows(std::size_t bucket) const
{
    const auto place = static_cast<double>(bucket);
    return bucket < buckets && place >= firstVisible && place <= lastVisible;
}

BucketSpan ChartFrame::touched() const
{
    const auto most = static_cast<double>(buckets - 1);
    const double first = std::clamp(std::floor(firstVisible + 0.5), 0.0, most);
    const double last = std::clamp(std::ceil(lastVisible - 0.5), first, most);
    return {.first = static_cast<std::size_t>(first), .last = static_cast<std::size_t>(last)};
}

VisibleSpan boundedSpan(const std::optional<VisibleSpan> &visible, std::size_t buckets)
{
    const VisibleSpan whole(-0.5, static_cast<double>(buckets) - 0.5);
    if (!visible.has_value() || !(visible->first < visible->second) || buckets == 0) {
        return whole;
    }
    const double first = std::max(whole.first, visible->first);
    const double last = std::min(whole.second, visible->second);
    if (last - first >= 1) {
        return {first, last};
    }
    const double middle = std::clamp((first + last) / 2, whole.first + 0.5, whole.second - 0.5);
    return {middle - 0.5, middle + 0.5};
}

ChartFrame frameFor(const ChartContent &content, const ChartStyle &style)
{
    return Framer(content, style).frame();
}

} // namespace emberline
