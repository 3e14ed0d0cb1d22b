// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/series/datetext.h"

#include <QCoreApplication>

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

QString monthRange(QDate first, QDate last, const QLocale &locale)
{
    QString end = locale.toString(last, u"MMM yyyy"_s);
    if (first == last) {
        return end;
    }
    const QString format = first.year() == last.year() ? u"MMM"_s : u"MMM yyyy"_s;
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

QDateTime wallClockOf(BucketTime bucket, Granularity granularity, const QTimeZone &zone)
{
    if (granularity == Granularity::Hour) {
        return QDateTime::fromMSecsSinceEpoch(bucket, zone);
    }
    return QDateTime::fromMSecsSinceEpoch(bucket, Qt::UTC);
}

QString bucketText(BucketTime bucket,
                   Granularity granularity,
                   const QTimeZone &zone,
                   const QLocale &locale)
{
    const QDateTime clock = wallClockOf(bucket, granularity, zone);
    switch (granularity) {
    case Granularity::Hour:
        return locale.toString(clock.date(), u"ddd d MMM yyyy"_s) + u", "_s
             + clockText(clock.time(), locale);
    case Granularity::Day:
        return locale.toString(clock.date(), u"ddd d MMM yyyy"_s);
    case Granularity::Week:
        return QCoreApplication::translate("DateText", "Week of %1")
            .arg(locale.toString(clock.date(), u"d MMM yyyy"_s));
    case Granularity::Month:
        return locale.toString(clock.date(), u"MMM yyyy"_s);
    }
    Q_UNREACHABLE();
}

QString momentText(const QDateTime &moment, Granularity granularity, const QLocale &locale)
{
    QString clock = clockText(moment.time(), locale);
    switch (granularity) {
    case Granularity::Hour:
    case Granularity::Day:
        return clock;
    case Granularity::Week:
    case Granularity::Month:
        return locale.toString(moment.date(), u"d MMM"_s) + u", "_s + clock;
    }
    Q_UNREACHABLE();
}

QString rangeText(BucketTime first,
                  BucketTime last,
                  Granularity granularity,
                  const QTimeZone &zone,
                  const QLocale &locale)
{
    const QDateTime from = wallClockOf(first, granularity, zone);
    const QDateTime to = wallClockOf(last, granularity, zone);
    switch (granularity) {
    case Granularity::Hour:
        return hourRange(from, to, locale);
    case Granularity::Day:
    case Granularity::Week:
        return dayRange(from.date(), lastDayOf(to.date(), granularity), locale);
    case Granularity::Month:
        return monthRange(from.date(), to.date(), locale);
    }
    Q_UNREACHABLE();
}

QString rangeText(const DaySpan &days, const QLocale &locale)
{
    return dayRange(days.first, days.last, locale);
}

QString shortRangeText(const DaySpan &days, QDate known, const QLocale &locale)
{
    if (days.first.year() != known.year() || days.last.year() != known.year()) {
        return rangeText(days, locale);
    }
    QString end = locale.toString(days.last, u"d MMM"_s);
    if (days.first == days.last) {
        return end;
    }
    const bool sameMonth = days.first.month() == days.last.month();
    return locale.toString(days.first, sameMonth ? u"d"_s : u"d MMM"_s) + u" – "_s + end;
}

QString rangeText(const Dataset &dataset, const QLocale &locale)
{
    const BucketTime first = dataset.times.front();
    const BucketTime last = dataset.times.back();
    const DaySpan &days = dataset.rolledUp;
    const bool whole = days.first == dayOf(first)
                    && days.last == lastDayOf(dayOf(last), dataset.granularity);
    if (days.first.isValid() && !whole) {
        return rangeText(days, locale);
    }
    return rangeText(first, last, dataset.granularity, dataset.zone, locale);
}

} // namespace emberline
