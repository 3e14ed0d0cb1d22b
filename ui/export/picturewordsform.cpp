// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturewordsform.h"

#include "ui/workspace/parts.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int partColumn = 88;
constexpr int besideMark = 24; ///< where the words of a check box begin

/// What @p field says, unless that is what the picture says anyway.
QString wordsIn(const QString &text, const QString &own)
{
    const QString words = text.trimmed();
    return words == own.trimmed() ? QString() : words;
}

/// Without what is said in any case.
QString editableFootnote(const PictureText &own)
{
    return own.footnote.startsWith(own.notice) ? own.footnote.mid(own.notice.size()).trimmed()
                                               : own.footnote;
}

} // namespace

PictureWordsForm::PictureWordsForm(const PictureText &own, QWidget *parent)
    : QWidget(parent)
    , m_own(own)
    , m_title(makePart(u"partTitle"_s, tr("Title")))
    , m_titleWords(new QLineEdit(own.title, this))
    , m_subtitle(makePart(u"partSubtitle"_s, tr("Subtitle")))
    , m_subtitleWords(new QLineEdit(own.subtitle, this))
    , m_footnote(makePart(u"partFootnote"_s, tr("Footnote")))
    , m_footnoteWords(new QPlainTextEdit(this))
    , m_endLabels(makePart(u"partEndLabels"_s, tr("End labels")))
    , m_legend(makePart(u"partLegend"_s, tr("Legend")))
    , m_summary(makePart(u"partSummary"_s, tr("Summary numbers")))
    , m_embedsView(
          makePart(u"embedView"_s, tr("Embed view settings, so that the image reopens the view")))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_titleWords->setObjectName(u"titleWords"_s);
    m_titleWords->setAccessibleName(tr("Words of the title"));
    m_titleWords->setPlaceholderText(own.title);
    m_subtitleWords->setObjectName(u"subtitleWords"_s);
    m_subtitleWords->setAccessibleName(tr("Words of the subtitle"));
    m_subtitleWords->setPlaceholderText(own.subtitle);
    for (const auto &[part, words] :
         {std::pair(m_title, m_titleWords), std::pair(m_subtitle, m_subtitleWords)}) {
        part->setMinimumWidth(partColumn);
        words->setToolTip(tr("{range} becomes the dates that are shown"));
        words->setCursorPosition(0);
        form->addRow(part, words);
        connect(part, &QCheckBox::toggled, words, &QWidget::setEnabled);
        connect(words, &QLineEdit::textChanged, this, &PictureWordsForm::changed);
    }
    addFootnote(form);
    for (QCheckBox *part : {m_title, m_subtitle, m_footnote}) {
        part->setMinimumHeight(m_titleWords->sizeHint().height()); // in one line with the words
    }
    addMarks(form);
    setFocusProxy(m_titleWords);
}

QCheckBox *PictureWordsForm::makePart(const QString &name, const QString &text)
{
    auto *part = new QCheckBox(text, this);
    part->setObjectName(name);
    part->setChecked(true);
    connect(part, &QCheckBox::toggled, this, &PictureWordsForm::changed);
    return part;
}

void PictureWordsForm::addFootnote(QFormLayout *form)
{
    constexpr int threeLines = 72;
    auto *edit = new QPushButton(tr("Edit…"));
    edit->setObjectName(u"editFootnote"_s);
    edit->setAccessibleName(tr("Edit the footnote"));
    edit->setAutoDefault(false);
    auto *field = new QWidget(this);
    QLabel *hint = plainLabel(
        tr("names event, dates and fetch time"), TextRole::Secondary, Tone::Secondary);
    hint->setWordWrap(true);
    QHBoxLayout *row = rowOf({edit, hint});
    row->setContentsMargins({});
    row->setStretch(1, 1);
    field->setLayout(row);
    form->addRow(m_footnote, field);
    m_footnoteWords->setObjectName(u"footnoteWords"_s);
    m_footnoteWords->setAccessibleName(tr("Words of the footnote"));
    m_footnoteWords->setPlainText(editableFootnote(m_own));
    m_footnoteWords->setPlaceholderText(editableFootnote(m_own));
    m_footnoteWords->setTabChangesFocus(true);
    m_footnoteWords->setFixedHeight(threeLines);
    m_footnoteWords->hide();
    form->addRow(m_footnoteWords);
    connect(edit, &QPushButton::clicked, m_footnoteWords, [this] {
        m_footnoteWords->setVisible(m_footnoteWords->isHidden());
        m_footnoteWords->setFocus();
    });
    for (QWidget *part : std::initializer_list<QWidget *>{edit, m_footnoteWords}) {
        connect(m_footnote, &QCheckBox::toggled, part, &QWidget::setEnabled);
    }
    connect(m_footnoteWords, &QPlainTextEdit::textChanged, this, &PictureWordsForm::changed);
}

void PictureWordsForm::addMarks(QFormLayout *form)
{
    auto *grid = new QGridLayout; // the form's
    grid->setContentsMargins({});
    grid->setVerticalSpacing(8);
    grid->addWidget(m_endLabels, 0, 0);
    grid->addWidget(m_legend, 0, 1);
    grid->addWidget(m_summary, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    form->addRow(grid);
    // Long words are cut rather than making the form wider than its place.
    m_embedsView->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *embedded = new FieldHint(
        tr("Names and ids of events, apps and segments, and dates; never the key"));
    embedded->setObjectName(u"embeddedHint"_s);
    embedded->layout()->setContentsMargins(besideMark, 0, 0, 0);
    auto *embedding = new QVBoxLayout; // the form's
    embedding->setSpacing(0);
    embedding->addWidget(m_embedsView);
    embedding->addWidget(embedded);
    form->addRow(embedding);
}

void PictureWordsForm::setParts(const PictureOptions &options)
{
    m_title->setChecked(options.parts.title);
    m_subtitle->setChecked(options.parts.subtitle);
    m_footnote->setChecked(options.parts.footnote);
    m_endLabels->setChecked(options.parts.endLabels);
    m_legend->setChecked(options.parts.legend);
    m_summary->setChecked(options.parts.summary);
    m_embedsView->setChecked(options.embedsView);
}

void PictureWordsForm::fill(PictureOptions &options) const
{
    options.parts = {.title = m_title->isChecked(),
                     .subtitle = m_subtitle->isChecked(),
                     .endLabels = m_endLabels->isChecked(),
                     .legend = m_legend->isChecked(),
                     .summary = m_summary->isChecked(),
                     .footnote = m_footnote->isChecked()};
    options.words = {.title = wordsIn(m_titleWords->text(), m_own.title),
                     .subtitle = wordsIn(m_subtitleWords->text(), m_own.subtitle),
                     .footnote = wordsIn(m_footnoteWords->toPlainText(), editableFootnote(m_own))};
    options.embedsView = m_embedsView->isChecked();
}

void PictureWordsForm::setLinesNamed(bool named)
{
    for (QCheckBox *part : {m_endLabels, m_legend}) {
        part->setEnabled(!named);
        part->setToolTip(named ? tr("Panels have their names above them") : QString());
    }
}

} // namespace emberline
