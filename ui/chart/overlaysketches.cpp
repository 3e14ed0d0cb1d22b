// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "app/series/datetext.h"
#include "app/series/runs.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/comparedcolumns.h"
#include "ui/chart/earliertext.h"
#include "ui/chart/marker.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::size_t mostRows = 12;

QString dateOf(const ChartPlan &plan, std::size_t bucket)
{
    const Dataset &dataset = plan.dataset();
    return bucketText(
        dataset.times[bucket], dataset.granularity, dataset.zone, plan.content.locale);
}

/// Above lines that stepped back their colours are the usual ones.
QColor overlayColor(const ChartPlan &plan, std::size_t series)
{
    return plan.isContext(series) || plan.isDimmed(series)
             ? plan.style.series(plan.content.looks[series].colorSlot)
             : plan.lineColor(series);
}

/// Fills a tooltip at the origin; it is moved to its place afterwards.
class TooltipWriter
{
public:
    TooltipWriter(const ChartPlan &plan, std::size_t bucket)
        : m_plan(plan)
        , m_style(plan.style)
        , m_bucket(bucket)
        , m_order(tooltipOrder(plan, bucket))
        , m_rows(std::min(m_order.size(), mostRows))
        , m_compared(plan, bucket, {m_order.begin(), m_order.begin() + rowCount()})
        , m_texts(textsOf())
    { }

    Tooltip tooltip()
    {
        const QString date = dateOf(m_plan, m_bucket);
        const QString foot = footText();
        const qreal padding = px(12);
        const qreal left = std::max(measureRows(),
                                    pinWidth() + textWidth(date, m_style.bodyBold()));
        const qreal width = std::ceil(std::max(left + m_compared.width(),
                                               textWidth(foot, m_style.small())))
                          + 2 * padding;
        const qreal rowsTop = px(32);
        const qreal rowsBottom = rowsTop + px(24) * static_cast<qreal>(m_rows);
        const qreal height = rowsBottom + (foot.isEmpty() ? px(6) : px(34));
        addGround({0, 0, width, std::round(height)});
        addWords({padding + pinWidth(), px(20)}, date, m_style.bodyBold(), tokens().text);
        if (m_plan.pinned) {
            addPin({padding + px(5), px(14)});
        }
        m_compared.addHeads(m_tooltip.sketch, width - padding, px(20));
        for (std::size_t row = 0; row < m_rows; ++row) {
            addRow(row, rowsTop + px(24) * (static_cast<qreal>(row) + 0.5), width - padding);
        }
        if (!foot.isEmpty()) {
            m_tooltip.sketch.fills.push_back(
                {.rect = QRectF(padding, std::round(rowsBottom + px(4)), width - 2 * padding, 1),
                 .color = tokens().hairline});
            addWords({padding, rowsBottom + px(18)}, foot, m_style.small(), tokens().text2);
        }
        return std::move(m_tooltip);
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }
    [[nodiscard]] const Tokens &tokens() const { return m_style.tokens(); }
    [[nodiscard]] std::ptrdiff_t rowCount() const { return static_cast<std::ptrdiff_t>(m_rows); }

    /// What a row says; to measure text is most of what a tooltip costs.
    struct RowText
    {
        QString name = {};
        QString value = {};
        QFont valueFont = {};
        qreal valueWidth = 0;
    };

    [[nodiscard]] std::vector<RowText> textsOf() const
    {
        std::vector<RowText> texts;
        texts.reserve(m_rows);
        for (std::size_t row = 0; row < m_rows; ++row) {
            const std::size_t series = m_order[row];
            const Series &data = m_plan.dataset().series[series];
            const QString name = displayText(m_plan.content.looks[series].name);
            const bool valued = hasValue(data.states[m_bucket]);
            texts.push_back({.name = elided(name, m_style.body(), px(220)),
                             .value = pointText(m_plan, m_bucket, series),
                             .valueFont = valued ? m_style.bodyBold() : m_style.body()});
            texts.back().valueWidth = textWidth(texts.back().value, texts.back().valueFont);
        }
        return texts;
    }

    [[nodiscard]] qreal measureRows() const
    {
        qreal names = 0;
        qreal values = 0;
        for (const RowText &text : m_texts) {
            names = std::max(names, textWidth(text.name, m_style.body()));
            values = std::max(values, text.valueWidth);
        }
        return px(18) + names + px(18) + values;
    }

