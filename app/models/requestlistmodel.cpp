// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/requestlistmodel.h"

#include "app/core/text.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isOfService(const RequestRecord &record)
{
    return record.source == RequestSource::Service;
}

/// Path and query for reading. Names are cleaned one by one: a long one hides nothing after it.
QString readable(const RequestRecord &record)
{
    if (record.query.isEmpty()) {
        return displayText(record.path);
    }
    QStringList parts;
    const QStringList parameters = record.query.split(u'&');
    for (const QString &parameter : parameters) {
        parts.append(displayText(QUrl::fromPercentEncoding(parameter.toUtf8())));
    }
    return displayText(record.path) + u'?' + parts.join(u'&');
}

/// The same with what tells one request from the others of its load first, as far as there is room.
QString decisiveFirst(const RequestRecord &record)
{
    static const QStringList order{u"ending_at"_s, u"segment_id"_s, u"app_id"_s};
    const auto rank = [](const QString &parameter) {
        const qsizetype place = order.indexOf(parameter.section(u'=', 0, 0));
        return place < 0 ? order.size() : place;
    };
    QStringList parameters = record.query.split(u'&');
    std::stable_sort(parameters.begin(),
                     parameters.end(),
                     [&rank](const QString &a, const QString &b) { return rank(a) < rank(b); });
    RequestRecord sorted = record;
    sorted.query = parameters.join(u'&');
    return readable(sorted);
}

/// With seconds and without a zone's name.
QString clockWithSeconds(QTime time, const QLocale &locale)
{
    const QString format = locale.timeFormat(QLocale::LongFormat).remove(u't').trimmed();
    return locale.toString(time, format);
}

QVariant sortValue(const RequestRecord &record, RequestListModel::Column column)
{
    switch (column) {
    case RequestListModel::TimeColumn:
        return record.startedAt.toMSecsSinceEpoch();
    case RequestListModel::StatusColumn:
        return isOfService(record) ? record.httpStatus : -1;
    case RequestListModel::DurationColumn:
        return static_cast<qint64>(record.duration.count());
    case RequestListModel::AttemptsColumn:
        return record.attempts > 0 ? QVariant(record.attempts) : QVariant();
    case RequestListModel::BucketsColumn:
        return record.buckets ? QVariant(*record.buckets) : QVariant();
    case RequestListModel::RequestColumn:
        return record.path.isEmpty() ? QVariant() : QVariant(readable(record));
    case RequestListModel::RequestIdColumn:
        return record.requestId.isEmpty() ? QVariant() : QVariant(record.requestId);
    case RequestListModel::ColumnCount:
        break;
    }
    return {};
}

bool isFigure(int column)
{
    return column == RequestListModel::DurationColumn || column == RequestListModel::AttemptsColumn
        || column == RequestListModel::BucketsColumn;
}

int alignmentOf(int column)
{
    return static_cast<int>((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

RequestListModel::RequestListModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void RequestListModel::add(const RequestRecord &record)
{
    if (m_records.size() == mostRecords) {
        beginRemoveRows({}, mostRecords - 1, mostRecords - 1);
        m_records.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_records.push_front(record);
    endInsertRows();
}

void RequestListModel::setBuckets(qint64 serial, int buckets)
{
    const auto found = std::find_if(
        m_records.begin(), m_records.end(), [serial](const RequestRecord &record) {
            return isOfService(record) && record.serial == serial;
        });
    if (found == m_records.end()) {
        return;
    }
    found->buckets = buckets;
    const QModelIndex changed = index(static_cast<int>(found - m_records.begin()), BucketsColumn);
    Q_EMIT dataChanged(changed, changed);
}

void RequestListModel::clear()
{
    beginResetModel();
    m_records.clear();
    endResetModel();
}

void RequestListModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_records.empty()) {
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
    }
}

const RequestRecord &RequestListModel::record(int row) const
{
    return m_records.at(static_cast<std::size_t>(row));
}

int RequestListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RequestListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RequestRecord &of = record(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(of, column);
    case Qt::ToolTipRole:
        return toolTipText(toolTip(of, column));
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case SortRole:
        return sortValue(of, column);
    default:
        return {};
    }
}

QString RequestListModel::text(const RequestRecord &record, Column column) const
{
    if (column == RequestColumn && !isOfService(record) && record.series > 0) {
        return heldText(record);
    }
    const QVariant value = sortValue(record, column);
    if (!value.isValid()) {
        return u"–"_s;
    }
    switch (column) {
    case TimeColumn:
        return timeText(record.startedAt);
    case StatusColumn:
        return statusText(record);
    case DurationColumn:
    case AttemptsColumn:
    case BucketsColumn:
        return m_locale.toString(value.toLongLong());
    case RequestColumn:
        return decisiveFirst(record);
    case RequestIdColumn:
        return displayText(record.requestId);
    case ColumnCount:
        break;
    }
    return {};
}

/// "checkout_completed, 4 series": what was there without asking.
QString RequestListModel::heldText(const RequestRecord &record)
{
    QStringList parts;
    for (const QString &event : record.events) {
        parts.append(displayText(event));
    }
    parts.append(tr("%n series", nullptr, record.series));
    return parts.join(u", "_s);
}

QString RequestListModel::timeText(const QDateTime &startedAt) const
{
    const QDateTime local = startedAt.toTimeZone(m_zone);
    return m_locale.toString(local.date(), u"d MMM"_s) + u", "_s
         + clockWithSeconds(local.time(), m_locale);
}

QString RequestListModel::statusText(const RequestRecord &record) const
{
    if (!isOfService(record)) {
        return tr("from this computer");
    }
    return record.httpStatus > 0 ? QString::number(record.httpStatus) : tr("no answer");
}

QString RequestListModel::toolTip(const RequestRecord &record, Column column) const
{
    switch (column) {
    case TimeColumn: {
        const QDateTime local = record.startedAt.toTimeZone(m_zone);
        return m_locale.toString(local.date(), QLocale::LongFormat) + u", "_s
             + clockWithSeconds(local.time(), m_locale) + u' ' + QString::fromLatin1(m_zone.id());
    }
    case RequestColumn:
        return record.path.isEmpty() ? QString() : readable(record);
    case RequestIdColumn:
        return displayText(record.requestId);
    case StatusColumn:
    case DurationColumn:
    case AttemptsColumn:
    case BucketsColumn:
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RequestListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case StatusColumn:
        return tr("Status");
    case DurationColumn:
        return tr("ms");
    case AttemptsColumn:
        return tr("Attempts");
    case BucketsColumn:
        return tr("Buckets");
    case RequestColumn:
        return tr("Request");
    case RequestIdColumn:
        return u"X-Request-Id"_s;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace emberline
