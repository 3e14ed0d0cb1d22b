// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportalldialog.h"

#include "app/core/text.h"
#include "ui/export/filefields.h"
#include "ui/export/pictureform.h"
#include "ui/theme/controls.h"
#include "ui/workspace/parts.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QCheckBox *makeCheck(const QString &name, const QString &text)
{
    auto *check = new QCheckBox(text); // the caller's layout takes it over
    check->setObjectName(name);
    return check;
}

} // namespace

ExportAllDialog::ExportAllDialog(ExportAllSetup setup, QWidget *parent)
    : SheetDialog(parent)
    , m_setup(std::move(setup))
{
    setWindowTitle(tr("Export all"));
    setObjectName(u"exportAllDialog"_s);
    setWindowModality(Qt::WindowModal);
    setMinimumSize(880, 560);
    resizeOnScreen({1040, 600});
    m_side = makeSide();
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(makeListSide(), 1);
    sides->addWidget(m_side);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(sides, 1);
    all->addWidget(makeFooter());
    m_single->setChecked(true);
    m_form->setChoice(m_setup.choice);
    m_files->setName(exportAllPattern());
    for (QCheckBox *check : {m_single, m_sheet, m_pages}) {
        connect(check, &QCheckBox::toggled, this, &ExportAllDialog::followChoice);
    }
    connect(m_form, &PictureForm::changed, this, &ExportAllDialog::followChoice);
    connect(m_files, &FileFields::changed, this, &ExportAllDialog::followChoice);
    setBusy(false);
    followChoice();
    m_single->setFocus();
}

ExportAllDialog::~ExportAllDialog() = default;

QWidget *ExportAllDialog::makeListSide()
{
    auto *side = new QWidget(this);
    QLabel *heading = plainLabel(tr("These files will be written"), TextRole::Body);
    m_names = new QPlainTextEdit(side);
    m_names->setObjectName(u"exportAllNames"_s);
    m_names->setAccessibleName(heading->text());
    m_names->setReadOnly(true);
    m_names->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_names->setTabChangesFocus(true);
    m_progress = new QProgressBar(side);
    m_progress->setObjectName(u"exportAllProgress"_s);
    m_progress->setAccessibleName(tr("Files that are made"));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 0, 0);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(m_names, 1);
    column->addWidget(m_progress);
    return side;
}

QWidget *ExportAllDialog::makeSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(exportFormWidth);
    m_form = new PictureForm(m_setup.screenSize, 1, brandOf(m_setup.set) != nullptr);
    m_files = new FileFields(m_setup.place.folder, tr("Folder for images"));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 0);
    column->setSpacing(8);
    column->addWidget(makeKinds());
    column->addWidget(m_form);
    column->addWidget(makeWords());
    column->addWidget(m_files);
    column->addStretch(1);
    return side;
}

QWidget *ExportAllDialog::makeKinds()
{
    m_single = makeCheck(u"singleFiles"_s, tr("A file for each picture"));
    m_sheet = makeCheck(u"contactSheet"_s, tr("Contact sheet: all of them on one page"));
    m_pages = makeCheck(u"pdfPages"_s, tr("One PDF with a page each"));
    auto *field = new QWidget(this);
    auto *form = new QFormLayout(field);
    form->setContentsMargins({});
    form->setVerticalSpacing(8);
    addExportRow(form, tr("Write"), m_single);
    addExportRow(form, QString(), m_sheet);
    addExportRow(form, QString(), m_pages);
    return field;
}

