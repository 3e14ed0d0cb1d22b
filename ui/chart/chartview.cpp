// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartview.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

ChartView::ChartView(QWidget *parent)
    : QGraphicsView(parent)
    , m_scene(new ChartScene(this))
{
    setObjectName(u"chart"_s);
    setAccessibleName(tr("Chart"));
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Cut to one rectangle everything is blitted; cut to several, spans are painted by threads.
    setViewportUpdateMode(BoundingRectViewportUpdate);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // the background is ours to paint
    setMouseTracking(true);
    setMinimumSize(320, 240);
    setAcceptDrops(false); // files are the window's
    viewport()->setAcceptDrops(false);
    // To a screen reader the viewport would be a second, nameless thing that takes the focus. It
    // hands its policy on to us: ours comes after.
    viewport()->setFocusPolicy(Qt::NoFocus);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAccessibleName(accessibleName());
    viewport()->setMouseTracking(true);
    m_scene->setStill(true);
    m_scene->setLocale(locale());
    m_scene->setBodyFont(font());
    applyPalette();
    connect(m_scene, &ChartScene::relaidOut, this, &ChartView::describe);
    describe();
}

void ChartView::setModel(const DatasetModel *model)
{
    disconnect(m_reset);
    m_scene->setModel(model);
    if (model != nullptr) { // after the scene, which knows the data by then
        m_reset = connect(model, &DatasetModel::modelReset, this, &ChartView::applyZoom);
    }
    applyZoom();
}

void ChartView::setHeadings(const QString &title,
                            const QString &subtitle,
                            const QString &comparison)
{
    m_scene->setHeadings(title, subtitle, comparison);
}

void ChartView::setHeadTaken(qreal width)
{
    m_scene->setHeadTaken(width);
}

void ChartView::setWeekStart(Qt::DayOfWeek weekStart)
{
    m_scene->setWeekStart(weekStart);
}

void ChartView::setEmphasized(std::optional<std::size_t> series)
{
    constexpr std::chrono::milliseconds fade{80};
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_scene->setEmphasized(series, moves ? fade : std::chrono::milliseconds(0));
}

void ChartView::setMarkedBucket(std::optional<emberline::BucketTime> bucket)
{
    const std::vector<BucketTime> &times = m_scene->plan().dataset().times;
    std::optional<std::size_t> marked;
    if (bucket.has_value()) {
        const auto found = std::lower_bound(times.begin(), times.end(), *bucket);
        if (found != times.end() && *found == *bucket) {
            marked = static_cast<std::size_t>(found - times.begin());
        }
    }
    m_scene->setMarked(marked);
    describe();
}

std::optional<BucketTime> ChartView::markedBucket() const
{
    const std::optional<std::size_t> marked = m_scene->marked();
    return marked.has_value() ? std::optional(m_scene->plan().dataset().times[*marked])
                              : std::nullopt;
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    m_scene->setSize(viewport()->size());
}

void ChartView::paintEvent(QPaintEvent *event)
{
    m_scene->showChanges();
    QGraphicsView::paintEvent(event);
}

std::optional<std::size_t> ChartView::bucketAt(const QPointF &position) const
{
    const ChartFrame &frame = m_scene->frame();
    const bool inside = position.x() >= frame.plot.left() && position.x() < frame.plot.right()
                     && position.y() >= frame.head.height()
                     && position.y() < frame.plot.bottom() + m_scene->plan().style.px(44);
    return inside && !frame.isEmpty() ? std::optional(frame.bucketAt(position.x())) : std::nullopt;
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (drag(event->position())) {
        return;
    }
    m_scene->setHovered(bucketAt(event->position()));
    setEmphasized(labelledAt(m_scene->plan(), event->position()));
}

void ChartView::pick(std::size_t bucket)
{
    m_scene->setMarked(bucket);
    describe();
    Q_EMIT bucketPicked(m_scene->plan().dataset().times[bucket]);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason
                || event->reason() == Qt::BacktabFocusReason
                || event->reason() == Qt::ShortcutFocusReason
                || event->reason() == Qt::ActiveWindowFocusReason;
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    m_scene->setHovered(std::nullopt);
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void ChartView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange) {
        applyPalette();
    } else if (type == QEvent::FontChange) {
        m_scene->setBodyFont(font());
    } else if (type == QEvent::LocaleChange) {
        m_scene->setLocale(locale());
    } else if (type == QEvent::LanguageChange) {
        setAccessibleName(tr("Chart"));
        viewport()->setAccessibleName(accessibleName());
        m_scene->setLocale(locale());
    }
}

bool ChartView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_scene->setHovered(std::nullopt);
        setEmphasized(std::nullopt);
    }
    return QGraphicsView::viewportEvent(event);
}

void ChartView::applyPalette()
{
    const Tokens &tokens = tokensFor(palette());
    m_scene->setTokens(tokens);
    setBackgroundBrush(tokens.base);
}

void ChartView::drawForeground(QPainter *painter, const QRectF &rect)
{
    QGraphicsView::drawForeground(painter, rect);
    paintDrag(*painter);
    if (m_showsFocus && hasFocus()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(m_scene->plan().style.tokens().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void ChartView::describe()
{
    const ChartPlan &plan = m_scene->plan();
    QString text = plan.content.title;
    if (plan.frame.isEmpty()) {
        text = tr("No data.");
    } else if (const std::optional<std::size_t> marked = m_scene->marked(); marked.has_value()) {
        text = plan.chosen.has_value() ? spokenPoint(plan, *marked, *plan.chosen)
                                       : spokenBucket(plan, *marked);
    }
    setDescription(text);
}

void ChartView::setDescription(const QString &text)
{
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

} // namespace emberline
