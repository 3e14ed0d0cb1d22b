// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetmodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

DatasetModel::DatasetModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_dataset(std::make_shared<const Dataset>())
{ }

void DatasetModel::setDataset(const DatasetPtr &dataset, std::vector<Look> looks)
{
    Q_ASSERT(dataset && looks.size() == dataset->series.size());
    beginResetModel();
    m_dataset = dataset;
    m_looks = std::move(looks);
    endResetModel();
}

void DatasetModel::setLocale(const QLocale &locale)
{
    beginResetModel();
    m_locale = locale;
    endResetModel();
}

int DatasetModel::rowOf(BucketTime time) const
{
    const std::vector<BucketTime> &times = m_dataset->times;
    const auto found = std::lower_bound(times.begin(), times.end(), time);
    return found == times.end() || *found != time ? -1 : static_cast<int>(found - times.begin());
}

int DatasetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_dataset->times.size());
}

int DatasetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_dataset->series.size()) + 1;
}

QVariant DatasetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (role == TimeRole) {
        return m_dataset->times[row];
    }
    if (index.column() == 0) {
        return timeData(row, role);
    }
    return valueData(row, static_cast<std::size_t>(index.column() - 1), role);
}

BucketState DatasetModel::rowState(std::size_t row) const
{
    const bool incomplete = std::any_of(
        m_dataset->series.begin(), m_dataset->series.end(), [row](const Series &series) {
            return series.states[row] == BucketState::Incomplete;
        });
    return incomplete ? BucketState::Incomplete : BucketState::Counted;
}

QVariant DatasetModel::timeData(std::size_t row, int role) const
{
    const BucketTime time = m_dataset->times[row];
    if (role == SortRole) {
        return time;
    }
    if (role == StateRole) {
        return static_cast<int>(rowState(row));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (m_dataset->unit == Unit::Day) {
        return m_locale.toString(dayOf(time), u"ddd d MMM yyyy"_s);
    }
    const QDateTime hour = QDateTime::fromMSecsSinceEpoch(time, m_dataset->zone);
    return QVariant(m_locale.toString(hour.date(), u"ddd d MMM yyyy"_s) + u' '
                    + m_locale.toString(hour.time(), QLocale::ShortFormat));
}

QVariant DatasetModel::valueData(std::size_t row, std::size_t series, int role) const
{
    const Series &column = m_dataset->series[series];
    const BucketState state = column.states[row];
    switch (role) {
    case Qt::DisplayRole:
        switch (state) {
        case BucketState::Counted:
        case BucketState::Incomplete:
            return m_locale.toString(column.values[row], 'f', 0);
        case BucketState::Missing:
            return tr("no value");
        case BucketState::NotCollected:
            return tr("not collected");
        }
        Q_UNREACHABLE();
    case SortRole:
        return hasValue(state) ? QVariant(column.values[row]) : QVariant();
    case StateRole:
        return static_cast<int>(state);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant DatasetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (section == 0) {
        const bool days = m_dataset->unit == Unit::Day;
        return role == Qt::DisplayRole ? QVariant(days ? tr("Date") : tr("Time")) : QVariant();
    }
    const Look &look = m_looks[static_cast<std::size_t>(section - 1)];
    switch (role) {
    case Qt::DisplayRole:
        return look.name;
    case ColorSlotRole:
        return look.colorSlot;
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

} // namespace emberline
