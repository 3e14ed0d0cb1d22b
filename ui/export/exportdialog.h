// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"
#include "ui/export/picturechoice.h"
#include "ui/workspace/scrim.h"

#include <QPointer>
#include <QStringList>

class QCheckBox;
class QLabel;
class QPushButton;

namespace emberline {

class FileBatch;
class FileFields;
class NoticeRow;
class PictureForm;
class PictureWordsForm;
class PreviewPane;

/// What the export dialog begins with.
struct ExportSetup
{
    PictureSource source = {};
    PictureChoice choice = {};
    QSize screenSize = {}; ///< of the chart on screen, in logical pixels; invalid: there is none
    QString folder = {};
    QString baseName = {}; ///< without scale and suffix
};

/// Lets people choose how a picture looks and where it goes, with a live preview. Window-modal;
/// open it with open(). What goes wrong is said in a line of its own.
class ExportDialog : public SheetDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(ExportSetup setup, QWidget *parent = nullptr);

    /// As they are chosen now.
    [[nodiscard]] PictureChoice choice() const;
    [[nodiscard]] PictureOptions options() const { return choice().options; }
    /// One, or one per panel.
    [[nodiscard]] QStringList filePaths() const;
    /// Whether what is chosen is to be the usual from now on.
    [[nodiscard]] bool wantsRemembering() const;

    /// While files are being made, this stops it and the dialog stays.
    void reject() override;

Q_SIGNALS:
    /// The files at @p paths were written; the dialog closes.
    void exported(const QStringList &paths, const emberline::PictureChoice &choice);
    /// The picture is on the clipboard; the dialog stays.
    void copied(const QSize &pixels, const emberline::PictureChoice &choice);

private:
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeScrolled();
    [[nodiscard]] QWidget *makePlace();
    [[nodiscard]] QWidget *makeFooter();
    [[nodiscard]] bool wantsEachPanel() const;
    void connectChoices();
    void followWhat();
    void followChoice();
    void followFile();
    void rename();
    void exportFiles();
    void begin();
    void finish(const Result<QStringList> &written);
    void setBusy(bool busy);
    void copy();

    ExportSetup m_setup;
    std::vector<PictureSource> m_panels; ///< the source itself where there are none
    QStringList m_panelNames;
    PreviewPane *m_preview = nullptr; // all of them children
    QWidget *m_scrolled = nullptr;
    PictureForm *m_form = nullptr;
    PictureWordsForm *m_words = nullptr;
    NoticeRow *m_warnings = nullptr;
    FileFields *m_files = nullptr;
    QLabel *m_names = nullptr;
    QCheckBox *m_remember = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_export = nullptr;
    FileBatch *m_job = nullptr; ///< while files are made
    QPointer<QWidget> m_focus; ///< had the focus before the job
    QStringList m_replaceable; ///< paths that the user lets go
};

} // namespace emberline
