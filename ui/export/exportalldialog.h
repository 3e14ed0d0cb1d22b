// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportallplan.h"
#include "ui/export/picturechoice.h"
#include "ui/workspace/scrim.h"

class QCheckBox;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace emberline {

class FileFields;
class PictureForm;

/// What the dialog for many pictures begins with.
struct ExportAllSetup
{
    PictureSet set = {};
    PictureChoice choice = {};
    QSize screenSize = {}; ///< of the chart on screen
    ExportAllPlace place = {};
};

/// Lets people take all pictures away at once: a file each by a pattern for their names, one page
/// with all of them, a PDF with a page each. Window-modal; open it with open(). Cancel leaves no
/// file behind. What goes wrong is said in a line of its own.
class ExportAllDialog : public SheetDialog
{
    Q_OBJECT

public:
    explicit ExportAllDialog(ExportAllSetup setup, QWidget *parent = nullptr);
    ~ExportAllDialog() override;

    /// As it is chosen now.
    [[nodiscard]] ExportAllChoice choice() const;
    [[nodiscard]] QStringList filePaths() const;
    /// While files are made this gives them up, and the dialog stays.
    void reject() override;

Q_SIGNALS:
    /// All of them are written; the dialog closes.
    void exported(const QStringList &paths);

private:
    [[nodiscard]] QWidget *makeListSide();
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeKinds();
    [[nodiscard]] QWidget *makeWords();
    [[nodiscard]] QWidget *makeFooter();
    [[nodiscard]] std::vector<BatchFile> plannedFiles() const;
    void followChoice();
    void exportFiles();
    void finish(const Result<QStringList> &written);
    void setBusy(bool busy);

    ExportAllSetup m_setup;
    std::unique_ptr<FileBatch> m_batch; ///< while files are made
    QPlainTextEdit *m_names = nullptr; // all of them children
    QProgressBar *m_progress = nullptr;
    QWidget *m_side = nullptr;
    QCheckBox *m_single = nullptr;
    QCheckBox *m_sheet = nullptr;
    QCheckBox *m_pages = nullptr;
    PictureForm *m_form = nullptr;
    FileFields *m_files = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace emberline
