// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text.h"
#include "ui/chart/chartsketches.h"
#include "ui/chart/marker.h"
#include "ui/theme/contrast.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qreal wideChart = 1'100;

class Labeller
{
public:
    explicit Labeller(const ChartPlan &plan)
        : m_plan(plan)
        , m_style(plan.style)
        , m_frame(plan.frame)
    { }

    Sketch sketch()
    {
        addHead();
        addValueLabels();
        addCalendarLabels();
        addNotCollected();
        addUnread();
        addNoValue();
        addLegend();
        for (const EndLabel &label : m_frame.endLabels) {
            addEndLabel(label);
        }
        addLane();
        return std::move(m_sketch);
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }
    [[nodiscard]] const Tokens &tokens() const { return m_style.tokens(); }

    void addWords(const QPointF &leftMiddle,
                  const QString &text,
                  const QFont &font,
                  const QColor &color)
    {
        m_sketch.words.push_back(
            {.baseline = QPointF(leftMiddle.x(), baselineAt(leftMiddle.y(), font)),
             .text = text,
             .font = font,
             .color = color});
    }

    void addHead()
    {
        const QRectF &head = m_frame.head;
        if (head.isEmpty()) {
            return;
        }
        const bool wide = m_plan.content.size.width() >= px(wideChart);
        const QFont &font = wide ? m_style.title() : m_style.smallTitle();
        const qreal width = std::max(0.0, head.width() - m_plan.content.headTaken); // of this line
        const QString title = elided(m_plan.content.title, font, width);
        const qreal titleY = m_frame.subtitleBeside ? head.top() + px(24) : head.top() + px(25);
        addWords({head.left(), titleY}, title, font, tokens().text);
        if (!m_frame.subtitleBeside) {
            addSubtitle({head.left(), head.top() + px(48)}, head.width(), false);
            return;
        }
        const qreal room = width - textWidth(title, font) - px(24);
        addSubtitle({head.left() + width - room, titleY}, room, true);
    }

    /// Subtitle and key of the comparison in the @p room from @p leftMiddle on; at its right end if
    /// @p isRight. The key says what lines are and is the last to give way.
    void addSubtitle(const QPointF &leftMiddle, qreal room, bool isRight)
    {
        const QFont &small = m_style.small();
        const qreal least = px(80);
        if (room < least) {
            return;
        }
        const qreal lineWidth = m_plan.content.comparison.isEmpty() ? 0 : px(20);
        const qreal lineSpace = lineWidth > 0 ? lineWidth + px(8) : 0;
        const QString key = elided(m_plan.content.comparison, small, room - lineSpace);
        const qreal keyWidth = lineSpace + textWidth(key, small);
        const qreal gap = keyWidth > 0 ? px(16) : 0;
        const qreal left = room - keyWidth - gap;
        const QString text = left < least ? QString()
                                          : elided(m_plan.content.subtitle, small, left);
        const qreal textSpace = text.isEmpty() ? 0 : textWidth(text, small) + gap;
        QPointF at = leftMiddle;
        if (isRight) {
            at.rx() += room - textSpace - keyWidth;
        }
        addWords(at, text, small, tokens().text2);
        if (key.isEmpty()) {
            return;
        }
        at.rx() += textSpace;
        const qreal y = std::floor(at.y()) + 0.5; // on the middle of a pixel
        m_sketch.segments.push_back(
            {.lines = {QLineF(at.x(), y, at.x() + lineWidth, y)},
             .pen = QPen(earlierColor(m_style, -1), px(1), Qt::SolidLine, Qt::FlatCap)});
        addWords({at.x() + lineSpace, at.y()}, key, small, tokens().text2);
    }

    void addValueLabels()
    {
        if (m_plan.content.panel.has_value() && !m_plan.content.panel->valueLabels) {
            return;
        }
        const QFont &font = m_style.small();
        const qreal distance = m_frame.plot.height() / m_frame.axis.steps;
        const int every = std::max(1, static_cast<int>(std::ceil(px(18) / distance)));
        for (int i = 0; i <= m_frame.axis.steps; i += every) {
            const double value = m_frame.axis.tick(i);
            const QString text = compactNumber(value, m_plan.content.locale);
            const qreal left = m_frame.plot.left() - px(8) - textWidth(text, font);
            addWords({left, m_frame.yOf(value)}, text, font, tokens().text2);
        }
    }

