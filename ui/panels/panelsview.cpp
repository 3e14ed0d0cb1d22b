// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelsview.h"

#include "app/core/text.h"
#include "app/models/serieslooks.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/paneldrop.h"
#include "ui/panels/panelghosts.h"
#include "ui/panels/panelplate.h"
#include "ui/panels/panelreadout.h"
#include "ui/panels/panelsbar.h"
#include "ui/panels/panelshead.h"
#include "ui/panels/panelview.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

PanelsView::PanelsView(const DatasetModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_bar(new PanelsBar(this))
    , m_head(new PanelsHead(this))
    , m_scroll(new QScrollArea(this))
    , m_grid(new QWidget)
    , m_readout(new PanelReadout(this))
    , m_drop(new PanelDrop(m_grid))
{
    setObjectName(u"panels"_s);
    setAccessibleName(tr("Panels"));
    m_grid->setObjectName(u"panelGrid"_s);
    m_scroll->setObjectName(u"panelScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_grid); // its child now
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_grid->setBackgroundRole(QPalette::Base);
    m_scroll->viewport()->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_readout);

    connect(m_model, &DatasetModel::modelReset, this, &PanelsView::markStale);
    connect(m_model, &DatasetModel::looksChanged, this, &PanelsView::markStale);
    connect(m_bar, &PanelsBar::lookChosen, this, &PanelsView::lookChosen);
    connect(m_bar, &PanelsBar::previousPeriodChosen, this, &PanelsView::previousPeriodChosen);
    connect(
        m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &PanelsView::showInSight);
    connect(m_readout, &PanelReadout::pinned, this, &PanelsView::showCrosshair);
}

/// A chart that goes away loses the focus and tells.
PanelsView::~PanelsView()
{
    for (PanelView *view : m_views) {
        disconnect(&view->chart(), nullptr, this, nullptr);
    }
}

void PanelsView::setView(const View &view)
{
    m_bar->setPreviousPeriod(view.comparison.kind == ComparisonKind::PreviousPeriod);
    const bool zoomsOnly = view.query == m_view.query && view.look.panels == m_view.look.panels
                        && view.look.hidden == m_view.look.hidden;
    if (zoomsOnly && view.look.zoom == m_view.look.zoom) {
        return;
    }
    m_view = view;
    m_bar->setLook(view.look.panels, splitsOf(view.query));
    if (zoomsOnly && !m_isStale) {
        showZoom();
    } else {
        markStale();
    }
}

void PanelsView::setWorkspace(const Workspace &workspace)
{
    if (m_workspace.colorSlots != workspace.colorSlots || m_workspace.name != workspace.name
        || m_workspace.endpoint != workspace.endpoint) {
        m_workspace = workspace;
        markStale();
    }
}

void PanelsView::setHeadings(const QString &title,
                             const QString &subtitle,
                             const QString &comparison)
{
    m_title = displayText(title);
    m_subtitle = displayText(subtitle);
    m_comparison = displayText(comparison);
    showKey();
}

void PanelsView::setWeekStart(Qt::DayOfWeek weekStart)
{
    m_weekStart = weekStart;
    for (PanelView *view : m_views) {
        view->chart().setWeekStart(weekStart);
    }
}

void PanelsView::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_isStale) {
        showTitles();
    }
}

void PanelsView::setHeadTaken(qreal width)
{
    m_head->setTaken(qRound(width));
}

void PanelsView::setMarkedBucket(std::optional<emberline::BucketTime> bucket)
{
    m_marked = bucket;
    showInSight();
}

const std::vector<PanelView *> &PanelsView::panels()
{
    refresh();
    return m_views;
}

std::optional<std::size_t> PanelsView::enlarged() const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(), [this](const Panel &panel) {
        return m_enlarged == panel.key;
    });
    return found != m_panels.end()
             ? std::optional(static_cast<std::size_t>(found - m_panels.begin()))
             : std::nullopt;
}

/// Many changes are one; and what nobody sees costs nothing.
void PanelsView::markStale()
{
    m_isStale = true;
    if (isVisible() && !m_isAnnounced) {
        m_isAnnounced = true;
        QMetaObject::invokeMethod(this, &PanelsView::refresh, Qt::QueuedConnection);
    }
}

