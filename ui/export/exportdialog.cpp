// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "app/core/text.h"
#include "app/export/filename.h"
#include "ui/export/picturepreview.h"
#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/segmentedrow.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int labelColumn = 88;
constexpr int formWidth = 448;

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QSpinBox *pixelBox(const QString &name, const QString &spoken, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(leastPictureSide, longestPictureSide);
    box->setObjectName(name);
    box->setAccessibleName(spoken);
    return box;
}

void addChoice(SegmentedRow *row, int id, const QString &text, const QString &name)
{
    row->addSegment(id, text)->setObjectName(name);
}

void addRow(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = plainLabel(text, field->parentWidget());
    label->setMinimumWidth(labelColumn);
    label->setBuddy(field);
    form->addRow(label, field);
}

} // namespace

ExportDialog::ExportDialog(ExportSetup setup, QWidget *parent)
    : SheetDialog(parent)
    , m_setup(std::move(setup))
{
    setWindowTitle(tr("Export image"));
    setObjectName(u"exportDialog"_s);
    setWindowModality(Qt::WindowModal);
    setMinimumSize(880, 560);
    resize(1216, 640);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(makePreviewSide(), 1);
    sides->addWidget(makeForm());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(sides, 1);
    all->addWidget(makeFooter());
    showOptions(boundedOptions(m_setup.options));
    showFolder();
    m_name->setText(pictureFileName(m_setup.baseName, m_setup.options.scale));
    followChoice();
    m_name->setFocus();
}

QWidget *ExportDialog::makePreviewSide()
{
    auto *side = new QWidget(this);
    m_preview = new PicturePreview(m_setup.source, side);
    m_preview->setObjectName(u"picturePreview"_s);
    m_pixels = plainLabel({}, side);
    m_pixels->setObjectName(u"pixelSize"_s);
    m_pixels->setContentsMargins(16, 12, 16, 12);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_preview, 1);
    column->addWidget(m_pixels);
    return side;
}

QWidget *ExportDialog::makeSizeRow()
{
    auto *field = new QWidget(this);
    m_size = new QComboBox(field);
    m_size->setObjectName(u"pictureSize"_s);
    m_size->setAccessibleName(tr("Size"));
    m_size->addItem(tr("Slide 1920 × 1080"), QSize(1920, 1080));
    m_size->addItem(tr("Document 1600 × 900"), QSize(1600, 900));
    m_size->addItem(tr("Square 1080 × 1080"), QSize(1080, 1080));
    m_size->addItem(tr("Custom"), QSize());
    m_custom = new QWidget(field);
    m_width = pixelBox(u"pictureWidth"_s, tr("Width in pixels"), m_custom);
    m_height = pixelBox(u"pictureHeight"_s, tr("Height in pixels"), m_custom);
    auto *numbers = new QHBoxLayout(m_custom);
    numbers->setContentsMargins({});
    numbers->addWidget(m_width, 1);
    numbers->addWidget(plainLabel(u"×"_s, m_custom));
    numbers->addWidget(m_height, 1);
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins({});
    column->addWidget(m_size);
    column->addWidget(m_custom);
    connect(m_size, &QComboBox::activated, this, &ExportDialog::followChoice);
    connect(m_width, &QSpinBox::valueChanged, this, &ExportDialog::followChoice);
    connect(m_height, &QSpinBox::valueChanged, this, &ExportDialog::followChoice);
    return field;
}

