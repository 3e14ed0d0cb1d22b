// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/wallclockfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// What a key adds to a text; nothing if it is a command.
bool isTyping(const QKeyEvent *event)
{
    const auto commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return event->text().size() == 1 && event->text().at(0).isPrint()
        && (event->modifiers() & commands) == 0;
}

bool isSign(QChar key)
{
    return key.digitValue() < 0 && !key.isLetter();
}

} // namespace

WallClockField::WallClockField(QWidget *parent)
    : QDateTimeEdit(parent)
{
    setTimeSpec(Qt::UTC);
}

void WallClockField::keyPressEvent(QKeyEvent *event)
{
    if (isTyping(event)) {
        type(event);
        return;
    }
    settle();
    if (!event->matches(QKeySequence::Paste) || !paste()) {
        QDateTimeEdit::keyPressEvent(event);
    }
}

void WallClockField::type(QKeyEvent *event)
{
    const QChar key = event->text().at(0);
    if (!m_typed && isSign(key)) {
        QDateTimeEdit::keyPressEvent(event); // to the next part
        return;
    }
    if (!m_typed) {
        beginTyping();
    }
    m_typed->take(key);
    if (key.digitValue() >= 0 || currentSection() == MonthSection) {
        QDateTimeEdit::keyPressEvent(event); // shows what is not at its end yet
    }
    if (m_typed->hasEndedPart()) {
        show(m_typed->value());
    }
    if (m_typed->isOver()) {
        m_typed.reset();
    }
}

void WallClockField::beginTyping()
{
    if (lineEdit()->selectedText() == lineEdit()->text()) {
        setCurrentSectionIndex(0);
        setSelectedSection(sectionAt(0));
    }
    m_typed.emplace(parts(), static_cast<std::size_t>(currentSectionIndex()), dateTime(), locale());
}

/// Takes the whole date that the clipboard has, if it has one.
bool WallClockField::paste()
{
    TypedDate pasted(parts(), 0, dateTime(), locale());
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    for (const QChar key : text) {
        pasted.take(key);
    }
    pasted.finish();
    if (pasted.hasDate()) {
        setDateTime(pasted.value());
    }
    return pasted.hasDate();
}

/// The keys that follow are about something else.
void WallClockField::settle()
{
    if (m_typed) {
        m_typed->finish();
        if (m_typed->hasEndedPart()) {
            show(m_typed->value());
        }
        m_typed.reset();
    }
}

void WallClockField::show(const QDateTime &typed)
{
    const auto count = static_cast<std::size_t>(sectionCount());
    const auto place = static_cast<int>(std::min(m_typed->place(), count - 1));
    setDateTime(typed);
    setCurrentSectionIndex(place);
    setSelectedSection(sectionAt(place));
}

std::vector<DatePart> WallClockField::parts() const
{
    const bool inHalves = displayFormat().contains(u'h');
    std::vector<DatePart> parts;
    for (int i = 0; i < sectionCount(); ++i) {
        switch (static_cast<int>(sectionAt(i))) { // as a number: the enum has masks, too
        case DaySection:
            parts.push_back(DatePart::Day);
            break;
        case MonthSection:
            parts.push_back(DatePart::Month);
            break;
        case YearSection:
            parts.push_back(DatePart::Year);
            break;
        case HourSection:
            parts.push_back(inHalves ? DatePart::HourOfHalf : DatePart::Hour);
            break;
        case MinuteSection:
            parts.push_back(DatePart::Minute);
            break;
        case AmPmSection:
            parts.push_back(DatePart::HalfOfDay);
            break;
        default:
            parts.push_back(DatePart::Other);
            break;
        }
    }
    return parts;
}

void WallClockField::mousePressEvent(QMouseEvent *event)
{
    settle();
    QDateTimeEdit::mousePressEvent(event);
}

void WallClockField::focusOutEvent(QFocusEvent *event)
{
    settle();
    QDateTimeEdit::focusOutEvent(event);
}

} // namespace emberline
