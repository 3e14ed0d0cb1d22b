// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tablerows.h"

#include "app/export/celltext.h"
#include "app/export/csv.h"
#include "app/series/change.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto timeName = u"time"_s;
const auto offsetName = u"utc_offset"_s;
const auto incompleteName = u"incomplete"_s;

QString words(const char *text)
{
    return QCoreApplication::translate("TableRows", text);
}

/// How @p id is called among @p choices, @p all if it is none.
QString labelOf(const std::vector<Choice> &choices, const QString &id, const QString &all)
{
    if (id.isEmpty()) {
        return all;
    }
    const auto found = std::find_if(
        choices.begin(), choices.end(), [&id](const Choice &choice) { return choice.id == id; });
    return found == choices.end() || found->label.isEmpty() ? id : found->label;
}

/// "x (earlier)", "x (earlier 2)"
QString earlierName(const QString &name, std::size_t period)
{
    return period == 0 ? QString(name + u" (earlier)"_s)
                       : name + u" (earlier %1)"_s.arg(period + 1);
}

TableCell valueOf(const Series &series, std::size_t bucket)
{
    return hasValue(series.states[bucket]) ? TableCell(series.values[bucket]) : TableCell();
}

} // namespace

std::vector<std::size_t> oldestFirst(std::size_t count)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

TableRows::TableRows(const TableSource &source, const TableOptions &options)
    : TableRows(source, options, oldestFirst(source.shown.dataset->series.size()))
{ }

TableRows::TableRows(const TableSource &source,
                     const TableOptions &options,
                     const std::vector<std::size_t> &series)
    : m_source(source)
    , m_options(options)
    , m_hasOffset(source.shown.dataset->granularity == Granularity::Hour
                  && (options.dates == TableOptions::Dates::Local
                      || options.format == TableOptions::Format::Xlsx))
    , m_order(options.asShown ? source.order : oldestFirst(source.shown.dataset->times.size()))
{
    std::copy_if(
        series.begin(), series.end(), std::back_inserter(m_series), [&](std::size_t index) {
            return !options.asShown || !source.shown.looks.at(index).hidden;
        });
    makeColumns();
}

QString TableRows::safe(const QString &text) const
{
    return m_options.raw ? QString(text).remove(QChar(u'\0')) : spreadsheetSafe(text);
}

void TableRows::makeColumns()
{
    m_columns.push_back({timeName, TableColumn::Kind::Time});
    if (m_hasOffset) {
        m_columns.push_back({offsetName, TableColumn::Kind::Text});
    }
    const std::size_t periods = m_source.shown.earlier.size();
    for (std::size_t period = 0; period < periods; ++period) {
        m_columns.push_back({earlierName(timeName, period), TableColumn::Kind::Time});
    }
    if (m_options.form == TableOptions::Form::Wide) {
        makeWideColumns();
    } else {
        for (const QString &name : {u"event"_s, u"app"_s, u"segment"_s}) {
            m_columns.push_back({name, TableColumn::Kind::Text});
        }
        m_columns.push_back({u"value"_s, TableColumn::Kind::Count});
        for (std::size_t period = 0; period < periods; ++period) {
            m_columns.push_back({earlierName(u"value"_s, period), TableColumn::Kind::Count});
        }
        if (periods > 0) {
            m_columns.push_back({u"change"_s, TableColumn::Kind::Ratio});
        }
    }
    if (m_options.incompleteColumn) {
        m_columns.push_back({incompleteName, TableColumn::Kind::Text});
    }
}

