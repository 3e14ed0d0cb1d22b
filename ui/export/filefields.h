// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/parts.h"

class QDialogButtonBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace emberline {

class NoticeRow;

constexpr int exportFormWidth = 448;

/// A row of the forms of export dialogs: @p text in a column that is as wide in all of them.
void addExportRow(QFormLayout *form, const QString &text, QWidget *field);

/// The lower end of an export dialog: Cancel and the button that does it, which is returned.
QPushButton *fillExportFooter(QDialogButtonBox *buttons, const QString &name, const QString &text);

/// Where an export goes: the name of the file and its folder, and below them a sentence on what is
/// wrong, or a question.
class FileFields final : public QWidget
{
    Q_OBJECT

public:
    /// @p chooser is the title of the window in which people choose another folder.
    FileFields(QString folder, QString chooser, QWidget *parent = nullptr);

    /// With its suffix.
    [[nodiscard]] QString name() const;
    void setName(const QString &name);
    /// Puts @p text where the cursor stands.
    void insert(const QString &text);
    /// Where the file goes: the name made fit for every file system, in the folder, whatever the
    /// name says. @p suffix begins with its dot.
    [[nodiscard]] QString filePath(const QString &suffix) const;
    [[nodiscard]] QString folder() const { return m_folder; }

    /// An empty @p text is nothing to say.
    void say(const QString &text, Tone tone = Tone::Warning);
    void sayUnwritable();
    /// Asks whether what is there may be replaced.
    void askToReplace(const QString &question);

    /// While the file is being written.
    void setLocked(bool locked);

Q_SIGNALS:
    /// Another name or another folder.
    void changed();
    void replaceChosen();

private:
    [[nodiscard]] QWidget *makeFolderRow();
    void showFolder();
    void chooseFolder();

    QString m_folder;
    QString m_chooser;
    QLineEdit *m_name; // children
    QLabel *m_folderName;
    QPushButton *m_change;
    NoticeRow *m_notice;
    QPushButton *m_replace;
};

} // namespace emberline
