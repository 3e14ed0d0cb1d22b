// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/requestlistproxy.h"

#include "app/models/requestlistmodel.h"

namespace emberline {

RequestListProxy::RequestListProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RequestListModel::SortRole);
}

bool RequestListProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // A descending sort asks with the sides exchanged; what must not turn round has to know.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const QVariant leftValue = left.data(RequestListModel::SortRole);
    const QVariant rightValue = right.data(RequestListModel::SortRole);
    if (leftValue.isValid() != rightValue.isValid()) {
        return leftValue.isValid() == ascending;
    }
    const QPartialOrdering order = QVariant::compare(leftValue, rightValue);
    if (order == QPartialOrdering::Less || order == QPartialOrdering::Greater) {
        return order == QPartialOrdering::Less;
    }
    if (left.column() == RequestListModel::TimeColumn) {
        return left.row() > right.row(); // of two that began together the newer one is above
    }
    return left.row() != right.row() && (left.row() < right.row()) == ascending;
}

} // namespace emberline
