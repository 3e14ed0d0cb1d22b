// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/datecalendar.h"

#include "ui/theme/fonts.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QTextCharFormat>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr QSize leastSize(280, 264);
constexpr int inset = 6;

/// Only this role: the others follow the parent.
void setTextOnHighlight(QWidget *widget, const QColor &color)
{
    if (widget != nullptr) {
        QPalette palette;
        palette.setColor(QPalette::HighlightedText, color);
        widget->setPalette(palette);
    }
}

} // namespace

DateCalendar::DateCalendar(QWidget *parent)
    : QCalendarWidget(parent)
    , m_bar(findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
    , m_year(findChild<QWidget *>(u"qt_calendar_yearedit"_s))
{
    setObjectName(u"dateCalendar"_s);
    setAccessibleName(tr("Calendar"));
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(ShortDayNames);
    setContentsMargins(inset, inset, inset, inset);
    setMinimumSize(leastSize);
    if (m_bar != nullptr) {
        m_bar->setBackgroundRole(QPalette::Base);
    }
    recolor();
}

/// Qt's own formats are of one colour for all themes: red weekends.
void DateCalendar::recolor()
{
    const Tokens &tokens = tokensFor(palette());
    QTextCharFormat header;
    header.setFont(fontOf(TextRole::Secondary));
    header.setForeground(tokens.text2);
    header.setBackground(tokens.base);
    if (headerTextFormat() == header) {
        return;
    }
    setHeaderTextFormat(header);
    // Qt's month and year are written in this colour on a bar that ours is not filled like.
    setTextOnHighlight(m_bar, tokens.text);
    setTextOnHighlight(m_year, tokens.onAccent);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), {});
    }
}

void DateCalendar::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const Tokens &tokens = tokensFor(palette());
    const bool chosen = date == selectedDate();
    const bool possible = date >= minimumDate() && date <= maximumDate();
    const bool shown = date.month() == monthShown();
    painter->save();
    painter->fillRect(rect, tokens.base);
    if (chosen) {
        constexpr QSize cell(32, 26);
        QRect place(QPoint(), cell.boundedTo(rect.size()));
        place.moveCenter(rect.center());
        paint::box(painter, place, {tokens.accent});
    }
    painter->setPen(chosen      ? tokens.onAccent
                    : !possible ? tokens.disabled
                    : shown     ? tokens.text
                                : tokens.text2);
    painter->drawText(rect, Qt::AlignCenter, locale().toString(date.day()));
    painter->restore();
}

void DateCalendar::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    constexpr qreal square = 0;
    paint::box(&painter, rect(), {tokens.base, tokens.buttonBorder, 1, square});
}

void DateCalendar::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
}

} // namespace emberline