/// The words that names of files are made of; a click puts one where the cursor stands.
QWidget *ExportAllDialog::makeWords()
{
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins({});
    row->setSpacing(4);
    for (const auto &[word, meaning] : {std::pair(u"{event}"_s, tr("The event")),
                                        std::pair(u"{segment}"_s, tr("The segments")),
                                        std::pair(u"{from}"_s, tr("The first day")),
                                        std::pair(u"{to}"_s, tr("The last day")),
                                        std::pair(u"{view}"_s, tr("The name of the picture"))}) {
        auto *button = new QToolButton(field);
        button->setObjectName(u"word_"_s + word.mid(1, word.size() - 2));
        button->setText(word);
        button->setToolTip(meaning);
        button->setAccessibleName(tr("Insert %1").arg(word));
        setButtonKind(button, ButtonKind::Outline);
        row->addWidget(button);
        connect(
            button, &QToolButton::clicked, this, [this, text = word] { m_files->insert(text); });
    }
    row->addStretch(1);
    auto *all = new QWidget(this);
    auto *form = new QFormLayout(all);
    form->setContentsMargins({});
    addExportRow(form, tr("Words"), field);
    return all;
}

QWidget *ExportAllDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(16, 16, 16, 16);
    m_export = fillExportFooter(buttons, u"exportAll"_s, QString());
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportAllDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportAllDialog::exportFiles);
    return buttons;
}

ExportAllChoice ExportAllDialog::choice() const
{
    PictureChoice choice = m_setup.choice;
    m_form->fill(choice);
    return {.options = choice.options,
            .pattern = m_files->name(),
            .singleFiles = m_single->isChecked(),
            .contactSheet = m_sheet->isChecked(),
            .pages = m_pages->isChecked()};
}

std::vector<BatchFile> ExportAllDialog::plannedFiles() const
{
    return exportAllFiles(
        m_setup.set, choice(), {.folder = m_files->folder(), .baseName = m_setup.place.baseName});
}

QStringList ExportAllDialog::filePaths() const
{
    QStringList paths;
    for (const BatchFile &file : plannedFiles()) {
        paths.append(file.path);
    }
    return paths;
}

void ExportAllDialog::followChoice()
{
    const QStringList paths = filePaths();
    QStringList names;
    int replaced = 0;
    for (const QString &path : paths) {
        const QFileInfo file(path);
        names.append(file.fileName());
        replaced += file.exists() ? 1 : 0;
    }
    m_names->setPlainText(names.join(u'\n'));
    const int count = static_cast<int>(paths.size());
    m_export->setText(tr("Export %n file(s)", nullptr, count));
    m_export->setEnabled(count > 0);
    m_files->say(replaced > 0 ? tr("%n of them exist(s) and will be replaced.", nullptr, replaced)
                              : QString());
}

void ExportAllDialog::exportFiles()
{
    if (m_batch != nullptr) {
        return;
    }
    std::vector<BatchFile> files = plannedFiles();
    m_progress->setRange(0, static_cast<int>(files.size()));
    m_progress->setValue(0);
    m_batch = std::make_unique<FileBatch>(std::move(files));
    connect(m_batch.get(), &FileBatch::progressed, m_progress, &QProgressBar::setValue);
    connect(m_batch.get(), &FileBatch::finished, this, &ExportAllDialog::finish);
    setBusy(true);
    m_batch->start();
}

void ExportAllDialog::finish(const Result<QStringList> &written)
{
    m_batch.release()->deleteLater(); // it is the one that tells us
    setBusy(false);
    if (!written) {
        const QString name = QFileInfo(written.error().detail).fileName();
        m_files->say(tr("“%1” cannot be written to. Choose another folder.").arg(displayText(name)),
                     Tone::Error);
        return;
    }
    Q_EMIT exported(*written);
    accept();
}

void ExportAllDialog::reject()
{
    if (m_batch == nullptr) {
        SheetDialog::reject();
        return;
    }
    m_batch.reset(); // and with it what was written
    setBusy(false);
    m_files->say(tr("Cancelled. Nothing has been written."));
}

void ExportAllDialog::setBusy(bool busy)
{
    m_side->setEnabled(!busy);
    m_export->setEnabled(!busy);
    m_progress->setVisible(busy);
}

} // namespace emberline
