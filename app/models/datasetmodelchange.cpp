// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that compare.
#include "app/core/text.h"
#include "app/models/datasetmodel.h"
#include "app/series/change.h"
#include "app/series/datetext.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

int DatasetModel::valueColumn(std::size_t series) const
{
    return static_cast<int>(series) * (hasChanges() ? 2 : 1) + 1;
}

int DatasetModel::changeColumn(std::size_t series) const
{
    return hasChanges() ? valueColumn(series) + 1 : -1;
}

std::size_t DatasetModel::seriesOf(int column) const
{
    return static_cast<std::size_t>(column - 1) / (hasChanges() ? 2 : 1);
}

bool DatasetModel::isChange(int column) const
{
    return hasChanges() && column > 0 && column % 2 == 0;
}

/// The count that stands there in the earlier time, and when that was.
QString DatasetModel::earlierText(std::size_t row, std::size_t series) const
{
    const Earlier &earlier = m_earlier.front();
    const Series &before = earlier.series[series];
    const std::optional<BucketTime> &time = earlier.times[row];
    if (!time || before.states[row] != BucketState::Counted) {
        return tr("There is no count to compare with");
    }
    //: A count and its date
    return tr("%1 on %2")
        .arg(valueText(before.values[row], BucketState::Counted),
             bucketText(*time, m_dataset->granularity, m_dataset->zone, m_locale));
}

QVariant DatasetModel::changeData(std::size_t row, std::size_t series, int role) const
{
    const std::optional<Change> change = changeOf(
        m_dataset->series[series], m_earlier.front().series[series], {.first = row, .last = row});
    const QString text = change ? signedPercentText(*change, m_locale) : u"–"_s;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return toolTipText(earlierText(row, series));
    case Qt::AccessibleTextRole:
        return sentence({timeText(m_dataset->times[row], spokenDateFormat()),
                         displayText(m_looks[series].name),
                         change ? tr("change %1").arg(text) : tr("no change to tell")},
                        {});
    case SortRole:
        if (!change) {
            return {};
        }
        return change->ratio.value_or(std::numeric_limits<double>::infinity());
    case StateRole:
        return static_cast<int>(change ? BucketState::Counted : BucketState::Missing);
    case ShortfallsRole:
        return 0;
    case ChangeRole:
        return true;
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant DatasetModel::changeHeader(std::size_t series, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return tr("vs previous");
    case Qt::AccessibleTextRole:
        return tr("%1 vs previous", "a series").arg(displayText(m_looks[series].name));
    case Qt::ToolTipRole: {
        const DaySpan &dates = m_earlier.front().dates;
        return dates.first.isValid()
                 ? toolTipText(tr("Change from %1").arg(rangeText(dates, m_locale)))
                 : QString();
    }
    case ChangeRole:
        return true;
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

} // namespace emberline
