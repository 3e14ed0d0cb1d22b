// SPDX-License-Identifier: GPL-3.0-or-later
// What keys do with a chart.
#include "app/series/measure.h"
#include "ui/chart/chartview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr double closer = 0.5;
constexpr double farther = 2;

/// So many buckets are a leap: a week, a day of hours, a year of months.
int leapOf(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
        return 24;
    case Granularity::Day:
        return 7;
    case Granularity::Week:
        return 4;
    case Granularity::Month:
        return 12;
    }
    Q_UNREACHABLE();
}

} // namespace

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier;
    const bool isCopy = event->matches(QKeySequence::Copy);
    const bool isTaken = isBack ? stepBack()
                       : isCopy ? copy()
                                : m_scene->frame().buckets > 0 && step(*event);
    if (!isTaken) {
        event->ignore();
    }
}

bool ChartView::stepBack()
{
    if (m_drag.has_value() && m_drag->moved) {
        if (m_drag->button == Qt::MiddleButton) {
            zoomTo(m_drag->view, true);
        }
        endDrag();
    } else if (m_scene->measuring().one.has_value() || m_scene->measuring().other.has_value()) {
        setMeasuring({});
    } else if (m_scene->plan().pinned) {
        m_scene->setPinned(false);
        m_scene->setHovered(std::nullopt);
    } else if (chosenSeries().has_value()) {
        m_scene->setChosen(std::nullopt);
        describe();
    } else {
        return false;
    }
    return true;
}

bool ChartView::step(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Down && event.modifiers() == Qt::ControlModifier) {
        Q_EMIT rowAsked(m_scene->plan().dataset().times[*cursor()]);
        return true;
    }
    return walk(event) || hearSign(event);
}

/// Where the keys go on from: what is marked or else pointed at, if it is in view, else the latest.
std::optional<std::size_t> ChartView::cursor() const
{
    const ChartFrame &frame = m_scene->frame();
    if (frame.isEmpty()) {
        return std::nullopt;
    }
    for (const std::optional<std::size_t> &known : {m_scene->marked(), m_scene->hovered()}) {
        if (known.has_value() && frame.shows(*known)) {
            return known;
        }
    }
    return frame.shown().last;
}

bool ChartView::walk(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool leaps = modifiers == Qt::ControlModifier;
    if (modifiers != Qt::NoModifier && !leaps) {
        return false;
    }
    const ChartFrame &frame = m_scene->frame();
    const BucketSpan shown = frame.shown();
    const int by = leaps ? leapOf(m_scene->plan().dataset().granularity) : 1;
    const std::optional<std::size_t> marked = m_scene->marked();
    const auto from = [&](int ways, std::size_t otherwise) {
        const auto last = static_cast<qint64>(frame.buckets) - 1;
        const qint64 next = static_cast<qint64>(marked.value_or(0)) + qint64{ways} * by;
        return marked.has_value() ? static_cast<std::size_t>(std::clamp<qint64>(next, 0, last))
                                  : otherwise;
    };
    switch (event.key()) {
    case Qt::Key_Home:
        walkTo(shown.first);
        return true;
    case Qt::Key_End:
        walkTo(shown.last);
        return true;
    case Qt::Key_Left:
        walkTo(from(-1, shown.last));
        return true;
    case Qt::Key_Right:
        walkTo(from(1, shown.first));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!leaps) {
            choose(event.key() == Qt::Key_Up ? -1 : 1);
        }
        return !leaps;
    default:
        return false;
    }
}

void ChartView::walkTo(std::size_t bucket)
{
    zoomTo(movedTo(zoomedSpan(), bucket), true);
    m_scene->setHovered(bucket);
    pick(bucket);
}

void ChartView::choose(int by)
{
    const std::size_t bucket = *cursor();
    std::vector<std::size_t> order = tooltipOrder(m_scene->plan(), bucket);
    const std::vector<DatasetModel::Look> &looks = m_scene->plan().content.looks;
    order.erase(std::remove_if(order.begin(),
                               order.end(),
                               [&looks](std::size_t i) { return looks[i].hidden; }),
                order.end());
    if (order.empty()) {
        return;
    }
    const std::optional<std::size_t> chosen = chosenSeries();
    const auto place = std::find(order.begin(), order.end(), chosen.value_or(looks.size()));
    const auto last = static_cast<qint64>(order.size()) - 1;
    const qint64 next = place == order.end() ? (by > 0 ? 0 : last)
                                             : qint64{place - order.begin()} + by;
    m_scene->setChosen(order[static_cast<std::size_t>(std::clamp<qint64>(next, 0, last))]);
    walkTo(bucket);
}

