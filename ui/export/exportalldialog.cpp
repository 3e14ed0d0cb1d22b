// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportalldialog.h"

#include "app/core/text.h"
#include "ui/theme/controls.h"
#include "ui/theme/segmentedrow.h"
#include "ui/workspace/parts.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int labelColumn = 88;
constexpr int formWidth = 480;

void addRow(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = plainLabel(text, TextRole::Body);
    label->setMinimumWidth(labelColumn);
    label->setBuddy(field);
    form->addRow(label, field);
}

QCheckBox *makeCheck(const QString &name, const QString &text, QWidget *parent)
{
    auto *check = new QCheckBox(text, parent);
    check->setObjectName(name);
    return check;
}

SegmentedRow *makeRow(const QString &name, const QString &spoken, QWidget *parent)
{
    auto *row = new SegmentedRow(parent);
    row->setObjectName(name);
    row->setAccessibleName(spoken);
    return row;
}

} // namespace

ExportAllDialog::ExportAllDialog(ExportAllSetup setup, QWidget *parent)
    : SheetDialog(parent)
    , m_setup(std::move(setup))
{
    setWindowTitle(tr("Export all"));
    setObjectName(u"exportAllDialog"_s);
    setWindowModality(Qt::WindowModal);
    setMinimumSize(880, 480);
    resize(1040, 520);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(makeListSide(), 1);
    m_form = makeForm();
    sides->addWidget(m_form);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(sides, 1);
    all->addWidget(makeFooter());
    m_single->setChecked(true);
    m_format->setCurrent(static_cast<int>(m_setup.options.format));
    m_scale->setCurrent(m_setup.options.scale);
    m_theme->setCurrent(static_cast<int>(m_setup.options.theme));
    m_pattern->setText(exportAllPattern());
    setBusy(false);
    showFolder();
    followChoice();
    m_pattern->setFocus();
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

QWidget *ExportAllDialog::makeForm()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(formWidth);
    auto *form = new QFormLayout(side);
    form->setContentsMargins(16, 16, 16, 0);
    form->setVerticalSpacing(8);
    addKinds(form);
    addLook(form);
    addPlace(form);
    for (QCheckBox *check : {m_single, m_sheet, m_pages}) {
        connect(check, &QCheckBox::toggled, this, &ExportAllDialog::followChoice);
    }
    for (SegmentedRow *row : {m_format, m_scale, m_theme}) {
        connect(row, &SegmentedRow::currentChanged, this, &ExportAllDialog::followChoice);
    }
    connect(m_pattern, &QLineEdit::textChanged, this, &ExportAllDialog::followChoice);
    return side;
}

void ExportAllDialog::addKinds(QFormLayout *form)
{
    QWidget *side = form->parentWidget();
    m_single = makeCheck(u"singleFiles"_s, tr("A file for each picture"), side);
    m_sheet = makeCheck(u"contactSheet"_s, tr("Contact sheet: all of them on one page"), side);
    m_pages = makeCheck(u"pdfPages"_s, tr("One PDF with a page each"), side);
    QLabel *label = plainLabel(tr("Write"), TextRole::Body);
    label->setMinimumWidth(labelColumn);
    form->addRow(label, m_single);
    form->addRow(QString(), m_sheet);
    form->addRow(QString(), m_pages);
}

void ExportAllDialog::addLook(QFormLayout *form)
{
    QWidget *side = form->parentWidget();
    m_format = makeRow(u"exportAllFormat"_s, tr("Format"), side);
    for (const PictureFormat format :
         {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
        const QString suffix = suffixOf(format);
        m_format->addSegment(static_cast<int>(format), suffix.toUpper())
            ->setObjectName(u"format_"_s + suffix);
    }
    addRow(form, tr("Format"), m_format);
    m_scale = makeRow(u"exportAllScale"_s, tr("Scale"), side);
    for (int scale = 1; scale <= largestPictureScale; ++scale) {
        m_scale->addSegment(scale, u"%1×"_s.arg(scale))->setObjectName(u"scale%1"_s.arg(scale));
    }
    addRow(form, tr("Scale"), m_scale);
    m_theme = makeRow(u"exportAllTheme"_s, tr("Theme"), side);
    m_theme->addSegment(static_cast<int>(PictureTheme::Light), tr("Light"))
        ->setObjectName(u"themeLight"_s);
    m_theme->addSegment(static_cast<int>(PictureTheme::Dark), tr("Dark"))
        ->setObjectName(u"themeDark"_s);
    const bool isBranded = std::any_of(
        m_setup.set.pictures.begin(), m_setup.set.pictures.end(), [](const NamedPicture &picture) {
            return picture.source.brand != nullptr;
        });
    if (isBranded) {
        m_theme->addSegment(static_cast<int>(PictureTheme::Brand), tr("Brand"))
            ->setObjectName(u"themeBrand"_s);
    }
    addRow(form, tr("Theme"), m_theme);
}

/// The words that names are made of; a click puts one where the cursor stands.
QWidget *ExportAllDialog::makeWords()
{
    auto *field = new QWidget(this);
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
        connect(button, &QToolButton::clicked, this, [this, text = word] {
            m_pattern->insert(text);
            m_pattern->setFocus();
        });
    }
    row->addStretch(1);
    return field;
}

