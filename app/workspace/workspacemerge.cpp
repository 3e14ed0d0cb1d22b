// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspacemerge.h"

#include "app/workspace/colorslots.h"

#include <algorithm>

namespace emberline {

namespace {

const QString &keyOf(const QString &entry)
{
    return entry;
}

const QString &keyOf(const NamedId &entry)
{
    return entry.id;
}

template <typename List>
auto findKey(const List &list, const QString &key)
{
    return std::find_if(
        list.cbegin(), list.cend(), [&key](const auto &entry) { return keyOf(entry) == key; });
}

template <typename Value>
const Value &merged(const Value &base, const Value &ours, const Value &theirs)
{
    return ours == base ? theirs : ours;
}

template <typename List>
List mergedList(const List &base, const List &ours, const List &theirs)
{
    List result;
    for (const auto &entry : ours) {
        const auto before = findKey(base, keyOf(entry));
        const auto there = findKey(theirs, keyOf(entry));
        const bool wasKnown = before != base.cend();
        const bool isThere = there != theirs.cend();
        if (isThere && wasKnown && *before == entry) {
            result.push_back(*there);
        } else if (isThere || !wasKnown) {
            result.push_back(entry);
        }
    }
    for (const auto &entry : theirs) {
        if (findKey(base, keyOf(entry)) == base.cend()
            && findKey(ours, keyOf(entry)) == ours.cend()) {
            result.push_back(entry);
        }
    }
    return result;
}

} // namespace

Workspace mergedWorkspace(const Workspace &base, const Workspace &ours, const Workspace &theirs)
{
    Workspace result = theirs;
    result.name = merged(base.name, ours.name, theirs.name);
    result.endpoint = merged(base.endpoint, ours.endpoint, theirs.endpoint);
    result.keyPlace = merged(base.keyPlace, ours.keyPlace, theirs.keyPlace);
    result.zone = merged(base.zone, ours.zone, theirs.zone);
    result.weekStart = merged(base.weekStart, ours.weekStart, theirs.weekStart);
    // The order of a list alone is a change, too.
    const auto list = [](const auto &before, const auto &mine, const auto &there) {
        return before == there ? mine : before == mine ? there : mergedList(before, mine, there);
    };
    result.apps = list(base.apps, ours.apps, theirs.apps);
    result.segments = list(base.segments, ours.segments, theirs.segments);
    result.starredEvents = list(base.starredEvents, ours.starredEvents, theirs.starredEvents);
    result.recentEvents = list(base.recentEvents, ours.recentEvents, theirs.recentEvents);
    // A segment keeps its colour for good: a place that is taken there is not taken twice.
    for (auto it = ours.colorSlots.cbegin(); it != ours.colorSlots.cend(); ++it) {
        const auto &slotsThere = result.colorSlots;
        if (slotsThere.contains(it.key())) {
            continue;
        }
        if (std::find(slotsThere.cbegin(), slotsThere.cend(), it.value()) == slotsThere.cend()) {
            result.colorSlots.insert(it.key(), it.value());
        } else {
            static_cast<void>(colorSlotFor(result, it.key()));
        }
    }
    return result;
}

} // namespace emberline
