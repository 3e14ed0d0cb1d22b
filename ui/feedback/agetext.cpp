// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/agetext.h"

#include "app/series/datetext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class AgeText
{
    Q_DECLARE_TR_FUNCTIONS(emberline::AgeText)
};

} // namespace

QString dayText(QDate day, const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const bool monthFirst = format.indexOf(u'M') < format.indexOf(u'd');
    return locale.toString(day, monthFirst ? u"MMM d"_s : u"d MMM"_s);
}

QString dayAndTimeText(const QDateTime &moment, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime there = moment.toTimeZone(zone);
    return u"%1, %2"_s.arg(dayText(there.date(), locale), clockText(there.time(), locale));
}

QString updatedText(const QDateTime &fetchedAt,
                    const QDateTime &now,
                    const QTimeZone &zone,
                    const QLocale &locale)
{
    using namespace std::chrono;
    const milliseconds age(fetchedAt.msecsTo(now));
    if (age < -minutes(1) || age >= days(1)) {
        const QDateTime there = fetchedAt.toTimeZone(zone);
        const bool sameYear = there.date().year() == now.toTimeZone(zone).date().year();
        return AgeText::tr("Updated %1")
            .arg(sameYear ? dayAndTimeText(fetchedAt, zone, locale)
                          : u"%1, %2"_s.arg(locale.toString(there.date(), u"d MMM yyyy"_s),
                                            clockText(there.time(), locale)));
    }
    if (age < minutes(1)) {
        return AgeText::tr("Updated just now");
    }
    if (age < hours(1)) {
        return AgeText::tr(
            "Updated %n min ago", nullptr, static_cast<int>(duration_cast<minutes>(age).count()));
    }
    return AgeText::tr(
        "Updated %n h ago", nullptr, static_cast<int>(duration_cast<hours>(age).count()));
}

QString agoText(const QDateTime &fetchedAt,
                const QDateTime &now,
                const QTimeZone &zone,
                const QLocale &locale)
{
    using namespace std::chrono;
    const milliseconds age(fetchedAt.msecsTo(now));
    if (age < -minutes(1) || age >= days(1)) {
        return dayAndTimeText(fetchedAt, zone, locale);
    }
    if (age < minutes(1)) {
        return AgeText::tr("just now");
    }
    const auto whole = static_cast<int>(duration_cast<minutes>(age).count());
    constexpr int hour = 60;
    return whole < hour ? AgeText::tr("%n min ago", nullptr, whole)
                        : AgeText::tr("%n h ago", nullptr, whole / hour);
}

QString heldText(int held, int total, Unit unit, const QLocale &locale)
{
    if (held == 0) {
        return {};
    }
    const QString count = locale.toString(held);
    switch (unit) {
    case Unit::Hour:
        return AgeText::tr("%1 of %Ln hours from this computer", nullptr, total).arg(count);
    case Unit::Day:
        return AgeText::tr("%1 of %Ln days from this computer", nullptr, total).arg(count);
    }
    Q_UNREACHABLE();
}

QString momentInFull(const QDateTime &moment, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime there = moment.toTimeZone(zone);
    return u"%1 %2 (%3)"_s.arg(locale.toString(there.date(), QLocale::LongFormat),
                               clockText(there.time(), locale),
                               QString::fromLatin1(zone.id()));
}

QString offlineText(const std::optional<QDateTime> &dataFrom,
                    const QTimeZone &zone,
                    const QLocale &locale)
{
    if (!dataFrom) {
        return AgeText::tr("Offline");
    }
    const QDateTime there = dataFrom->toTimeZone(zone);
    return AgeText::tr("Offline · data from %1")
        .arg(dayText(there.date(), locale) + u' ' + clockText(there.time(), locale));
}

} // namespace emberline
