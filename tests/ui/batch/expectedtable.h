// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/plainask.h"
#include "tests/ui/batch/program.h"

namespace emberline::test {

/// A column of the table and what the service is asked for it, beside event, length and end.
struct Column
{
    QString title = {};
    PlainParameters parameters = {};
};

/// What the service says of @p columns in the last @p length units.
inline std::vector<QMap<QString, qint64>> countsOf(const QUrl &server,
                                                   const QByteArray &key,
                                                   const QString &unit,
                                                   int length,
                                                   const std::vector<Column> &columns)
{
    std::vector<QMap<QString, qint64>> counts;
    for (const Column &column : columns) {
        PlainParameters parameters{{QStringLiteral("length"), QString::number(length)},
                                   {QStringLiteral("unit"), unit},
                                   {QStringLiteral("ending_at"), renderNow.toString(Qt::ISODate)}};
        parameters.insert(parameters.end(), column.parameters.begin(), column.parameters.end());
        counts.push_back(plainSeries(server, key, parameters));
    }
    return counts;
}

inline QByteArray header(const std::vector<Column> &columns)
{
    QByteArray line = "time";
    for (const Column &column : columns) {
        line += ',' + column.title.toUtf8();
    }
    return line + ",incomplete\n";
}

inline QByteArray cells(const std::vector<QMap<QString, qint64>> &counts, const QString &time)
{
    QByteArray line;
    for (const QMap<QString, qint64> &column : counts) {
        line += ',';
        if (column.contains(time)) {
            line += QByteArray::number(column.value(time));
        }
    }
    return line;
}

inline QByteArray dayTable(const std::vector<Column> &columns,
                           const std::vector<QMap<QString, qint64>> &counts,
                           int length)
{
    QByteArray table = header(columns);
    for (int back = length - 1; back >= 0; --back) {
        const QString day = renderNow.date().addDays(-back).toString(Qt::ISODate);
        const bool isOpen = back == 0 && counts.front().contains(day);
        table += day.toLatin1() + cells(counts, day) + (isOpen ? ",yes\n" : ",\n");
    }
    return table;
}

inline QByteArray hourTable(const std::vector<Column> &columns,
                            const std::vector<QMap<QString, qint64>> &counts,
                            int length,
                            int offsetMinutes)
{
    const QString offset = QStringLiteral("+%1:%2")
                               .arg(offsetMinutes / 60, 2, 10, QChar(u'0'))
                               .arg(offsetMinutes % 60, 2, 10, QChar(u'0'));
    QByteArray table = header(columns);
    for (int back = length - 1; back >= 0; --back) {
        const QDateTime hour(renderNow.date(), QTime(renderNow.time().hour(), 0), QTimeZone::utc());
        const QDateTime time = hour.addSecs(-3'600LL * back);
        const QDateTime shown = time.addSecs(60LL * offsetMinutes);
        table += shown.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1()
               + offset.toLatin1() + cells(counts, time.toUTC().toString(Qt::ISODateWithMs))
               + (back == 0 ? ",yes\n" : ",\n");
    }
    return table;
}

inline QStringList eventAndLength(int length)
{
    return {QStringLiteral("--event"),
            renderEvent,
            QStringLiteral("--length"),
            QString::number(length)};
}

inline Column everybody()
{
    return {.title = renderEvent, .parameters = {{QStringLiteral("event"), renderEvent}}};
}

} // namespace emberline::test
