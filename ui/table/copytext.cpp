// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/copytext.h"

#include "app/export/csv.h"
#include "app/export/tablecsv.h"
#include "app/series/datetext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <map>
#include <memory>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

struct Cell
{
    QString text = {};
    QString attributes =
        {}; ///< of HTML: what it is, whatever the reader's locale makes of its text
};

struct Grid
{
    std::map<int, std::map<int, Cell>> rows; ///< row → column → cell
    std::set<int> columns;
};

/// The one set of attributes that LibreOffice reads (value, language and format), and the format as
/// Excel reads it.
QString attributesOf(double value, const QString &format, const QString &excelFormat)
{
    const QString spoken = format.isEmpty() ? QString() : u"0;"_s + format;
    const QString style = excelFormat.isEmpty()
                            ? QString()
                            : u" style=\"mso-number-format:'%1'\""_s.arg(excelFormat);
    return u" sdval=\"%1\" sdnum=\"1033;%2\""_s.arg(plainNumber(value), spoken) + style;
}

Cell timeCell(BucketTime time, const Dataset &dataset)
{
    const QDateTime clock = wallClockOf(time, dataset.granularity, dataset.zone);
    const double days = static_cast<double>(QDate(1899, 12, 30).daysTo(clock.date()))
                      + static_cast<double>(clock.time().msecsSinceStartOfDay())
                            / static_cast<double>(msPerDay);
    switch (dataset.granularity) {
    case Granularity::Day:
    case Granularity::Week:
    case Granularity::Month:
        return {clock.date().toString(Qt::ISODate),
                attributesOf(days, u"YYYY-MM-DD"_s, u"yyyy\\-mm\\-dd"_s)};
    case Granularity::Hour: // with a T or an offset most spreadsheets read it as text
        return {clock.toString(u"yyyy-MM-dd HH:mm:ss"_s),
                attributesOf(days, u"YYYY-MM-DD HH:MM:SS"_s, u"yyyy\\-mm\\-dd\\ hh\\:mm\\:ss"_s)};
    }
    Q_UNREACHABLE();
}

Cell cellOf(const QModelIndex &index, const Dataset &dataset, QChar decimalMark)
{
    if (index.column() == 0) {
        return timeCell(index.data(DatasetModel::TimeRole).toLongLong(), dataset);
    }
    const QVariant value = index.data(DatasetModel::SortRole);
    const QString text = value.isValid() ? plainNumber(value.toDouble(), decimalMark) : QString();
    return text.isEmpty() ? Cell() : Cell{text, attributesOf(value.toDouble(), {}, {})};
}

Grid gridOf(const QModelIndexList &selected, const Dataset &dataset, QChar decimalMark)
{
    Grid grid;
    for (const QModelIndex &index : selected) {
        grid.rows[index.row()][index.column()] = cellOf(index, dataset, decimalMark);
        grid.columns.insert(index.column());
    }
    return grid;
}

/// A row above all others.
void addHeaders(Grid &grid, const DatasetModel &model)
{
    std::map<int, Cell> names;
    for (const int column : grid.columns) {
        // Beside its neighbour "vs previous" is enough; alone it is not.
        const int role = model.isChange(column) ? int{Qt::AccessibleTextRole}
                                                : int{Qt::DisplayRole};
        names[column] = {spreadsheetSafe(model.headerData(column, Qt::Horizontal, role).toString()),
                         u" style=\"mso-number-format:'\\@'\""_s}; // or "1-2" would be a date
    }
    grid.rows[-1] = std::move(names);
}

CopiedCells written(const Grid &grid)
{
    QStringList lines;
    QStringList texts;
    QString html;
    for (const auto &[row, cells] : grid.rows) {
        texts.clear();
        html += u"<tr>"_s;
        for (const int column : grid.columns) {
            const auto found = cells.find(column);
            const Cell cell = found == cells.end() ? Cell() : found->second;
            texts.append(cell.text);
            html += u"<td"_s + cell.attributes + u'>' + cell.text.toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>\n"_s;
        lines.append(texts.join(u'\t'));
    }
    return {.text = lines.join(u'\n'),
            .html = u"<html><head><meta http-equiv=\"content-type\" "
                    "content=\"text/html; charset=utf-8\"></head><body><table>\n"_s
                  + html + u"</table></body></html>"_s};
}

} // namespace

CopiedCells copiedCells(const QModelIndexList &selected,
                        const DatasetModel &model,
                        const QLocale &locale,
                        CopiedHeaders headers)
{
    Grid grid = gridOf(selected, *model.dataset(), spreadsheetDecimalMark(locale));
    if (headers == CopiedHeaders::With) {
        addHeaders(grid, model);
    }
    return written(grid);
}

void copyToClipboard(const CopiedCells &cells)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(cells.text);
    data->setHtml(cells.html);
    QGuiApplication::clipboard()->setMimeData(data.release()); // the clipboard's
}

} // namespace emberline
