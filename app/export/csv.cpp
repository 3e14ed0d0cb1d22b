// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/csv.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto timeColumn = u"time"_s;
const auto incompleteColumn = u"incomplete"_s;

/// RFC 4180.
QString quoted(QString text)
{
    const bool needed = std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    });
    if (!needed) {
        return text;
    }
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QStringList uniqueNames(const QStringList &names)
{
    QSet<QString> taken{timeColumn, incompleteColumn};
    QStringList result;
    result.reserve(names.size());
    for (const QString &name : names) {
        const QString safe = spreadsheetSafe(name);
        QString candidate = safe;
        for (int number = 2; taken.contains(candidate); ++number) {
            candidate = safe + u" (%1)"_s.arg(number);
        }
        taken.insert(candidate);
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

QString rowText(const Dataset &dataset, std::size_t row)
{
    QString line = isoTime(dataset.times[row], dataset);
    bool incomplete = false;
    for (const Series &series : dataset.series) {
        line += u',';
        if (hasValue(series.states[row])) {
            line += plainNumber(series.values[row]);
        }
        incomplete = incomplete || series.states[row] == BucketState::Incomplete;
    }
    return line + (incomplete ? u",yes\n"_s : u",\n"_s);
}

} // namespace

QByteArray renderCsv(const Dataset &dataset, const QStringList &names)
{
    Q_ASSERT(static_cast<std::size_t>(names.size()) == dataset.series.size());
    QString text = timeColumn;
    const QStringList columns = uniqueNames(names);
    for (const QString &column : columns) {
        text += u',' + quoted(column);
    }
    text += u',' + incompleteColumn + u'\n';
    for (std::size_t row = 0; row < dataset.times.size(); ++row) {
        text += rowText(dataset, row);
    }
    return text.toUtf8();
}

QString spreadsheetSafe(const QString &text)
{
    constexpr QStringView triggers = u"=+-@\t\r\n";
    QString safe = text;
    safe.remove(QChar(u'\0'));
    if (!safe.isEmpty() && triggers.contains(safe.front())) {
        safe.prepend(u'\'');
    }
    return safe;
}

QString plainNumber(double value)
{
    if (!std::isfinite(value)) {
        return {};
    }
    if (value == std::trunc(value)) {
        return QString::number(value == 0 ? 0.0 : value, 'f', 0); // -0 reads as 0
    }
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

} // namespace emberline
