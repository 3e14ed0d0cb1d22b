// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/change.h"
#include "ui/chart/chartsketches.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace emberline {

namespace {

constexpr std::size_t mostPlates = 4; ///< more would hide the lines

/// The value of a series at a bucket, and how it has changed.
struct Plate
{
    QString value = {};
    QString change = {};
    QPointF point = {};
    QRectF rect = {};
};

class Plater
{
public:
    Plater(const ChartPlan &plan, const std::vector<Earlier> &earlier, std::size_t bucket)
        : m_plan(plan)
        , m_style(plan.style)
        , m_earlier(earlier)
        , m_bucket(bucket)
    { }

    void addTo(Sketch &sketch)
    {
        for (std::size_t i = 0; i < m_plan.dataset().series.size() && i < mostPlates; ++i) {
            if (hasValue(m_plan.dataset().series[i].states[m_bucket])) {
                m_plates.push_back(plateOf(i));
            }
        }
        for (Plate &plate : m_plates) {
            place(plate);
        }
        spread();
        for (const Plate &plate : m_plates) {
            paint(sketch, plate);
        }
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }

    [[nodiscard]] Plate plateOf(std::size_t index) const
    {
        const Series &series = m_plan.dataset().series[index];
        const QLocale &locale = m_plan.content.locale;
        Plate plate{.value = fullNumber(series.values[m_bucket], locale)};
        plate.point = QPointF(m_plan.frame.centerOf(m_bucket),
                              m_plan.frame.yOf(series.values[m_bucket]));
        if (!m_earlier.empty()) {
            const std::optional<Change> change = changeOf(
                series, m_earlier.front().series[index], {.first = m_bucket, .last = m_bucket});
            plate.change = change ? signedPercentText(*change, locale) : QString();
        }
        return plate;
    }

    /// Beside its point, where it covers the least of the lines.
    void place(Plate &plate) const
    {
        const qreal gap = plate.change.isEmpty() ? 0 : px(8);
        const qreal width = std::ceil(textWidth(plate.value, m_style.bodyBold()) + gap
                                      + textWidth(plate.change, m_style.small()) + px(8));
        int least = std::numeric_limits<int>::max();
        for (const bool below : {false, true}) {
            for (const bool before : {false, true}) {
                const QRectF rect = rectBeside(plate.point, width, before, below);
                const int covered = coveredBy(rect);
                if (covered < least) {
                    least = covered;
                    plate.rect = rect;
                }
            }
        }
    }

    [[nodiscard]] QRectF rectBeside(const QPointF &point,
                                    qreal width,
                                    bool before,
                                    bool below) const
    {
        const QRectF &plot = m_plan.frame.plot;
        const qreal height = std::round(px(20));
        const qreal beside = px(6);
        const qreal left = before ? point.x() - beside - width : point.x() + beside;
        const qreal top = below ? point.y() + px(2) : point.y() - height - px(2);
        const qreal lowest = std::max(plot.top(), plot.bottom() - height);
        return {std::round(left), std::round(std::clamp(top, plot.top(), lowest)), width, height};
    }

    /// How much of the lines is under @p rect; beyond the plot there is no room at all.
    [[nodiscard]] int coveredBy(const QRectF &rect) const
    {
        const ChartFrame &frame = m_plan.frame;
        if (rect.left() < frame.plot.left() || rect.right() > frame.plot.right()) {
            return std::numeric_limits<int>::max() - 1;
        }
        const int samples = static_cast<int>(rect.width() / px(4));
        int covered = 0;
        for (const Series &series : m_plan.dataset().series) {
            for (int i = 0; i <= samples; ++i) {
                const double place = frame.placeAt(rect.left() + i * px(4));
                const std::optional<double> value = valueAt(series, place);
                const qreal y = value ? frame.yOf(*value) : -1;
                covered += value && y > rect.top() && y < rect.bottom() ? 1 : 0;
            }
        }
        return covered;
    }

    /// Of the line, if there is one at @p place.
    [[nodiscard]] std::optional<double> valueAt(const Series &series, double place) const
    {
        const auto most = static_cast<double>(m_plan.frame.buckets - 1);
        if (place < 0 || place >= most) {
            return std::nullopt;
        }
        const auto bucket = static_cast<std::size_t>(place);
        if (!hasValue(series.states[bucket]) || !hasValue(series.states[bucket + 1])) {
            return std::nullopt;
        }
        const double from = series.values[bucket];
        return from + (series.values[bucket + 1] - from) * (place - static_cast<double>(bucket));
    }

    /// None covers another one.
    void spread()
    {
        std::stable_sort(m_plates.begin(), m_plates.end(), [](const Plate &a, const Plate &b) {
            return a.rect.top() < b.rect.top();
        });
        for (std::size_t i = 1; i < m_plates.size(); ++i) {
            const qreal least = m_plates[i - 1].rect.bottom();
            if (m_plates[i].rect.top() < least) {
                m_plates[i].rect.moveTop(least);
            }
        }
    }

    void paint(Sketch &sketch, const Plate &plate) const
    {
        const Tokens &tokens = m_style.tokens();
        QColor ground = tokens.base;
        ground.setAlphaF(0.9F);
        sketch.fills.push_back({.rect = plate.rect, .color = ground, .radius = px(3)});
        const qreal y = plate.rect.center().y();
        const qreal left = plate.rect.left() + px(4);
        sketch.words.push_back({.baseline = QPointF(left, baselineAt(y, m_style.bodyBold())),
                                .text = plate.value,
                                .font = m_style.bodyBold(),
                                .color = tokens.text});
        if (!plate.change.isEmpty()) {
            const qreal change = left + textWidth(plate.value, m_style.bodyBold()) + px(8);
            sketch.words.push_back({.baseline = QPointF(change, baselineAt(y, m_style.small())),
                                    .text = plate.change,
                                    .font = m_style.small(),
                                    .color = tokens.text2});
        }
    }

    const ChartPlan &m_plan;
    const ChartStyle &m_style;
    const std::vector<Earlier> &m_earlier;
    std::size_t m_bucket;
    std::vector<Plate> m_plates;
};

} // namespace

Sketch panelCrosshairSketch(const ChartPlan &plan,
                            const std::vector<Earlier> &earlier,
                            std::size_t bucket,
                            bool dated)
{
    Sketch sketch = crosshairSketch(plan, bucket, dated);
    Plater(plan, earlier, bucket).addTo(sketch);
    return sketch;
}

} // namespace emberline
