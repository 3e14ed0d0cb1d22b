// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/celltext.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString quotedCell(QString text, QChar separator)
{
    const bool needed = std::any_of(text.cbegin(), text.cend(), [separator](QChar c) {
        return c == separator || c == u'"' || c == u'\n' || c == u'\r';
    });
    if (!needed) {
        return text;
    }
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QStringList uniqueNames(const QStringList &names, const QStringList &taken)
{
    QSet<QString> used(taken.begin(), taken.end());
    QStringList result;
    result.reserve(names.size());
    for (const QString &name : names) {
        QString candidate = name;
        for (int number = 2; used.contains(candidate); ++number) {
            candidate = name + u" (%1)"_s.arg(number);
        }
        used.insert(candidate);
        result.append(candidate);
    }
    return result;
}

/// QDateTime writes "Z" for UTC; a column of times has one form only.
QString isoOffset(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return u"%1%2:%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString isoTime(BucketTime time, const Dataset &dataset)
{
    switch (dataset.granularity) {
    case Granularity::Day:
    case Granularity::Week:
    case Granularity::Month:
        return dayOf(time).toString(Qt::ISODate);
    case Granularity::Hour: {
        const QDateTime hour = QDateTime::fromMSecsSinceEpoch(time, dataset.zone);
        return QDateTime(hour.date(), hour.time(), Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s)
             + isoOffset(hour.offsetFromUtc());
    }
    }
    Q_UNREACHABLE();
}

} // namespace emberline
