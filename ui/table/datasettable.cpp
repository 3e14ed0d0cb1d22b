// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/datasettable.h"

#include "ui/table/datasetproxy.h"
#include "ui/table/tablebar.h"
#include "ui/table/tableheader.h"
#include "ui/table/tableview.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int timeWidth = 176;
constexpr int valueWidth = 152;
constexpr int changeWidth = 104;
constexpr int mostMeasuredRows = 100;

} // namespace

DatasetTable::DatasetTable(DatasetModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new DatasetProxy(this))
    , m_view(new TableView(this))
    , m_bar(new TableBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_view);
    m_proxy->setSourceModel(m_model);
    m_view->setObjectName(u"datasetTableView"_s);
    m_view->setModel(m_proxy);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::DescendingOrder);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    connect(m_bar, &TableBar::filterChanged, this, &DatasetTable::filter);
    connect(m_bar, &TableBar::copyAsked, this, &DatasetTable::takeSelected);
    connect(m_bar, &TableBar::exportAsked, this, &DatasetTable::exportRequested);
    connect(m_bar, &TableBar::foldAsked, this, [this] { setFolded(!m_folded); });
    makeActions();
    connectModel();
    retranslate();
    startAnew();
}

QAction *DatasetTable::addViewAction(const QString &name, const QKeySequence &shortcut)
{
    auto *action = new QAction(m_view);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // the chart copies, too
    m_view->addAction(action);
    return action;
}

void DatasetTable::makeActions()
{
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copy = addViewAction(u"copyCells"_s, QKeySequence::Copy);
    m_copyWithHeaders = addViewAction(u"copyCellsWithHeaders"_s,
                                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    m_sortAscending = addViewAction(u"sortAscending"_s, {});
    m_sortDescending = addViewAction(u"sortDescending"_s, {});
    connect(m_copy, &QAction::triggered, this, &DatasetTable::copy);
    connect(m_copyWithHeaders, &QAction::triggered, this, &DatasetTable::copyWithHeaders);
    connect(m_sortAscending, &QAction::triggered, this, [this] {
        sortCurrentColumn(Qt::AscendingOrder);
    });
    connect(m_sortDescending, &QAction::triggered, this, [this] {
        sortCurrentColumn(Qt::DescendingOrder);
    });
}

void DatasetTable::connectModel()
{
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &DatasetTable::startAnew);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this, &DatasetTable::fitColumns);
    connect(m_model, &DatasetModel::looksChanged, this, [this] {
        takeLooks();
        fitColumns();
    });
    // The selection changes before the current cell does; whichever completes the pick reports it.
    const QItemSelectionModel *selection = m_view->selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, this, &DatasetTable::reportPick);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &DatasetTable::reportPick);
}

void DatasetTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fitColumns();
    }
}

void DatasetTable::retranslate()
{
    m_view->setAccessibleName(tr("Values by time"));
    m_copy->setText(tr("Copy"));
    m_copyWithHeaders->setText(tr("Copy with headers"));
    m_sortAscending->setText(tr("Sort this column ascending"));
    m_sortDescending->setText(tr("Sort this column descending"));
    showCount();
}

QString DatasetTable::countText() const
{
    const int rows = m_model->rowCount();
    switch (m_model->dataset()->granularity) {
    case Granularity::Month:
        return tr("%n month(s)", nullptr, rows);
    case Granularity::Week:
        return tr("%n week(s)", nullptr, rows);
    case Granularity::Day:
        return tr("%n day(s)", nullptr, rows);
    case Granularity::Hour:
        return tr("%n hour(s)", nullptr, rows);
    }
    Q_UNREACHABLE();
}

void DatasetTable::showCount()
{
    const int rows = m_model->rowCount();
    const int left = m_proxy->rowCount();
    m_bar->setCount(rows == 0      ? QString()
                    : left == rows ? countText()
                                   //: Rows that a filter left, and all of them: "4 of 30 days"
                                   : tr("%1 of %2").arg(left).arg(countText()));
}

void DatasetTable::setFolded(bool folded)
{
    if (m_folded == folded) {
        return;
    }
    m_folded = folded;
    m_view->setVisible(!folded);
    m_bar->setFolded(folded);
    setMaximumHeight(folded ? m_bar->height() : QWIDGETSIZE_MAX);
    Q_EMIT foldedChanged(folded);
}

void DatasetTable::startAnew()
{
    showCount();
    keepSorting();
    const int position = m_view->verticalScrollBar()->value();
    takeLooks();
    fitColumns();
    applyMark();
    const DatasetPtr dataset = m_model->dataset();
    const BucketTime last = dataset->times.empty() ? 0 : dataset->times.back();
    const bool isAnother = m_granularity != dataset->granularity || m_last != last;
    if (!isAnother) { // read again, it stays where it is
        m_view->verticalScrollBar()->setValue(position);
    } else if (m_view->selectionModel()->hasSelection()) {
        m_view->scrollTo(m_view->currentIndex());
    } else {
        m_view->scrollToTop(); // where it was scrolled to means nothing any more
    }
    m_granularity = dataset->granularity;
    m_last = last;
}

