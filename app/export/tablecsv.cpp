// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tablecsv.h"

#include "app/export/celltext.h"
#include "app/export/csv.h"
#include "app/series/datetext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// The short form of @p locale with all digits of the year. Only its order and its marks: a
/// spreadsheet reads Western digits everywhere.
QString localDateFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"_s)) {
        format.replace(u"yy"_s, u"yyyy"_s);
    }
    return format;
}

class CsvLines
{
public:
    CsvLines(const TableSource &source, const TableOptions &options, const QLocale &locale)
        : m_rows(source, options)
        , m_options(options)
        , m_dataset(*source.shown.dataset)
        , m_dateFormat(localDateFormat(locale))
    { }

    [[nodiscard]] QString head(std::size_t rows) const
    {
        QString text;
        for (const TableColumn &column : m_rows.columns()) {
            add(text, column.name);
        }
        end(text);
        for (std::size_t row = 0; row < std::min(rows, m_rows.count()); ++row) {
            for (const TableCell &cell : m_rows.row(row)) {
                add(text, textOf(cell));
            }
            end(text);
        }
        return text;
    }

    [[nodiscard]] QString all() const { return head(m_rows.count()); }

private:
    void add(QString &text, const QString &cell) const
    {
        text += quotedCell(cell, m_options.separator) + m_options.separator;
    }

    static void end(QString &text)
    {
        text.back() = u'\n'; // in place of the last separator
    }

    [[nodiscard]] QString textOf(const TableCell &cell) const
    {
        if (const auto *time = std::get_if<TableTime>(&cell)) {
            return timeText(time->bucket);
        }
        if (const auto *number = std::get_if<double>(&cell)) {
            return plainNumber(*number, m_options.decimalMark);
        }
        const auto *text = std::get_if<QString>(&cell);
        return text != nullptr ? *text : QString();
    }

    [[nodiscard]] QString timeText(BucketTime time) const
    {
        if (m_options.dates == TableOptions::Dates::Iso) {
            return isoTime(time, m_dataset);
        }
        const QDateTime clock = wallClockOf(time, m_dataset.granularity, m_dataset.zone);
        const QString day = clock.date().toString(m_dateFormat);
        return m_dataset.granularity == Granularity::Hour
                 ? QString(day + clock.time().toString(u" HH:mm:ss"_s))
                 : day;
    }

    TableRows m_rows;
    const TableOptions &m_options;
    const Dataset &m_dataset;
    QString m_dateFormat;
};

} // namespace

QByteArray tableCsv(const TableSource &source, const TableOptions &options, const QLocale &locale)
{
    const QByteArray text = CsvLines(source, options, locale).all().toUtf8();
    return options.byteOrderMark ? QByteArray("\xEF\xBB\xBF" + text) : text;
}

QString tableCsvHead(const TableSource &source,
                     const TableOptions &options,
                     const QLocale &locale,
                     std::size_t rows)
{
    return CsvLines(source, options, locale).head(rows);
}

QString plainNumber(double value, QChar decimalMark)
{
    return plainNumber(value).replace(u'.', decimalMark);
}

} // namespace emberline
