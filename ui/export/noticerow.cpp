// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/noticerow.h"

#include <QAccessible>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int iconSize = 16;

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Text:
    case Tone::Secondary:
    case Tone::Accent:
        return u"info"_s;
    case Tone::Success:
        return u"check"_s;
    case Tone::Warning:
        return u"warn"_s;
    case Tone::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

NoticeRow::NoticeRow(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new Glyph(iconSize, this))
    , m_text(plainLabel({}, TextRole::Body))
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void NoticeRow::say(const QString &text, Tone tone)
{
    const bool isNew = m_text->text() != text;
    m_glyph->setGlyph(iconOf(tone), tone);
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (isNew && !text.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void NoticeRow::append(QWidget *widget)
{
    layout()->addWidget(widget);
}

} // namespace emberline
