// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/xlsx.h"
#include "ui/workspace/scrim.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace emberline {

class FileFields;
class SegmentedRow;

/// What the dialog for tables begins with.
struct TableExportSetup
{
    XlsxBook book = {}; ///< with the options, of CSV as well
    QLocale locale = {}; ///< writes local dates
    QString folder = {};
    QString baseName = {}; ///< without suffix
};

/// Lets people choose how a table is written and where it goes, with the first lines as they will
/// be. Window-modal; open it with open(). What goes wrong is said in a line of its own.
class TableExportDialog : public SheetDialog
{
    Q_OBJECT

public:
    explicit TableExportDialog(TableExportSetup setup, QWidget *parent = nullptr);

    /// As they are chosen now.
    [[nodiscard]] TableOptions options() const;
    [[nodiscard]] QString filePath() const;

Q_SIGNALS:
    /// The file at @p path was written; the dialog closes.
    void exported(const QString &path, const emberline::TableOptions &options);

private:
    [[nodiscard]] QWidget *makePreviewSide();
    [[nodiscard]] QWidget *makeForm();
    void addChoices(QFormLayout *form);
    void addMarks(QFormLayout *form);
    [[nodiscard]] QWidget *makeFooter();
    void showOptions(const TableOptions &options);
    void followChoice();
    [[nodiscard]] QString previewText(const TableOptions &options) const;
    [[nodiscard]] QString aboutPreview(const TableOptions &options) const;
    [[nodiscard]] QString suffix() const;
    void exportFile();

    TableExportSetup m_setup;
    QPlainTextEdit *m_preview = nullptr; // all of them children
    QLabel *m_size = nullptr;
    SegmentedRow *m_form = nullptr;
    SegmentedRow *m_separator = nullptr;
    SegmentedRow *m_decimalMark = nullptr;
    SegmentedRow *m_dates = nullptr;
    QCheckBox *m_byteOrderMark = nullptr;
    QCheckBox *m_incomplete = nullptr;
    QCheckBox *m_asShown = nullptr;
    QCheckBox *m_raw = nullptr;
    FileFields *m_files = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace emberline
