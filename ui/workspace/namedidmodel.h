// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QAbstractTableModel>

namespace emberline {

/// Names and ids that the user types or pastes, a row each. A row without an id is kept on screen,
/// but is no entry yet.
class NamedIdModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, IdColumn, ColumnCount };

    /// @p idTitle heads the second column.
    explicit NamedIdModel(QString idTitle, QObject *parent = nullptr);

    void setEntries(std::vector<NamedId> entries);
    /// The rows that have an id; a name that was left out is the id. The first of equal ids counts.
    [[nodiscard]] std::vector<NamedId> entries() const;
    void append(const NamedId &entry);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    QString m_idTitle;
    std::vector<NamedId> m_rows;
};

} // namespace emberline
