// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelsview.h"

#include "app/core/text.h"
#include "app/series/pyramid.h"
#include "app/series/valueaxis.h"
#include "ui/chart/chartstyle.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/panelreadout.h"
#include "ui/panels/panelsbar.h"
#include "ui/panels/panelshead.h"
#include "ui/panels/panelview.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

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
    const bool zoomsOnly = view.query == m_view.query && view.look.panels == m_view.look.panels;
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

void PanelsView::setHeadings(const QString &title, const QString &subtitle)
{
    m_title = displayText(title);
    m_subtitle = displayText(subtitle);
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
    for (PanelView *view : m_views) {
        view->chart().setMarkedBucket(bucket);
    }
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
    m_panels = panelsOf(*m_model, m_view.query, m_view.look.panels);
    if (!enlarged().has_value()) {
        m_enlarged.reset();
    }
    makeViews(m_panels.size());
    fillViews();
    showGhosts();
    showTitles();
    showKey();
    placeViews();
    showZoom();
    setMarkedBucket(m_marked);
    if (m_crosshair.has_value() && m_model->rowOf(*m_crosshair) < 0) {
        m_crosshair.reset();
        m_readout->setPinned(false);
    }
    showCrosshair();
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
        QWidget::setTabOrder(m_views.empty() ? &m_bar->last() : &m_views.back()->chart(),
                             &view->chart());
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
    connect(chart, &PanelChart::backAsked, this, [this, view] { toggleEnlarged(view); });
    connect(chart, &PanelChart::pointed, this, [this, view](std::optional<std::size_t> bucket) {
        point(view, bucket);
    });
    connect(chart, &PanelChart::stepped, this, [this, view](int key) { step(view, key); });
    connect(chart, &PanelChart::copyAsked, m_readout, &PanelReadout::copy);
    connect(chart, &PanelChart::focusMoved, this, &PanelsView::showCrosshair);
    connect(chart, &ChartView::bucketPicked, this, &PanelsView::pick);
    connect(chart, &ChartView::zoomed, this, &PanelsView::zoomed);
}

void PanelsView::fillViews()
{
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        m_views[i]->setShown(shownIn(m_panels[i], *m_model));
    }
}

void PanelsView::showGhosts()
{
    // What a panel has a scale of its own for can't stand on that of another.
    const bool shows = m_view.look.panels.ghosts && !m_view.look.panels.ownScale;
    std::vector<PyramidPtr> lines;
    const DatasetPtr &dataset = m_model->dataset();
    for (std::size_t i = 0; shows && i < dataset->series.size(); ++i) {
        lines.push_back(std::make_shared<const Pyramid>(
            std::shared_ptr<const Series>(dataset, &dataset->series[i]), Pyramid::Lines::Solid));
    }
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        std::vector<PyramidPtr> others;
        for (std::size_t other = 0; shows && other < m_panels.size(); ++other) {
            for (const std::size_t series : m_panels[other].series) {
                if (other != i) {
                    others.push_back(lines[series]);
                }
            }
        }
        m_views[i]->setGhosts(std::move(others));
    }
}

int PanelsView::labelWidthFor(const std::vector<double> &largest) const
{
    const ChartStyle style(tokensFor(palette()), font(), 1);
    qreal widest = 0;
    for (const double value : largest) {
        const ValueAxis axis = valueAxisFor(value);
        for (int i = 0; i <= axis.steps; ++i) {
            widest = std::max(widest,
                              textWidth(compactNumber(axis.tick(i), locale()), style.small()));
        }
    }
    return static_cast<int>(std::ceil(widest));
}

void PanelsView::placeViews()
{
    const QSize room = m_scroll->viewport()->size();
    const PanelsLook &look = m_view.look.panels;
    std::vector<double> largest;
    largest.reserve(m_panels.size());
    for (const Panel &panel : m_panels) {
        largest.push_back(largestIn(panel, *m_model));
    }
    if (!look.ownScale && !largest.empty()) {
        const double all = *std::max_element(largest.begin(), largest.end());
        std::fill(largest.begin(), largest.end(), all);
    }
    const std::optional<std::size_t> alone = enlarged();
    const int count = alone.has_value() ? 1 : static_cast<int>(m_panels.size());
    const PanelGrid grid = placePanels({.size = room,
                                        .count = count,
                                        .columns = panelColumns(count, look.columns),
                                        .labelWidth = labelWidthFor(largest),
                                        .sharedScale = !look.ownScale});
    m_grid->resize(room.width(), std::max(room.height(), grid.height));
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const bool shown = !alone.has_value() || *alone == i;
        m_views[i]->setVisible(shown);
        m_views[i]->setEnlarged(alone == i);
        m_views[i]->chart().setTakesEscape(alone.has_value());
        if (shown) {
            m_views[i]->place(grid.panels[alone.has_value() ? 0 : i], largest[i]);
        }
    }
}

void PanelsView::showZoom()
{
    for (PanelView *view : m_views) {
        view->chart().setZoom(m_view.look.zoom);
    }
}

void PanelsView::toggleEnlarged(const PanelView *view)
{
    const auto found = std::find(m_views.begin(), m_views.end(), view);
    if (found == m_views.end()) {
        return;
    }
    const auto index = static_cast<std::size_t>(found - m_views.begin());
    const bool isAlone = m_enlarged.has_value();
    m_enlarged = isAlone ? std::nullopt : std::optional(m_panels[index].key);
    placeViews();
    PanelChart &chart = m_views[index]->chart();
    if (!chart.hasFocus()) {
        chart.setFocus(Qt::OtherFocusReason);
    }
    m_scroll->ensureWidgetVisible(m_views[index], 0, 0);
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
    if (event->type() == QEvent::Resize && !m_isStale) {
        placeViews();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace emberline
