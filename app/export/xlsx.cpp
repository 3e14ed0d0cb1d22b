// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/xlsx.h"

#include "app/core/text.h"
#include "app/export/csv.h"
#include "app/series/datetext.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <memory>
#include <xlsxwriter.h>

#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr qsizetype longestSheetName = 31;
constexpr qsizetype longestCell = 32'767;
constexpr std::size_t mostRows = 1'048'576; ///< of a sheet
constexpr std::size_t mostColumns = 16'384;

/// The library writes numbers with printf: with the decimal mark of the locale of C, which is the
/// system's in a program of Qt's. On this thread it is a point while one of these lives.
class PointLocale
{
public:
    Q_DISABLE_COPY_MOVE(PointLocale)

#ifdef Q_OS_WIN
    PointLocale()
        : m_threads(_configthreadlocale(_ENABLE_PER_THREAD_LOCALE))
        , m_before(std::setlocale(LC_NUMERIC, nullptr))
    {
        std::setlocale(LC_NUMERIC, "C");
    }
    ~PointLocale()
    {
        std::setlocale(LC_NUMERIC, m_before.constData());
        _configthreadlocale(m_threads);
    }

private:
    int m_threads;
    QByteArray m_before;
#else
    PointLocale()
        : m_point(newlocale(LC_ALL_MASK, "C", nullptr))
        , m_before(uselocale(m_point))
    { }
    ~PointLocale()
    {
        uselocale(m_before);
        freelocale(m_point);
    }

private:
    locale_t m_point;
    locale_t m_before;
#endif
};

Error failed(const QString &reason)
{
    return {.kind = ErrorKind::File, .detail = u"XLSX: "_s + reason};
}

