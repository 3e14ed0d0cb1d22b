// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/tableoptions.h"
#include "app/models/shown.h"

#include <QString>

#include <variant>
#include <vector>

namespace emberline {

/// What a table is made of.
struct TableSource
{
    Shown shown = {}; ///< an answer to query
    Query query = {}; ///< whose names
    std::vector<std::size_t> order = {}; ///< of the dataset's buckets, those that are visible
};

/// @p count buckets, oldest first.
[[nodiscard]] std::vector<std::size_t> oldestFirst(std::size_t count);

struct TableColumn
{
    enum class Kind { Time, Text, Count, Ratio };

    QString name = {};
    Kind kind = Kind::Text;

    friend bool operator==(const TableColumn &, const TableColumn &) = default;
};

/// When a bucket was; a type of its own, because it is a number as well.
struct TableTime
{
    BucketTime bucket = 0;

    friend bool operator==(const TableTime &, const TableTime &) = default;
};

/// Nothing where there is no value, whatever the reason is.
using TableCell = std::variant<std::monostate, TableTime, double, QString>;

/// Columns and rows of a table, whatever file they go into. The names of columns are unique, the
/// same in every language where they are ours, and safe for spreadsheets unless raw was chosen.
///
/// Wide: `time`, then one per series; beside each while an earlier time lies under the dataset what
/// was counted then and the change. Long: `time`, `event`, `app`, `segment`, `value`. Then
/// `incomplete`, which holds `yes` or nothing. Where times don't carry their offset, hours have it
/// in `utc_offset`.
class TableRows
{
public:
    /// Of @p series of @p source, those that the options let through. @p source outlives it.
    TableRows(const TableSource &source,
              const TableOptions &options,
              const std::vector<std::size_t> &series);
    /// Of all series.
    TableRows(const TableSource &source, const TableOptions &options);

    [[nodiscard]] const std::vector<TableColumn> &columns() const { return m_columns; }
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::vector<TableCell> row(std::size_t row) const;

private:
    void makeColumns();
    void makeWideColumns();
    [[nodiscard]] QString safe(const QString &text) const;
    [[nodiscard]] QString offsetText(BucketTime time) const;
    void addTimes(std::vector<TableCell> &cells, std::size_t bucket) const;
    void addValues(std::vector<TableCell> &cells, std::size_t bucket, std::size_t series) const;
    void addNames(std::vector<TableCell> &cells, std::size_t series) const;
    [[nodiscard]] TableCell mark(std::size_t bucket, const std::vector<std::size_t> &series) const;

    const TableSource &m_source;
    TableOptions m_options;
    bool m_hasOffset;
    std::vector<std::size_t> m_series;
    std::vector<std::size_t> m_order;
    std::vector<TableColumn> m_columns;
};

} // namespace emberline
