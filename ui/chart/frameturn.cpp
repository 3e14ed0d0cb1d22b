// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/datetext.h"
#include "app/series/labelstack.h"
#include "ui/chart/chartframe.h"

#include <QCoreApplication>

#include <cmath>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Chart", text);
}

/// Does what depends on what is visible.
class Turner
{
public:
    Turner(ChartFrame &frame, const ChartContent &content, const ChartStyle &style)
        : m_frame(frame)
        , m_content(content)
        , m_style(style)
        , m_dataset(*content.dataset)
    { }

    void turn()
    {
        const VisibleSpan span = boundedSpan(m_content.visible, m_frame.buckets);
        m_frame.firstVisible = span.first;
        m_frame.lastVisible = span.second;
        m_frame.ticks.clear();
        m_frame.lane = {};
        m_frame.laneText.clear();
        for (EndLabel &label : m_frame.endLabels) {
            endLine(label);
        }
        spreadEndLabels();
        if (!m_frame.isEmpty()) {
            placeTicks();
            placeLane();
        }
    }

private:
    [[nodiscard]] qreal px(qreal length) const { return m_style.px(length); }

    void endLine(EndLabel &label) const
    {
        const Series &series = m_dataset.series[label.series];
        label.value.clear();
        label.leader = false;
        label.wantedY = m_frame.plot.center().y(); // of a line without any value in view
        if (m_frame.isEmpty()) {
            label.value = lastValueText(series, m_content.locale);
            return;
        }
        const BucketSpan shown = m_frame.shown();
        if (const std::size_t next = shown.last + 1; next < m_frame.buckets) {
            if (hasValue(series.states[shown.last]) && hasValue(series.states[next])) {
                const double part = m_frame.lastVisible - static_cast<double>(shown.last);
                const qreal from = m_frame.yOf(series.values[shown.last]);
                label.wantedY = from + (m_frame.yOf(series.values[next]) - from) * part;
                label.leader = true;
                return;
            }
        } else {
            label.value = lastValueText(series, m_content.locale);
            label.leader = hasValue(series.states.back());
        }
        for (std::size_t i = shown.last + 1; i-- > shown.first;) {
            if (hasValue(series.states[i])) {
                label.wantedY = m_frame.yOf(series.values[i]);
                return;
            }
        }
    }

    void spreadEndLabels()
    {
        std::vector<double> wanted;
        wanted.reserve(m_frame.endLabels.size());
        for (const EndLabel &label : m_frame.endLabels) {
            wanted.push_back(label.wantedY);
        }
        const std::vector<double> places = spreadLabels(
            wanted, {.top = m_frame.plot.top(), .bottom = m_frame.plot.bottom(), .pitch = px(20)});
        for (std::size_t i = 0; i < places.size(); ++i) {
            m_frame.endLabels[i].y = std::round(places[i]);
        }
    }

    void placeTicks()
    {
        const BucketSpan shown = m_frame.shown();
        const std::span<const BucketTime> times(m_dataset.times);
        const CalendarAxis axis{.times = times.subspan(shown.first, shown.last - shown.first + 1),
                                .granularity = m_dataset.granularity,
                                .zone = m_dataset.zone,
                                .weekStart = m_content.weekStart,
                                .locale = m_content.locale};
        const QFont &font = m_style.small();
        m_frame.ticks = calendarTicks(axis,
                                      {.columnWidth = m_frame.columnWidth(),
                                       .gap = px(12),
                                       .oneLine = m_content.panel.has_value(),
                                       .widthOf = [&font](const QString &text) {
                                           return textWidth(text, font);
                                       }});
        for (CalendarTick &tick : m_frame.ticks) {
            tick.bucket += shown.first;
        }
    }

    void placeLane()
    {
        const std::size_t last = m_frame.buckets - 1;
        if (m_content.panel.has_value()) {
            return; // it is said once for all of them
        }
        const std::vector<BucketSpan> &incomplete = m_frame.outline->incomplete;
        if (!m_frame.shows(last) || incomplete.empty() || incomplete.back().last != last) {
            return;
        }
        m_frame.laneText = soFarText(m_dataset, last, m_content.locale);
        const qreal width = textWidth(m_frame.laneText, m_style.small()) + px(15);
        m_frame.lane = QRectF(
            m_frame.plot.right() - width, m_frame.plot.top() - px(28), width, px(20));
    }

    ChartFrame &m_frame;
    const ChartContent &m_content;
    const ChartStyle &m_style;
    const Dataset &m_dataset;
};

} // namespace

QString lastValueText(const Series &series, const QLocale &locale)
{
    const bool valued = !series.states.empty() && hasValue(series.states.back());
    return valued ? fullNumber(series.values.back(), locale) : u"–"_s;
}

void turnFrame(ChartFrame &frame, const ChartContent &content, const ChartStyle &style)
{
    Turner(frame, content, style).turn();
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
