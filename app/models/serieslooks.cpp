// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/serieslooks.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace emberline {

namespace {

/// The place of @p key among all series that were asked for: one that failed keeps its colour
/// free.
int orderOf(const std::vector<SeriesKey> &keys, const SeriesKey &key)
{
    return static_cast<int>(std::find(keys.begin(), keys.end(), key) - keys.begin());
}

/// The slots of the segments of @p query: those that are held, and for others the lowest that
/// nobody has, so that no two lines look alike.
QHash<QString, int> slotsFor(const Query &query, QHash<QString, int> held)
{
    QSet<int> taken(held.cbegin(), held.cend());
    int next = 0;
    for (const Choice &segment : query.segments) {
        if (segment.id.isEmpty() || held.contains(segment.id)) {
            continue;
        }
        while (taken.contains(next)) {
            ++next;
        }
        taken.insert(next);
        held.insert(segment.id, next);
    }
    return held;
}

} // namespace

std::vector<DatasetModel::Look> looksOf(const Query &query,
                                        const Dataset &dataset,
                                        const QHash<QString, int> &colorSlots,
                                        const QString &allUsers)
{
    const bool onlySegmentsDiffer = query.events.size() <= 1 && query.apps.size() <= 1;
    const std::vector<SeriesKey> keys = seriesOf(query);
    const QHash<QString, int> segmentSlots = slotsFor(query, colorSlots);
    std::vector<DatasetModel::Look> looks;
    looks.reserve(dataset.series.size());
    for (const Series &series : dataset.series) {
        const int slot = onlySegmentsDiffer ? segmentSlots.value(series.key.segmentId, -1)
                                            : orderOf(keys, series.key);
        looks.push_back({.name = seriesName(query, series.key, allUsers), .colorSlot = slot});
    }
    return looks;
}

bool isAllHidden(const std::vector<DatasetModel::Look> &looks)
{
    return !looks.empty()
        && std::all_of(
            looks.begin(), looks.end(), [](const DatasetModel::Look &look) { return look.hidden; });
}

QString allUsersName()
{
    return QCoreApplication::translate("SeriesLooks", "All users");
}

} // namespace emberline
