// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/walltime.h"

#include "ui/query/datecalendar.h"
#include "ui/query/wallclockfield.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QDateTime wallClock(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    return {local.date(), local.time(), Qt::UTC};
}

QDateTime instantOf(const QDateTime &wallClock, const QTimeZone &zone)
{
    const QDateTime near = wallClock.addSecs(-zone.offsetFromUtc(wallClock));
    return wallClock.addSecs(-zone.offsetFromUtc(near));
}

QString dateFormat(const QLocale &locale)
{
    QString date = locale.dateFormat(QLocale::ShortFormat);
    if (!date.contains(u"yyyy"_s)) {
        date.replace(u"yy"_s, u"yyyy"_s);
    }
    return date;
}

QString dateTimeFormat(const QLocale &locale)
{
    return dateFormat(locale) + u' '
         + locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s); // C has seconds
}

QDateTimeEdit *makeWallClockField(const QString &name, QWidget *parent)
{
    auto *field = new WallClockField(parent); // the parent's
    field->setObjectName(name);
    field->setCalendarPopup(true);
    field->setCalendarWidget(new DateCalendar(field)); // the field takes it into its popup
    field->setMinimumDate(QDate(1970, 1, 1)); // as far back as stepping goes
    field->setDisplayFormat(dateTimeFormat(QLocale()));
    return field;
}

void showWallClock(QDateTimeEdit *field, const QDateTime &wallClock)
{
    if (field->dateTime() != wallClock) {
        const QSignalBlocker silent(field);
        field->setDateTime(wallClock);
    }
}

void markInvalid(QWidget *field, bool invalid)
{
    field->setProperty("invalid", invalid);
    field->update();
}

} // namespace emberline
