// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "app/export/filename.h"
#include "ui/export/filebatch.h"
#include "ui/export/filefields.h"
#include "ui/export/noticerow.h"
#include "ui/export/panelsources.h"
#include "ui/export/pictureform.h"
#include "ui/export/picturewordsform.h"
#include "ui/export/previewpane.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int inset = 16;
constexpr std::array allFormats{PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf};

QString dotSuffix(PictureFormat format)
{
    return u'.' + suffixOf(format);
}

/// Whether @p name is what we call a file by ourselves.
bool isOurName(const QString &name, const QString &baseName)
{
    return std::any_of(allFormats.begin(), allFormats.end(), [&](PictureFormat format) {
        for (int scale = 1; scale <= largestPictureScale; ++scale) {
            if (name == scaledFileName(baseName, scale, suffixOf(format))) {
                return true;
            }
        }
        return false;
    });
}

QString withSuffix(QString name, PictureFormat format)
{
    for (const PictureFormat each : allFormats) {
        if (name.endsWith(dotSuffix(each), Qt::CaseInsensitive)) {
            name.chop(dotSuffix(each).size());
            return name + dotSuffix(format);
        }
    }
    return name;
}

QStringList filesAmong(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isFile()) {
            files.append(QFileInfo(path).fileName());
        }
    }
    return files;
}

QVBoxLayout *columnOf(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(0);
    return column;
}

QWidget *inSection(std::initializer_list<QWidget *> widgets)
{
    auto *section = new QWidget; // the caller's layout takes it over
    QVBoxLayout *column = columnOf(section);
    column->setContentsMargins(inset, inset, inset, inset);
    column->setSpacing(8);
    for (QWidget *widget : widgets) {
        column->addWidget(widget);
    }
    return section;
}

} // namespace

ExportDialog::ExportDialog(ExportSetup setup, QWidget *parent)
    : SheetDialog(parent)
    , m_setup(std::move(setup))
    , m_panels(panelSources(m_setup.source))
    , m_panelNames(panelNames(m_setup.source))
{
    setWindowTitle(tr("Export image"));
    setObjectName(u"exportDialog"_s);
    setMinimumSize(880, 560);
    resizeOnScreen({1216, 640});
    m_preview = new PreviewPane(m_setup.source);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(m_preview, 1);
    sides->addWidget(makeSide());
    QVBoxLayout *all = columnOf(this);
    all->addLayout(sides, 1);
    all->addWidget(new Hairline(Hairline::Strength::Area));
    all->addWidget(makeFooter());
    m_setup.choice.options = boundedOptions(m_setup.choice.options);
    m_form->setChoice(m_setup.choice);
    m_words->setParts(m_setup.choice.options);
    m_files->setName(
        scaledFileName(m_setup.baseName, options().scale, suffixOf(m_setup.choice.options.format)));
    connectChoices();
    followWhat();
    m_words->setFocus();
}

QWidget *ExportDialog::makeSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(exportFormWidth);
    m_scrolled = makeScrolled();
    QVBoxLayout *column = columnOf(side);
    column->addWidget(m_scrolled, 1);
    column->addWidget(new Hairline(Hairline::Strength::Area));
    column->addWidget(makePlace());
    return side;
}

QWidget *ExportDialog::makeScrolled()
{
    m_form = new PictureForm(
        m_setup.screenSize, static_cast<int>(m_panels.size()), m_setup.source.brand != nullptr);
    m_warnings = new NoticeRow;
    m_warnings->setObjectName(u"pictureWarnings"_s);
    m_words = new PictureWordsForm(m_setup.source.text);
    auto *content = new QWidget;
    QVBoxLayout *column = columnOf(content);
    column->addWidget(inSection({m_form, m_warnings}));
    column->addWidget(new Hairline(Hairline::Strength::Area));
    column->addWidget(inSection({m_words}));
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setObjectName(u"pictureFormArea"_s);
    area->setAccessibleName(tr("Look of the image"));
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    connect(qApp, &QApplication::focusChanged, area, [area] {
        QTimer::singleShot(0, area, [area] { // what has just been shown has its place then
            if (QWidget *now = QApplication::focusWidget(); area->isAncestorOf(now)) {
                area->ensureWidgetVisible(now);
            }
        });
    });
    return area;
}