    void addCalendarLabels()
    {
        const qreal first = m_frame.plot.bottom() + px(16);
        for (const CalendarTick &tick : m_frame.ticks) {
            addCentred(tick.line1, m_frame.centerOf(tick.bucket), first);
            addCentred(tick.line2, m_frame.centerOf(tick.bucket), first + px(16));
        }
    }

    void addCentred(const QString &text, qreal x, qreal y)
    {
        const QFont &font = m_style.small();
        const qreal width = textWidth(text, font);
        const qreal rightmost = m_plan.content.size.width() - px(2) - width;
        addWords(
            {std::max(px(2), std::min(x - width / 2, rightmost)), y}, text, font, tokens().text2);
    }

    /// Text on a box in the plot's colour, if @p room holds it.
    void addCaption(const QString &text, const QRectF &room, qreal y)
    {
        const QFont &font = m_style.small();
        const qreal width = textWidth(text, font) + px(16);
        if (width > room.width()) {
            return;
        }
        const QRectF box(std::round(room.center().x() - width / 2),
                         std::round(y - px(10)),
                         std::ceil(width),
                         std::round(px(20)));
        m_sketch.fills.push_back({.rect = box, .color = tokens().base, .radius = px(3)});
        addWords({box.left() + px(8), box.center().y()}, text, font, tokens().text);
    }

    void addNotCollected()
    {
        for (const BucketSpan &span : inView(m_frame.outline->notCollected)) {
            // Where other lines run, the caption keeps above them: a scale has room at its top.
            const bool alone = allShownLack(span.first);
            const qreal y = alone ? m_frame.plot.center().y() : m_frame.plot.top() + px(16);
            addCaption(QCoreApplication::translate("Chart", "not collected"),
                       m_frame.columns(span.first, span.last),
                       y);
        }
    }

    /// Whether there is no line at @p bucket, where some series was not tracked.
    [[nodiscard]] bool allShownLack(std::size_t bucket) const
    {
        const std::vector<std::size_t> shown = m_plan.content.shownSeries();
        return std::all_of(shown.begin(), shown.end(), [this, bucket](std::size_t i) {
            return m_plan.dataset().series[i].states[bucket] == BucketState::NotCollected;
        });
    }

    void addUnread()
    {
        const QString words = m_plan.dataset().isLoading
                                ? QCoreApplication::translate("Chart", "loading…")
                                : QCoreApplication::translate("Chart", "not loaded");
        for (const BucketSpan &span : inView(m_frame.outline->unread)) {
            const QRectF room = m_frame.columns(span.first, span.last);
            const QFont &font = m_style.small();
            const qreal width = textWidth(words, font);
            if (width + px(16) <= room.width()) {
                addWords({room.center().x() - width / 2, room.center().y()},
                         words,
                         font,
                         tokens().text2);
            }
        }
    }

    void addNoValue()
    {
        for (const BucketSpan &span : inView(m_frame.outline->missing)) {
            // The gap reaches from the last point before it to the first one after it.
            const qreal half = m_frame.columnWidth() / 2;
            QRectF room = m_frame.columns(span.first, span.last).adjusted(-half, 0, half, 0);
            if (!m_frame.isWhole()) {
                room = room.intersected(m_frame.plot);
            }
            addCaption(QCoreApplication::translate("Chart", "no value"), room, gapMiddle(span));
        }
    }

    /// Those of @p spans that are in view and wide enough for any words.
    [[nodiscard]] std::vector<BucketSpan> inView(const std::vector<BucketSpan> &spans) const
    {
        const qreal least = px(16);
        std::vector<BucketSpan> wide = cutSpans(spans, m_frame.touched());
        std::erase_if(wide, [this, least](const BucketSpan &span) {
            const auto columns = static_cast<qreal>(span.last - span.first + 2);
            return columns * m_frame.columnWidth() < least;
        });
        return wide;
    }

    [[nodiscard]] qreal gapMiddle(const BucketSpan &span) const
    {
        const Series &series = m_plan.dataset().series[m_plan.content.shownSeries().front()];
        const bool before = span.first > 0 && hasValue(series.states[span.first - 1]);
        const bool after = span.last + 1 < series.states.size()
                        && hasValue(series.states[span.last + 1]);
        if (!before || !after) {
            return m_frame.plot.center().y();
        }
        return (m_frame.yOf(series.values[span.first - 1])
                + m_frame.yOf(series.values[span.last + 1]))
             / 2;
    }

