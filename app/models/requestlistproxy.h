// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace emberline {

/// Sorts a RequestListModel by the values of its cells, not by their text. Cells without a value
/// come last in both orders, equal ones newest first.
class RequestListProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RequestListProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace emberline
