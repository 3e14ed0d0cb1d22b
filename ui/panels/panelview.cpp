// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelview.h"

#include "ui/chart/denselines.h"
#include "ui/panels/panelchart.h"
#include "ui/panels/panelheader.h"
#include "ui/panels/panelplate.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int ring = 2; ///< of the focus, around everything
constexpr qreal behindAll = -1;

} // namespace

PanelView::PanelView(QWidget *parent)
    : QWidget(parent)
    , m_header(new PanelHeader(this))
    , m_chart(new PanelChart(this))
    , m_plate(new PanelPlate(this))
    , m_ghosts(new DenseLines(behindAll))
{
    setObjectName(u"panel"_s);
    m_chart->setModel(&m_model);
    ChartScene &scene = m_chart->chartScene();
    scene.addItem(m_ghosts);
    m_ghosts->setCacheMode(QGraphicsItem::DeviceCoordinateCache); // a crosshair repaints none
    connect(&scene, &ChartScene::relaidOut, this, &PanelView::placeGhosts);
    connect(m_header, &PanelHeader::enlargeAsked, this, &PanelView::enlargeAsked);
    connect(m_header, &PanelHeader::menuAsked, this, &PanelView::menuAsked);
    connect(m_chart, &PanelChart::enlargeAsked, this, &PanelView::enlargeAsked);
    connect(m_plate, &PanelPlate::retryAsked, this, &PanelView::retryAsked);
    m_plate->hide();
    setTabOrder(m_chart, &m_plate->retryButton());
    connect(m_chart, &PanelChart::focusMoved, this, QOverload<>::of(&QWidget::update));
}

void PanelView::setTitle(const PanelTitle &title)
{
    m_header->setTitle(title);
    m_chart->setAccessibleName(m_header->words());
}

void PanelView::setShown(Shown shown)
{
    m_model.setDataset(shown.dataset, std::move(shown.looks), std::move(shown.earlier));
    m_isStale = false;
}

void PanelView::place(const PanelRects &rects, double largest)
{
    setGeometry(rects.panel);
    const QPoint plot = rects.plot.topLeft() - rects.panel.topLeft();
    m_header->setGeometry(plot.x(), ring, rects.plot.width(), panelHeaderHeight - ring);
    m_chart->setGeometry(
        ring, panelHeaderHeight, width() - 2 * ring, height() - panelHeaderHeight - ring);
    const QPoint inScene = plot - m_chart->pos();
    m_chart->chartScene().setPanel(
        PanelPlace{.plot = QRectF(QPointF(inScene), QSizeF(rects.plot.size())),
                   .largest = largest,
                   .valueLabels = rects.labelled});
    m_plot = QRect(plot, rects.plot.size());
    m_plate->placeIn(m_plot);
}

void PanelView::setEnlarged(bool enlarged)
{
    m_header->setEnlarged(enlarged);
}

void PanelView::setFailure(const std::optional<emberline::Message> &message)
{
    if (message.has_value()) {
        m_plate->setMessage(*message);
        m_plate->placeIn(m_plot);
    }
    m_plate->setVisible(message.has_value());
}

QRect PanelView::plot() const
{
    return m_chart->chartScene().frame().plot.toRect().translated(pos() + m_chart->pos());
}

void PanelView::setGhosts(std::vector<Ghost> ghosts)
{
    m_ghostLines = std::move(ghosts);
    placeGhosts();
}

void PanelView::placeGhosts()
{
    showGhosts(*m_ghosts, m_ghostLines, m_chart->chartScene().plan());
}

void PanelView::setCrosshair(std::optional<std::size_t> bucket, bool dated)
{
    m_chart->chartScene().setDated(dated);
    m_chart->chartScene().setHovered(bucket);
}

void PanelView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuAsked(byKey ? m_header->mapToGlobal(m_header->rect().bottomLeft())
                           : event->globalPos());
}

void PanelView::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_chart->showsFocus()) {
        return;
    }
    QPainter painter(this);
    painter.setPen(
        QPen(tokensFor(palette()).accent, ring, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace emberline
