// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/tableexportdialog.h"

#include "app/core/wholefile.h"
#include "app/export/tablecsv.h"
#include "ui/export/filefields.h"
#include "ui/theme/segmentedrow.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::size_t previewRows = 40;
constexpr qsizetype widestColumn = 24; ///< of the preview of a sheet

enum FormChoice { CsvWide, CsvLong, Excel };

/// @p marks one to one with @p words.
SegmentedRow *makeChoices(const QString &name,
                          const QString &spoken,
                          const QStringList &words,
                          QWidget *parent)
{
    auto *row = new SegmentedRow(parent);
    row->setObjectName(name);
    row->setAccessibleName(spoken);
    for (int i = 0; i < words.size(); ++i) {
        row->addSegment(i, words.at(i))->setObjectName(name + QString::number(i));
    }
    return row;
}

QCheckBox *makeCheck(const QString &name, const QString &text, QWidget *parent)
{
    auto *check = new QCheckBox(text, parent);
    check->setObjectName(name);
    return check;
}

/// The cells of @p text, which stand between tabs, in columns.
QString inColumns(const QString &text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    std::vector<QStringList> rows;
    std::vector<qsizetype> widths;
    for (const QString &line : lines) {
        rows.push_back(line.split(u'\t'));
        const QStringList &cells = rows.back();
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(cells.size())));
        for (qsizetype i = 0; i < cells.size(); ++i) {
            qsizetype &width = widths[static_cast<std::size_t>(i)];
            width = std::min(widestColumn, std::max(width, cells.at(i).size()));
        }
    }
    QString aligned;
    for (const QStringList &cells : rows) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const qsizetype width = widths[static_cast<std::size_t>(i)];
            aligned += cells.at(i).left(width).leftJustified(width + 2);
        }
        aligned += u'\n';
    }
    return aligned;
}

} // namespace

TableExportDialog::TableExportDialog(TableExportSetup setup, QWidget *parent)
    : SheetDialog(parent)
    , m_setup(std::move(setup))
{
    setWindowTitle(tr("Export table"));
    setObjectName(u"tableExportDialog"_s);
    setWindowModality(Qt::WindowModal);
    setMinimumSize(880, 560);
    resizeOnScreen({1120, 600});
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(makePreviewSide(), 1);
    sides->addWidget(makeForm());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(sides, 1);
    all->addWidget(makeFooter());
    showOptions(m_setup.book.options);
    m_files->setName(m_setup.baseName + suffix());
    followChoice();
    m_files->setFocus();
}

QWidget *TableExportDialog::makePreviewSide()
{
    auto *side = new QWidget(this);
    m_preview = new QPlainTextEdit(side);
    m_preview->setObjectName(u"tablePreview"_s);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_size = plainLabel({}, TextRole::Body);
    m_size->setObjectName(u"tableSize"_s);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_preview, 1);
    column->addWidget(m_size);
    return side;
}

QWidget *TableExportDialog::makeForm()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(exportFormWidth);
    auto *form = new QFormLayout(side);
    form->setContentsMargins(16, 16, 16, 0);
    form->setVerticalSpacing(8);
    addChoices(form);
    addMarks(form);
    m_files = new FileFields(m_setup.folder, tr("Folder for tables"), side);
    form->addRow(m_files);
    for (SegmentedRow *row : {m_form, m_separator, m_decimalMark, m_dates}) {
        connect(row, &SegmentedRow::currentChanged, this, &TableExportDialog::followChoice);
    }
    for (QCheckBox *check : {m_byteOrderMark, m_incomplete, m_asShown, m_raw}) {
        connect(check, &QCheckBox::toggled, this, &TableExportDialog::followChoice);
    }
    connect(m_files, &FileFields::changed, this, &TableExportDialog::followChoice);
    return side;
}

void TableExportDialog::addChoices(QFormLayout *form)
{
    QWidget *side = form->parentWidget();
    const QStringList forms{
        tr("CSV, wide", "a column per series"), tr("CSV, long", "a row per value"), u"Excel"_s};
    m_form = makeChoices(u"tableForm"_s, tr("Form"), forms, side);
    m_form->segment(CsvWide)->setToolTip(tr("A column per series"));
    m_form->segment(CsvLong)->setToolTip(tr("A row per value"));
    m_form->segment(Excel)->setToolTip(tr("A workbook (XLSX) with real dates and numbers"));
    addExportRow(form, tr("Form"), m_form);
    m_separator = makeChoices(u"separator"_s,
                              tr("Separator"),
                              {tr("Comma"), tr("Semicolon"), tr("Tab", "the character")},
                              side);
    addExportRow(form, tr("Separator"), m_separator);
    m_decimalMark = makeChoices(
        u"decimalMark"_s, tr("Decimals"), {tr("Point", "decimal mark"), tr("Comma")}, side);
    addExportRow(form, tr("Decimals"), m_decimalMark);
    m_dates = makeChoices(
        u"dates"_s, tr("Dates"), {u"ISO"_s, tr("Local", "dates as the system writes them")}, side);
    addExportRow(form, tr("Dates"), m_dates);
}

void TableExportDialog::addMarks(QFormLayout *form)
{
    QWidget *side = form->parentWidget();
    m_asShown = makeCheck(u"asShown"_s, tr("As the table shows it"), side);
    m_asShown->setToolTip(tr("Sorted and filtered like it, without hidden series"));
    m_incomplete = makeCheck(u"incompleteColumn"_s, tr("Column “incomplete”"), side);
    m_byteOrderMark = makeCheck(u"byteOrderMark"_s, tr("Byte order mark, for Excel"), side);
    m_raw = makeCheck(u"rawNames"_s, tr("Raw names"), side);
    m_raw->setToolTip(tr("Otherwise names that a spreadsheet could run as a formula get a leading "
                         "apostrophe."));
    for (QCheckBox *check : {m_asShown, m_incomplete, m_byteOrderMark, m_raw}) {
        form->addRow(QString(), check);
    }
}

