// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tableview.h"

#include "app/models/datasetmodel.h"
#include "ui/table/tabledelegate.h"
#include "ui/table/tableheader.h"
#include "ui/table/tablepainting.h"
#include "ui/theme/tokens.h"

#include <QEvent>

namespace emberline {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_header(new TableHeader(this))
{
    setItemDelegate(new TableDelegate(this));
    setHorizontalHeader(m_header);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows walk in it
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRowHeight();
}

void TableView::fitRowHeight()
{
    const int height = qMax(24, fontMetrics().height() + 6);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRowHeight();
    }
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!model() || model()->rowCount() == 0) {
        return;
    }
    QPainter painter(viewport());
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? model()->rowCount() - 1 : last;
    for (int row = rowAt(0); row >= 0 && row <= end; ++row) {
        paintBeyond(painter, row);
    }
}

void TableView::paintBeyond(QPainter &painter, int row) const
{
    const Tokens &tokens = tokensFor(palette());
    const int left = horizontalHeader()->length() - horizontalHeader()->offset();
    const QRect area(left, rowViewportPosition(row), viewport()->width() - left, rowHeight(row));
    if (area.width() <= 0) {
        return;
    }
    const int state = model()->index(row, 0).data(DatasetModel::StateRole).toInt();
    if (state == static_cast<int>(BucketState::Incomplete)) {
        table::drawHatch(painter, area, horizontalHeader()->length(), tokens.hatch);
    }
    table::drawEdge(painter, area, tokens.innerLine);
    table::drawFoot(painter, area, tokens.innerLine);
}

} // namespace emberline
