// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetmodel.h"

#include "app/core/text.h"
#include "app/series/datetext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QDate localDate(BucketTime time, const Dataset &dataset)
{
    return wallClockOf(time, dataset.granularity, dataset.zone).date();
}

/// @p format for what a bucket of @p granularity is called by: a month has no day, and of a week
/// the first day is said without its name.
QString dateFormatFor(Granularity granularity, const QString &format)
{
    switch (granularity) {
    case Granularity::Hour:
    case Granularity::Day:
        return format;
    case Granularity::Week:
        return QString(format).remove(u"ddd "_s);
    case Granularity::Month:
        return format.contains(u"MMMM"_s) ? u"MMMM yyyy"_s : u"MMM yyyy"_s;
    }
    Q_UNREACHABLE();
}

/// True if the hour before or after @p hour has the same wall clock.
bool isRepeated(const QDateTime &hour)
{
    const QDateTime before = hour.addMSecs(-msPerHour);
    const QDateTime after = hour.addMSecs(msPerHour);
    const auto sameClock = [&hour](const QDateTime &other) {
        return other.date() == hour.date() && other.time() == hour.time();
    };
    return sameClock(before) || sameClock(after);
}

} // namespace

DatasetModel::DatasetModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_dataset(std::make_shared<const Dataset>())
{ }

QString DatasetModel::spokenDateFormat()
{
    return u"d MMMM yyyy"_s;
}

void DatasetModel::setDataset(const DatasetPtr &dataset,
                              std::vector<Look> looks,
                              std::vector<Earlier> earlier)
{
    Q_ASSERT(dataset && looks.size() == dataset->series.size());
    beginResetModel();
    m_dataset = dataset;
    m_looks = std::move(looks);
    m_earlier = std::move(earlier);
    endResetModel();
}

void DatasetModel::setLooks(std::vector<Look> looks)
{
    Q_ASSERT(looks.size() == m_dataset->series.size());
    m_looks = std::move(looks);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT looksChanged();
}

void DatasetModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (rowCount() > 0) { // not a reset: a selection survives a change of language
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int DatasetModel::rowOf(BucketTime time) const
{
    const std::vector<BucketTime> &times = m_dataset->times;
    const auto found = std::lower_bound(times.begin(), times.end(), time);
    return found == times.end() || *found != time ? -1 : static_cast<int>(found - times.begin());
}

int DatasetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_dataset->times.size());
}

int DatasetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : valueColumn(m_dataset->series.size());
}

QVariant DatasetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (role == TimeRole) {
        return m_dataset->times[row];
    }
    if (index.column() == 0) {
        return timeData(row, role);
    }
    const std::size_t series = seriesOf(index.column());
    return isChange(index.column()) ? changeData(row, series, role) : valueData(row, series, role);
}

BucketState DatasetModel::rowState(std::size_t row) const
{
    const bool incomplete = std::any_of(
        m_dataset->series.begin(), m_dataset->series.end(), [row](const Series &series) {
            return series.states[row] == BucketState::Incomplete;
        });
    return incomplete ? BucketState::Incomplete : BucketState::Counted;
}

bool DatasetModel::spansYears() const
{
    const std::vector<BucketTime> &times = m_dataset->times;
    return !times.empty()
        && localDate(times.front(), *m_dataset).year()
               != localDate(times.back(), *m_dataset).year();
}

QString DatasetModel::timeText(BucketTime time, const QString &dateFormat) const
{
    const Granularity granularity = m_dataset->granularity;
    QString date = m_locale.toString(localDate(time, *m_dataset),
                                     dateFormatFor(granularity, dateFormat));
    if (granularity == Granularity::Week) {
        return tr("Week of %1").arg(date);
    }
    if (granularity != Granularity::Hour) {
        return date;
    }
    const QDateTime hour = QDateTime::fromMSecsSinceEpoch(time, m_dataset->zone);
    const QString text = date + u' ' + clockText(hour.time(), m_locale);
    // The night that clocks go back has the same hour twice.
    return isRepeated(hour) ? text + u' ' + m_dataset->zone.abbreviation(hour) : text;
}

QString DatasetModel::valueText(double value, BucketState state) const
{
    switch (state) {
    case BucketState::Counted:
    case BucketState::Incomplete:
        return value == std::trunc(value) ? m_locale.toString(value, 'f', 0)
                                          : m_locale.toString(value, 'f', 2);
    case BucketState::Missing:
        return tr("no value");
    case BucketState::NotCollected:
        return tr("not collected");
    case BucketState::Unread:
        return m_dataset->isLoading ? tr("loading…") : tr("not loaded");
    }
    Q_UNREACHABLE();
}

QString DatasetModel::openText() const
{
    switch (m_dataset->granularity) {
    case Granularity::Hour:
        return tr("So far: not a whole hour");
    case Granularity::Day:
        return tr("So far: not a whole day");
    case Granularity::Week:
        return tr("So far: not a whole week");
    case Granularity::Month:
        return tr("So far: not a whole month");
    }
    Q_UNREACHABLE();
}

