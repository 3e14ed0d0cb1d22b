// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/namedidmodel.h"

#include "app/core/text.h"

#include <algorithm>

namespace emberline {

namespace {

constexpr qsizetype longest = 500;

std::ptrdiff_t offset(int row)
{
    return row;
}

} // namespace

NamedIdModel::NamedIdModel(QString idTitle, QObject *parent)
    : QAbstractTableModel(parent)
    , m_idTitle(std::move(idTitle))
{ }

void NamedIdModel::setEntries(std::vector<NamedId> entries)
{
    beginResetModel();
    m_rows = std::move(entries);
    endResetModel();
}

std::vector<NamedId> NamedIdModel::entries() const
{
    std::vector<NamedId> found;
    for (const NamedId &row : m_rows) {
        const bool known = std::any_of(found.begin(), found.end(), [&row](const NamedId &other) {
            return other.id == row.id;
        });
        if (!row.id.isEmpty() && !known) {
            found.push_back({.id = row.id, .name = row.name.isEmpty() ? row.id : row.name});
        }
    }
    return found;
}

void NamedIdModel::append(const NamedId &entry)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back(entry);
    endInsertRows();
}

int NamedIdModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NamedIdModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NamedIdModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const NamedId &row = m_rows.at(static_cast<std::size_t>(index.row()));
    const QString &text = index.column() == NameColumn ? row.name : row.id;
    if (role == Qt::EditRole) {
        return text;
    }
    return role == Qt::DisplayRole ? displayText(text) : QVariant();
}

bool NamedIdModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    NamedId &row = m_rows.at(static_cast<std::size_t>(index.row()));
    QString &text = index.column() == NameColumn ? row.name : row.id;
    const QString typed = value.toString().trimmed().left(longest);
    if (typed == text) {
        return false;
    }
    text = typed;
    Q_EMIT dataChanged(index, index);
    return true;
}

QVariant NamedIdModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Name") : m_idTitle;
}

Qt::ItemFlags NamedIdModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsEditable : usual;
}

bool NamedIdModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount()) {
        return false;
    }
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + offset(row), m_rows.begin() + offset(row + count));
    endRemoveRows();
    return true;
}

} // namespace emberline