QWidget *ExportDialog::makePlace()
{
    m_files = new FileFields(m_setup.folder, tr("Folder for images"));
    m_names = plainLabel({}, TextRole::Secondary, Tone::Secondary);
    m_names->setObjectName(u"panelFileNames"_s);
    m_names->setWordWrap(true);
    return inSection({m_files, m_names});
}

QWidget *ExportDialog::makeFooter()
{
    auto *footer = new QWidget;
    m_remember = new QCheckBox(tr("Remember as default"));
    m_remember->setObjectName(u"rememberExport"_s);
    auto *buttons = new QDialogButtonBox(this); // the dialog's, or it would not know its default
    m_copy = buttons->addButton(tr("Copy to clipboard"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copyPicture"_s);
    m_copy->setAutoDefault(false);
    m_copy->setIcon(icon(u"copyimg"_s));
    m_export = fillExportFooter(buttons, u"exportPicture"_s, tr("Export image"));
    QHBoxLayout *row = rowOf({m_remember, buttons});
    row->setContentsMargins(inset, inset, inset, inset);
    row->setStretch(0, 1);
    footer->setLayout(row);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::exportFiles);
    return footer;
}

void ExportDialog::connectChoices()
{
    connect(m_form, &PictureForm::changed, this, &ExportDialog::followWhat);
    connect(m_words, &PictureWordsForm::changed, this, &ExportDialog::followChoice);
    connect(m_files, &FileFields::changed, this, &ExportDialog::followFile);
    connect(m_files, &FileFields::replaceChosen, this, [this] {
        m_replaceable = filePaths();
        exportFiles();
    });
}

PictureChoice ExportDialog::choice() const
{
    PictureChoice choice;
    m_form->fill(choice);
    m_words->fill(choice.options);
    return choice;
}

bool ExportDialog::wantsEachPanel() const
{
    return m_form->wantsEachPanel();
}

bool ExportDialog::wantsRemembering() const
{
    return m_remember->isChecked();
}

void ExportDialog::followWhat()
{
    const bool each = wantsEachPanel();
    const int count = each ? static_cast<int>(m_panels.size()) : 1;
    const bool isSideBySide = m_setup.source.view.look.layout == ChartLayout::SideBySide;
    m_words->setLinesNamed(isSideBySide && !each);
    m_preview->setSource(each ? m_panels.front() : m_setup.source, count);
    m_copy->setEnabled(!each);
    m_copy->setToolTip(each ? tr("Only one image can be copied: choose “This view”") : QString());
    m_export->setText(each ? tr("Export %n image(s)", nullptr, count) : tr("Export image"));
    followChoice();
}

void ExportDialog::followChoice()
{
    const PictureOptions chosen = options();
    m_preview->setOptions(chosen);
    QStringList sentences;
    for (const PictureWarning warning : warningsFor(chosen)) {
        switch (warning) {
        case PictureWarning::SmallText:
            sentences.append(tr("At this size text would be under 12 px. It is kept at 12 px, so "
                                "less fits."));
            break;
        case PictureWarning::DarkTextOnClear:
            sentences.append(tr("Dark text without a ground can’t be read on dark slides."));
            break;
        case PictureWarning::LightTextOnClear:
            sentences.append(tr("Light text without a ground can’t be read on light slides and on "
                                "paper."));
            break;
        }
    }
    m_warnings->say(sentences.join(u'\n'));
    rename();
    followFile();
}

/// Keeps "@2x" in step with the scale as long as the user has not changed the name, and the suffix
/// in any case.
void ExportDialog::rename()
{
    const PictureOptions chosen = options();
    m_files->setName(isOurName(m_files->name(), m_setup.baseName)
                         ? scaledFileName(m_setup.baseName, chosen.scale, suffixOf(chosen.format))
                         : withSuffix(m_files->name(), chosen.format));
}

void ExportDialog::followFile()
{
    QStringList names;
    if (wantsEachPanel()) {
        const QStringList paths = filePaths();
        for (const QString &path : paths) {
            names.append(QFileInfo(path).fileName());
        }
    }
    constexpr qsizetype most = 2;
    const int more = static_cast<int>(std::max<qsizetype>(0, names.size() - most));
    const QString first = names.mid(0, most).join(u", "_s);
    m_names->setText(more > 0 ? tr("%1 and %n more", "file names", more).arg(first) : first);
    m_names->setToolTip(names.join(u'\n'));
    m_names->setVisible(!names.isEmpty());
    m_export->setEnabled(!m_files->name().isEmpty());
    m_files->say({});
}

QStringList ExportDialog::filePaths() const
{
    const PictureOptions chosen = options();
    const QString suffix = dotSuffix(chosen.format);
    const QString path = m_files->filePath(suffix);
    if (!wantsEachPanel()) {
        return {path};
    }
    const QString mark = chosen.scale > 1 ? u"@%1x"_s.arg(chosen.scale) : QString();
    QString base = QFileInfo(path).fileName().chopped(suffix.size());
    base = base.endsWith(mark) ? base.chopped(mark.size()) : base;
    QStringList paths;
    const QStringList names = panelFileNames(base, m_panelNames);
    for (const QString &name : names) {
        paths.append(QDir(m_files->folder()).filePath(name + mark + suffix));
    }
    return paths;
}

void ExportDialog::exportFiles()
{
    const QStringList paths = filePaths();
    const QStringList there = filesAmong(paths);
    if (there.isEmpty() || paths == m_replaceable) {
        begin();
        return;
    }
    const int count = static_cast<int>(there.size());
    m_files->askToReplace(
        count == 1 ? tr("“%1” exists. Replace it?").arg(there.constFirst())
                   : tr("%n file(s) of these names exist. Replace them?", nullptr, count));
}

void ExportDialog::begin()
{
    const QStringList paths = filePaths();
    const PictureOptions chosen = options();
    std::vector<BatchFile> files;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const PictureSource &source = wantsEachPanel() ? m_panels[static_cast<std::size_t>(i)]
                                                       : m_setup.source;
        files.push_back(batchFile(source, chosen, paths.at(i)));
    }
    setBusy(true);
    m_job = new FileBatch(std::move(files), this);
    connect(m_job, &FileBatch::finished, this, &ExportDialog::finish);
    m_job->start();
}

