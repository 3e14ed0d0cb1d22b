// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/csv.h"

#include "app/export/celltext.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const auto timeColumn = u"time"_s;
const auto incompleteColumn = u"incomplete"_s;

QStringList columnNames(const QStringList &names)
{
    QStringList safe;
    safe.reserve(names.size());
    for (const QString &name : names) {
        safe.append(spreadsheetSafe(name));
    }
    return uniqueNames(safe, {timeColumn, incompleteColumn});
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
    const QStringList columns = columnNames(names);
    for (const QString &column : columns) {
        text += u',' + quotedCell(column, u',');
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