QWidget *TableExportDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(16, 16, 16, 16);
    m_export = fillExportFooter(buttons, u"exportTable"_s, tr("Export table"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &TableExportDialog::exportFile);
    return buttons;
}

void TableExportDialog::showOptions(const TableOptions &options)
{
    const bool isLong = options.form == TableOptions::Form::Long;
    const bool isExcel = options.format == TableOptions::Format::Xlsx;
    m_form->setCurrent(isExcel ? Excel : isLong ? CsvLong : CsvWide);
    m_separator->setCurrent(options.separator == u';' ? 1 : options.separator == u'\t' ? 2 : 0);
    m_decimalMark->setCurrent(options.decimalMark == u',' ? 1 : 0);
    m_dates->setCurrent(options.dates == TableOptions::Dates::Local ? 1 : 0);
    m_byteOrderMark->setChecked(options.byteOrderMark);
    m_incomplete->setChecked(options.incompleteColumn);
    m_asShown->setChecked(options.asShown);
    m_raw->setChecked(options.raw);
}

TableOptions TableExportDialog::options() const
{
    using Format = TableOptions::Format;
    using Form = TableOptions::Form;
    using Dates = TableOptions::Dates;
    constexpr QStringView separators = u",;\t";
    const int form = m_form->current();
    return {.format = form == Excel ? Format::Xlsx : Format::Csv,
            .form = form == CsvLong ? Form::Long : Form::Wide,
            .separator = separators.at(m_separator->current()),
            .decimalMark = m_decimalMark->current() == 1 ? u',' : u'.',
            .dates = m_dates->current() == 1 ? Dates::Local : Dates::Iso,
            .byteOrderMark = m_byteOrderMark->isChecked(),
            .incompleteColumn = m_incomplete->isChecked(),
            .asShown = m_asShown->isChecked(),
            .raw = m_raw->isChecked()};
}

QString TableExportDialog::suffix() const
{
    return m_form->current() == Excel ? u".xlsx"_s : u".csv"_s;
}

void TableExportDialog::followChoice()
{
    const TableOptions chosen = options();
    const bool isCsv = chosen.format == TableOptions::Format::Csv;
    for (QWidget *ofCsv :
         std::initializer_list<QWidget *>{m_separator, m_decimalMark, m_dates, m_byteOrderMark}) {
        ofCsv->setEnabled(isCsv);
    }
    const QString other = isCsv ? u".xlsx"_s : u".csv"_s;
    if (m_files->name().endsWith(other, Qt::CaseInsensitive)) {
        m_files->setName(m_files->name().chopped(other.size()) + suffix()); // comes back here
        return;
    }
    m_preview->setPlainText(previewText(chosen));
    const TableRows rows(m_setup.book.source, chosen);
    const auto rowCount = static_cast<int>(rows.count());
    const auto columnCount = static_cast<int>(rows.columns().size());
    m_size->setText(
        tr("%1, %2", "rows, columns")
            .arg(tr("%n row(s)", nullptr, rowCount), tr("%n column(s)", nullptr, columnCount)));
    const bool hasName = !m_files->name().isEmpty();
    m_export->setEnabled(hasName);
    m_files->say(hasName && QFileInfo::exists(filePath())
                     ? tr("A file of this name is there. It will be replaced.")
                     : QString());
}

QString TableExportDialog::previewText(const TableOptions &options) const
{
    const TableSource &source = m_setup.book.source;
    return options.format == TableOptions::Format::Xlsx
             ? aboutPreview(options)
             : tableCsvHead(source, options, m_setup.locale, previewRows);
}

/// A sheet is no text: its cells in columns, and which sheets there are.
QString TableExportDialog::aboutPreview(const TableOptions &options) const
{
    QStringList names;
    for (const XlsxSheet &sheet : m_setup.book.sheets) {
        names.append(sheet.name);
    }
    names = sheetNames(names.isEmpty() ? QStringList{m_setup.book.about.title} : names,
                       {m_setup.book.about.sheetName});
    names.append(m_setup.book.about.sheetName);
    TableOptions asText = options;
    asText.format = TableOptions::Format::Csv;
    asText.separator = u'\t';
    const QString head = tableCsvHead(m_setup.book.source, asText, m_setup.locale, previewRows);
    return tr("Sheets: %1").arg(names.join(u", "_s)) + u"\n\n"_s + inColumns(head);
}

QString TableExportDialog::filePath() const
{
    return m_files->filePath(suffix());
}

void TableExportDialog::exportFile()
{
    const TableOptions chosen = options();
    m_setup.book.options = chosen;
    const Result<QByteArray> bytes = chosen.format == TableOptions::Format::Xlsx
                                       ? xlsxBytes(m_setup.book)
                                       : tableCsv(m_setup.book.source, chosen, m_setup.locale);
    if (!bytes) {
        m_files->say(
            tr("The workbook could not be made: there is no room for it on the disk, or it "
               "has too many rows."),
            Tone::Error);
        return;
    }
    const QString path = filePath();
    if (writeWhole(path, *bytes).has_value()) {
        m_files->sayUnwritable();
        return;
    }
    Q_EMIT exported(path, chosen);
    accept();
}

} // namespace emberline