    [[nodiscard]] QString footText() const
    {
        QStringList parts;
        if (m_order.size() > m_rows) {
            const int more = static_cast<int>(m_order.size() - m_rows);
            parts.append(QCoreApplication::translate(
                "Chart", "and %n more", "series that have no room", more));
        }
        if (m_plan.anyShownHas(m_bucket, BucketState::Incomplete)) {
            parts.append(soFarText(m_plan.dataset(), m_bucket, m_plan.content.locale));
        }
        return parts.join(u" · "_s);
    }

    void addGround(const QRectF &rect)
    {
        m_tooltip.rect = rect;
        m_tooltip.sketch.plates.push_back({.rect = rect,
                                           .color = tokens().tooltip,
                                           .border = tokens().tooltipBorder,
                                           .shade = QColor(0, 0, 0, tokens().dark ? 22 : 6),
                                           .radius = px(6),
                                           .step = px(1)});
    }

    void addFill(const QRectF &rect, const QColor &color)
    {
        m_tooltip.sketch.fills.push_back({.rect = rect, .color = color, .radius = px(3)});
    }

    [[nodiscard]] qreal pinWidth() const { return m_plan.pinned ? px(16) : 0; }

    /// A small pin, its point down.
    void addPin(const QPointF &topMiddle)
    {
        const auto part = [this, topMiddle](qreal width, qreal top, qreal height) {
            addFill({topMiddle.x() - px(width / 2), topMiddle.y() + px(top), px(width), px(height)},
                    tokens().accent);
        };
        part(7, 0, 2);
        part(4, 2, 4);
        part(9, 6, 2);
        part(1.5, 8, 5);
    }

    void addWords(const QPointF &leftMiddle,
                  const QString &text,
                  const QFont &font,
                  const QColor &color)
    {
        m_tooltip.sketch.words.push_back(
            {.baseline = QPointF(leftMiddle.x(), baselineAt(leftMiddle.y(), font)),
             .text = text,
             .font = font,
             .color = color});
    }

    void addRow(std::size_t row, qreal y, qreal right)
    {
        const qreal left = px(12);
        const std::size_t series = m_order[row];
        const RowText &text = m_texts[row];
        if (series == m_plan.chosen) {
            addFill({px(4), y - px(11), right + px(4), px(22)}, tokens().selected);
        }
        addSwatch(m_tooltip.sketch,
                  m_plan.content.looks[series],
                  {left, y},
                  px(10),
                  overlayColor(m_plan, series));
        addWords({left + px(18), y}, text.name, m_style.body(), tokens().text);
        const bool bold = text.valueFont.weight() > QFont::Normal;
        addWords({right - m_compared.width() - text.valueWidth, y},
                 text.value,
                 text.valueFont,
                 bold ? tokens().text : tokens().text2);
        m_compared.addRow(m_tooltip.sketch, series, right, y);
    }

    const ChartPlan &m_plan;
    const ChartStyle &m_style;
    std::size_t m_bucket;
    std::vector<std::size_t> m_order;
    std::size_t m_rows;
    ComparedColumns m_compared;
    std::vector<RowText> m_texts;
    Tooltip m_tooltip;
};

void move(Sketch &sketch, const QPointF &by)
{
    for (Sketch::Plate &plate : sketch.plates) {
        plate.rect.translate(by);
    }
    for (Sketch::Fill &fill : sketch.fills) {
        fill.rect.translate(by);
    }
    for (Sketch::Disc &disc : sketch.discs) {
        disc.center += by;
    }
    for (Sketch::Shape &shape : sketch.shapes) {
        shape.outline.translate(by);
    }
    for (Sketch::Words &words : sketch.words) {
        words.baseline += by;
    }
}

