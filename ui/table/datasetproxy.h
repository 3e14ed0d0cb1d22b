// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace emberline {

/// Sorts a DatasetModel by what its cells mean, not by their text: times as times, values as
/// numbers. Buckets without a value come last in both orders, equal ones newest first.
class DatasetProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DatasetProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace emberline
