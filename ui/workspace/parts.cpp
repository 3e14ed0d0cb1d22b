// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/parts.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {
constexpr int hintSize = 12;
} // namespace

QColor toneColor(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Text:
        return tokens.text;
    case Tone::Secondary:
        return tokens.text2;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Success:
        return tokens.success.icon;
    case Tone::Warning:
        return tokens.warning.icon;
    case Tone::Error:
        return tokens.error.icon;
    }
    return tokens.text;
}

QLabel *plainLabel(const QString &text, TextRole role, Tone tone)
{
    auto *label = new QLabel(text); // the caller's layout takes it over
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontOf(role));
    if (tone == Tone::Secondary) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

Glyph::Glyph(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Glyph::setGlyph(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void Glyph::paintEvent(QPaintEvent * /*event*/)
{
    if (m_name.isEmpty()) {
        return;
    }
    const Tokens &tokens = tokensFor(palette());
    const QColor color = isEnabled() ? toneColor(tokens, m_tone) : tokens.disabled;
    QPainter painter(this);
    painter.drawPixmap(0, 0, iconPixmap(m_name, width(), devicePixelRatioF(), color));
}

Hairline::Hairline(Strength strength, QWidget *parent)
    : QWidget(parent)
    , m_strength(strength)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_strength == Strength::Area ? tokens.hairline : tokens.innerLine);
}

FieldHint::FieldHint(const QString &hint, const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_hint(hint)
    , m_iconName(iconName)
    , m_glyph(new Glyph(hintSize))
    , m_label(plainLabel(hint, TextRole::Secondary, Tone::Secondary))
{
    m_label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    auto *glyphPlace = new QVBoxLayout; // the row owns it
    glyphPlace->setContentsMargins(0, 2, 0, 0);
    glyphPlace->addWidget(m_glyph);
    glyphPlace->addStretch(1);
    layout->addLayout(glyphPlace);
    layout->addWidget(m_label, 1, Qt::AlignTop);
    show(hint, iconName);
}

void FieldHint::setHint(const QString &hint)
{
    m_hint = hint;
    if (!m_hasProblem) {
        show(hint, m_iconName);
    }
}

void FieldHint::setProblem(const QString &problem)
{
    m_hasProblem = !problem.isEmpty();
    show(m_hasProblem ? problem : m_hint, m_hasProblem ? u"error"_s : m_iconName);
}

void FieldHint::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        color();
    }
}

void FieldHint::show(const QString &text, const QString &iconName)
{
    m_label->setText(text);
    m_label->setVisible(!text.isEmpty());
    m_glyph->setGlyph(iconName, m_hasProblem ? Tone::Error : Tone::Secondary);
    m_glyph->setVisible(!iconName.isEmpty());
    color();
}

void FieldHint::color()
{
    m_label->setForegroundRole(m_hasProblem ? QPalette::WindowText : QPalette::PlaceholderText);
    QPalette colors = palette();
    if (m_hasProblem) {
        colors.setColor(QPalette::WindowText, tokensFor(colors).error.icon);
    }
    m_label->setPalette(colors);
}

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout; // the caller's layout takes it over
    row->setSpacing(8);
    for (QWidget *widget : widgets) {
        row->addWidget(widget);
    }
    return row;
}

} // namespace emberline