QWidget *ExportDialog::makeForm()
{
    using Background = PictureOptions::Background;
    auto *side = new QWidget(this);
    side->setFixedWidth(formWidth);
    auto *form = new QFormLayout(side);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(8);
    addRow(form, tr("Size"), makeSizeRow());
    m_scale = new SegmentedRow(side);
    for (int scale = 1; scale <= largestPictureScale; ++scale) {
        addChoice(m_scale, scale, u"%1×"_s.arg(scale), u"scale%1"_s.arg(scale));
    }
    addRow(form, tr("Scale"), m_scale);
    m_theme = new SegmentedRow(side);
    addChoice(m_theme, static_cast<int>(PictureTheme::Light), tr("Light"), u"themeLight"_s);
    addChoice(m_theme, static_cast<int>(PictureTheme::Dark), tr("Dark"), u"themeDark"_s);
    addRow(form, tr("Theme"), m_theme);
    m_background = new SegmentedRow(side);
    addChoice(m_background, static_cast<int>(Background::White), tr("White"), u"groundWhite"_s);
    addChoice(m_background,
              static_cast<int>(Background::Transparent),
              tr("Transparent"),
              u"groundTransparent"_s);
    addChoice(m_background, static_cast<int>(Background::Theme), tr("Theme"), u"groundTheme"_s);
    addRow(form, tr("Background"), m_background);
    m_name = new QLineEdit(side);
    m_name->setObjectName(u"fileName"_s);
    m_name->setAccessibleName(tr("File"));
    addRow(form, tr("File"), m_name);
    addRow(form, tr("Folder"), makeFileRow());
    m_problem = plainLabel({}, side);
    m_problem->setObjectName(u"exportProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    form->addRow(m_problem);
    connect(m_scale, &SegmentedRow::currentChanged, this, &ExportDialog::renameForScale);
    connect(m_scale, &SegmentedRow::currentChanged, this, &ExportDialog::followChoice);
    connect(m_theme, &SegmentedRow::currentChanged, this, &ExportDialog::followChoice);
    connect(m_background, &SegmentedRow::currentChanged, this, &ExportDialog::followChoice);
    connect(m_name, &QLineEdit::textChanged, this, &ExportDialog::followChoice);
    return side;
}

QWidget *ExportDialog::makeFileRow()
{
    auto *field = new QWidget(this);
    m_folder = plainLabel({}, field);
    m_folder->setObjectName(u"folder"_s);
    auto *change = new QPushButton(tr("Change…"), field);
    change->setObjectName(u"changeFolder"_s);
    change->setAccessibleName(tr("Change the folder"));
    change->setAutoDefault(false);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins({});
    row->addWidget(m_folder, 1);
    row->addWidget(change);
    connect(change, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    return field;
}

QWidget *ExportDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(16, 16, 16, 16);
    QPushButton *copyButton = buttons->addButton(tr("Copy to clipboard"),
                                                 QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyPicture"_s);
    copyButton->setAutoDefault(false);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelExport"_s);
    cancel->setAutoDefault(false);
    m_export = buttons->addButton(tr("Export image"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"exportPicture"_s);
    m_export->setDefault(true);
    setButtonKind(m_export, ButtonKind::Primary);
    copyButton->setIcon(icon(u"copyimg"_s));
    connect(copyButton, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::exportFile);
    return buttons;
}

void ExportDialog::showOptions(const PictureOptions &options)
{
    const int known = m_size->findData(options.size);
    m_size->setCurrentIndex(known >= 0 ? known : m_size->count() - 1);
    m_width->setValue(options.size.width());
    m_height->setValue(options.size.height());
    m_scale->setCurrent(options.scale);
    m_theme->setCurrent(static_cast<int>(options.theme));
    m_background->setCurrent(static_cast<int>(options.background));
}

PictureOptions ExportDialog::options() const
{
    const QSize fixed = m_size->currentData().toSize();
    return {.format = PictureFormat::Png,
            .size = fixed.isValid() ? fixed : QSize(m_width->value(), m_height->value()),
            .scale = m_scale->current(),
            .theme = static_cast<PictureTheme>(m_theme->current()),
            .background = static_cast<PictureOptions::Background>(m_background->current())};
}

void ExportDialog::followChoice()
{
    const PictureOptions chosen = options();
    m_custom->setVisible(!m_size->currentData().toSize().isValid());
    const QSize pixels = chosen.size * chosen.scale;
    m_pixels->setText(tr("%1 × %2 px").arg(pixels.width()).arg(pixels.height()));
    m_preview->setOptions(chosen);
    m_export->setEnabled(!m_name->text().trimmed().isEmpty());
    say({});
}

/// Keeps "@2x" in step with the scale as long as the user has not changed the name.
void ExportDialog::renameForScale()
{
    for (int scale = 1; scale <= largestPictureScale; ++scale) {
        if (m_name->text() == pictureFileName(m_setup.baseName, scale)) {
            m_name->setText(pictureFileName(m_setup.baseName, m_scale->current()));
            return;
        }
    }
}

QString ExportDialog::filePath() const
{
    QString name = m_name->text().trimmed();
    if (name.endsWith(u".png"_s, Qt::CaseInsensitive)) {
        name.chop(4);
    }
    // One "@" may stand in it: "@2x".
    QStringList parts = name.split(u'@');
    for (QString &part : parts) {
        part = fileNamePart(part);
    }
    return QDir(m_setup.folder).filePath(parts.join(u'@') + u".png"_s);
}

void ExportDialog::showFolder()
{
    const QString native = QDir::toNativeSeparators(m_setup.folder);
    m_folder->setText(displayText(QDir(m_setup.folder).dirName()));
    m_folder->setToolTip(u"<qt>"_s + displayText(native).toHtmlEscaped() + u"</qt>"_s);
}

void ExportDialog::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("Folder for images"), m_setup.folder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_setup.folder = folder;
        showFolder();
        say({});
    });
    chooser->open();
}

void ExportDialog::exportFile()
{
    const PictureOptions chosen = options();
    const QString path = filePath();
    if (writePicture(m_setup.source, chosen, path).has_value()) {
        say(tr("“%1” cannot be written to. Choose another folder.").arg(m_folder->text()));
        return;
    }
    Q_EMIT exported(path, chosen);
    accept();
}

void ExportDialog::copy()
{
    const PictureOptions chosen = options();
    Q_EMIT copied(copyPicture(m_setup.source, chosen), chosen);
}

void ExportDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace emberline