void ExportDialog::finish(const Result<QStringList> &written)
{
    m_job->deleteLater();
    m_job = nullptr;
    setBusy(false);
    if (!written) {
        m_files->sayUnwritable();
        return;
    }
    Q_EMIT exported(*written, choice());
    accept();
}

/// Files that are being made are given up first.
void ExportDialog::reject()
{
    if (m_job == nullptr) {
        SheetDialog::reject();
        return;
    }
    delete m_job;
    m_job = nullptr;
    setBusy(false);
    m_files->say(tr("Stopped. Nothing was written."), Tone::Secondary);
}

void ExportDialog::setBusy(bool busy)
{
    m_replaceable.clear();
    if (busy) {
        m_focus = focusWidget(); // what is disabled loses it
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_scrolled, m_remember, m_export}) {
        widget->setEnabled(!busy);
    }
    m_copy->setEnabled(!busy && !wantsEachPanel());
    m_files->setLocked(busy);
    m_files->say(busy ? tr("Writing…") : QString(), Tone::Secondary);
    if (!busy && m_focus != nullptr && m_focus->isVisible()) {
        m_focus->setFocus();
    }
}

void ExportDialog::copy()
{
    const PictureChoice chosen = choice();
    Q_EMIT copied(copyPicture(m_setup.source, chosen.options), chosen);
}

} // namespace emberline
