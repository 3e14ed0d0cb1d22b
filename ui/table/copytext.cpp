// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/copytext.h"

#include "app/export/csv.h"

#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

struct Grid
{
    std::map<int, std::map<int, QString>> rows; ///< row → column → text
    std::set<int> columns;
};

QString timeText(BucketTime time, const Dataset &dataset)
{
    switch (dataset.granularity) {
    case Granularity::Day:
    case Granularity::Week:
    case Granularity::Month:
        return dayOf(time).toString(Qt::ISODate);
    case Granularity::Hour: // with a T or an offset most spreadsheets read it as text
        return QDateTime::fromMSecsSinceEpoch(time, dataset.zone)
            .toString(u"yyyy-MM-dd HH:mm:ss"_s);
    }
    Q_UNREACHABLE();
}

QString cellText(const QModelIndex &cell, const Dataset &dataset)
{
    if (cell.column() == 0) {
        return timeText(cell.data(DatasetModel::TimeRole).toLongLong(), dataset);
    }
    const QVariant value = cell.data(DatasetModel::SortRole);
    return value.isValid() ? plainNumber(value.toDouble()) : QString();
}

Grid gridOf(const QModelIndexList &selected, const Dataset &dataset)
{
    Grid grid;
    for (const QModelIndex &cell : selected) {
        grid.rows[cell.row()][cell.column()] = cellText(cell, dataset);
        grid.columns.insert(cell.column());
    }
    return grid;
}

QString textOf(const Grid &grid)
{
    QStringList lines;
    QStringList texts;
    for (const auto &[row, cells] : grid.rows) {
        texts.clear();
        for (const int column : grid.columns) {
            const auto cell = cells.find(column);
            texts.append(cell == cells.end() ? QString() : cell->second);
        }
        lines.append(texts.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString headerOf(const Grid &grid, const DatasetModel &model)
{
    QStringList names;
    for (const int column : grid.columns) {
        // Beside its neighbour "vs previous" is enough; alone it is not.
        const int role = model.isChange(column) ? int{Qt::AccessibleTextRole}
                                                : int{Qt::DisplayRole};
        names.append(spreadsheetSafe(model.headerData(column, Qt::Horizontal, role).toString()));
    }
    return names.join(u'\t');
}

} // namespace

QString copyText(const QModelIndexList &selected, const DatasetModel &model)
{
    return textOf(gridOf(selected, *model.dataset()));
}

QString copyTextWithHeaders(const QModelIndexList &selected, const DatasetModel &model)
{
    const Grid grid = gridOf(selected, *model.dataset());
    return headerOf(grid, model) + u'\n' + textOf(grid);
}

} // namespace emberline