void ExportAllDialog::addPlace(QFormLayout *form)
{
    QWidget *side = form->parentWidget();
    m_pattern = new QLineEdit(side);
    m_pattern->setObjectName(u"namePattern"_s);
    m_pattern->setAccessibleName(tr("Pattern for file names"));
    addRow(form, tr("Names"), m_pattern);
    form->addRow(QString(), makeWords());
    auto *place = new QWidget(side);
    m_folder = plainLabel({}, TextRole::Body);
    m_folder->setObjectName(u"exportAllFolder"_s);
    auto *change = new QPushButton(tr("Change…"), place);
    change->setObjectName(u"changeExportAllFolder"_s);
    change->setAccessibleName(tr("Change the folder"));
    change->setAutoDefault(false);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins({});
    row->addWidget(m_folder, 1);
    row->addWidget(change);
    addRow(form, tr("Folder"), place);
    m_notice = plainLabel({}, TextRole::Body);
    m_notice->setObjectName(u"exportAllNotice"_s);
    m_notice->setWordWrap(true);
    form->addRow(m_notice);
    connect(change, &QPushButton::clicked, this, &ExportAllDialog::chooseFolder);
}

QWidget *ExportAllDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(16, 16, 16, 16);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelExportAll"_s);
    cancel->setAutoDefault(false);
    m_export = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"exportAll"_s);
    m_export->setDefault(true);
    setButtonKind(m_export, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportAllDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportAllDialog::exportFiles);
    return buttons;
}

ExportAllChoice ExportAllDialog::choice() const
{
    PictureOptions options = m_setup.options;
    options.format = static_cast<PictureFormat>(m_format->current());
    options.scale = m_scale->current();
    options.theme = static_cast<PictureTheme>(m_theme->current());
    return {.options = options,
            .pattern = m_pattern->text(),
            .singleFiles = m_single->isChecked(),
            .contactSheet = m_sheet->isChecked(),
            .pages = m_pages->isChecked()};
}

QStringList ExportAllDialog::filePaths() const
{
    QStringList paths;
    for (const BatchFile &file : exportAllFiles(m_setup.set, choice(), m_setup.place)) {
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
    m_pattern->setEnabled(m_single->isChecked());
    say(replaced > 0 ? tr("%n of them exist(s) and will be replaced.", nullptr, replaced)
                     : QString());
}

void ExportAllDialog::showFolder()
{
    const QString &folder = m_setup.place.folder;
    const QString native = displayText(QDir::toNativeSeparators(folder));
    const QString name = QDir(folder).dirName();
    m_folder->setText(name.isEmpty() ? native : displayText(name));
    m_folder->setToolTip(u"<qt>"_s + native.toHtmlEscaped() + u"</qt>"_s);
}

void ExportAllDialog::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("Folder for images"), m_setup.place.folder); // child
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_setup.place.folder = folder;
        showFolder();
        followChoice();
    });
    chooser->open();
}

void ExportAllDialog::exportFiles()
{
    if (m_batch != nullptr) {
        return;
    }
    std::vector<BatchFile> files = exportAllFiles(m_setup.set, choice(), m_setup.place);
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
        say(tr("“%1” cannot be written to. Nothing has been written.").arg(displayText(name)));
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
    say(tr("Cancelled. Nothing has been written."));
}

void ExportAllDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_export->setEnabled(!busy);
    m_progress->setVisible(busy);
}

void ExportAllDialog::say(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

} // namespace emberline
