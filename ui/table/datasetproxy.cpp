// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/datasetproxy.h"

#include "app/models/datasetmodel.h"

namespace emberline {

DatasetProxy::DatasetProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(DatasetModel::SortRole);
    setFilterKeyColumn(-1); // by what any cell of a row says
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

bool DatasetProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // A descending sort asks with the sides exchanged; what must not turn round has to know.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (left.column() == 0) {
        return left.row() < right.row(); // the source is in order of time
    }
    const QVariant leftValue = left.data(DatasetModel::SortRole);
    const QVariant rightValue = right.data(DatasetModel::SortRole);
    if (leftValue.isValid() != rightValue.isValid()) {
        return leftValue.isValid() == ascending;
    }
    const double leftNumber = leftValue.toDouble();
    const double rightNumber = rightValue.toDouble();
    if (leftNumber < rightNumber || rightNumber < leftNumber) {
        return leftNumber < rightNumber;
    }
    return left.row() != right.row() && (left.row() > right.row()) == ascending;
}

} // namespace emberline
