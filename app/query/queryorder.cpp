// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/queryorder.h"

#include <algorithm>

namespace emberline {

namespace {

template <typename List>
bool isReordered(const List &one, const List &other)
{
    return std::is_permutation(one.begin(), one.end(), other.begin(), other.end());
}

template <typename Item>
void sort(std::vector<Item> &items, const std::vector<SeriesKey> &order)
{
    const auto placeOf = [&order](const Item &item) {
        return std::find(order.begin(), order.end(), item.key);
    };
    std::stable_sort(items.begin(), items.end(), [&placeOf](const Item &one, const Item &other) {
        return placeOf(one) < placeOf(other);
    });
}

} // namespace

bool differsInOrderOnly(const Query &one, const Query &other)
{
    Query sorted = one;
    sorted.events = other.events;
    sorted.apps = other.apps;
    sorted.segments = other.segments;
    return one != other && sorted == other && isReordered(one.events, other.events)
        && isReordered(one.apps, other.apps) && isReordered(one.segments, other.segments);
}

DatasetPtr inOrderOf(const Query &query, const DatasetPtr &dataset)
{
    const std::vector<SeriesKey> order = seriesOf(query);
    auto sorted = std::make_shared<Dataset>(*dataset);
    sort(sorted->series, order);
    sort(sorted->failures, order);
    return sorted;
}

} // namespace emberline