/// By what is typed, not by where it is on a keyboard.
bool ChartView::hearSign(const QKeyEvent &event)
{
    constexpr Qt::KeyboardModifiers commands = Qt::ControlModifier | Qt::MetaModifier
                                             | Qt::AltModifier;
    const QString typed = event.text();
    const bool isBracket = typed == u"["_s || typed == u"]"_s; // AltGr counts as Ctrl and Alt
    if (typed.size() != 1 || (!isBracket && (event.modifiers() & commands) != Qt::NoModifier)) {
        return false;
    }
    Measuring measuring = m_scene->measuring();
    switch (typed.front().unicode()) {
    case u'0':
        zoomTo(wholeSpan(m_scene->frame().buckets), false);
        return true;
    case u'+':
    case u'=':
        zoomBy(closer);
        return true;
    case u'-':
        zoomBy(farther);
        return true;
    case u'.':
        togglePin();
        return m_pins;
    case u'[': // which need a second key on some keyboards: comma and semicolon don't
    case u',':
        measuring.one = cursor();
        setMeasuring(measuring);
        return true;
    case u']':
    case u';':
        measuring.other = cursor();
        setMeasuring(measuring);
        return true;
    default:
        return false;
    }
}

void ChartView::zoomBy(double factor)
{
    const ChartFrame &frame = m_scene->frame();
    const std::optional<std::size_t> pointed = m_scene->hovered().has_value() ? m_scene->hovered()
                                                                              : m_scene->marked();
    const bool isInView = pointed.has_value() && frame.shows(*pointed);
    const double place = isInView ? static_cast<double>(*pointed)
                                  : (frame.firstVisible + frame.lastVisible) / 2;
    zoomTo(scaledSpan(zoomedSpan(), factor, place, frame.buckets), false);
}

void ChartView::togglePin()
{
    if (!m_pins) {
        return;
    }
    if (m_scene->plan().pinned) {
        m_scene->setPinned(false);
        return;
    }
    const std::optional<std::size_t> hovered = m_scene->hovered();
    pick(hovered.has_value() ? *hovered : *cursor());
    m_scene->setPinned(true);
}

void ChartView::measureFrom(std::size_t bucket)
{
    const Measuring before = m_scene->measuring();
    const bool startsAnew = !before.one.has_value() || before.other.has_value();
    setMeasuring(startsAnew ? Measuring{.one = bucket, .other = {}}
                            : Measuring{.one = before.one, .other = bucket});
}

void ChartView::setMeasuring(const Measuring &measuring)
{
    m_scene->setMeasuring(measuring);
    if (measuring.span().has_value()) {
        setDescription(measuredText());
    } else {
        describe();
    }
}

QString ChartView::measuredText() const
{
    const ChartPlan &plan = m_scene->plan();
    const std::optional<BucketSpan> span = m_scene->measuring().span();
    const std::optional<std::size_t> series = measuredSeries(plan);
    if (!span.has_value() || !series.has_value()) {
        return {};
    }
    return measureSentence(
        plan.dataset(), *series, *span, plan.content.looks[*series].name, plan.content.locale);
}

bool ChartView::copy() const
{
    QString text = measuredText();
    const bool isPointed = m_scene->hovered().has_value() || m_scene->marked().has_value();
    if (text.isEmpty() && isPointed) {
        const bool followsMark = m_scene->plan().pinned || !m_scene->hovered().has_value();
        text = tooltipText(m_scene->plan(),
                           followsMark && m_scene->marked().has_value() ? *m_scene->marked()
                                                                        : *m_scene->hovered());
    }
    if (text.isEmpty()) {
        return false;
    }
    QGuiApplication::clipboard()->setText(text);
    return true;
}

} // namespace emberline