QString DatasetModel::missingText() const
{
    switch (m_dataset->granularity) {
    case Granularity::Hour:
        return tr("Braze sent no value for this hour");
    case Granularity::Day:
        return tr("Braze sent no value for this day");
    case Granularity::Week:
        return tr("Braze sent no value for this week");
    case Granularity::Month:
        return tr("Braze sent no value for this month");
    }
    Q_UNREACHABLE();
}

QString DatasetModel::timeHeader() const
{
    switch (m_dataset->granularity) {
    case Granularity::Hour:
        return tr("Time");
    case Granularity::Day:
        return tr("Date");
    case Granularity::Week:
        return tr("Week");
    case Granularity::Month:
        return tr("Month");
    }
    Q_UNREACHABLE();
}

QString DatasetModel::explanation(Shortfalls shortfalls) const
{
    QStringList reasons;
    if (shortfalls.testFlag(Shortfall::Open)) {
        reasons.append(openText());
    }
    if (shortfalls.testFlag(Shortfall::CutByRange)) {
        reasons.append(tr("Partial: cut by the range"));
    }
    if (shortfalls.testFlag(Shortfall::PartsMissing)) {
        reasons.append(tr("Partial: Braze sent no value for some of it"));
    }
    if (shortfalls.testFlag(Shortfall::PartsNotCollected)) {
        reasons.append(tr("Partial: Braze did not track this segment for some of it"));
    }
    if (shortfalls.testFlag(Shortfall::PartsUnread)) {
        reasons.append(tr("Partial: some of it is not loaded"));
    }
    return reasons.join(u'\n');
}

QString DatasetModel::explanation(const Series &series, std::size_t row) const
{
    switch (series.states[row]) {
    case BucketState::Counted:
        return {};
    case BucketState::Incomplete:
        return explanation(series.shortfallsOf(row));
    case BucketState::Missing:
        return missingText();
    case BucketState::NotCollected:
        return tr("Braze did not track this segment yet");
    case BucketState::Unread:
        return m_dataset->isLoading ? tr("Not loaded yet") : tr("It could not be loaded");
    }
    Q_UNREACHABLE();
}

Shortfalls DatasetModel::rowShortfalls(std::size_t row) const
{
    Shortfalls shortfalls;
    for (const Series &series : m_dataset->series) {
        shortfalls |= series.shortfallsOf(row);
    }
    return shortfalls;
}

QString DatasetModel::sentence(const QStringList &parts, Shortfalls shortfalls) const
{
    QStringList words = parts;
    const bool isOpen = shortfalls.testFlag(Shortfall::Open);
    if (shortfalls && shortfalls != Shortfalls(Shortfall::Open)) {
        words.append(tr("partial"));
    }
    if (isOpen) {
        words.append(tr("so far"));
    }
    return words.join(tr(", ", "between the parts of a spoken sentence"));
}

QVariant DatasetModel::timeData(std::size_t row, int role) const
{
    const BucketTime time = m_dataset->times[row];
    const Shortfalls shortfalls = rowShortfalls(row);
    switch (role) {
    case Qt::DisplayRole:
        return timeText(time, spansYears() ? u"ddd d MMM yyyy"_s : u"ddd d MMM"_s);
    case Qt::ToolTipRole:
        return toolTipText(explanation(shortfalls));
    case Qt::AccessibleTextRole:
        return sentence({timeText(time, spokenDateFormat())}, shortfalls);
    case SortRole:
        return time;
    case StateRole:
        return static_cast<int>(rowState(row));
    case ShortfallsRole:
        return static_cast<int>(shortfalls);
    }
    return {};
}

QVariant DatasetModel::valueData(std::size_t row, std::size_t series, int role) const
{
    const Series &column = m_dataset->series[series];
    const BucketState state = column.states[row];
    switch (role) {
    case Qt::DisplayRole:
        return valueText(column.values[row], state);
    case Qt::ToolTipRole:
        return toolTipText(explanation(column, row));
    case Qt::AccessibleTextRole:
        return sentence({timeText(m_dataset->times[row], spokenDateFormat()),
                         displayText(m_looks[series].name),
                         valueText(column.values[row], state)},
                        column.shortfallsOf(row));
    case SortRole:
        return hasValue(state) ? QVariant(column.values[row]) : QVariant();
    case StateRole:
        return static_cast<int>(state);
    case ShortfallsRole:
        return static_cast<int>(column.shortfallsOf(row));
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant DatasetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::InitialSortOrderRole) {
        return static_cast<int>(Qt::DescendingOrder); // newest and largest are what people look for
    }
    if (section == 0) {
        return role == Qt::DisplayRole ? QVariant(timeHeader()) : QVariant();
    }
    const std::size_t series = seriesOf(section);
    if (isChange(section)) {
        return changeHeader(series, role);
    }
    const Look &look = m_looks[series];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(look.name);
    case Qt::ToolTipRole:
        return toolTipText(displayText(look.name));
    case ColorSlotRole:
        return look.colorSlot;
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

} // namespace emberline