void TableRows::makeWideColumns()
{
    QStringList taken{incompleteName};
    for (const TableColumn &column : m_columns) {
        taken.append(column.name);
    }
    QStringList names;
    std::vector<TableColumn::Kind> kinds;
    const std::size_t periods = m_source.shown.earlier.size();
    for (const std::size_t series : m_series) {
        const QString name = safe(m_source.shown.looks.at(series).name);
        names.append(name);
        kinds.push_back(TableColumn::Kind::Count);
        for (std::size_t period = 0; period < periods; ++period) {
            names.append(earlierName(name, period));
            kinds.push_back(TableColumn::Kind::Count);
        }
        if (periods > 0) {
            names.append(name + u" (change)"_s);
            kinds.push_back(TableColumn::Kind::Ratio);
        }
    }
    names = uniqueNames(names, taken);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        m_columns.push_back({names.at(static_cast<qsizetype>(i)), kinds[i]});
    }
}

std::size_t TableRows::count() const
{
    return m_order.size() * (m_options.form == TableOptions::Form::Wide ? 1 : m_series.size());
}

QString TableRows::offsetText(BucketTime time) const
{
    const QTimeZone &zone = m_source.shown.dataset->zone;
    return isoOffset(QDateTime::fromMSecsSinceEpoch(time, zone).offsetFromUtc());
}

void TableRows::addTimes(std::vector<TableCell> &cells, std::size_t bucket) const
{
    const BucketTime time = m_source.shown.dataset->times[bucket];
    cells.emplace_back(TableTime{time});
    if (m_hasOffset) {
        cells.emplace_back(offsetText(time));
    }
    for (const Earlier &earlier : m_source.shown.earlier) {
        const std::optional<BucketTime> &before = earlier.times[bucket];
        cells.push_back(before ? TableCell(TableTime{*before}) : TableCell());
    }
}

void TableRows::addValues(std::vector<TableCell> &cells,
                          std::size_t bucket,
                          std::size_t series) const
{
    const Shown &shown = m_source.shown;
    const Series &now = shown.dataset->series[series];
    cells.push_back(valueOf(now, bucket));
    for (const Earlier &earlier : shown.earlier) {
        cells.push_back(valueOf(earlier.series[series], bucket));
    }
    if (!shown.earlier.empty()) {
        const std::optional<Change> change = changeOf(
            now, shown.earlier.front().series[series], {.first = bucket, .last = bucket});
        cells.push_back(change && change->ratio ? TableCell(*change->ratio) : TableCell());
    }
}

void TableRows::addNames(std::vector<TableCell> &cells, std::size_t series) const
{
    const SeriesKey &key = m_source.shown.dataset->series[series].key;
    const Query &query = m_source.query;
    cells.emplace_back(safe(key.metric.name));
    cells.emplace_back(
        safe(labelOf(query.apps, key.appId, words(QT_TRANSLATE_NOOP("TableRows", "All apps")))));
    cells.emplace_back(safe(labelOf(
        query.segments, key.segmentId, words(QT_TRANSLATE_NOOP("TableRows", "All users")))));
}

TableCell TableRows::mark(std::size_t bucket, const std::vector<std::size_t> &series) const
{
    const bool incomplete = std::any_of(series.begin(), series.end(), [&](std::size_t index) {
        return m_source.shown.dataset->series[index].states[bucket] == BucketState::Incomplete;
    });
    return incomplete ? TableCell(u"yes"_s) : TableCell();
}

std::vector<TableCell> TableRows::row(std::size_t row) const
{
    std::vector<TableCell> cells;
    cells.reserve(m_columns.size());
    if (m_options.form == TableOptions::Form::Wide) {
        const std::size_t bucket = m_order[row];
        addTimes(cells, bucket);
        for (const std::size_t series : m_series) {
            addValues(cells, bucket, series);
        }
        if (m_options.incompleteColumn) {
            cells.push_back(mark(bucket, m_series));
        }
        return cells;
    }
    const std::size_t bucket = m_order[row / m_series.size()];
    const std::size_t series = m_series[row % m_series.size()];
    addTimes(cells, bucket);
    addNames(cells, series);
    addValues(cells, bucket, series);
    if (m_options.incompleteColumn) {
        cells.push_back(mark(bucket, {series}));
    }
    return cells;
}

} // namespace emberline
