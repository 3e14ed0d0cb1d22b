// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/datetext.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString dayRange(QDate first, QDate last, const QLocale &locale)
{
    QString end = locale.toString(last, u"d MMM yyyy"_s);
    if (first == last) {
        return end;
    }
    const bool sameYear = first.year() == last.year();
    const bool sameMonth = sameYear && first.month() == last.month();
    const QString format = sameMonth ? u"d"_s : sameYear ? u"d MMM"_s : u"d MMM yyyy"_s;
    return locale.toString(first, format) + u" – "_s + end;
}

QString hourRange(const QDateTime &first, const QDateTime &last, const QLocale &locale)
{
    const QString from = clockText(first.time(), locale);
    const QString to = clockText(last.time(), locale);
    const QString end = locale.toString(last.date(), u"d MMM yyyy"_s);
    if (first == last) {
        return end + u", "_s + to;
    }
    if (first.date() == last.date()) {
        return end + u", "_s + from + u" – "_s + to;
    }
    const bool sameYear = first.date().year() == last.date().year();
    return locale.toString(first.date(), sameYear ? u"d MMM"_s : u"d MMM yyyy"_s) + u", "_s + from
         + u" – "_s + end + u", "_s + to;
}

} // namespace

QString clockText(QTime time, const QLocale &locale)
{
    // The C locale's short format has seconds.
    return locale.language() == QLocale::C ? time.toString(u"HH:mm"_s)
                                           : locale.toString(time, QLocale::ShortFormat);
}

QDateTime wallClockOf(BucketTime bucket, Unit unit, const QTimeZone &zone)
{
    switch (unit) {
    case Unit::Hour:
        return QDateTime::fromMSecsSinceEpoch(bucket, zone);
    case Unit::Day:
        return QDateTime::fromMSecsSinceEpoch(bucket, Qt::UTC);
    }
    Q_UNREACHABLE();
}

QString bucketText(BucketTime bucket, Unit unit, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime clock = wallClockOf(bucket, unit, zone);
    QString day = locale.toString(clock.date(), u"ddd d MMM yyyy"_s);
    switch (unit) {
    case Unit::Hour:
        return day + u", "_s + clockText(clock.time(), locale);
    case Unit::Day:
        return day;
    }
    Q_UNREACHABLE();
}

QString rangeText(
    BucketTime first, BucketTime last, Unit unit, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime from = wallClockOf(first, unit, zone);
    const QDateTime to = wallClockOf(last, unit, zone);
    switch (unit) {
    case Unit::Hour:
        return hourRange(from, to, locale);
    case Unit::Day:
        return dayRange(from.date(), to.date(), locale);
    }
    Q_UNREACHABLE();
}

} // namespace emberline
