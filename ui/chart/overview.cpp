// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/overview.h"

#include "app/models/datasetmodel.h"
#include "app/series/datetext.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>
#include <QFocusEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int totalHeight = 72;
constexpr int stripTop = 4;
constexpr int stripHeight = 40;

/// Says what is shown, too, as the value of a scroll bar.
class OverviewAccessible final : public QAccessibleWidget
{
public:
    explicit OverviewAccessible(Overview *overview)
        : QAccessibleWidget(overview, QAccessible::ScrollBar)
    { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto *overview = qobject_cast<const Overview *>(widget());
        return kind == QAccessible::Value && overview != nullptr ? overview->valueText()
                                                                 : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *accessibleFor(const QString &className, QObject *object)
{
    static_cast<void>(className);
    auto *overview = qobject_cast<Overview *>(object);
    return overview != nullptr ? new OverviewAccessible(overview) : nullptr; // Qt's
}

} // namespace

Overview::Overview(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(accessibleFor); // once more is nothing
    setObjectName(u"overview"_s);
    setAccessibleName(tr("Overview"));
    setFixedHeight(totalHeight);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

Overview::~Overview() = default;

void Overview::setModel(const DatasetModel *model)
{
    if (m_model != nullptr) {
        disconnect(m_model, nullptr, this, nullptr);
    }
    m_model = model;
    if (m_model != nullptr) {
        connect(m_model, &DatasetModel::modelReset, this, &Overview::takeData);
        connect(m_model, &DatasetModel::looksChanged, this, &Overview::takeLooks);
    }
    takeData();
}

void Overview::takeData()
{
    m_dataset = m_model != nullptr ? m_model->dataset() : std::make_shared<const Dataset>();
    m_range = count() > 0 ? wholeSpan(count()) : BucketSpan();
    m_drag.reset();
    m_lines.clear();
    describe();
    takeLooks();
}

void Overview::setAround(const emberline::DatasetPtr &around)
{
    const DatasetPtr inner = m_model != nullptr ? m_model->dataset() : m_dataset;
    const std::vector<BucketTime> &times = around->times;
    if (inner->isEmpty() || around->series.size() != inner->series.size()) {
        return;
    }
    const auto first = std::lower_bound(times.begin(), times.end(), inner->times.front());
    const auto last = std::lower_bound(first, times.end(), inner->times.back());
    if (last == times.end() || *first != inner->times.front() || *last != inner->times.back()) {
        return;
    }
    m_dataset = around;
    m_range = {.first = static_cast<std::size_t>(first - times.begin()),
               .last = static_cast<std::size_t>(last - times.begin())};
    m_drag.reset();
    m_lines.clear();
    describe();
    takeLooks();
    Q_EMIT aroundChanged();
}

void Overview::takeLooks()
{
    for (std::size_t i = 0; i < m_lines.size() && m_model != nullptr; ++i) {
        m_lines[i].slot = m_model->look(i).colorSlot;
        m_lines[i].hidden = m_model->look(i).hidden;
    }
    forgetImage();
}

void Overview::forgetImage()
{
    m_image = {};
    update();
}

void Overview::setZoom(const std::optional<emberline::Zoom> &zoom)
{
    m_zoom = zoom;
    describe();
    update();
}

void Overview::setEdges(int left, int right)
{
    if (left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        forgetImage();
    }
}

QRect Overview::strip() const
{
    return {m_left, stripTop, std::max(1, m_right - m_left), stripHeight};
}

QRect Overview::window() const
{
    if (count() == 0) {
        return {};
    }
    const VisibleSpan shown = visibleOf(span());
    const int left = xOf(shown.first);
    const int right = std::max(left + 1, xOf(shown.second));
    return {left, stripTop, right - left, stripHeight};
}

QString Overview::valueText() const
{
    if (count() == 0) {
        return tr("No data.");
    }
    const BucketSpan shown = span();
    return rangeText(m_dataset->times[shown.first],
                     m_dataset->times[shown.last],
                     m_dataset->granularity,
                     m_dataset->zone,
                     locale());
}

std::size_t Overview::count() const
{
    return m_dataset->isEmpty() ? 0 : m_dataset->times.size();
}

BucketSpan Overview::span() const
{
    return m_zoom.has_value() ? spanOf(m_dataset->times, m_zoom) : m_range;
}

int Overview::xOf(double place) const
{
    const QRect area = strip();
    return area.left()
         + static_cast<int>(
               std::lround((place + 0.5) / static_cast<double>(count()) * area.width()));
}

double Overview::placeAt(int x) const
{
    const QRect area = strip();
    return (x - area.left()) * static_cast<double>(count()) / area.width() - 0.5;
}

std::size_t Overview::bucketAt(int x) const
{
    const double place = std::floor(placeAt(x) + 0.5);
    return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(count() - 1)));
}

void Overview::zoomTo(const BucketSpan &wanted, bool continues)
{
    if (wanted == span()) {
        return;
    }
    m_zoom = wanted == m_range ? std::nullopt : std::optional(timesOf(wanted));
    describe();
    update();
    if (isInRange(wanted)) {
        Q_EMIT zoomed(m_zoom, continues);
    } else if (!m_drag.has_value()) { // else when it ends
        askForRange();
    }
}

Zoom Overview::timesOf(const BucketSpan &span) const
{
    return {.first = m_dataset->times[span.first], .last = m_dataset->times[span.last]};
}

bool Overview::isInRange(const BucketSpan &span) const
{
    return span.first >= m_range.first && span.last <= m_range.last;
}

/// As long as the present one, if the window is no longer than that, and moved no farther than it
/// takes.
void Overview::askForRange()
{
    const BucketSpan window = span();
    BucketSpan range = window;
    if (countOf(window) < countOf(m_range)) {
        range = window.first < m_range.first
                  ? BucketSpan{.first = window.first, .last = window.first + countOf(m_range) - 1}
                  : BucketSpan{.first = window.last + 1 - countOf(m_range), .last = window.last};
    }
    Q_EMIT rangeAsked(timesOf(range),
                      range == window ? std::nullopt : std::optional(timesOf(window)));
}

void Overview::describe()
{
    const QString text = valueText();
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

void Overview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    forgetImage();
}

void Overview::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void Overview::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    QWidget::focusOutEvent(event);
    update();
}

void Overview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        forgetImage();
    } else if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Overview"));
    } else if (event->type() == QEvent::LocaleChange) {
        describe();
        update();
    }
}

} // namespace emberline
