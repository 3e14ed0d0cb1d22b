// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/accentfield.h"

#include "app/workspace/brandkit.h"
#include "ui/feedback/brandsentences.h"
#include "ui/theme/accentcheck.h"
#include "ui/theme/controls.h"
#include "ui/theme/tokens.h"
#include "ui/workspace/parts.h"

#include <QColorDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

/// A patch of a colour; without one an empty frame.
class ColorSwatch final : public QWidget
{
    Q_OBJECT

public:
    explicit ColorSwatch(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedSize(28, 28);
    }

    void setColor(const QColor &color)
    {
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(tokensFor(palette()).fieldBorder);
        painter.setBrush(m_color.isValid() ? QBrush(m_color) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
    }

private:
    QColor m_color;
};

AccentField::AccentField(QWidget *parent)
    : QWidget(parent)
    , m_swatch(new ColorSwatch)
    , m_edit(new QLineEdit)
    , m_remove(new QPushButton(tr("Remove")))
{
    constexpr int shortField = 120;
    m_edit->setObjectName(u"brandAccent"_s);
    m_edit->setAccessibleName(tr("Accent colour"));
    m_edit->setPlaceholderText(u"#RRGGBB"_s);
    m_edit->setMaximumWidth(shortField);
    setFocusProxy(m_edit);
    auto *pick = new QPushButton(tr("Pick…"));
    pick->setObjectName(u"pickAccent"_s);
    pick->setAccessibleName(tr("Pick the accent colour"));
    pick->setAutoDefault(false);
    m_remove->setObjectName(u"removeAccent"_s);
    m_remove->setAccessibleName(tr("Remove the accent colour"));
    m_remove->setAutoDefault(false);
    QHBoxLayout *row = rowOf({m_swatch, m_edit, pick});
    row->addStretch(1);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    m_problems = makeProblems();
    layout->addWidget(m_problems);
    setAccent({});
    connect(m_edit, &QLineEdit::textEdited, this, &AccentField::readTyped);
    connect(pick, &QPushButton::clicked, this, &AccentField::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_edit->setFocus();
        take({});
    });
}

QWidget *AccentField::makeProblems()
{
    auto *problems = new QWidget;
    problems->setObjectName(u"accentProblems"_s);
    auto *glyph = new Glyph(16);
    glyph->setGlyph(u"warn"_s, Tone::Warning);
    m_words = plainLabel({}, TextRole::Secondary);
    m_words->setObjectName(u"accentProblem"_s);
    m_words->setWordWrap(true);
    m_use = new QPushButton;
    m_use->setObjectName(u"useBetterAccent"_s);
    m_use->setAutoDefault(false);
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(); // the button is about to go
        take(m_better.name());
    });
    auto *grid = new QGridLayout(problems);
    grid->setContentsMargins(0, 0, 0, 4);
    grid->setHorizontalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(glyph, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1);
    grid->addWidget(m_use, 1, 1, Qt::AlignLeft);
    return problems;
}

void AccentField::setAccent(const QString &accent)
{
    m_accent = accent;
    m_edit->setText(accent.toUpper());
    setInvalid(m_edit, false);
    showProblems();
}

/// As it is typed: nothing half is taken.
void AccentField::readTyped(const QString &typed)
{
    const QString trimmed = typed.trimmed();
    const QString named = trimmed.isEmpty() || trimmed.startsWith(u'#') ? trimmed
                                                                        : QString(u'#' + trimmed);
    const bool isColor = named.isEmpty() || isAccent(named);
    setInvalid(m_edit, !isColor, tr("A colour is written as # and six digits, like #0E6673"));
    if (isColor) {
        m_accent = named.toLower();
        showProblems();
        Q_EMIT accentChanged(m_accent);
    }
}

void AccentField::choose()
{
    const QColor now = m_accent.isEmpty() ? lightTokens().series.front() : QColor(m_accent);
    auto *dialog = new QColorDialog(now, this); // deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &color) {
        take(color.name());
    });
    dialog->open();
}

void AccentField::take(const QString &accent)
{
    setAccent(accent);
    Q_EMIT accentChanged(accent);
}

void AccentField::showProblems()
{
    const QColor color = m_accent.isEmpty() ? QColor() : QColor(m_accent);
    m_swatch->setColor(color);
    m_remove->setEnabled(color.isValid());
    const std::vector<AccentProblem> problems = color.isValid() ? problemsOf(color)
                                                                : std::vector<AccentProblem>();
    m_problems->setVisible(!problems.empty());
    if (!problems.empty()) {
        m_better = nearestAccent(color);
        m_words->setText(sentencesFor(problems, QLocale()).join(u'\n'));
        m_use->setText(tr("Use %1").arg(m_better.name().toUpper()));
        m_use->setAccessibleName(m_use->text());
    }
}

} // namespace emberline

#include "accentfield.moc"