/// @p text as the library takes it: XML knows no U+FFFE, a C string no NUL, and what looks like one
/// of the format's own escapes ("_x0041_" for A) has to be escaped itself.
QByteArray cellBytes(const QString &text)
{
    static const QRegularExpression escapes(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    QString fit = text;
    fit.removeIf(
        [](QChar c) { return c.isNull() || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF; });
    fit.replace(escapes, u"_x005F_"_s);
    if (fit.size() > longestCell) {
        fit.truncate(fit.at(longestCell - 1).isHighSurrogate() ? longestCell - 1 : longestCell);
    }
    return fit.toUtf8();
}

QString safeText(const QString &text, const TableOptions &options)
{
    return options.raw ? text : spreadsheetSafe(text);
}

struct FreeBook
{
    void operator()(lxw_workbook *book) const { lxw_workbook_free(book); }
};

/// Writes sheets, and remembers whether something went wrong.
class BookWriter
{
public:
    BookWriter(const XlsxBook &book, lxw_workbook *file)
        : m_book(book)
        , m_options(book.options)
        , m_file(file)
    {
        m_options.format = TableOptions::Format::Xlsx;
        m_options.form = TableOptions::Form::Wide;
        const bool isHour = dataset().granularity == Granularity::Hour;
        m_bold = workbook_add_format(m_file);
        format_set_bold(m_bold);
        m_heading = workbook_add_format(m_file);
        format_set_bold(m_heading);
        format_set_align(m_heading, LXW_ALIGN_RIGHT);
        m_time = numbers(isHour ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd");
        format_set_align(m_time, LXW_ALIGN_LEFT);
        m_count = numbers("#,##0");
        m_fraction = numbers("#,##0.00");
        m_ratio = numbers("+0.0%;-0.0%;0.0%");
    }

    [[nodiscard]] bool hasFailed() const { return m_failed; }

    void setProperties()
    {
        QByteArray title = cellBytes(displayText(m_book.about.title));
        QByteArray program = "Emberline " EMBERLINE_VERSION;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.comments = program.data();
        // Zero would be "now".
        properties.created = std::max<time_t>(
            1, m_book.about.created.isValid() ? m_book.about.created.toSecsSinceEpoch() : 1);
        check(workbook_set_properties(m_file, &properties));
    }

    void addSheets()
    {
        std::vector<XlsxSheet> sheets = m_book.sheets;
        if (sheets.empty()) {
            sheets.push_back(
                {.name = m_book.about.title, .series = oldestFirst(dataset().series.size())});
        }
        QStringList names;
        for (const XlsxSheet &sheet : sheets) {
            names.append(sheet.name);
        }
        const QString about = sheetNames({m_book.about.sheetName}).constFirst();
        names = sheetNames(names, {about});
        for (std::size_t i = 0; i < sheets.size() && !m_failed; ++i) {
            addTable(names.at(static_cast<qsizetype>(i)), sheets[i].series);
        }
        if (!m_failed) {
            addAbout(about);
        }
    }

private:
    [[nodiscard]] const Dataset &dataset() const { return *m_book.source.shown.dataset; }

    lxw_format *numbers(const char *pattern)
    {
        lxw_format *format = workbook_add_format(m_file);
        format_set_num_format(format, pattern);
        return format;
    }

    void check(lxw_error error) { m_failed = m_failed || error != LXW_NO_ERROR; }

    lxw_worksheet *addSheet(const QString &name)
    {
        lxw_worksheet *sheet = workbook_add_worksheet(m_file, name.toUtf8().constData());
        m_failed = m_failed || sheet == nullptr;
        return sheet;
    }

    void writeText(lxw_worksheet *sheet,
                   lxw_row_t row,
                   lxw_col_t column,
                   const QString &text,
                   lxw_format *format)
    {
        if (!text.isEmpty()) {
            check(worksheet_write_string(sheet, row, column, cellBytes(text).constData(), format));
        }
    }

    void addTable(const QString &name, const std::vector<std::size_t> &series)
    {
        const TableRows rows(m_book.source, m_options, series);
        if (rows.count() >= mostRows || rows.columns().size() > mostColumns) {
            m_failed = true;
            return;
        }
        lxw_worksheet *sheet = addSheet(name);
        if (sheet == nullptr) {
            return;
        }
        addHeader(sheet, rows.columns());
        for (std::size_t row = 0; row < rows.count() && !m_failed; ++row) {
            const std::vector<TableCell> cells = rows.row(row);
            for (std::size_t column = 0; column < cells.size(); ++column) {
                writeCell(sheet,
                          static_cast<lxw_row_t>(row + 1),
                          static_cast<lxw_col_t>(column),
                          cells[column],
                          rows.columns()[column].kind);
            }
        }
    }

    void addHeader(lxw_worksheet *sheet, const std::vector<TableColumn> &columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const TableColumn &column = columns[i];
            const auto place = static_cast<lxw_col_t>(i);
            const bool isNumber = column.kind == TableColumn::Kind::Count
                               || column.kind == TableColumn::Kind::Ratio;
            writeText(sheet, 0, place, column.name, isNumber ? m_heading : m_bold);
            const qsizetype width = std::clamp<qsizetype>(column.name.size() + 2, 12, 40);
            const bool isTime = column.kind == TableColumn::Kind::Time;
            const double wide = isTime ? 18.0 : static_cast<double>(width);
            check(worksheet_set_column(sheet, place, place, wide, nullptr));
        }
        worksheet_freeze_panes(sheet, 1, 0);
    }

    void writeCell(lxw_worksheet *sheet,
                   lxw_row_t row,
                   lxw_col_t column,
                   const TableCell &cell,
                   TableColumn::Kind kind)
    {
        if (const auto *text = std::get_if<QString>(&cell)) {
            writeText(sheet, row, column, *text, nullptr);
        } else if (const auto *time = std::get_if<TableTime>(&cell)) {
            check(worksheet_write_number(sheet, row, column, serialOf(time->bucket), m_time));
        } else if (const auto *number = std::get_if<double>(&cell);
                   number != nullptr && std::isfinite(*number)) {
            lxw_format *format = kind == TableColumn::Kind::Ratio ? m_ratio
                               : *number == std::trunc(*number)   ? m_count
                                                                  : m_fraction;
            check(worksheet_write_number(sheet, row, column, *number, format));
        }
    }

    /// Days since the evening before 1900 as spreadsheets count them (from March 1900 on, where all
    /// of them agree), wall clock.
    [[nodiscard]] double serialOf(BucketTime time) const
    {
        const Dataset &data = dataset();
        const QDateTime clock = wallClockOf(time, data.granularity, data.zone);
        const qint64 days = QDate(1899, 12, 30).daysTo(clock.date());
        return static_cast<double>(days)
             + static_cast<double>(clock.time().msecsSinceStartOfDay())
                   / static_cast<double>(msPerDay);
    }

    void addAbout(const QString &name)
    {
        lxw_worksheet *sheet = addSheet(name);
        if (sheet == nullptr) {
            return;
        }
        check(worksheet_set_column(sheet, 0, 0, 28, nullptr));
        check(worksheet_set_column(sheet, 1, 1, 80, nullptr));
        writeText(sheet, 0, 0, safeText(m_book.about.title, m_options), m_bold);
        lxw_row_t row = 2;
        for (const AboutLine &line : m_book.about.lines) {
            writeText(sheet, row, 0, line.label, m_bold);
            writeText(sheet, row, 1, safeText(line.text, m_options), nullptr);
            ++row;
        }
    }

    const XlsxBook &m_book;
    TableOptions m_options;
    lxw_workbook *m_file;
    lxw_format *m_bold = nullptr; // the workbook's, all of them
    lxw_format *m_heading = nullptr;
    lxw_format *m_time = nullptr;
    lxw_format *m_count = nullptr;
    lxw_format *m_fraction = nullptr;
    lxw_format *m_ratio = nullptr;
    bool m_failed = false;
};

/// More than the temporary files of @p book take.
qint64 roomFor(const XlsxBook &book)
{
    constexpr qint64 ofCell = 64;
    constexpr qint64 ofBook = 1 << 16;
    const Shown &shown = book.source.shown;
    const std::size_t columns = shown.dataset->series.size() * (shown.earlier.size() + 2)
                              + shown.earlier.size() + 4;
    qint64 names = 0;
    for (const DatasetModel::Look &look : shown.looks) {
        names += look.name.size() * 12;
    }
    for (const AboutLine &line : book.about.lines) {
        names += line.text.size() * 6;
    }
    return ofBook + names * static_cast<qint64>(shown.earlier.size() + 2)
         + ofCell * static_cast<qint64>(columns * (shown.dataset->times.size() + 1));
}

/// The library does not look whether what it writes beside reaches the disk: a full one would leave
/// a workbook without its end. So the room is taken once before, and given back.
bool hasRoom(const QString &folder, qint64 bytes)
{
    QTemporaryFile file(folder + u"/room-XXXXXX"_s);
    if (!file.open()) {
        return false;
    }
    const QByteArray block(1 << 20, '\0');
    for (qint64 rest = bytes; rest > 0; rest -= block.size()) {
        const qint64 part = std::min<qint64>(rest, block.size());
        if (file.write(block.constData(), part) != part || !file.flush()) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<QByteArray> xlsxBytes(const XlsxBook &book)
{
    const QTemporaryDir folder;
    if (!folder.isValid() || !hasRoom(folder.path(), roomFor(book))) {
        return failed(u"no room for temporary files in "_s + QDir::tempPath());
    }
    const PointLocale point;
    const QString path = folder.filePath(u"book.xlsx"_s);
    QByteArray place = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    std::unique_ptr<lxw_workbook, FreeBook> file(
        workbook_new_opt(QFile::encodeName(path).constData(), &options));
    if (!file) {
        return failed(u"not enough memory"_s);
    }
    BookWriter writer(book, file.get());
    writer.setProperties();
    writer.addSheets();
    if (writer.hasFailed()) {
        return failed(u"this does not fit into a workbook"_s);
    }
    const lxw_error error = workbook_close(file.release()); // frees it, too
    QFile written(path);
    if (error != LXW_NO_ERROR || !written.open(QIODevice::ReadOnly)) {
        return failed(QString::fromUtf8(lxw_strerror(error)));
    }
    return written.readAll();
}

QStringList sheetNames(const QStringList &wanted, const QStringList &taken)
{
    static const QRegularExpression forbidden(u"[\\[\\]:*?/\\\\]"_s);
    static const QRegularExpression outerApostrophes(u"^'+|'+$"_s);
    // Spreadsheets tell names apart neither by case nor by how a letter is composed.
    const auto folded = [](const QString &name) {
        return name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    };
    const auto shortened = [](QString name, qsizetype length) {
        if (name.size() > length) {
            name.truncate(name.at(length - 1).isHighSurrogate() ? length - 1 : length);
        }
        return name;
    };
    QSet<QString> used{u"history"_s}; // Excel's own
    for (const QString &name : taken) {
        used.insert(folded(name));
    }
    QStringList names;
    for (const QString &raw : wanted) {
        QString name = displayText(raw).replace(forbidden, u"_"_s).trimmed();
        name = shortened(name, longestSheetName).remove(outerApostrophes).trimmed();
        name = name.isEmpty() ? u"_"_s : name;
        QString candidate = name;
        for (int number = 2; used.contains(folded(candidate)); ++number) {
            const QString end = u" (%1)"_s.arg(number);
            candidate = shortened(name, longestSheetName - end.size()) + end;
        }
        used.insert(folded(candidate));
        names.append(candidate);
    }
    return names;
}

} // namespace emberline
