// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/hintlabel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>

namespace emberline {

HintLabel::HintLabel(Kind kind, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(fontOf(TextRole::Secondary));
    setForegroundRole(QPalette::WindowText); // also on a base, where it would be Text
    recolor();
}

void HintLabel::say(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

void HintLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
}

void HintLabel::recolor()
{
    const Tokens &tokens = tokensFor(palette());
    const QColor color = m_kind == Kind::Problem ? tokens.error.icon : tokens.text2;
    if (palette().color(QPalette::Active, QPalette::WindowText) != color) {
        QPalette colored; // with this role alone: the rest follows the parent
        colored.setColor(QPalette::WindowText, color);
        setPalette(colored);
    }
}

SectionHeader::SectionHeader(const QString &title, QWidget *buddy, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_note(new HintLabel(HintLabel::Kind::Hint, this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(fontOf(TextRole::Label));
    m_title->setBuddy(buddy);
    m_note->setWordWrap(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_note);
}

void SectionHeader::setNote(const QString &note)
{
    m_note->setText(note);
}

} // namespace emberline
