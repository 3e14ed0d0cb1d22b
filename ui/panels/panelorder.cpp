// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelorder.h"

#include <algorithm>
#include <limits>

namespace emberline {

namespace {

constexpr int lineWidth = 2;

const QString &keyOf(const QString &event)
{
    return event;
}

const QString &keyOf(const Choice &choice)
{
    return choice.id;
}

/// Puts those that @p keys name, in that order, where any of them stood.
template <typename List>
void arrange(List &items, const QStringList &keys)
{
    const auto count = std::count_if(items.begin(), items.end(), [&keys](const auto &item) {
        return keys.contains(keyOf(item));
    });
    if (count != keys.size()) {
        return; // a file may name something twice
    }
    const List before = items;
    auto key = keys.begin();
    for (auto &item : items) {
        if (!keys.contains(keyOf(item))) {
            continue;
        }
        const auto wanted = std::find_if(
            before.begin(), before.end(), [&key](const auto &one) { return keyOf(one) == *key; });
        item = *wanted;
        ++key;
    }
}

/// How far @p point is from @p rect.
int distanceOf(const QRect &rect, QPoint point)
{
    const int x = std::max({rect.left() - point.x(), 0, point.x() - rect.right()});
    const int y = std::max({rect.top() - point.y(), 0, point.y() - rect.bottom()});
    return x + y;
}

} // namespace

QStringList movedKeys(QStringList keys, qsizetype from, qsizetype place)
{
    const qsizetype to = place > from ? place - 1 : place;
    keys.move(from, std::clamp<qsizetype>(to, 0, keys.size() - 1));
    return keys;
}

std::size_t dropPlace(const std::vector<QRect> &panels, int columns, QPoint point)
{
    std::size_t nearest = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const int distance = distanceOf(panels[i], point);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    if (panels.empty()) {
        return 0;
    }
    const QPoint middle = panels[nearest].center();
    const bool isBehind = columns > 1 ? point.x() > middle.x() : point.y() > middle.y();
    return nearest + (isBehind ? 1 : 0);
}

QRect dropLine(const std::vector<QRect> &panels, int columns, std::size_t place)
{
    if (panels.empty()) {
        return {};
    }
    const bool isLast = place >= panels.size();
    const QRect &panel = isLast ? panels.back() : panels[place];
    if (columns > 1) {
        const int x = isLast ? panel.right() + 1 - lineWidth : panel.left();
        return {x, panel.top(), lineWidth, panel.height()};
    }
    const int y = isLast ? panel.bottom() + 1 - lineWidth : panel.top();
    return {panel.left(), y, panel.width(), lineWidth};
}

Query withPanelOrder(Query query, PanelSplit split, const QStringList &keys)
{
    QStringList known;
    const auto takeKnown = [&keys, &known](const auto &items) {
        for (const QString &key : keys) {
            const bool isThere = std::any_of(
                items.begin(), items.end(), [&key](const auto &one) { return keyOf(one) == key; });
            if (isThere && !known.contains(key)) {
                known.append(key);
            }
        }
    };
    switch (split) {
    case PanelSplit::Segment:
        takeKnown(query.segments);
        arrange(query.segments, known);
        return query;
    case PanelSplit::App:
        takeKnown(query.apps);
        arrange(query.apps, known);
        return query;
    case PanelSplit::Event:
        takeKnown(query.events);
        arrange(query.events, known);
        return query;
    }
    Q_UNREACHABLE();
}

} // namespace emberline