/// Series that are hidden in the chart have no columns.
void DatasetTable::takeLooks()
{
    const std::vector<DatasetModel::Look> &looks = m_model->looks();
    m_view->header().setPatterned(!looks.empty() && looks.front().patterned);
    for (int column = 1; column < m_proxy->columnCount(); ++column) {
        m_view->setColumnHidden(column, m_model->look(m_model->seriesOf(column)).hidden);
    }
}

/// By the same series as before, if it is still there.
void DatasetTable::keepSorting()
{
    const QHeaderView *header = m_view->horizontalHeader();
    const bool compares = m_model->hasChanges();
    int section = header->sortIndicatorSection();
    if (std::exchange(m_compares, compares) != compares && section > 0) {
        section = compares ? m_model->valueColumn(static_cast<std::size_t>(section - 1))
                           : (section + 1) / 2;
        m_view->sortByColumn(section, header->sortIndicatorOrder());
    }
    if (section >= m_proxy->columnCount()) {
        m_view->sortByColumn(0, Qt::DescendingOrder);
    }
}

void DatasetTable::fitColumns()
{
    const int columns = m_proxy->columnCount();
    const bool keepWidths = m_fittedColumns == columns; // what the user dragged survives a refresh
    m_fittedColumns = columns;
    const int rows = std::min(m_proxy->rowCount(), mostMeasuredRows);
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    for (int column = 0; column < columns; ++column) {
        if (keepWidths && m_view->isColumnHidden(column)) {
            continue; // it has its width when it comes back
        }
        const int usual = column == 0               ? timeWidth
                        : m_model->isChange(column) ? changeWidth
                                                    : valueWidth;
        int width = keepWidths ? m_view->columnWidth(column) : usual;
        for (int row = 0; row < rows; ++row) {
            const QModelIndex cell = m_proxy->index(row, column);
            width = std::max(width, m_view->itemDelegate()->sizeHint(option, cell).width());
        }
        m_view->setColumnWidth(column, width);
    }
}

void DatasetTable::setMarkedBucket(std::optional<BucketTime> bucket)
{
    m_marked = bucket;
    if (applyMark()) {
        m_view->scrollTo(m_view->currentIndex());
    }
}

/// Whether its bucket is there.
bool DatasetTable::applyMark()
{
    const QScopedValueRollback guard(m_applying, true);
    QItemSelectionModel *selection = m_view->selectionModel();
    const int sourceRow = m_marked ? m_model->rowOf(*m_marked) : -1;
    const QModelIndex current = selection->currentIndex();
    const QModelIndex target = m_proxy->mapFromSource(
        m_model->index(sourceRow, std::max(current.column(), 0)));
    if (!target.isValid()) {
        selection->clear();
        return false;
    }
    if (current.row() != target.row() || !selection->isSelected(current)) {
        m_view->setAutoScroll(false); // whoever asked for the mark knows whether to go there
        selection->setCurrentIndex(target,
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_view->setAutoScroll(true);
    }
    return true;
}

void DatasetTable::reportPick()
{
    const QItemSelectionModel *selection = m_view->selectionModel();
    const QModelIndex current = selection->currentIndex();
    // Focus alone makes a cell current; only a selected one was picked.
    if (m_applying || !current.isValid() || !selection->isSelected(current)) {
        return;
    }
    const BucketTime bucket = current.data(DatasetModel::TimeRole).toLongLong();
    if (m_marked != bucket) {
        m_marked = bucket;
        Q_EMIT bucketPicked(bucket);
    }
}

void DatasetTable::sortCurrentColumn(Qt::SortOrder order)
{
    m_view->sortByColumn(std::max(m_view->currentIndex().column(), 0), order);
}

/// A row that is selected has its hidden cells selected, too.
QModelIndexList DatasetTable::selectedCells() const
{
    QModelIndexList cells = m_view->selectionModel()->selectedIndexes();
    cells.removeIf(
        [this](const QModelIndex &cell) { return m_view->isColumnHidden(cell.column()); });
    return cells;
}

QModelIndexList DatasetTable::allCells() const
{
    QModelIndexList cells;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        for (int column = 0; column < m_proxy->columnCount(); ++column) {
            if (!m_view->isColumnHidden(column)) {
                cells.append(m_proxy->index(row, column));
            }
        }
    }
    return cells;
}

std::vector<std::size_t> DatasetTable::order() const
{
    std::vector<std::size_t> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        rows.push_back(
            static_cast<std::size_t>(m_proxy->mapToSource(m_proxy->index(row, 0)).row()));
    }
    return rows;
}

void DatasetTable::filter(const QString &text)
{
    m_proxy->setFilterFixedString(text.trimmed());
    showCount();
    applyMark();
}

/// Somebody who selected nothing wants all of it, and can't tell columns apart without their names.
void DatasetTable::takeSelected() const
{
    const QModelIndexList selected = selectedCells();
    take(selected.isEmpty() ? allCells() : selected,
         selected.isEmpty() ? CopiedHeaders::With : CopiedHeaders::Without);
}

void DatasetTable::copy() const
{
    take(selectedCells(), CopiedHeaders::Without);
}

void DatasetTable::copyWithHeaders() const
{
    take(selectedCells(), CopiedHeaders::With);
}

void DatasetTable::take(const QModelIndexList &cells, CopiedHeaders headers) const
{
    if (cells.isEmpty()) {
        return;
    }
    copyToClipboard(copiedCells(cells, *m_model, QLocale(), headers));
}

} // namespace emberline