void PanelsView::refresh()
{
    m_isAnnounced = false;
    if (!m_isStale) {
        return;
    }
    m_isStale = false;
    const Showing showing{.query = m_view.query,
                          .hidden = m_view.look.hidden,
                          .colorSlots = m_workspace.colorSlots,
                          .allUsers = allUsersName()};
    m_panels = panelsOf(
        *m_model, m_view.query, m_view.look.panels, failedLooks(*m_model->dataset(), showing));
    if (!enlarged().has_value()) {
        m_enlarged.reset();
    }
    endCarrying();
    makeViews(m_panels.size());
    m_ghosts = std::make_shared<const PanelGhosts>(
        m_model->dataset(), m_panels, m_view.look.panels);
    showTitles();
    showKey();
    if (m_crosshair.has_value() && m_model->rowOf(*m_crosshair) < 0) {
        m_crosshair.reset();
        m_readout->setPinned(false);
    }
    for (PanelView *view : m_views) {
        view->markStale();
    }
    placeViews();
    showCrosshair();
    keepFocus();
}

/// A panel that was moved by keyboard has the focus where it is now.
void PanelsView::keepFocus()
{
    if (!m_moved.has_value()) {
        return;
    }
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        if (m_panels[i].key == *m_moved) {
            m_views[i]->chart().setFocus(Qt::TabFocusReason);
            m_scroll->ensureWidgetVisible(m_views[i], 0, 0);
        }
    }
    m_moved.reset();
}

void PanelsView::makeViews(std::size_t count)
{
    while (m_views.size() > count) {
        if (m_pointed == m_views.back()) {
            m_pointed = nullptr;
        }
        m_views.back()->hide();
        m_views.back()->deleteLater(); // a key in it may be what asked for this
        m_views.pop_back();
    }
    while (m_views.size() < count) {
        auto *view = new PanelView(m_grid);
        QWidget *before = &m_bar->last();
        if (!m_views.empty()) {
            before = &m_views.back()->plate().retryButton();
        }
        QWidget::setTabOrder(before, &view->chart());
        QWidget::setTabOrder(&view->chart(), &view->plate().retryButton());
        view->setObjectName(u"panel%1"_s.arg(m_views.size()));
        view->chart().setWeekStart(m_weekStart);
        connectView(view);
        m_views.push_back(view);
    }
    setFocusProxy(m_views.empty() ? nullptr : &m_views.front()->chart());
}

void PanelsView::connectView(PanelView *view)
{
    PanelChart *chart = &view->chart();
    connect(view, &PanelView::enlargeAsked, this, [this, view] { toggleEnlarged(view); });
    connect(chart, &PanelChart::backAsked, this, [this, view] { goBack(view); });
    connect(chart, &PanelChart::pointed, this, [this, view](std::optional<std::size_t> bucket) {
        point(view, bucket);
    });
    connect(chart, &PanelChart::stepped, this, [this, view](int key) { step(view, key); });
    connect(chart, &PanelChart::copyAsked, m_readout, &PanelReadout::copy);
    connect(chart, &PanelChart::pinAsked, m_readout, &PanelReadout::togglePinned);
    connect(chart, &PanelChart::focusMoved, this, &PanelsView::showCrosshair);
    connect(chart, &ChartView::bucketPicked, this, [this, view](BucketTime bucket) {
        m_pointed = view;
        pick(bucket);
    });
    connect(chart, &ChartView::rowAsked, this, &PanelsView::rowAsked);
    connect(chart, &ChartView::zoomed, this, &PanelsView::zoomed);
    connect(view, &PanelView::retryAsked, this, &PanelsView::retryAsked);
    connectOrder(view);
}

std::optional<std::size_t> PanelsView::indexOf(const PanelView *view) const
{
    const auto found = std::find(m_views.begin(), m_views.end(), view);
    return found != m_views.end() ? std::optional(static_cast<std::size_t>(found - m_views.begin()))
                                  : std::nullopt;
}

/// Undoes the nearest thing.
void PanelsView::goBack(const PanelView *view)
{
    if (m_readout->isPinned()) {
        m_readout->setPinned(false);
    } else if (m_enlarged.has_value()) {
        toggleEnlarged(view);
    }
}

void PanelsView::toggleEnlarged(const PanelView *view)
{
    const std::optional<std::size_t> index = indexOf(view);
    if (!index.has_value()) {
        return;
    }
    const bool isAlone = m_enlarged.has_value();
    m_enlarged = isAlone ? std::nullopt : std::optional(m_panels[*index].key);
    placeViews();
    PanelChart &chart = m_views[*index]->chart();
    if (!chart.hasFocus()) {
        chart.setFocus(Qt::OtherFocusReason);
    }
    m_scroll->ensureWidgetVisible(m_views[*index], 0, 0);
}

void PanelsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void PanelsView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!m_readout->isPinned()) {
        m_crosshair.reset();
    }
    showCrosshair();
}

void PanelsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange
        || type == QEvent::LocaleChange) {
        markStale();
    }
}

bool PanelsView::eventFilter(QObject *watched, QEvent *event)
{
    if (m_carried != nullptr && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        endCarrying();
        return true;
    }
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize && !m_isStale) {
        placeViews();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace emberline
