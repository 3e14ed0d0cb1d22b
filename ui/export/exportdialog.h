// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"
#include "ui/workspace/scrim.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace emberline {

class PicturePreview;
class SegmentedRow;

/// What the export dialog begins with.
struct ExportSetup
{
    PictureSource source = {};
    PictureOptions options = {};
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
    [[nodiscard]] PictureOptions options() const;
    [[nodiscard]] QString filePath() const;

Q_SIGNALS:
    /// The file at @p path was written; the dialog closes.
    void exported(const QString &path, const emberline::PictureOptions &options);
    /// The picture is on the clipboard; the dialog stays.
    void copied(const QSize &pixels, const emberline::PictureOptions &options);

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeSizeRow();
    [[nodiscard]] QWidget *makeFileRow();
    [[nodiscard]] QWidget *makePreviewSide();
    [[nodiscard]] QWidget *makeFooter();
    void showOptions(const PictureOptions &options);
    void followChoice();
    void renameForScale();
    void showFolder();
    void chooseFolder();
    void exportFile();
    void copy();
    void say(const QString &problem);

    ExportSetup m_setup;
    PicturePreview *m_preview = nullptr; // all of them children
    QComboBox *m_size = nullptr;
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    QWidget *m_custom = nullptr;
    SegmentedRow *m_scale = nullptr;
    SegmentedRow *m_theme = nullptr;
    SegmentedRow *m_background = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_folder = nullptr;
    QLabel *m_pixels = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace emberline