/// A larger point on every line; on more lines than a tooltip has rows they would hide the lines.
void addCrosshairPoints(Sketch &sketch, const ChartPlan &plan, std::size_t bucket)
{
    const std::vector<Series> &all = plan.dataset().series;
    const std::vector<std::size_t> drawn = plan.drawingOrder();
    for (const std::size_t i : drawn.size() <= mostRows ? drawn : std::vector<std::size_t>()) {
        const BucketState state = all[i].states[bucket];
        if (!hasValue(state)) {
            continue;
        }
        const ChartStyle &style = plan.style;
        const QColor color = overlayColor(plan, i);
        const bool open = state == BucketState::Incomplete;
        const QPointF center(plan.frame.centerOf(bucket), plan.frame.yOf(all[i].values[bucket]));
        if (i == plan.chosen) {
            sketch.discs.push_back({.center = center,
                                    .radius = style.px(9),
                                    .pen = QPen(color, style.px(1.5)),
                                    .brush = style.tokens().base});
        }
        sketch.discs.push_back({.center = center,
                                .radius = style.px(6),
                                .pen = QPen(Qt::NoPen),
                                .brush = style.tokens().base});
        sketch.discs.push_back({.center = center,
                                .radius = style.px(open ? 3.75 : 4.5),
                                .pen = open ? QPen(color, style.px(1.75)) : QPen(Qt::NoPen),
                                .brush = open ? style.tokens().base : color});
    }
}

qreal crosshairX(const ChartPlan &plan, std::size_t bucket)
{
    return std::floor(plan.frame.centerOf(bucket));
}

} // namespace

Sketch markSketch(const ChartPlan &plan, std::size_t bucket)
{
    Sketch sketch;
    const ChartFrame &frame = plan.frame;
    QColor ground = plan.style.tokens().accent;
    ground.setAlphaF(0.14F);
    sketch.fills.push_back({.rect = frame.columns(bucket, bucket), .color = ground});
    const qreal x = crosshairX(plan, bucket);
    sketch.fills.push_back(
        {.rect = QRectF(x, frame.plot.top(), plan.style.hairline(), frame.plot.height()),
         .color = plan.style.tokens().accent});
    return sketch;
}

Sketch crosshairSketch(const ChartPlan &plan, std::size_t bucket, bool dated)
{
    Sketch sketch;
    const ChartFrame &frame = plan.frame;
    const ChartStyle &style = plan.style;
    const Tokens &tokens = style.tokens();
    const qreal x = crosshairX(plan, bucket);
    const qreal top = std::round(frame.plot.top() - style.px(dated ? 28 : 0));
    sketch.fills.push_back({.rect = QRectF(x, top, style.hairline(), frame.plot.bottom() - top),
                            .color = tokens.text});
    if (!dated) {
        addEarlierPoints(sketch, plan, bucket);
        addCrosshairPoints(sketch, plan, bucket);
        return sketch;
    }

    const QString date = shortDate(plan, bucket);
    const QFont &font = style.smallBold();
    const qreal width = std::ceil(textWidth(date, font) + style.px(16));
    const bool flips = x + width > plan.content.size.width();
    const QRectF pill(flips ? x + style.hairline() - width : x, top, width, style.px(20));
    if (pill.intersects(frame.lane)) {
        sketch.fills.insert(sketch.fills.begin(), {.rect = frame.lane, .color = tokens.base});
    }
    sketch.fills.push_back({.rect = pill, .color = tokens.text});
    sketch.words.push_back(
        {.baseline = QPointF(pill.left() + style.px(8), baselineAt(pill.center().y(), font)),
         .text = date,
         .font = font,
         .color = tokens.base});

    addEarlierPoints(sketch, plan, bucket);
    addCrosshairPoints(sketch, plan, bucket);
    return sketch;
}

Tooltip tooltipFor(const ChartPlan &plan, std::size_t bucket)
{
    Tooltip tooltip = TooltipWriter(plan, bucket).tooltip();
    const qreal distance = plan.style.px(20);
    const qreal edge = plan.style.px(4);
    const qreal x = crosshairX(plan, bucket);
    const QSizeF room = plan.content.size;
    qreal left = x - distance - tooltip.rect.width();
    if (left < edge) {
        left = std::min(x + distance, room.width() - edge - tooltip.rect.width());
    }
    const qreal lowest = room.height() - edge - tooltip.rect.height();
    const qreal top = std::max(edge, std::min(plan.frame.plot.top() + plan.style.px(12), lowest));
    const QPointF by(std::round(std::max(edge, left)), std::round(top));
    move(tooltip.sketch, by);
    tooltip.rect.translate(by);
    return tooltip;
}

} // namespace emberline
