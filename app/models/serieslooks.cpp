// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/serieslooks.h"

#include <QCoreApplication>

#include <algorithm>

namespace emberline {

namespace {

/// The place of @p key among all series that were asked for, those in the neutral colour not
/// counted: one that failed keeps its colour free.
int orderOf(const std::vector<SeriesKey> &keys, const SeriesKey &key, bool onlySegmentsDiffer)
{
    const auto end = std::find(keys.begin(), keys.end(), key);
    const auto colored = [onlySegmentsDiffer](const SeriesKey &other) {
        return !onlySegmentsDiffer || !other.segmentId.isEmpty();
    };
    return static_cast<int>(std::count_if(keys.begin(), end, colored));
}

} // namespace

std::vector<DatasetModel::Look> looksOf(const Query &query,
                                        const Dataset &dataset,
                                        const QHash<QString, int> &colorSlots,
                                        const QString &allUsers)
{
    const bool onlySegmentsDiffer = query.events.size() <= 1 && query.apps.size() <= 1;
    const std::vector<SeriesKey> keys = seriesOf(query);
    std::vector<DatasetModel::Look> looks;
    looks.reserve(dataset.series.size());
    for (const Series &series : dataset.series) {
        const int order = orderOf(keys, series.key, onlySegmentsDiffer);
        int slot = order;
        if (onlySegmentsDiffer) {
            slot = series.key.segmentId.isEmpty() ? -1
                                                  : colorSlots.value(series.key.segmentId, order);
        }
        looks.push_back({.name = seriesName(query, series.key, allUsers), .colorSlot = slot});
    }
    return looks;
}

QString allUsersName()
{
    return QCoreApplication::translate("SeriesLooks", "All users");
}

} // namespace emberline
