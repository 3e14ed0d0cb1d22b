// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/filefields.h"

#include "app/core/text.h"
#include "app/export/filename.h"
#include "ui/export/noticerow.h"
#include "ui/theme/controls.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int labelColumn = 88;

QPushButton *makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text); // the caller's layout takes it over
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

void addExportRow(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = plainLabel(text, TextRole::Body);
    label->setMinimumWidth(labelColumn);
    label->setBuddy(field);
    form->addRow(label, field);
}

QPushButton *fillExportFooter(QDialogButtonBox *buttons, const QString &name, const QString &text)
{
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelExport"_s);
    cancel->setAutoDefault(false);
    QPushButton *accept = buttons->addButton(text, QDialogButtonBox::AcceptRole);
    accept->setObjectName(name);
    accept->setDefault(true);
    setButtonKind(accept, ButtonKind::Primary);
    return accept;
}

FileFields::FileFields(QString folder, QString chooser, QWidget *parent)
    : QWidget(parent)
    , m_folder(std::move(folder))
    , m_chooser(std::move(chooser))
    , m_name(new QLineEdit)
    , m_folderName(plainLabel({}, TextRole::Body))
    , m_change(makeButton(u"changeFolder"_s, tr("Change…")))
    , m_notice(new NoticeRow)
    , m_replace(makeButton(u"replaceFile"_s, tr("Replace")))
{
    m_name->setObjectName(u"fileName"_s);
    m_name->setAccessibleName(tr("File"));
    m_folderName->setObjectName(u"folder"_s);
    m_notice->setObjectName(u"exportNotice"_s);
    m_notice->append(m_replace);
    m_replace->setAutoDefault(true); // Enter is for it while it has the focus
    m_replace->hide();
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(8);
    addExportRow(form, tr("File"), m_name);
    addExportRow(form, tr("Folder"), makeFolderRow());
    form->addRow(m_notice);
    connect(m_name, &QLineEdit::textChanged, this, &FileFields::changed);
    connect(m_replace, &QPushButton::clicked, this, &FileFields::replaceChosen);
    setFocusProxy(m_name);
    showFolder();
}

QWidget *FileFields::makeFolderRow()
{
    auto *field = new QWidget(this);
    auto *folder = new Glyph(16);
    folder->setGlyph(u"folder"_s, Tone::Secondary);
    m_change->setAccessibleName(tr("Change the folder"));
    field->setFocusProxy(m_change);
    QHBoxLayout *row = rowOf({folder, m_folderName, m_change});
    row->setContentsMargins({});
    row->setStretch(1, 1);
    field->setLayout(row);
    connect(m_change, &QPushButton::clicked, this, &FileFields::chooseFolder);
    return field;
}

QString FileFields::name() const
{
    return m_name->text().trimmed();
}

void FileFields::setName(const QString &name)
{
    m_name->setText(name);
}

void FileFields::insert(const QString &text)
{
    m_name->insert(text);
    m_name->setFocus();
}

QString FileFields::filePath(const QString &suffix) const
{
    QString base = name();
    if (base.endsWith(suffix, Qt::CaseInsensitive)) {
        base.chop(suffix.size());
    }
    return QDir(m_folder).filePath(safeFileName(base) + suffix);
}

void FileFields::showFolder()
{
    const QString native = QDir::toNativeSeparators(m_folder);
    const QString name = QDir(m_folder).dirName();
    m_folderName->setText(displayText(name.isEmpty() ? native : name));
    m_folderName->setToolTip(toolTipText(displayText(native)));
}

void FileFields::chooseFolder()
{
    auto *chooser = new QFileDialog(this, m_chooser, m_folder); // child; deletes itself
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder = folder;
        showFolder();
        Q_EMIT changed();
    });
    chooser->open();
}

void FileFields::say(const QString &text, Tone tone)
{
    m_replace->hide();
    m_notice->say(text, tone);
}

void FileFields::sayUnwritable()
{
    say(tr("“%1” cannot be written to. Choose another folder.").arg(m_folderName->text()),
        Tone::Error);
}

void FileFields::askToReplace(const QString &question)
{
    say(question);
    m_replace->show();
    m_replace->setFocus();
}

void FileFields::setLocked(bool locked)
{
    m_name->setEnabled(!locked);
    m_change->setEnabled(!locked);
}

} // namespace emberline