    void addKey(std::size_t series, const QPointF &leftMiddle, const QColor &color)
    {
        addSwatch(m_sketch, m_plan.content.looks[series], leftMiddle, px(10), color);
    }

    /// Where lines are too many for colours, that is what one has when it is pointed at.
    [[nodiscard]] QColor keyColor(std::size_t series) const
    {
        return m_plan.isContext(series) && !m_plan.isDimmed(series)
                 ? m_style.series(m_plan.content.looks[series].colorSlot)
                 : m_plan.lineColor(series);
    }

    void addLegend()
    {
        for (const LegendEntry &entry : m_frame.legend) {
            if (entry.swatch) {
                addKey(entry.series, entry.position, keyColor(entry.series));
            }
            const bool strong = entry.swatch && m_plan.isEmphasized(entry.series);
            const QPointF text = entry.position + QPointF(entry.swatch ? px(16) : 0, 0);
            addWords(text,
                     entry.name,
                     strong ? m_style.bodyBold() : m_style.body(),
                     entry.swatch ? tokens().text : tokens().text2);
        }
    }

    void addEndLabel(const EndLabel &label)
    {
        const qreal right = m_frame.plot.right();
        addKey(label.series, {right + px(20), label.y}, m_plan.lineColor(label.series));
        const QFont &font = m_style.body();
        const bool strong = m_plan.isEmphasized(label.series);
        const QFont &nameFont = strong ? m_style.bodyBold() : font;
        const qreal left = right + px(36);
        const qreal taken = px(10) + textWidth(label.value, font);
        const QString name = strong ? elided(
                                 label.name, nameFont, m_plan.content.size.width() - left - taken)
                                    : label.name;
        addWords({left, label.y}, name, nameFont, tokens().text);
        addWords(
            {left + textWidth(name, nameFont) + px(8), label.y}, label.value, font, tokens().text2);
        if (label.leader) {
            addLeader(label);
        }
    }

    void addLeader(const EndLabel &label)
    {
        const qreal right = m_frame.plot.right();
        const qreal end = m_frame.centerOf(m_frame.buckets - 1) + px(6);
        // Of a part of the chart, the line may leave the plot.
        const qreal start = m_frame.isWhole() ? end : std::min(end, right);
        QColor color = m_plan.lineColor(label.series);
        if (m_plan.content.opaque) {
            color = mixed(tokens().base, color, 0.55);
        } else {
            color.setAlphaF(0.55F * color.alphaF());
        }
        // On the middle of pixels, or a level hairline is two grey ones.
        const qreal to = std::floor(label.y) + 0.5;
        const bool level = std::abs(label.wantedY - label.y) <= 1;
        const qreal from = level ? to : std::floor(label.wantedY) + 0.5;
        QPolygonF line;
        // Across a wide column it would look like data.
        if (start < right + px(4) && right - start < px(60)) {
            line << QPointF(start, from);
        }
        line << QPointF(right + px(4), from) << QPointF(right + px(12), to)
             << QPointF(right + px(16), to);
        m_sketch.strokes.push_back(
            {.line = line, .pen = QPen(color, px(1), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin)});
    }

    void addLane()
    {
        const QRectF &lane = m_frame.lane;
        if (lane.isEmpty()) {
            return;
        }
        const qreal left = lane.left() + px(15);
        const qreal y = lane.center().y();
        addWords({left, y}, m_frame.laneText, m_style.small(), tokens().text2);
        m_sketch.discs.push_back({.center = QPointF(left - px(10), y),
                                  .radius = px(3.5),
                                  .pen = QPen(tokens().text2, px(1.75)),
                                  .brush = Qt::NoBrush});
    }

    const ChartPlan &m_plan;
    const ChartStyle &m_style;
    const ChartFrame &m_frame;
    Sketch m_sketch;
};

} // namespace

Sketch labelsSketch(const ChartPlan &plan)
{
    return plan.frame.isEmpty() ? Sketch() : Labeller(plan).sketch();
}

} // namespace emberline
