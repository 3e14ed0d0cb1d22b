// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/overview.h"

#include "app/models/datasetmodel.h"
#include "app/series/datetext.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int totalHeight = 72;
constexpr int stripTop = 4;
constexpr int stripHeight = 40;
constexpr int reach = 7; ///< of the pointer beside a handle
constexpr int keySteps = 10; ///< of a key: this part of what is shown

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
    m_drag.reset();
    m_lines.clear();
    describe();
    takeLooks();
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
    return spanOf(m_dataset->times, m_zoom);
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
    if (wanted != span()) {
        m_zoom = zoomOf(m_dataset->times, wanted);
        describe();
        update();
        Q_EMIT zoomed(m_zoom, continues);
    }
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

/// In the middle of all it would move nothing: there a drag opens a window.
Overview::Part Overview::partAt(int x) const
{
    const QRect shown = window();
    const int inner = std::min(reach, shown.width() / 3);
    const int right = shown.left() + shown.width();
    if (x >= shown.left() - reach && x < shown.left() + inner) {
        return Part::First;
    }
    if (x >= right - inner && x < right + reach) {
        return Part::Last;
    }
    const bool isInside = x >= shown.left() && x < right;
    return isInside && span() != wholeSpan(count()) ? Part::Window : Part::Beside;
}

BucketSpan Overview::dragged(int x) const
{
    const BucketSpan &before = m_drag->span;
    const std::size_t bucket = bucketAt(x);
    switch (m_drag->part) {
    case Part::First:
        return spanBetween(std::min(bucket, before.last), before.last, count());
    case Part::Last:
        return spanBetween(before.first, std::max(bucket, before.first), count());
    case Part::Window: {
        const auto by = std::lround(placeAt(x) - placeAt(m_drag->from));
        return movedSpan(before, static_cast<int>(by), count());
    }
    case Part::Beside:
        return spanBetween(bucketAt(m_drag->from), bucket, count());
    }
    Q_UNREACHABLE();
}

void Overview::mousePressEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (event->button() != Qt::LeftButton || count() == 0) {
        event->ignore();
        return;
    }
    m_drag = Drag{.part = partAt(x), .from = x, .span = span()};
    showCursor(x);
}

void Overview::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (!m_drag.has_value()) {
        showCursor(x);
        return;
    }
    constexpr int threshold = 3; // a strip is for fine movements
    if (m_drag->moved || std::abs(x - m_drag->from) >= threshold) {
        const BucketSpan next = dragged(x);
        const bool continues = m_drag->moved;
        m_drag->moved = continues || next != span();
        zoomTo(next, continues);
    }
}

void Overview::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag.has_value()) {
        return;
    }
    const Drag ended = *m_drag;
    m_drag.reset();
    const int x = event->position().toPoint().x();
    if (!ended.moved && ended.part == Part::Beside && ended.span != wholeSpan(count())) {
        const double middle = (visibleOf(ended.span).first + visibleOf(ended.span).second) / 2;
        const auto by = std::lround(placeAt(x) - middle);
        zoomTo(movedSpan(ended.span, static_cast<int>(by), count()), false);
    }
    showCursor(x);
}

void Overview::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && count() > 0) {
        zoomTo(wholeSpan(count()), false);
    }
}

void Overview::showCursor(int x)
{
    if (count() == 0) {
        unsetCursor();
        return;
    }
    switch (m_drag.has_value() ? m_drag->part : partAt(x)) {
    case Part::First:
    case Part::Last:
        setCursor(Qt::SizeHorCursor);
        break;
    case Part::Window:
        setCursor(m_drag.has_value() ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    case Part::Beside:
        setCursor(Qt::CrossCursor);
        break;
    }
}

bool Overview::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With Shift they would move the range of the whole view.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::ShiftModifier
            && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Overview::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool resizes = modifiers == Qt::ShiftModifier;
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && m_drag.has_value() && m_drag->moved) {
        zoomTo(m_drag->span, true);
        m_drag.reset();
        return;
    }
    if (count() == 0 || (modifiers != Qt::NoModifier && !resizes)) {
        event->ignore();
        return;
    }
    const BucketSpan shown = span();
    const auto all = static_cast<int>(count());
    const int step = std::max(1, static_cast<int>(countOf(shown)) / keySteps);
    const auto moved = [&](int by) {
        if (!resizes) {
            return movedSpan(shown, by, count());
        }
        const int last = std::clamp(
            static_cast<int>(shown.last) + by, static_cast<int>(shown.first), all - 1);
        return spanBetween(shown.first, static_cast<std::size_t>(last), count());
    };
    switch (event->key()) {
    case Qt::Key_Left:
        zoomTo(moved(-step), event->isAutoRepeat());
        break;
    case Qt::Key_Right:
        zoomTo(moved(step), event->isAutoRepeat());
        break;
    case Qt::Key_Home:
        zoomTo(moved(-all), event->isAutoRepeat());
        break;
    case Qt::Key_End:
        zoomTo(moved(all), event->isAutoRepeat());
        break;
    case Qt::Key_0:
        zoomTo(wholeSpan(count()), false);
        break;
    default:
        event->ignore();
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
