// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/summarystrip.h"

#include "ui/summary/summarycell.h"

#include <QCheckBox>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::size_t mostInView = 6;

} // namespace

SummaryStrip::SummaryStrip(QWidget *parent)
    : QScrollArea(parent)
    , m_row(new QWidget(this))
{
    setObjectName(u"summaryStrip"_s);
    setAccessibleName(tr("Summary"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its cells take it
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWidget(m_row);
    for (QWidget *ground : std::initializer_list<QWidget *>{this, viewport(), m_row}) {
        ground->setBackgroundRole(QPalette::Base);
    }
    hide();
}

void SummaryStrip::setModel(const DatasetModel *model)
{
    if (m_model != nullptr) {
        disconnect(m_model, nullptr, this, nullptr);
    }
    m_model = model;
    if (m_model != nullptr) {
        connect(model, &DatasetModel::modelReset, this, &SummaryStrip::takeData);
        connect(model, &DatasetModel::looksChanged, this, [this] {
            if (m_model->looks() != m_looks) { // a zoom sets the same again at every step
                takeData();
            }
        });
    }
    takeData();
}

void SummaryStrip::setZoom(const std::optional<emberline::Zoom> &zoom)
{
    if (m_zoom != zoom) {
        m_zoom = zoom;
        takeData();
    }
}

void SummaryStrip::setChartLayout(emberline::ChartLayout layout)
{
    m_layout = layout;
    showOrHide();
}

void SummaryStrip::setWanted(bool wanted)
{
    m_wanted = wanted;
    showOrHide();
}

void SummaryStrip::setLow(bool low)
{
    if (m_low != low) {
        m_low = low;
        layOut();
    }
}

void SummaryStrip::takeData()
{
    const std::vector<CellContent> contents = m_model != nullptr
                                                ? cellsOf(*m_model, m_zoom, locale())
                                                : std::vector<CellContent>();
    m_looks = m_model != nullptr ? m_model->looks() : std::vector<DatasetModel::Look>();
    setCellCount(contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (m_cells[i]->content() != contents[i]) {
            m_cells[i]->setContent(contents[i]);
        }
    }
    layOut();
    showOrHide();
}

void SummaryStrip::setCellCount(std::size_t count)
{
    if (count == m_cells.size()) {
        return;
    }
    while (m_cells.size() > count) {
        m_cells.back()->hide();
        m_cells.back()->deleteLater(); // it may be what asked for this
        m_cells.pop_back();
    }
    while (m_cells.size() < count) {
        addCell();
    }
    chainFocus();
}

void SummaryStrip::addCell()
{
    const std::size_t series = m_cells.size();
    auto *cell = new SummaryCell(static_cast<int>(series), m_row);
    connect(cell, &SummaryCell::hideToggled, this, [this, series](bool hidden) {
        Q_EMIT hideToggled(series, hidden);
    });
    connect(
        cell, &SummaryCell::isolateAsked, this, [this, series] { Q_EMIT isolateAsked(series); });
    connect(cell, &SummaryCell::pointed, this, [this, series](bool here) {
        Q_EMIT pointed(here ? std::optional(series) : std::nullopt);
    });
    connect(cell, &SummaryCell::focused, this, [this, cell] { ensureWidgetVisible(cell, 0, 0); });
    m_cells.push_back(cell);
    cell->show();
}

/// New widgets come last of the whole window, but the strip stands before the chart.
void SummaryStrip::chainFocus()
{
    m_row->setFocusPolicy(Qt::TabFocus); // Qt chains nothing to what has none
    QWidget *before = m_row;
    for (const SummaryCell *cell : m_cells) {
        setTabOrder(before, cell->box());
        setTabOrder(cell->box(), cell->nameButton());
        before = cell->nameButton();
    }
    m_row->setFocusPolicy(Qt::NoFocus);
}

void SummaryStrip::layOut()
{
    if (m_cells.empty()) {
        return;
    }
    const std::size_t count = m_cells.size();
    const int room = width();
    int least = 0;
    for (const SummaryCell *cell : m_cells) {
        least = std::max(least, cell->leastWidth());
    }
    const auto inView = static_cast<int>(std::min(count, mostInView));
    const bool scrolls = count > mostInView || least * inView > room;
    const int usual = std::max(least, room / inView);
    const bool compact = m_low || std::any_of(m_cells.begin(), m_cells.end(), [usual](auto *cell) {
                             return !cell->fitsAll(usual);
                         });
    const int whole = scrolls ? usual * static_cast<int>(count) : room;
    const int height = m_cells.front()->heightFor(compact);
    m_row->resize(whole, height);
    const auto leftOf = [whole, count](std::size_t cell) {
        return static_cast<int>(static_cast<qint64>(whole) * static_cast<qint64>(cell)
                                / static_cast<qint64>(count));
    };
    for (std::size_t i = 0; i < count; ++i) {
        m_cells[i]->setCompact(compact);
        m_cells[i]->setFollowed(i + 1 < count);
        m_cells[i]->setGeometry(leftOf(i), 0, leftOf(i + 1) - leftOf(i), height);
    }
    const int bar = scrolls ? style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this) : 0;
    setFixedHeight(height + bar);
}

void SummaryStrip::showOrHide()
{
    setVisible(m_wanted && m_layout == ChartLayout::Overlay && !m_cells.empty());
}

void SummaryStrip::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

/// There is only one way to go.
void SummaryStrip::wheelEvent(QWheelEvent *event)
{
    QScrollBar *bar = horizontalScrollBar();
    if (bar->maximum() == 0) {
        event->ignore();
        return;
    }
    const QPoint turned = event->angleDelta();
    const int delta = turned.x() != 0 ? turned.x() : turned.y();
    bar->setValue(bar->value() - delta);
    event->accept();
}

void SummaryStrip::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Summary"));
        takeData();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        layOut();
    }
}

} // namespace emberline
