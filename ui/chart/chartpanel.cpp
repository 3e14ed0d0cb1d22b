// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartpanel.h"

#include "ui/chart/chartview.h"
#include "ui/chart/overview.h"

#include <QVBoxLayout>

namespace emberline {

namespace {

constexpr int leastHeight = 400; ///< of both
constexpr std::size_t manyBuckets = 90;

} // namespace

ChartPanel::ChartPanel(ChartView *chart, Overview *overview, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_overview(overview)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_overview);
    setFocusProxy(m_chart);
    m_overview->hide();
    connect(&m_chart->chartScene(), &ChartScene::relaidOut, this, &ChartPanel::follow);
    connect(m_overview, &Overview::aroundChanged, this, [this] {
        m_hasAround = true;
        follow();
    });
}

void ChartPanel::follow()
{
    const ChartFrame &frame = m_chart->chartScene().frame();
    // What is around comes a moment after the data; the overview does not go in between.
    m_hasAround = m_hasAround && !frame.isEmpty();
    const bool isWanted = m_hasAround
                       || (!frame.isEmpty() && (!frame.isWhole() || frame.buckets > manyBuckets));
    m_overview->setVisible(isWanted && height() >= leastHeight);
    m_overview->setEdges(static_cast<int>(frame.plot.left()), static_cast<int>(frame.plot.right()));
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    follow();
}

} // namespace emberline
